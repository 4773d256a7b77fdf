// What the citizen says with words of their own. Every letter is an answer on its way to the disk,
// so that a power cut loses at most the letter that was not touched yet.
#include <algorithm>
#include <utility>

#include "dialogue/engine/turn.h"
#include "dialogue/model/letters.h"
#include "dialogue/model/strokes.h"

namespace aktiv {
namespace {

constexpr size_t kLongestText = 2000;  // bytes; about a page

Manner manner_of(std::string_view word) {
  if (word == "write") return Manner::written;
  if (word == "mentor") return Manner::by_mentor;
  if (word == "draw") return Manner::drawn;
  if (word == "say") return Manner::spoken;
  return Manner::choosing;
}

// UTF-8: the bytes that follow a first byte, and then the first byte.
void erase_last_letter(std::string& text) {
  while (!text.empty()) {
    const bool is_first = !is_inside_letter(text.back());
    text.pop_back();
    if (is_first) return;
  }
}

}  // namespace

// `manner`: write, mentor, draw, say; empty = to be chosen on a screen of its own.
void Turn::begin_own_words(std::string_view manner) {
  Saying own = s_.view.own.value_or(Saying{});
  if (!s_.view.own) {
    // A card that was chosen here gives way: the person says it with words instead.
    const bool has_chosen = s_.view.question.most == 1 && !s_.view.chosen.empty();
    if (has_chosen) record(Undone{run().answers.back().number});
    own.screen = s_.view.question.screen;
    own.about = s_.view.question.subject;
  }
  own.manner = manner_of(manner);
  own.own.written_by = own.manner == Manner::by_mentor ? WrittenBy::mentor : WrittenBy::citizen;
  s_.view.own = std::move(own);
  ask();
}

void Turn::press_own_key(std::string_view id) {
  if (id == "key:own_words") {
    begin_own_words("");
    return;
  }
  if (!s_.view.own) return;
  Saying& own = *s_.view.own;
  if (id.starts_with("letter:")) {
    type(std::string(id.substr(7)));
  } else if (id == "key:own_keys") {
    own.is_alphabetical = !own.is_alphabetical;
    show_other_keys();
  } else if (id == "key:own_hear") {
    tell(Hush{});
    tell(SpeakElement{ElementId("text:written")});
  } else if (id == "key:own_undo") {
    auto strokes = strokes_from_text(own.own.drawing);
    if (!strokes || strokes->empty()) return;
    strokes->pop_back();
    own.own.drawing = to_text(*strokes);
    keep_own_words();
    show_again();
  }
}

// A drawing that has become too large takes no more lines; what is there stays.
void Turn::operator()(const Drawn& fact) {
  if (fact.screen != s_.view.question.screen + "#" + std::to_string(s_.view.serial)) return;
  if (!s_.view.own || s_.view.own->manner != Manner::drawn || fact.stroke.empty()) return;
  auto strokes = strokes_from_text(s_.view.own->own.drawing);
  if (!strokes) return;
  strokes->push_back(fact.stroke);
  const std::string drawing = to_text(*strokes);
  if (!strokes_from_text(drawing)) return;
  s_.view.own->own.drawing = drawing;
  keep_own_words();
  show_again();
}

// The key is a value of its own: the screen it stood on is another once it is pressed.
void Turn::type(std::string key) {
  Saying& own = *s_.view.own;
  std::string& text = own.own.text;
  if (key == "shift") {
    own.is_shifted = !own.is_shifted;
    show_other_keys();
    return;
  }
  if (key == "erase") {
    erase_last_letter(text);
  } else if (text.size() + key.size() <= kLongestText) {
    text += key == "space" ? " " : key;
  }
  // A capital is one letter long: the same key stands there small again, and is the one that is
  // lit.
  const auto& before = s_.view.question.options;
  const auto at =
      std::ranges::find(before, ElementId("letter:" + key), &Option::id) - before.begin();
  const bool was_shifted = std::exchange(own.is_shifted, false);
  keep_own_words();
  if (was_shifted)
    show_other_keys();
  else
    show_again();
  tell(Hush{});
  const auto& now = s_.view.question.options;
  const bool is_there = at < std::ssize(now);
  tell(SpeakElement{is_there ? now[static_cast<size_t>(at)].id : ElementId("letter:" + key)});
}

// The same screen with one letter more: it is not read aloud again, and a touch that was on its way
// still counts.
void Turn::show_again() {
  s_.view.question = fitted(question_of_stage());
}

// Other letters stand where these stood: a touch that was on its way meant another.
void Turn::show_other_keys() {
  show_again();
  ++s_.view.serial;
}

// The answer as it stands now, over the one that stood there before.
void Turn::keep_own_words() {
  if (s_.view.stage == Stage::evaluation) {
    keep_evaluation_words();
    return;
  }
  Saying& own = *s_.view.own;
  if (own.own.empty()) {
    if (own.number > 0) record(Undone{own.number});
    own.number = 0;
    return;
  }
  if (own.number == 0) own.number = static_cast<int>(run().answers.size()) + 1;
  AnswerRecord said;
  said.number = own.number;
  said.question = own.screen;
  said.card = own.about;
  said.choice = Choice::words;
  said.own = own.own;
  said.at_ms = stamped_.at_ms;
  record(Answered{std::move(said)});
}

void Turn::stop_own_words() {
  end_recording();
  s_.view.own.reset();
}

// Næste on a screen of own words: what was said is there already; nothing said is no answer.
bool Turn::go_on_with_own_words() {
  if (!s_.view.own) return false;
  const bool is_said = s_.view.own->number > 0;
  stop_own_words();
  if (!is_said) {
    ask();
    return true;
  }
  Question next = tool().ask(run(), s_.view.told, engine_.content());
  if (next.is_done)
    end_tool();
  else
    show(std::move(next));
  return true;
}

// Tilbage: to the manners, with what was said taken back as any last answer is.
bool Turn::go_back_from_own_words() {
  if (!s_.view.own) return false;
  if (s_.view.own->number > 0) record(Undone{s_.view.own->number});
  stop_own_words();
  ask();
  return true;
}

}  // namespace aktiv
