// Session -> Scene: the question gets its words, its fixed buttons and its place in the scan order.
#include <algorithm>

#include "dialogue/content/phrases.h"
#include "dialogue/content/sentences.h"
#include "dialogue/engine/engine.h"
#include "dialogue/frames/frames.h"

namespace aktiv {
namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

class Describe {
 public:
  Describe(const Content& content, const Session& session)
      : content_(content), texts_(content.texts), s_(session), question_(session.view.question) {
    scene_.language = language_of(s_);
  }

  // `named`: the element whose recording is asked for too.
  Scene scene(const ElementId& named = {}) {
    named_ = named;
    scene_.id = question_.screen.starts_with("ui.") ? question_.screen.substr(3) : question_.screen;
    scene_.screen = question_.screen + "#" + std::to_string(s_.view.serial);
    scene_.arrangement = question_.arrangement;
    scene_.progress = question_.progress;
    scene_.listens_alone = !question_.is_read_alone;
    scene_.is_private = question_.is_private;
    scene_.is_dark = question_.is_dark;
    if (s_.view.is_rehearsal) scene_.mark = text("ui.rehearsal.label");
    values_ = values();
    scene_.question = phrase();
    scene_.elements.reserve(question_.options.size() + 8);
    add_options();
    add_word_to_read();
    add_next();
    add_speaker_and_fixed();
    number_the_scan();
    speak();
    name_languages();
    caption();
    suit(access_of(s_));
    return std::move(scene_);
  }

  const std::string& recording_of_named() const { return recording_of_named_; }

 private:
  const std::string& text(std::string_view key) const { return texts_.get(scene_.language, key); }
  const std::string& part(const std::string& words, const char* which) {
    key_.assign(words);
    key_ += which;
    return text(key_);
  }

  std::string joined_labels(const std::vector<CardRef>& cards) {
    std::vector<std::string> labels;
    labels.reserve(cards.size());
    for (const CardRef& card : cards) labels.push_back(part(card.list + "." + card.id, ".label"));
    return enumerate(labels, text("ui.and"), text("ui.comma"));
  }

  Values values() {
    Values values;
    if (question_.shown.size() == 2 && !question_.spoken_first.empty()) {
      const CardRef& heard = question_.spoken_first;
      const CardRef& last = heard == question_.shown[0] ? question_.shown[1] : question_.shown[0];
      values.emplace_back("a.inf", part(heard.list + "." + heard.id, ".inf"));
      values.emplace_back("b.inf", part(last.list + "." + last.id, ".inf"));
    }
    if (!question_.shown.empty()) {
      const std::string labels = joined_labels(question_.shown);
      values.emplace_back("card.label", labels);
      values.emplace_back("cards.label", labels);
    }
    if (!question_.subject.empty()) values.emplace_back("card.spoken", of_subject(".spoken"));
    // Only cards that are asked about in a question of their own have one.
    const bool has_question =
        !question_.subject.empty() &&
        texts_.find(scene_.language,
                    question_.subject.list + "." + question_.subject.id + ".question") != nullptr;
    if (has_question) values.emplace_back("card.question", of_subject(".question"));
    if (!question_.suggestion.empty())
      values.emplace_back("suggestion", question_.suggestion.words);
    if (!s_.view.readers.empty()) {
      std::vector<CardRef> people;
      for (const std::string& reader : s_.view.readers) people.push_back({"people", reader});
      values.emplace_back("people.label", joined_labels(people));
    }
    return values;
  }

  const std::string& of_subject(const char* which) {
    return part(question_.subject.list + "." + question_.subject.id, which);
  }

  std::string filled(const std::string& pattern) const {
    return pattern.find('{') == std::string::npos ? pattern
                                                  : fill(pattern, values_, scene_.language);
  }

  const std::string& words() const {
    return question_.screen_words.empty() ? question_.screen : question_.screen_words;
  }

  Phrase phrase() {
    Phrase phrase;
    phrase.shown = filled(part(words(), ".shown"));
    phrase.spoken = filled(part(words(), ".spoken"));
    return phrase;
  }

  // A recording belongs to one text; a sentence filled with answers has none.
  std::string recording_key() {
    const bool is_whole = part(words(), ".spoken") == scene_.question.spoken;
    return is_whole ? words() + ".spoken" : std::string();
  }

  void add(ElementId id, Role role, const std::string& words, PictureId picture) {
    Element element;
    element.id = std::move(id);
    element.role = role;
    if (!words.empty() && element.id == named_) recording_of_named_ = words + ".spoken";
    if (!words.empty()) element.phrase = {part(words, ".label"), part(words, ".spoken")};
    element.picture = std::move(picture);
    scene_.elements.push_back(std::move(element));
  }

