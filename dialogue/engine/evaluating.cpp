// "Hvad synes du om os?": a way of its own, beside every conversation. Nothing is recorded on the
// way; what was answered is handed in whole at its end, or is gone.
#include "dialogue/engine/evaluating.h"

#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/insight/evaluation.h"
#include "dialogue/insight/names_in.h"
#include "dialogue/model/language.h"

namespace aktiv {
namespace {

constexpr size_t most_shown = 4;  // as large as they stand there, more have no room

std::string shown_of(const std::string& text, const std::vector<NameSpot>& spots) {
  std::string shown;
  for (size_t at = 0; at < std::min(spots.size(), most_shown); ++at)
    shown += (at > 0 ? ", " : "") + text.substr(spots[at].at, spots[at].length);
  return shown;
}

}  // namespace

void Turn::operator()(const EvaluationOpened& fact) {
  if (fact.way < 2 || fact.way > 4) return;  // graded steps do not work in way 1
  leave_what_is_open();
  s_.language = fact.language;
  s_.view.reads_aloud = true;  // it is answered alone, and everything can be heard
  s_.view.goes_on_by_itself = fact.way == 2 && !fact.is_rehearsal;
  s_.view.is_rehearsal = fact.is_rehearsal;
  Evaluating begun;
  begun.said.month = month_of(stamped_.at_ms);
  begun.said.way = fact.way;
  begun.said.scale_direction = draws_.coin() ? "best_left" : "best_right";
  begun.order.assign(evaluation_questions.begin(), evaluation_questions.end());
  draws_.shuffle(begun.order);
  s_.view.evaluating = std::move(begun);
  enter(Stage::evaluation);
}

// The practice is not kept; another touch on the same question changes it.
void Turn::answer_evaluation(const Option& touched) {
  Evaluating& now = *s_.view.evaluating;
  const int at = s_.view.step - evaluating::first_question;
  if (at < 0 || at >= static_cast<int>(now.order.size())) return;
  EvaluationAnswer answer;
  answer.question = now.order[static_cast<size_t>(at)];
  const std::string_view id = touched.id.value;
  if (id == "out:dont_know") answer.choice = Choice::dont_know;
  if (id.starts_with("place:")) {
    const int value = degree_value(id.substr(6));
    if (value == 0) return;
    answer.choice = Choice::place;
    answer.value = value;
  }
  std::erase_if(now.said.answers,
                [&](const EvaluationAnswer& one) { return one.question == answer.question; });
  now.said.answers.push_back(std::move(answer));
}

int Turn::degree_value(std::string_view place) const {
  const char* deck = degree_deck(s_.view.evaluating->said.way);
  const Card* card = engine_.content().card({deck, std::string(place)});
  return card == nullptr ? 0 : card->value;
}

void Turn::keep_evaluation_words() {
  Evaluating& now = *s_.view.evaluating;
  if (const auto text = now.text_at(s_.view.step)) now.said.*text = s_.view.own->own.text;
}

void Turn::enter_evaluation(int step) {
  Evaluating& now = *s_.view.evaluating;
  const bool asks_words = step == now.good_step() || step == now.better_step();
  if (asks_words && !now.asks_words()) step = now.thanks_step();
  now.may_be_names.clear();
  const auto text = now.text_at(step);
  s_.view.own.reset();
  if (text != nullptr) {
    Saying own;
    own.manner = Manner::written;
    own.screen = step == now.good_step() ? "t12_godt" : "t12_bedre";
    own.own.text = now.said.*text;
    s_.view.own = std::move(own);
  }
  s_.view.stage = Stage::evaluation;
  s_.view.step = step;
  s_.view.covered.reset();
  if (step == now.thanks_step()) hand_in();
  ask();
}

// "Skriv ikke navne": where a text may point to somebody, the person who wrote it decides.
void Turn::go_on_evaluating() {
  Evaluating& now = *s_.view.evaluating;
  const int step = s_.view.step;
  if (now.is_over(step)) {
    wipe();
    return;
  }
  if (const auto which = now.text_at(step)) {
    std::string& text = now.said.*which;
    const auto spots = names_in(
        text, ordinary_words(engine_.content().texts.get(s_.language, "staff.ordinary_words")),
        !writes_nouns_large(s_.language));
    if (!now.may_be_names.empty()) {
      const bool goes = !s_.view.chosen.empty() && s_.view.chosen[0].value == "option:remove_name";
      if (goes) text = without_names(text, spots, "…");
    } else if (!spots.empty()) {
      now.may_be_names = shown_of(text, spots);
      s_.view.own.reset();
      ask();
      return;
    }
  }
  enter_evaluation(step + 1);
}

// What was passed by is said to have been skipped; then nothing of it stays here.
void Turn::hand_in() {
  Evaluating& now = *s_.view.evaluating;
  for (const std::string& question : now.order)
    if (now.answer_to(question) == nullptr)
      now.said.answers.push_back({question, Choice::skipped, 0});
  if (!s_.view.is_rehearsal) tell(KeepEvaluation{now.said});
  forget_evaluation();
}

void Turn::forget_evaluation() {
  Evaluation& said = s_.view.evaluating->said;
  said.answers.clear();
  said.good.clear();
  said.better.clear();
}

// "Stop" always works: what was answered so far is gone, and that is said.
void Turn::stop_evaluating() {
  if (s_.view.evaluating->is_over(s_.view.step)) {
    wipe();
    return;
  }
  forget_evaluation();
  enter_evaluation(s_.view.evaluating->thrown_step());
}

void Turn::go_back_evaluating() {
  Evaluating& now = *s_.view.evaluating;
  if (now.is_over(s_.view.step)) return;  // it is no longer anybody's
  if (!now.may_be_names.empty())
    enter_evaluation(s_.view.step);
  else
    enter_evaluation(std::max(0, s_.view.step - 1));
}

}  // namespace aktiv
