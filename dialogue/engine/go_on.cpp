// What comes next.
#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"

namespace aktiv {

void Turn::go_on() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  switch (s_.view.stage) {
    case Stage::welcome:
      enter(Stage::who);
      return;
    case Stage::language:
      s_.language = frames::language_in(chosen);
      enter(Stage::welcome);
      return;
    case Stage::about:
      if (frames::about(s_.view.step + 1, s_, engine_.content()).is_done)
        enter(Stage::welcome);
      else
        enter(Stage::about, s_.view.step + 1);
      return;
    case Stage::who:
    case Stage::who_second:
      go_on_signing_in();
      return;
    case Stage::lock:
      return;
    case Stage::new_lock:
      if (s_.view.step == 2) back_to_conversation();
      return;
    case Stage::fitting:
      if (s_.view.step < static_cast<int>(engine_.content().fitting.size()))
        enter(Stage::fitting, s_.view.step + 1);
      else
        back_to_conversation();
      return;
    case Stage::unfinished:
      if (chosen != "option:go_on_last") s_.view.unfinished.clear();
      enter(Stage::listen);
      return;
    case Stage::listen:
      s_.view.listening = chosen == "option:headset"  ? Listening::headset
                          : chosen == "option:silent" ? Listening::silent
                                                      : Listening::aloud;
      tell(Listen{s_.view.listening});
      open(nullptr);
      return;
    case Stage::consent:
      go_on_consenting();
      return;
    case Stage::practice:
      go_on_practising();
      return;
    case Stage::choose_tool:
      choose_tool();
      return;
    case Stage::tool:
    case Stage::change:
      go_on_in_tool();
      return;
    case Stage::said_back:
      go_on_saying_back();
      return;
    case Stage::consent_end:
      go_on_consenting_at_end();
      return;
    case Stage::goodbye:
      wipe();
      return;
    case Stage::my_answers:
      go_on_in_my_answers();
      return;
    case Stage::evaluation:
      go_on_evaluating();
      return;
    case Stage::answers_locked:
      back_to_conversation();
      return;
  }
}

void Turn::go_on_consenting() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  // "Ved ikke" is no third outcome: it is told once more, and asked once more.
  if (chosen == "out:dont_know") {
    enter(Stage::consent, 2);
    return;
  }
  if (s_.view.question.screen == "f2_4") record(Decided{chosen == "option:keep", {}});
  s_.view.step += 1;
  if (!frames::consent(s_).is_done) {
    ask();
    return;
  }
  practise_or_choose();
}

void Turn::practise_or_choose() {
  if (s_.view.wants_practice) {
    enter(Stage::practice);
  } else if (s_.view.prepared) {
    start_tool(*s_.view.prepared);
  } else {
    enter(Stage::choose_tool);
  }
}

void Turn::go_on_practising() {
  s_.view.step += 1;
  if (!frames::practice(s_, engine_.content()).is_done) {
    ask();
    return;
  }
  const frames::PracticeOutcome outcome = frames::outcome(s_.view.practice, engine_.content());
  // Nothing of the practice is kept but the way and the layout of this session.
  s_.view.practice = Practice{};
  s_.view.wants_practice = false;
  s_.view.is_limited_to_objects = outcome.is_limited_to_objects;
  s_.view.needs_two_places = outcome.needs_two_places;
  if (outcome.is_limited_to_objects) tell(TellStaff{"staff.f1_objects_first"});
  if (outcome.is_perhaps_side_habit) tell(TellStaff{"staff.f1_side_habit"});
  const int way = s_.view.prepared           ? s_.view.prepared->way
                  : outcome.needs_two_places ? 2  // way 2 with two places offers both tools
                                             : outcome.way;
  if (s_.view.prepared) s_.view.prepared->layout = outcome.layout;
  record(WaySet{way, outcome.layout});
  read_as_way(way);
  practise_or_choose();
}

// What the mentor opened stands alone: after it comes the first screen, and knows nobody.
void Turn::back_to_conversation() {
  if (is_talking())
    enter(Stage::choose_tool);
  else
    wipe();
}

void Turn::go_on_in_my_answers() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  if (!s_.view.asks_again_calmly) {
    back_to_conversation();
    return;
  }
  s_.view.asks_again_calmly = false;
  if (chosen == "option:take_back" && s_.view.kept_at < s_.view.kept.size())
    tell(TakeBack{s_.view.kept[s_.view.kept_at].id});
  ask();
}

}  // namespace aktiv
