// Tilbage: to the screen before, and the last answer undone. Nothing is lost without being asked
// for.
#include <algorithm>

#include "dialogue/engine/turn.h"

namespace aktiv {

void Turn::go_back() {
  View& view = s_.view;
  if (view.asks_again_calmly) {
    view.asks_again_calmly = false;
    ask();
    return;
  }
  switch (view.stage) {
    case Stage::welcome:
    case Stage::goodbye:
      return;
    case Stage::about:
      if (view.step > 0)
        enter(Stage::about, view.step - 1);
      else
        enter(Stage::welcome);
      return;
    case Stage::language:
    case Stage::who:
      enter(Stage::welcome);
      return;
    case Stage::lock:
      if (is_talking())
        back_to_conversation();
      else
        enter(Stage::who);
      return;
    case Stage::new_lock:
      view.pressed.clear();
      if (view.step == 1)
        enter(Stage::new_lock);
      else
        back_to_conversation();
      return;
    case Stage::fitting:
      if (view.step > 0)
        enter(Stage::fitting, view.step - 1);
      else
        back_to_conversation();
      return;
    case Stage::who_second:
    case Stage::unfinished:
    case Stage::listen:
      enter(Stage::who);
      return;
    case Stage::consent:
    case Stage::practice:
      enter(view.stage, std::max(0, view.step - 1));
      return;
    case Stage::choose_tool:
      enter(Stage::choose_tool);
      return;
    case Stage::tool:
      go_back_in_tool();
      return;
    case Stage::change:
      enter(Stage::said_back, 2);
      return;
    case Stage::said_back:
      if (view.step > 0)
        enter(Stage::said_back, view.step - 1);
      else
        undo_last();
      return;
    case Stage::consent_end:
      if (view.step > 0)
        enter(Stage::consent_end, view.step - 1);
      else
        enter(Stage::choose_tool);
      return;
    case Stage::evaluation:
      go_back_evaluating();
      return;
    case Stage::my_answers:
    case Stage::answers_locked:
      back_to_conversation();
      return;
  }
}

void Turn::go_back_in_tool() {
  if (go_back_from_own_words()) return;
  if (s_.view.date_for) {
    if (!s_.view.chosen.empty()) record(Undone{run().answers.back().number});
    s_.view.date_for.reset();
    ask();
    return;
  }
  if (!run().answers.empty()) {
    undo_last();
  } else if (s_.view.told > 0) {
    s_.view.told = 0;
    ask();
  } else if (!s_.view.prepared) {
    enter(Stage::choose_tool);
  }
}

void Turn::undo_last() {
  if (run().answers.empty()) return;
  record(Undone{run().answers.back().number});
  s_.view.told = std::min(s_.view.told, tool().introductions(run(), engine_.content()));
  enter(Stage::tool);
}

}  // namespace aktiv
