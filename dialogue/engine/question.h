// What is asked now, before it has words: made by a tool or a frame from what was drawn and
// answered, and turned into a Scene by describe(). One question a screen. Values; any thread.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/submission.h"
#include "dialogue/scene/scene.h"

namespace aktiv {

// Something on the screen. `words` is a text key: <words>.label is shown, <words>.spoken heard.
struct Option {
  ElementId id;
  Role role = Role::choice;
  std::string words;
  PictureId picture;
  Look look = Look::plain;
  bool is_enabled = true;
  bool is_selected = false;
  bool is_sealed = false;
  bool is_suggested = false;  // by the mentor: said with its name
  ElementId inside;
  std::string label;     // shown and heard as it is instead of `words`: a letter, a day
  std::string text;      // the citizen's own words, shown in quotation marks instead of `words`
  std::string drawing;   // strokes (dialogue/model/strokes.h)
  CardRef picture_card;  // whose picture it carries, where the id is not the card's
  int row = 0;           // of a letter
  double fill = 0;       // of a gauge

  bool operator==(const Option&) const = default;
};

struct Question {
  std::string screen;        // text key: <screen>.shown, <screen>.spoken
  std::string screen_words;  // where the words are another key's; empty = the screen's own
  Arrangement arrangement = Arrangement::tell;
  std::vector<Option> options;                             // in screen order
  std::vector<std::pair<std::string, std::string>> words;  // fills {card.label} … in the text
  std::vector<CardRef> shown;       // the cards a choice is among, for the record
  std::vector<std::string> places;  // in screen order
  CardRef subject;                  // the card that is put
  Suggestion suggestion;            // the change that is put
  CardRef spoken_first;             // of a pair
  bool is_mirror = false;
  bool is_repeat = false;
  bool may_skip = false;           // Færdig without choosing here
  int most = 1;                    // more than one: chosen on and off, and Næste goes on
  std::vector<ElementId> chosen;   // already, when the screen comes
  std::string answers_for;         // the question that this screen answers, where it is another's
  bool asks_words = false;         // own words: written, spoken, drawn, or by the mentor's hand
  int page_size = 0;               // more choices than this come in pages; 0 = all on one
  bool goes_on_by_itself = false;  // one choice, once it was shown and spoken
  bool has_next = false;
  bool is_read_alone = false;  // practice p8: seen, not heard
  bool is_private = false;     // own answers
  bool is_dark = false;
  Progress progress;
  bool is_done = false;  // nothing more to ask

  bool operator==(const Question&) const = default;
};

// Choices of the question, on all its pages.
inline int choices_of(const Question& question) {
  return static_cast<int>(std::ranges::count(question.options, Role::choice, &Option::role));
}

// How many pages the letters of the keyboard come in on a glass that carries so many choices: one
// row a page where it carries fewer than a large one does; the last row is on every page.
constexpr int kWholeKeyboard = 12;
inline int letter_pages(const Question& question, int most_a_page) {
  if (most_a_page <= 0 || most_a_page >= kWholeKeyboard) return 1;
  int last = 0;
  for (const Option& option : question.options)
    if (option.role == Role::letter) last = std::max(last, option.row);
  return std::max(last, 1);
}

// One sentence, one picture ("screens/<screen>"), Næste.
inline Question tell_screen(const std::string& screen) {
  Question question;
  question.screen = screen;
  Option picture;
  picture.id = ElementId("picture:" + screen);
  picture.role = Role::picture;
  picture.picture = PictureId("screens/" + (screen.starts_with("ui.") ? screen.substr(3) : screen));
  question.options.push_back(picture);
  question.has_next = true;
  return question;
}

inline Option card_option(const CardRef& card, Role role = Role::choice) {
  Option option;
  option.id = card.element();
  option.role = role;
  option.words = card.list + "." + card.id;
  option.picture = PictureId(card.text());
  return option;
}

// Three different answers, never missing: "out:none", "out:dont_know", "out:unknown"; words and
// picture are those of BUTTONS (tools.md, 4.15).
inline Option out_option(const char* id, const char* button) {
  Option option;
  option.id = ElementId(std::string("out:") + id);
  option.role = Role::out;
  option.words = std::string("buttons.") + button;
  option.picture = PictureId(std::string("buttons/") + button);
  return option;
}
inline Option none_of_them() {
  return out_option("none", "ingen");
}
inline Option dont_know() {
  return out_option("dont_know", "ved_ikke");
}
inline Option unknown() {
  return out_option("unknown", "kender_ikke");
}

// Something to open, apart from the choices: "key:<id>", words "ui.<id>" unless others are given.
inline Option key_option(const std::string& id, const std::string& words,
                         const std::string& picture) {
  Option option;
  option.id = ElementId(id);
  option.role = Role::key;
  option.words = words;
  option.picture = PictureId(picture);
  return option;
}
// How own words may be said: on keys, into the microphone, with a finger, by the mentor's hand. One
// list wherever they are asked for.
inline std::vector<Option> own_manners(bool has_microphone) {
  std::vector<Option> manners = {key_option("own:write", "ui.own_write", "ui/pencil"),
                                 key_option("own:draw", "ui.own_draw", "ui/drawing"),
                                 key_option("own:mentor", "ui.own_mentor", "ui/mentor")};
  if (has_microphone)
    manners.insert(manners.begin() + 1, key_option("own:say", "ui.own_say", "ui/microphone"));
  for (Option& manner : manners) manner.role = Role::choice;
  return manners;
}
inline Option mentor_key() {
  return key_option("key:mentor", "ui.mentor", "ui/mentor");
}

// A place to put a card: "place:<id>".
inline Option place_option(const std::string& list, const std::string& id) {
  Option option;
  option.id = ElementId("place:" + id);
  option.role = Role::place;
  option.words = list + "." + id;
  option.picture = PictureId(list + "/" + id);
  return option;
}

// A small picture that is shown, not chosen.
inline Option tile(const CardRef& card, const ElementId& inside) {
  Option option = card_option(card, Role::picture);
  option.look = Look::tile;
  option.inside = inside;
  return option;
}

// A choice with words of its own (keep, throw away, both …): element "option:<id>", words
// "ui.<id>".
inline Option ui_option(const char* id) {
  Option option;
  option.id = ElementId(std::string("option:") + id);
  option.words = std::string("ui.") + id;
  option.picture = PictureId(std::string("ui/") + id);
  return option;
}

}  // namespace aktiv
