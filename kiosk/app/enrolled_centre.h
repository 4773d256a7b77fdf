// At which day centre this kiosk stands. On the store's thread.
#pragma once

#include <string>

#include "kiosk/storage/store.h"

namespace aktiv::app {

// The name of the centre with which it is enrolled; empty: none.
inline Result<std::string> centre_of(storage::Store& store) {
  const auto enrolment = store.house().enrolment();
  if (!enrolment) return enrolment.error();
  return *enrolment ? (*enrolment)->centre : std::string();
}

}  // namespace aktiv::app
