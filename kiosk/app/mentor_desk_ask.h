// How the mentor's desk asks the store: work on its thread, an answer on ours. Not for others.
#pragma once

#include "kiosk/app/mentor_desk.h"

namespace aktiv::app {

template <class T>
void MentorDesk::ask(std::function<Result<T>(storage::Store&)> work, mentor::Then<T> then) {
  store_.ask<T>(std::move(work), [this, then = std::move(then)](Result<T> result) {
    if (!result) tell(result.error());
    then(std::move(result));
  });
}

// What follows where it was done, and then the answer.
inline mentor::Done after(std::function<void()> follows, mentor::Done then) {
  return [follows = std::move(follows), then = std::move(then)](Status done) {
    if (done) follows();
    then(std::move(done));
  };
}

}  // namespace aktiv::app
