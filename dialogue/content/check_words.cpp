#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "dialogue/content/draft.h"
#include "dialogue/content/sentences.h"

namespace aktiv {
namespace {

// Citizens' sentences: tools.md §6, longest spoken sentence 12 words.
constexpr int longest_sentence = 12;

constexpr std::array<std::string_view, 17> citizen_placeholders = {
    "a.inf",        "a.label",      "a.spoken",    "b.inf",         "b.label",     "b.spoken",
    "card.inf",     "card.label",   "card.spoken", "card.question", "cards.label", "place.label",
    "place.spoken", "people.label", "tool.label",  "own.words",     "suggestion"};

class WordCheck {
 public:
  explicit WordCheck(Draft& draft) : draft_(draft) {}

  void run() {
    for (const auto& word : draft_.words)
      if (word.is_decks_own) own_keys_.insert(word.key.substr(0, word.key.rfind('.')));
    check_languages();
    for (const auto& deck : draft_.content.decks) check_deck(deck);
    for (const auto& screen : draft_.screens) need_both(screen.id, "shown", screen.where);
    for (const auto& item : draft_.content.practice) check_item(item);
    for (const auto& step : draft_.content.fitting)
      for (const auto& choice : step.choices) need_both("ui." + choice.name, "label", step.where);
    for (const auto& tool : draft_.content.tools) check_tool(tool);
    for (const auto& word : draft_.words) check_word(word);
    for (const auto& word : draft_.words) check_owner(word);
  }

 private:
  void check_languages() {
    const auto is_known = [&](const std::string& lang) {
      return std::ranges::count(draft_.languages, lang, &Texts::Language::code) > 0;
    };
    if (!is_known("da")) draft_.fault("there are no Danish texts", "locales", "da.po");
    std::set<std::string> foreign;
    for (const auto& word : draft_.words) {
      if (is_known(word.lang) || !foreign.insert(word.lang).second) continue;
      draft_.fault("a deck has words in '" + word.lang + "', for which there is no .po file",
                   word.where, "a language of locales");
    }
  }

  // Each missing text is said once, at the place that needs it.
  void need(const std::string& key, const std::string& where) {
    for (const auto& language : draft_.languages) {
      const auto& lang = language.code;
      if (draft_.content.texts.find(lang, key) != nullptr) continue;
      if (!language.is_for_staff && (is_for_staff(key) || is_decks_own(key))) continue;
      if (!said_.insert(lang + " " + key).second) continue;
      draft_.fault("'" + key + "' has no text in " + lang, where,
                   "msgid \"" + key + "\" in " + lang +
                       ".po, or for a card the words in its deck: [card.words." + lang + "]");
    }
  }

  // A day centre writes its own cards' words for the languages its staff can read; a citizen who
  // has chosen another meets them in Danish.
  bool is_decks_own(const std::string& key) const {
    return own_keys_.contains(key.substr(0, key.rfind('.')));
  }

  void need_both(const std::string& stem, const std::string& shown, const std::string& where) {
    need(stem + "." + shown, where);
    need(stem + ".spoken", where);
  }

  void check_deck(const Deck& deck) {
    const bool needs_inf = is_asked_in_a_sentence(deck);
    for (const auto& card : deck.cards) {
      const auto stem = deck.id + "." + card.ref.id;
      need_both(stem, "label", card.where);
      if (needs_inf) need(stem + ".inf", card.where);
    }
  }

  bool is_asked_in_a_sentence(const Deck& deck) const {
    return std::any_of(
        draft_.content.tools.begin(), draft_.content.tools.end(), [&](const auto& tool) {
          const auto& decks = tool.decks;
          const bool is_used = std::find(decks.begin(), decks.end(), deck.id) != decks.end();
          return is_used && !asking_screens(tool).empty();
        });
  }

  // Screens whose words put a card's infinitive into a sentence.
  std::vector<std::string> asking_screens(const ToolDefinition& tool) const {
    std::vector<std::string> asking;
    for (const auto& screen : tool.screens) {
      const bool asks =
          std::any_of(draft_.languages.begin(), draft_.languages.end(), [&](const auto& language) {
            const auto* text = draft_.content.texts.find(language.code, screen + ".spoken");
            return text != nullptr && text->find(".inf") != std::string::npos;
          });
      if (asks) asking.push_back(screen);
    }
    return asking;
  }

  void check_item(const PracticeItem& item) {
    need_both("practice." + item.id, "shown", item.where);
    if (item.is_read_alone) need("practice." + item.id + ".word", item.where);
  }

  void check_tool(const ToolDefinition& tool) {
    const auto stem = "tool." + tool.id.value;
    need_both(stem, "label", tool.where);
    need(stem + ".hint", tool.where);
    for (const auto& screen : asking_screens(tool))
      for (const auto& deck : tool.decks)
        for (const auto& language : draft_.languages)
          check_longest_question(tool, screen, deck, language.code);
  }

