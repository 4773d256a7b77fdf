// The smallest content that is whole, for tests that break one thing in it. Tests only.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/content/content.h"

namespace aktiv {

// How GoogleTest says what came instead.
inline void PrintTo(const Fault& fault, std::ostream* out) {
  *out << to_text(fault);
}

struct SmallContent {
  std::vector<SourceFile> decks;
  std::vector<SourceFile> tools;
  std::vector<SourceFile> locales;

  SmallContent() {
    decks = {{"decks/tags.toml", "tags = [\"inde\", \"ude\"]\n"},
             {"decks/jobs.toml",
              "id = \"jobs\"\n"
              "version = 1\n"
              "[[card]]\n"
              "id = \"bage\"\n"
              "picture = \"jobs/bage\"\n"
              "theme = \"mad\"\n"
              "tags = [\"inde\"]\n"
              "[[card]]\n"
              "id = \"have\"\n"
              "picture = \"jobs/have\"\n"
              "tags = [\"ude\"]\n"},
             {"decks/themes.toml",
              "id = \"themes\"\n"
              "version = 1\n"
              "[[card]]\n"
              "id = \"mad\"\n"
              "picture = \"themes/mad\"\n"},
             {"decks/practice.toml",
              "id = \"practice\"\n"
              "version = 1\n"
              "[[card]]\n"
              "id = \"apple\"\n"
              "picture = \"practice/apple\"\n"
              "[[card]]\n"
              "id = \"shoe\"\n"
              "picture = \"practice/shoe\"\n"
              "[[item]]\n"
              "id = \"p1\"\n"
              "options = [\"apple\", \"shoe\"]\n"
              "right = \"apple\"\n"}};
    tools = {{"tools/conversation.toml",
              "[[way]]\n"
              "id = 1\n"
              "choices = 2\n"
              "[[frame]]\n"
              "id = \"try\"\n"
              "screens = [\"f1_hej\"]\n"},
             {"tools/pairs.toml",
              "id = \"pairs\"\n"
              "number = 1\n"
              "version = 1\n"
              "ways = [1]\n"
              "main_way = 1\n"
              "decks = [\"jobs\"]\n"
              "screens = [\"t1_q\"]\n"
              "picture = \"tools/pairs\"\n"
              "[numbers]\n"
              "trials = 2\n"}};
    locales = {{"locales/da.po", po("da", danish())}, {"locales/en.po", po("en", english())}};
  }

  // One thing is different: the first `old_text` in the file becomes `new_text`.
  SmallContent& with(const std::string& name, const std::string& old_text,
                     const std::string& new_text) {
    auto& text = file(name).text;
    const auto at = text.find(old_text);
    text = at == std::string::npos ? "test: nothing to replace"
                                   : text.replace(at, old_text.size(), new_text);
    return *this;
  }

  SourceFile& file(const std::string& name) {
    for (auto* folder : {&decks, &tools, &locales})
      for (auto& candidate : *folder)
        if (candidate.name == name) return candidate;
    decks.push_back({name, ""});
    return decks.back();
  }

  // Another language with the English words: of staff's too, or of citizens alone.
  SmallContent& with_language(const std::string& lang, bool is_for_staff,
                              const std::string& is_read = "no") {
    Pairs texts = english();
    if (!is_for_staff)
      std::erase_if(texts, [](const auto& text) { return text.first.ends_with(".hint"); });
    std::string file = po(lang, texts);
    std::string header = "\"X-Read-By-Native-Speaker: " + is_read + "\\n\"\n";
    if (!is_for_staff) header += "\"X-Audience: citizens\\n\"\n";
    file.insert(file.find("msgid", 1), header);
    locales.push_back({"locales/" + lang + ".po", std::move(file)});
    return *this;
  }

  Loaded load() const { return load_content(decks, tools, locales); }

 private:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  static std::string po(const std::string& lang, const Pairs& texts) {
    std::string text = "msgid \"\"\nmsgstr \"\"\n\"Language: " + lang + "\\n\"\n";
    for (const auto& [key, words] : texts)
      text += "msgid \"" + key + "\"\nmsgstr \"" + words + "\"\n";
    return text;
  }

  static Pairs danish() {
    return {{"jobs.bage.label", "Bage"},
            {"jobs.bage.spoken", "Du bager."},
            {"jobs.bage.inf", "bage"},
            {"jobs.have.label", "Have"},
            {"jobs.have.spoken", "Du graver."},
            {"jobs.have.inf", "grave"},
            {"themes.mad.label", "Mad"},
            {"themes.mad.spoken", "Kort om mad."},
            {"practice.apple.label", "Æble"},
            {"practice.apple.spoken", "Et æble."},
            {"practice.shoe.label", "Sko"},
            {"practice.shoe.spoken", "En sko."},
            {"practice.p1.shown", "Æblet?"},
            {"practice.p1.spoken", "Tryk på æblet."},
            {"tool.pairs.label", "To"},
            {"tool.pairs.spoken", "To billeder."},
            {"tool.pairs.hint", "Vent."},
            {"f1_hej.shown", "Hej."},
            {"f1_hej.spoken", "Hej."},
            {"t1_q.shown", "Hvad vil du helst?"},
            {"t1_q.spoken", "{a.inf|cap|comma} eller {b.inf}?"}};
  }

  static Pairs english() {
    return {{"jobs.bage.label", "Bake"},
            {"jobs.bage.spoken", "You bake."},
            {"jobs.bage.inf", "bake"},
            {"jobs.have.label", "Garden"},
            {"jobs.have.spoken", "You dig."},
            {"jobs.have.inf", "dig"},
            {"themes.mad.label", "Food"},
            {"themes.mad.spoken", "Cards about food."},
            {"practice.apple.label", "Apple"},
            {"practice.apple.spoken", "An apple."},
            {"practice.shoe.label", "Shoe"},
            {"practice.shoe.spoken", "A shoe."},
            {"practice.p1.shown", "The apple?"},
            {"practice.p1.spoken", "Press the apple."},
            {"tool.pairs.label", "Two"},
            {"tool.pairs.spoken", "Two pictures."},
            {"tool.pairs.hint", "Wait."},
            {"f1_hej.shown", "Hello."},
            {"f1_hej.spoken", "Hello."},
            {"t1_q.shown", "What would you rather do?"},
            {"t1_q.spoken", "{a.inf|cap|comma} or {b.inf}?"}};
  }
};

}  // namespace aktiv