  // A card's picture may be the day centre's own.
  PictureId picture_of(const Option& option) const {
    CardRef ref = option.picture_card;
    if (ref.empty() && option.id.value.starts_with("card:"))
      ref = CardRef::parse(std::string_view(option.id.value).substr(5));
    if (ref.empty()) return option.picture;
    const Card* card = content_.card(ref);
    return card == nullptr ? option.picture : card->picture;
  }

  // A language is offered in its own words.
  Phrase language_phrase(const ElementId& id) const {
    const std::string_view language = frames::language_in(id.value);
    return {texts_.get(language, "ui.language.label"), texts_.get(language, "ui.language.spoken")};
  }

  // A recording says the card alone: here the name is composed.
  void add_whose_suggestion(Element& element) {
    if (element.id == named_) recording_of_named_.clear();
    const std::vector<std::pair<std::string, std::string>> card = {
        {"card.label", element.phrase.shown}, {"card.spoken", element.phrase.spoken}};
    element.phrase = {fill(part("ui.suggested_step", ".label"), card, scene_.language),
                      fill(part("ui.suggested_step", ".spoken"), card, scene_.language)};
  }

  void add_options() {
    const int from = s_.view.page * question_.page_size;
    int choice = 0;
    const int choices = choices_of(question_);
    const int last_row = last_row_of_letters();
    for (const Option& option : question_.options) {
      const bool is_other_row = option.role == Role::letter && has_letter_pages() &&
                                option.row != last_row && option.row != s_.view.page;
      if (is_other_row) continue;
      if (option.role == Role::choice && question_.page_size > 0 && choices > question_.page_size) {
        const int at = choice++;
        if (at < from || at >= from + question_.page_size) continue;
      }
      add(option.id, option.role, option.words, picture_of(option));
      Element& element = scene_.elements.back();
      element.look = option.look;
      element.is_enabled = option.is_enabled;
      element.is_sealed = option.is_sealed;
      element.inside = option.inside;
      element.is_selected = option.is_selected ||
                            std::ranges::find(s_.view.chosen, option.id) != s_.view.chosen.end();
      element.row = option.row;
      element.fill = option.fill;
      element.drawing = option.drawing;
      if (option.is_suggested) add_whose_suggestion(element);
      if (!option.label.empty()) element.phrase = {option.label, option.label};
      if (!option.text.empty()) element.phrase = {"“" + option.text + "”", option.text};
      if (!frames::language_in(option.id.value).empty()) {
        element.phrase = language_phrase(option.id);
        if (option.role == Role::key)
          element.is_selected = frames::language_in(option.id.value) == s_.language;
      }
      if (option.role == Role::picture && question_.arrangement == Arrangement::tell)
        element.phrase = {};
      if (option.words == question_.screen) element.phrase = {};
    }
    if ((question_.page_size > 0 && choices > question_.page_size) || has_letter_pages())
      add(ElementId("page:next"), Role::key, "ui.more", PictureId("ui/more"));
  }

  // A small glass shows one row of letters at a time, with the keys that are always there.
  bool has_letter_pages() const { return letter_pages(question_, s_.most_a_page) > 1; }
  int last_row_of_letters() const {
    int last = 0;
    for (const Option& option : question_.options) last = std::max(last, option.row);
    return last;
  }

  // p8: the word is shown and not spoken.
  void add_word_to_read() {
    if (!question_.is_read_alone) return;
    Element word;
    word.id = ElementId("text:word");
    word.role = Role::text;
    word.phrase.shown = part(question_.screen, ".word");
    scene_.elements.insert(scene_.elements.begin(), word);
  }

  bool is_asking() const {
    return std::ranges::any_of(question_.options, [](const Option& o) {
      return o.role == Role::choice || o.role == Role::place || o.role == Role::out;
    });
  }

  void add_next() {
    if (!question_.has_next) return;
    const bool ends_choosing = question_.may_skip && s_.view.chosen.empty();
    const bool is_finish = ends_choosing || (s_.view.stage == Stage::choose_tool &&
                                             !s_.talk.runs.empty() && s_.view.chosen.empty());
    add(ElementId("next"), Role::next, is_finish ? "ui.finished" : "ui.next", PictureId("ui/next"));
    Element& next = scene_.elements.back();
    next.look = Look::primary;
    if (question_.may_skip)
      next.may_become = text(is_finish ? "ui.next.label" : "ui.finished.label");
    next.is_enabled = is_finish || !is_asking() || !s_.view.chosen.empty() || question_.most > 1;
  }

