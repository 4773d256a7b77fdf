// Within this folder only: what staff write, as the end point keeps it.
#pragma once

#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/staff/records.h"

namespace aktiv::casefile {

inline WriteContext staff_context(StaffWriting& writing) {
  WriteContext context{writing.db, writing.vault, writing.person.centre, "", writing.now_ms, {}};
  context.is_staff = true;
  return context;
}

}  // namespace aktiv::casefile
