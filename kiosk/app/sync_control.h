// What staff may ask of the sync, and what it tells them. Counts of answers are the store's, not
// the sync's. Thread: the loop's; answers come on the loop.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/desk.h"

namespace aktiv::app {

struct LinkState {
  mentor::Link link = mentor::Link::not_enrolled;
  std::string server;
  std::string centre;
  std::string why;                   // in words for staff; empty = nothing is wrong
  std::vector<std::string> refused;  // in words for staff: what the case file did not take
  int64_t next_try_ms = 0;           // UTC; 0 = none
  int64_t clock_ahead_ms = 0;        // this kiosk's clock, of the case file's; 0 = they agree
};

class SyncControl {
 public:
  virtual ~SyncControl() = default;
  virtual LinkState state() const = 0;
  virtual void try_now() = 0;
  virtual void wake() = 0;  // something new waits
  virtual void enrol(const std::string& address, const std::string& code, mentor::Done then) = 0;
  virtual void unenrol(mentor::Done then) = 0;
};

}  // namespace aktiv::app
