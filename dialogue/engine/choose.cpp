// What was touched becomes a choice, and a choice an answer.
#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"

namespace aktiv {
namespace {

constexpr int kGoOnMs = 1500;  // shown and spoken; a tool's definition says its own

std::string_view after(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view{};
}

}  // namespace

void Turn::operator()(const Chosen& fact) {
  // An intent from a screen that is no longer shown is stale; the person meant something else.
  if (fact.screen != s_.view.question.screen + "#" + std::to_string(s_.view.serial)) return;
  const std::string_view id = fact.element.value;
  if (id == "speaker") {
    tell(SpeakScene{});
    return;
  }
  if (id.starts_with("fixed:")) {
    tell(Play{Sound::click});
    press_calm(id);
    return;
  }
  if (id == "next") {
    if (!can_go_on()) return;
    tell(Play{Sound::click});
    go_on();
    return;
  }
  if (id == "page:next") {
    tell(Play{Sound::click});
    turn_page();
    return;
  }
  if (const Option* touched = option(fact.element)) choose(*touched);
}

void Turn::operator()(const Dropped& fact) {
  if (fact.screen != s_.view.question.screen + "#" + std::to_string(s_.view.serial)) return;
  const Option* moved = option(fact.element);
  const Option* onto = option(fact.onto);
  if (moved == nullptr || onto == nullptr || moved->role != Role::movable ||
      onto->role != Role::place)
    return;
  choose(*onto);
}

void Turn::choose(const Option& touched) {
  if (!touched.is_enabled) return;
  switch (touched.role) {
    case Role::picture:
    case Role::text:
    case Role::speaker:
    case Role::fixed:
    case Role::pad:
      return;
    case Role::movable:
      tell(SpeakElement{touched.id});
      return;
    case Role::key:
    case Role::letter:
      tell(Play{Sound::click});
      press_key(touched.id.value);
      return;
    case Role::next:
      tell(Play{Sound::click});
      go_on();
      return;
    case Role::choice:
    case Role::place:
    case Role::out:
      break;
  }
  if (s_.view.overlay == Overlay::none && press_recorder(touched.id.value)) return;
  tell(Play{Sound::click});  // the same for every answer; no praise
  if (s_.view.overlay != Overlay::none) {
    press_calm(touched.id.value);
    return;
  }
  if (s_.view.question.asks_words && touched.id.value.starts_with("own:"))
    begin_own_words(touched.id.value.substr(4));
  else if (is_answering() && s_.view.question.most > 1)
    answer_several(touched);
  else if (s_.view.question.most > 1 && touched.role == Role::choice)
    choose_several(touched);
  else
    choose_one(touched);
}

void Turn::choose_one(const Option& touched) {
  const ElementId id = touched.id;
  const bool is_same = s_.view.chosen.size() == 1 && s_.view.chosen[0] == id;
  if (!is_same) {
    if (s_.view.stage == Stage::practice) s_.view.practice.chosen[s_.view.step] = id;
    if (is_answering()) answer(touched);
    if (s_.view.stage == Stage::evaluation) answer_evaluation(touched);
    if (s_.view.stage == Stage::fitting) fit(touched);
    s_.view.chosen = {id};
  }
  tell(Hush{});
  tell(SpeakElement{id});
  if (s_.view.question.goes_on_by_itself && s_.view.goes_on_by_itself)
    wake(Timer::go_on, go_on_ms());
}

bool Turn::is_answering() const {
  return s_.view.stage == Stage::tool || s_.view.stage == Stage::change;
}

int Turn::go_on_ms() {
  if (!is_answering()) return kGoOnMs;
  return engine_.content().tool(run().setup.tool)->numbers.at("go_on_ms");
}

void Turn::choose_several(const Option& touched) {
  const ElementId id = touched.id;
  std::erase_if(s_.view.chosen,
                [](const ElementId& chosen) { return chosen.value.starts_with("option:"); });
  if (is_chosen(id))
    std::erase(s_.view.chosen, id);
  else
    s_.view.chosen.push_back(id);
  tell(Hush{});
  tell(SpeakElement{id});
}

AnswerRecord Turn::answer_from(const Option& touched) const {
  const Question& question = s_.view.question;
  AnswerRecord answer;
  answer.question = question.answers_for.empty() ? question.screen : question.answers_for;
  answer.shown = question.shown;
  // A longer list comes in pages; what was on the screen is what is logged.
  if (const auto size = static_cast<size_t>(question.page_size);
      size > 0 && answer.shown.size() > size) {
    const auto from = std::min(answer.shown.size(), static_cast<size_t>(s_.view.page) * size);
    const auto to = std::min(answer.shown.size(), from + size);
    answer.shown = {question.shown.begin() + static_cast<long>(from),
                    question.shown.begin() + static_cast<long>(to)};
  }
  answer.places = question.places;
  answer.spoken_first = question.spoken_first;
  answer.is_mirror = question.is_mirror;
  answer.is_repeat = question.is_repeat;
  answer.at_ms = stamped_.at_ms;
  answer.card = question.subject;
  answer.suggestion = question.suggestion;
  const std::string_view id = touched.id.value;
  if (const auto card = after(id, "card:"); !card.empty()) {
    answer.choice = Choice::card;
    answer.card = CardRef::parse(card);
  } else if (const auto place = after(id, "place:"); !place.empty()) {
    answer.choice = Choice::place;
    answer.place = std::string(place);
  } else if (const auto date = after(id, "date:"); !date.empty()) {
    answer.choice = Choice::date;
    answer.date = std::string(date);
  } else if (id == "out:none") {
    answer.choice = Choice::none;
  } else if (id == "out:dont_know") {
    answer.choice = Choice::dont_know;
  } else if (id == "out:unknown") {
    answer.choice = Choice::unknown;
  } else if (id == "out:both") {
    answer.choice = Choice::both;
  }  // "out:skip" stays skipped, of this card
  return answer;
}

void Turn::answer(const Option& touched) {
  if (s_.view.asks_which) {
    answer_which(touched);
    return;
  }
  AnswerRecord said = answer_from(touched);
  const int asked = static_cast<int>(run().answers.size());
  if (s_.view.chosen.empty()) {
    said.number = asked + 1;
  } else {
    said.number = asked;  // another touch before it goes on changes it
    said.moved = run().answers.back().moved + 1;
  }
  record(Answered{std::move(said)});
}

// The answers that this screen has so far: each touch of several is one of its own.
size_t Turn::answers_here() const {
  const auto& answers = s_.talk.runs.back().answers;
  size_t count = 0;
  while (count < answers.size() &&
         answers[answers.size() - 1 - count].question == s_.view.question.screen)
    ++count;
  return std::min(count, s_.view.chosen.size());
}

// Several may be chosen, on and off, and every touch is kept at once. What is taken away again is
// undone, and what was chosen after it is said anew; an out stands alone.
void Turn::answer_several(const Option& touched) {
  std::vector<AnswerRecord> here;
  for (size_t left = answers_here(); left > 0; --left)
    here.push_back(run().answers[run().answers.size() - left]);
  std::vector<AnswerRecord> wanted;
  const bool is_taken_away = is_chosen(touched.id);
  const bool is_out = touched.role == Role::out;
  for (const AnswerRecord& answer : here) {
    const bool is_it = answer.choice == Choice::card && answer.card.element() == touched.id;
    if (!is_it && !is_out && answer.choice == Choice::card) wanted.push_back(answer);
  }
  const bool has_room = static_cast<int>(wanted.size()) < s_.view.question.most;
  if (!is_taken_away && (has_room || is_out)) wanted.push_back(answer_from(touched));
  size_t same = 0;
  while (same < here.size() && same < wanted.size() && here[same].card == wanted[same].card &&
         here[same].choice == wanted[same].choice)
    ++same;
  for (size_t left = here.size(); left > same; --left) record(Undone{run().answers.back().number});
  for (size_t at = same; at < wanted.size(); ++at) {
    wanted[at].number = static_cast<int>(run().answers.size()) + 1;
    record(Answered{wanted[at]});
  }
  s_.view.chosen.clear();
  for (const AnswerRecord& answer : wanted)
    s_.view.chosen.push_back(answer.choice == Choice::card ? answer.card.element() : touched.id);
  tell(Hush{});
  tell(SpeakElement{touched.id});
}

// A day instead of "next week": on a screen of its own, for the same question.
void Turn::pick_date() {
  if (!s_.view.chosen.empty()) record(Undone{run().answers.back().number});
  s_.view.date_for = DateFor{s_.view.question.screen, s_.view.question.subject};
  ask();
}

// "Kender det ikke" about two cards: which one, or both.
void Turn::answer_which(const Option& touched) {
  AnswerRecord said = run().answers.back();
  const auto card = after(touched.id.value, "card:");
  said.card = card.empty() ? CardRef{} : CardRef::parse(card);
  record(Answered{std::move(said)});
}

void Turn::press_key(std::string_view id) {
  if (const auto language = frames::language_in(id); !language.empty()) {
    s_.language = std::string(language);
    ask();
  } else if (id.starts_with("lock:")) {
    press_lock(id);
  } else if (id == "key:skip_lock") {
    if (is_talking())
      back_to_conversation();
    else
      enter(Stage::listen);
  } else if (id == "key:new_lock") {
    enter(Stage::new_lock);
  } else if (id == "key:mentor") {
    tell(Hush{});
    tell(OpenMentor{});
  } else if (id == "key:languages") {
    enter(Stage::language);
  } else if (id == "key:about") {
    tell(OpenAbout{});
    enter(Stage::about);
  } else if (id.starts_with("letter:") || id.starts_with("key:own_")) {
    press_own_key(id);
  } else if (id == "key:date") {
    pick_date();
  } else if (id == "key:secret") {
    s_.talk.is_secret = true;
    enter(Stage::listen);
  } else if (id == "key:skip_practice") {
    s_.view.wants_practice = false;
    practise_or_choose();
  } else if (id == "key:my_answers") {
    if (s_.view.has_access && s_.view.citizen) {
      tell(FindKept{s_.view.citizen->id});
    } else {
      const bool has_lock = s_.view.citizen && s_.view.citizen->has_lock;
      enter(has_lock ? Stage::lock : Stage::answers_locked);
    }
  } else if (id == "key:sheet") {
    print_sheet();
  } else if (id == "key:louder" || id == "key:softer") {
    tell(Hush{});
    tell(ChangeVolume{id == "key:louder"});
    tell(SpeakElement{ElementId(std::string(id))});
  } else if (id == "key:hear_voice") {
    hear_own_voice();
  } else if (id == "key:take_back") {
    s_.view.asks_again_calmly = true;
    ask();
  } else if (id == "key:more" && !s_.view.kept.empty()) {
    s_.view.kept_at = (s_.view.kept_at + 1) % s_.view.kept.size();
    ask();
  }
}

// The fixed buttons and what they open. Pause, help and "Hør igen" act at once; Stop asks once
// more.
void Turn::press_calm(std::string_view id) {
  if (id == "fixed:back") {
    go_back();
    return;
  }
  if (id == "fixed:pause") {
    cover(Overlay::pause);
  } else if (id == "fixed:stop") {
    cover(Overlay::stop);
  } else if (id == "fixed:help" || id == "option:get_mentor") {
    tell(Play{Sound::help});
    tell(CallForHelp{});
    cover(Overlay::help);
  } else if (id == "option:stop_today") {
    s_.view.overlay = Overlay::none;
    stop_here();
  } else {
    uncover();
  }
}

void Turn::turn_page() {
  const Question& question = s_.view.question;
  const int choices = choices_of(question);
  int pages = letter_pages(question, s_.most_a_page);
  if (question.page_size > 0 && choices > question.page_size)
    pages = (choices + question.page_size - 1) / question.page_size;
  if (pages <= 1) return;
  s_.view.page = (s_.view.page + 1) % pages;
  ++s_.view.serial;
  tell(Hush{});
  tell(SpeakScene{});
}

bool Turn::can_go_on() const {
  const Question& question = s_.view.question;
  if (s_.view.overlay != Overlay::none) return false;
  if (!s_.view.chosen.empty() || question.may_skip || question.most > 1) return true;
  const bool is_asking = std::ranges::any_of(question.options, [](const Option& o) {
    return o.role == Role::choice || o.role == Role::place || o.role == Role::out;
  });
  return !is_asking;
}

}  // namespace aktiv
