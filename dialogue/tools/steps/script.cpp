#include "dialogue/tools/steps/script.h"

#include <algorithm>

#include "dialogue/model/day.h"
#include "dialogue/tools/earlier.h"
#include "dialogue/tools/steps/cards.h"
#include "dialogue/tools/steps/posters.h"

namespace aktiv::steps {
namespace {

bool ends_with(const StepDefinition& step, const AnswerRecord& answer) {
  const std::string word = answer.choice == Choice::none        ? "none"
                           : answer.choice == Choice::dont_know ? "dont_know"
                                                                : "";
  return !word.empty() && std::ranges::find(step.ends_on, word) != step.ends_on.end();
}

// Færdig, not "Spring over" of one card.
bool is_enough(const AnswerRecord& answer) {
  return answer.choice == Choice::skipped && answer.card.empty();
}

}  // namespace

Question Script::next() {
  for (const StepDefinition* step : in_todays_order()) {
    if (!step->follows.empty()) continue;
    if (ask(*step, {})) return question_;
    if (has_ended_) break;
  }
  Question done;
  done.is_done = true;
  return done;
}

// "What was good" and "what was hard" take turns at being first, from day to day.
std::vector<const StepDefinition*> Script::in_todays_order() const {
  std::vector<const StepDefinition*> order;
  for (const StepDefinition& step : ground_.tool.steps) order.push_back(&step);
  const bool is_turned = (ground_.run.started_ms / kDayMs) % 2 == 1;
  for (size_t i = 0; is_turned && i + 1 < order.size(); ++i)
    if (order[i]->turns_with == order[i + 1]->screen) std::swap(order[i], order[i + 1]);
  return order;
}

bool Script::ask(const StepDefinition& step, const CardRef& about) {
  if (!is_asked(step, ground_.run.setup)) return false;
  switch (step.asks) {
    case Asks::told:
      return tell(tell_screen(step.screen));
    case Asks::shown:
      return tell(poster(ground_, step));
    case Asks::pairs:
      return ask_pairs(step);
    case Asks::place:
      return ask_places(step, about);
    case Asks::suggestion:
      return ask_suggestions(step);
    case Asks::choose:
      return ask_choices(step);
    case Asks::words:
      return ask_own_words(step, about);
  }
  return false;
}

// A poster with nothing on it is not shown.
bool Script::tell(Question told) {
  if (told.is_done) return false;
  if (passed_ < told_) {
    ++passed_;
    return false;
  }
  question_ = std::move(told);
  return true;
}

const AnswerRecord* Script::take(const StepDefinition& step) {
  const auto& answers = ground_.run.answers;
  if (at_ >= answers.size() || answers[at_].question != step.screen) return nullptr;
  const AnswerRecord& answer = answers[at_++];
  has_ended_ = has_ended_ || ends_with(step, answer);
  return &answer;
}

bool Script::ask_pairs(const StepDefinition& step) {
  const int enough = ground_.tool.numbers.at("stop_dont_know");
  int dont_know_in_a_row = 0;
  for (size_t at = 0; at < ground_.run.plan.trials.size(); ++at) {
    const AnswerRecord* answer = take(step);
    if (answer == nullptr) {
      question_ = ask_pair(ground_, step, at);
      return true;
    }
    dont_know_in_a_row = answer->choice == Choice::dont_know ? dont_know_in_a_row + 1 : 0;
    if (dont_know_in_a_row >= enough) return false;
  }
  return false;
}

std::vector<CardRef> Script::candidates(const StepDefinition& step) const {
  std::vector<CardRef> cards = cards_of(step.cards, ground_.tool, ground_.run, ground_.content);
  if (!step.without.empty()) {
    std::vector<CardRef> gone;
    for (const AnswerRecord* answer : answers_to(ground_.run, step.without))
      gone.push_back(answer->card);
    std::erase_if(cards, [&](const CardRef& card) { return has_card(gone, card); });
  }
  if (step.value_most > 0)
    std::erase_if(cards, [&](const CardRef& card) {
      return ground_.content.card(card)->value > step.value_most;
    });
  return cards;
}

bool Script::ask_places(const StepDefinition& step, const CardRef& about) {
  std::vector<CardRef> cards = {about};
  if (about.empty() && !step.cards.empty())
    cards = in_drawn_order(ground_.tool, step, 0, ground_.run, candidates(step));
  else if (about.empty() && step.is_about_visit && !ground_.run.setup.cards.empty())
    cards = {ground_.run.setup.cards.front()};  // the place that was visited
  if (static_cast<int>(cards.size()) < step.least) return false;
  if (step.cards_most > 0 && static_cast<int>(cards.size()) > step.cards_most)
    cards.resize(static_cast<size_t>(step.cards_most));
  for (size_t i = 0; i < cards.size(); ++i) {
    for (const bool is_turned : {false, true}) {
      if (is_turned && !step.has_both_orders) continue;
      const AnswerRecord* answer = take(step);
      if (answer == nullptr) {
        question_ =
            ask_place(ground_, step,
                      {cards[i], is_turned, static_cast<int>(i), static_cast<int>(cards.size())});
        return true;
      }
      if (has_ended_ || is_enough(*answer)) return false;
      const bool is_said = answer->choice == Choice::place || answer->choice == Choice::date ||
                           answer->choice == Choice::words;
      if (is_said && ask_what_follows(step, cards[i])) return true;
    }
  }
  return false;
}

bool Script::ask_suggestions(const StepDefinition& step) {
  for (const Earlier& change : ground_.run.setup.earlier) {
    if (change.what != suggested_change) continue;
    if (take(step) != nullptr) continue;
    question_ = ask_suggestion(ground_, step, change);
    return true;
  }
  return false;
}

bool Script::ask_what_follows(const StepDefinition& step, const CardRef& about) {
  for (const StepDefinition& other : ground_.tool.steps) {
    const bool follows = std::ranges::find(other.follows, step.screen) != other.follows.end();
    if (follows && ask(other, about)) return true;
  }
  return false;
}

bool Script::ask_choices(const StepDefinition& step) {
  const std::vector<CardRef> among = candidates(step);
  if (static_cast<int>(among.size()) < step.least) return false;
  return step.is_several ? ask_several_at_once(step, among) : ask_one_by_one(step, among);
}

// Ends at the most there may be, or when the person says it is enough.
bool Script::ask_one_by_one(const StepDefinition& step, const std::vector<CardRef>& among) {
  const size_t most = std::min(among.size(), static_cast<size_t>(step.most));
  std::vector<CardRef> taken;
  while (taken.size() < most) {
    const AnswerRecord* answer = take(step);
    if (answer == nullptr) {
      question_ = ask_one(ground_, step, among, taken);
      return true;
    }
    if (answer->choice != Choice::card) return false;
    taken.push_back(answer->card);
    if (ask_what_follows(step, answer->card)) return true;
  }
  return false;
}

// Each touch is an answer of its own; Næste ends them with one that is not a card.
bool Script::ask_several_at_once(const StepDefinition& step, const std::vector<CardRef>& among) {
  std::vector<CardRef> taken;
  for (;;) {
    const AnswerRecord* answer = take(step);
    if (answer == nullptr) {
      question_ = ask_several(ground_, step, among, taken);
      return true;
    }
    if (answer->choice != Choice::card) return false;
    taken.push_back(answer->card);
  }
}

bool Script::ask_own_words(const StepDefinition& step, const CardRef& about) {
  if (take(step) != nullptr) return false;
  question_ = ask_words(ground_, step, about);
  return true;
}

}  // namespace aktiv::steps
