// Who is of a day centre, as the case file has it: the Patients that bear the centre's tag. Asks
// the server, page by page; no time, no store. Thread: the caller's; waits for the network.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/sync/case_file.h"

namespace aktiv::sync {

struct CentreRoll {
  struct Entry {
    CitizenId citizen;
    KnownPatient patient;
  };
  std::vector<Entry> entries;     // who has no sign-in pictures is left out
  std::vector<CitizenId> erased;  // of whom nothing may stay at any kiosk
  int64_t until_ms = 0;           // what was changed before has been read (pages.h); 0: not told
};

// Those whose Patient was changed at or after `since_ms` (UTC by the server's clock; 0: all).
Reached<CentreRoll> read_roll(HttpTransport& transport, const std::string& base,
                              const std::string& centre, int64_t since_ms);

}  // namespace aktiv::sync