  // The two longest infinitives of a deck in one question must still be a sentence that can be
  // followed.
  void check_longest_question(const ToolDefinition& tool, const std::string& screen,
                              const std::string& deck_id, const std::string& lang) {
    const auto* pattern = draft_.content.texts.find(lang, screen + ".spoken");
    const auto* deck = draft_.content.deck(deck_id);
    if (pattern == nullptr || deck == nullptr) return;
    const StepDefinition* step = step_of(tool, screen);
    if (step != nullptr && step->has_fixed_pairs) {
      for (size_t i = 0; i + 1 < deck->cards.size(); i += 2)
        check_question(*pattern, deck->cards[i], deck->cards[i + 1], lang);
      return;
    }
    const Card* first = nullptr;
    const Card* second = nullptr;
    for (const auto& card : deck->cards) {
      if (words_of(first, lang) < words_of(&card, lang)) {
        second = std::exchange(first, &card);
      } else if (words_of(second, lang) < words_of(&card, lang)) {
        second = &card;
      }
    }
    if (first != nullptr && second != nullptr) check_question(*pattern, *first, *second, lang);
  }

  void check_question(const std::string& pattern, const Card& first, const Card& second,
                      const std::string& lang) {
    const auto question =
        fill(pattern, {{"a.inf", inf(first, lang)}, {"b.inf", inf(second, lang)}}, lang);
    const int words = longest_sentence_words(question);
    if (words <= longest_sentence) return;
    draft_.fault(
        "the question \"" + question + "\" has " + std::to_string(words) + " words in one sentence",
        first.where, "at most " + std::to_string(longest_sentence));
  }

  std::string inf(const Card& card, const std::string& lang) const {
    const auto* text = draft_.content.texts.find(lang, card.ref.list + "." + card.ref.id + ".inf");
    return text == nullptr ? "" : *text;
  }

  int words_of(const Card* card, const std::string& lang) const {
    return card == nullptr ? 0 : count_words(inf(*card, lang));
  }

  void check_word(const Word& word) {
    check_translations(word);
    check_placeholders(word);
    if (is_for_staff(word.key)) return check_audience(word);
    check_spoken(word);
    check_ease(word);
  }

  void check_translations(const Word& word) {
    const auto filled = names(word.text);
    for (const auto& language : draft_.languages) {
      const auto& lang = language.code;
      const auto* other = draft_.content.texts.find(lang, word.key);
      if (other == nullptr) {
        need(word.key, word.where);
      } else if (word.lang != "da" && filled != names(*other)) {
        draft_.fault(
            "'" + word.key + "' does not fill the same things in " + word.lang + " and " + lang,
            word.where, "the same {placeholders} in every language");
      }
    }
  }

  void check_audience(const Word& word) {
    const auto language = std::ranges::find(draft_.languages, word.lang, &Texts::Language::code);
    if (language == draft_.languages.end() || language->is_for_staff) return;
    draft_.fault("'" + word.key + "' is for staff, who do not read " + word.lang, word.where,
                 "citizens' texts alone, or all of staff's and no X-Audience");
  }

  static std::set<std::string> names(const std::string& text) {
    std::set<std::string> found;
    for (auto& placeholder : placeholders(text)) found.insert(std::move(placeholder.name));
    return found;
  }

  void check_placeholders(const Word& word) {
    const auto& known = citizen_placeholders;
    for (const auto& placeholder : placeholders(word.text)) {
      const bool is_known = std::find(known.begin(), known.end(), placeholder.name) != known.end();
      if (placeholder.name.empty() || (!is_known && !is_for_staff(word.key)))
        draft_.fault("'" + word.key + "' has the unknown placeholder {" + placeholder.name + "}",
                     word.where, "{a.inf}, {b.inf}, {card.label}, {card.spoken} …");
      for (const auto& filter : placeholder.filters) {
        if (is_filter(filter)) continue;
        draft_.fault("'" + word.key + "' has the unknown filter |" + filter, word.where,
                     "|cap or |comma");
      }
    }
  }

  // Words for a card that is not in its deck: the deck was cut short, or an id is misspelt.
  void check_owner(const Word& word) {
    const auto first = word.key.find('.');
    const auto last = word.key.find('.', first + 1);
    if (first == std::string::npos || last == std::string::npos) return;
    const CardRef ref{word.key.substr(0, first), word.key.substr(first + 1, last - first - 1)};
    if (draft_.content.deck(ref.list) == nullptr || draft_.content.card(ref) != nullptr) return;
    const auto& items = draft_.content.practice;
    const bool is_item = std::any_of(items.begin(), items.end(),
                                     [&](const auto& item) { return item.id == ref.id; });
    if (is_item || !said_.insert(ref.text()).second) return;
    draft_.fault("there are words for " + ref.text() + ", which is not in its deck", word.where,
                 "the card in " + ref.list + ".toml, or no words");
  }

  // Whoever does not read must hear everything that is shown.
  void check_spoken(const Word& word) {
    for (const std::string_view shown : {".shown", ".label"}) {
      if (!word.key.ends_with(shown)) continue;
      need(word.key.substr(0, word.key.size() - shown.size()) + ".spoken", word.where);
    }
  }

  void check_ease(const Word& word) {
    if (word.text.find('!') != std::string::npos)
      draft_.fault("'" + word.key + "' exclaims", word.where,
                   "calm words: no exclamation mark, no praise");
    const int words = longest_sentence_words(word.text);
    if (words <= longest_sentence) return;
    draft_.fault("'" + word.key + "' has a sentence of " + std::to_string(words) + " words",
                 word.where, "at most " + std::to_string(longest_sentence));
  }

  Draft& draft_;
  std::set<std::string> said_;
  std::set<std::string>
      own_keys_;  // of cards whose words stand in their deck, without the last part
};

}  // namespace

void check_words(Draft& draft) {
  WordCheck(draft).run();
}

}  // namespace aktiv
