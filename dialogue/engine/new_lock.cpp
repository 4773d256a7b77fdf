// The citizen's own lock: pressed to open what was said before, and chosen by the citizen, twice
// the same. Nobody else has to see it; who helps may look away.
#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"

namespace aktiv {

void Turn::press_lock(std::string_view id) {
  View& view = s_.view;
  if (view.pressed.size() >= frames::kLockPictures) return;  // the answer is on its way
  view.pressed.push_back(PictureId("signs/" + std::string(id.substr(5))));
  view.question = question_of_stage();
  ++view.serial;
  if (view.pressed.size() < frames::kLockPictures) return;
  if (view.stage == Stage::lock) {
    tell(CheckLock{view.citizen->id, view.pressed});
  } else if (view.step == 0) {
    view.new_lock = std::exchange(view.pressed, {});
    view.has_refused_lock = false;
    enter(Stage::new_lock, 1);
  } else if (view.pressed == view.new_lock) {
    tell(SetLock{view.citizen->id, view.pressed});
  } else {
    view.pressed.clear();
    view.has_refused_lock = true;
    enter(Stage::new_lock);
  }
}

void Turn::operator()(const NewLockWanted& fact) {
  open_for_mentor(fact.citizen);
  enter(Stage::new_lock);
}

void Turn::operator()(const LockSet& fact) {
  View& view = s_.view;
  if (view.stage != Stage::new_lock || !view.citizen || view.citizen->id != fact.citizen) return;
  view.pressed.clear();
  view.new_lock.clear();
  view.citizen->has_lock = true;
  enter(Stage::new_lock, 2);
}

// Neither a pressed picture nor a wrong try goes on to the next who presses.
void Turn::forget_lock() {
  s_.view.pressed.clear();
  s_.view.new_lock.clear();
  s_.view.has_refused_lock = false;
  s_.view.must_wait_for_lock = false;
}

}  // namespace aktiv
