#include "kiosk/casefile/leader/targets.h"

namespace aktiv::casefile {

Targets targets(Connection& db) {
  Targets all;
  Statement rows(db, "SELECT type, year, value FROM target");
  while (rows.step())
    all[{rows.text(0), static_cast<int>(rows.number(1))}] = static_cast<int>(rows.number(2));
  return all;
}

void set_target(Connection& db, const std::string& type, int year, std::optional<int> value) {
  if (!value) {
    Statement(db, "DELETE FROM target WHERE type = ? AND year = ?", type, year).run();
    return;
  }
  Statement(db, "INSERT OR REPLACE INTO target(type, year, value) VALUES(?,?,?)", type, year,
            static_cast<int64_t>(*value))
      .run();
}

}  // namespace aktiv::casefile