  void add_speaker_and_fixed() {
    add(ElementId("speaker"), Role::speaker, "buttons.igen", PictureId("buttons/igen"));
    const bool is_bare = s_.view.overlay != Overlay::none || s_.view.stage == Stage::welcome;
    if (is_bare) return;
    struct Fixed {
      const char* id;
      const char* button;
    };
    static constexpr Fixed kFixed[] = {{"fixed:back", "tilbage"},
                                       {"fixed:help", "hjaelp"},
                                       {"fixed:pause", "pause"},
                                       {"fixed:stop", "stop"}};
    for (const Fixed& fixed : kFixed)
      add(ElementId(fixed.id), Role::fixed, std::string("buttons.") + fixed.button,
          PictureId(std::string("buttons/") + fixed.button));
  }

  // One order serves eyes, switches, keyboard and voice: the choices, the outs, going on, hearing
  // again, and then the fixed buttons.
  void number_the_scan() {
    int order = 0;
    for (Element& element : scene_.elements) {
      const bool can_be_chosen =
          element.role != Role::picture && element.role != Role::text && element.is_enabled;
      element.order = can_be_chosen ? ++order : 0;
    }
  }

  // Who does not know the language of the question hears their own named in it.
  void name_languages() {
    for (const Element& element : scene_.elements)
      if (element.role == Role::choice && !frames::language_in(element.id.value).empty())
        scene_.speech.push_back({"ui.language.spoken", element.phrase.spoken, element.id,
                                 std::string(frames::language_in(element.id.value))});
  }

  // The question, then each card lights while it is named.
  void speak() {
    const std::string& spoken = scene_.question.spoken;
    const std::string& shown = scene_.question.shown;
    const size_t cut = second_card_in(spoken);
    if (!spoken.starts_with(shown) || cut == std::string::npos || cut <= shown.size()) {
      scene_.speech.push_back({recording_key(), spoken, {}});
      return;
    }
    // "Hvad vil du helst?" · "Bage" · "eller passe dyr?"
    const CardRef& first = question_.spoken_first;
    const CardRef& last = first == question_.shown[0] ? question_.shown[1] : question_.shown[0];
    scene_.speech.push_back({question_.screen + ".shown", shown, {}});
    scene_.speech.push_back({first.list + "." + first.id + ".inf",
                             spoken.substr(shown.size() + 1, cut - shown.size() - 2),
                             first.element()});
    scene_.speech.push_back(
        {last.list + "." + last.id + ".inf", spoken.substr(cut), last.element()});
  }

  // Where the second of two named cards begins, with its "or": what stands between the two in the
  // text belongs to it. npos: not a question about two cards.
  size_t second_card_in(const std::string& spoken) {
    if (question_.shown.size() != 2 || question_.spoken_first.empty()) return std::string::npos;
    const std::string& pattern = part(words(), ".spoken");
    const size_t first = pattern.find("{a.inf");
    const size_t second = pattern.find("{b.inf");
    if (first == std::string::npos || second == std::string::npos) return std::string::npos;
    const size_t from = pattern.find('}', first) + 1;
    std::string between = pattern.substr(from, second - from);
    if (between.starts_with(' ')) between.erase(0, 1);
    return spoken.rfind(between + values_[1].second);
  }

  // What is heard and not otherwise visible.
  void caption() {
    if (question_.is_read_alone || scene_.speech.size() > 1) return;
    for (const std::string_view sentence : sentences(scene_.question.spoken)) {
      if (can_be_read_in(scene_.question.shown, sentence)) continue;
      if (!scene_.caption.empty()) scene_.caption += ' ';
      scene_.caption += sentence;
    }
  }

  // As this citizen uses the kiosk. What is said stays whole, and can be read by whoever does not
  // hear it.
  void suit(const AccessProfile& access) {
    if (access.is_calm.value_or(false)) {
      scene_.is_bare = true;
      scene_.progress = {};
    }
    if (access.has_words.value_or(true)) return;
    for (Element& element : scene_.elements) {
      const bool answers = element.role == Role::choice || element.role == Role::place ||
                           element.role == Role::movable || element.role == Role::picture;
      if (answers && !element.picture.empty()) element.phrase.shown.clear();
    }
  }

  const Content& content_;
  const Texts& texts_;
  const Session& s_;
  const Question& question_;
  Values values_;
  std::string key_;
  ElementId named_;
  std::string recording_of_named_;
  Scene scene_;
};

}  // namespace

Scene Engine::describe(const Session& session) const {
  return Describe(content_, session).scene();
}

std::optional<Utterance> Engine::name(const Session& session, const ElementId& id) const {
  Describe describe(content_, session);
  const Scene scene = describe.scene(id);
  const Element* element = scene.find(id);
  if (element == nullptr || element->is_sealed || element->phrase.spoken.empty())
    return std::nullopt;
  return Utterance{describe.recording_of_named(), element->phrase.spoken, id,
                   std::string(frames::language_in(id.value))};
}

}  // namespace aktiv
