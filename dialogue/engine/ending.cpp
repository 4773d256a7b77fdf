// The end: stopped or finished, kept or thrown away, and seen by whom.
#include "dialogue/engine/citizen_signs.h"
#include "dialogue/engine/turn.h"
#include "dialogue/tools/cards_said_back.h"

namespace aktiv {

void Turn::finish() {
  if (has_answers()) {
    enter(Stage::consent_end);
    return;
  }
  s_.view.ends_unanswered = true;
  throw_away();
}

// "Stop" always works. Nothing is sent; F2 is asked about what was done so far.
void Turn::stop_here() {
  if (s_.view.evaluating) {
    stop_evaluating();
    return;
  }
  if (s_.talk.id.empty() || s_.talk.is_finished) {  // decided already
    wipe();
    return;
  }
  if (s_.view.stage == Stage::consent_end && s_.talk.is_secret) {
    throw_away();
    return;
  }
  if (s_.view.stage == Stage::consent_end) {
    tell(PutAway{s_.talk.id});
    s_.talk = Conversation{};
    s_.events.clear();
    s_.view.is_put_away = true;
    enter(Stage::goodbye);
    return;
  }
  if (!s_.talk.runs.empty() && !s_.talk.runs.back().is_ended) record(ToolEnded{stamped_.at_ms});
  finish();
}

void Turn::go_on_consenting_at_end() {
  View& view = s_.view;
  if (s_.talk.is_secret) {
    throw_away();
    return;
  }
  const std::string chosen = view.chosen.empty() ? "" : view.chosen[0].value;
  if (view.step == 0 && chosen == "out:dont_know") {
    show(tell_screen("f2_3"));  // told once more; then asked once more
    return;
  }
  if (view.step == 0 && view.question.screen == "f2_3") {
    ask();
  } else if (view.step == 0 && chosen == "option:throw_away") {
    if (view.asks_again_calmly) {
      throw_away();
      return;
    }
    view.asks_again_calmly = true;
    ask();
  } else if (view.step == 0) {
    enter(Stage::consent_end, 1);
  } else if (view.step == 1 && !view.asks_again_calmly) {
    view.readers.clear();
    for (const ElementId& id : view.chosen)
      if (id.value.starts_with("card:people/")) view.readers.push_back(id.value.substr(12));
    view.asks_again_calmly = !view.readers.empty();
    if (view.asks_again_calmly)
      ask();
    else
      enter(Stage::consent_end, 2);
  } else if (view.step == 1) {
    if (chosen == "option:share_no") view.readers.clear();
    enter(Stage::consent_end, 2);
  } else {
    decide();
  }
}

void Turn::decide() {
  const std::vector<Event> last = {Decided{true, s_.view.readers}, Finished{stamped_.at_ms}};
  for (const Event& event : last) {
    apply_event(s_.talk, event);
    s_.events.push_back(event);
  }
  tell(Keep{s_.talk.id, last,
            submissions_of(s_.talk, s_.events, engine_.catalogue(), engine_.content())});
  enter(Stage::goodbye);
}

void Turn::throw_away() {
  apply_event(s_.talk, Decided{false, {}});
  apply_event(s_.talk, Finished{stamped_.at_ms});
  tell(ThrowAway{s_.talk.id});
  for (ToolRun& thrown : s_.talk.runs) thrown.answers.clear();
  s_.events.clear();
  enter(Stage::goodbye);
}

void Turn::print_sheet() {
  if (s_.view.stage != Stage::goodbye || !s_.view.is_kept) return;
  tell(PrintSheet{s_.talk.id, s_.talk.language, signs_of(s_.citizens, s_.talk.citizen),
                  cards_said_back(s_.talk, engine_.catalogue(), engine_.content()),
                  s_.talk.started_by});
  s_.view.sheet = SheetStands::being_made;
  ask();
}

}  // namespace aktiv
