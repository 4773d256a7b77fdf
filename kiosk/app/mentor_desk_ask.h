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

}  // namespace aktiv::app
