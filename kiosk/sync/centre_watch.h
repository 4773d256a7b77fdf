// Looks now and then at whom other kiosks of the day centre have told the case file of, and at what
// they kept there, so that a citizen signs in at any of them and finds the kiosk as they use it and
// what they said; and at who was erased there, and erases them here. No thread, clock or chance of
// its own. It never says that the link is in trouble, and never holds it up: a server may well take
// what a citizen kept and show nobody a list.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "kiosk/sync/answers_watch.h"
#include "kiosk/sync/centre_roll.h"
#include "kiosk/sync/outbox.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync {

struct Sighting {
  Outcome outcome;           // not done: of the first that could not be taken in, or of the list
  bool has_changes = false;  // somebody came, or what somebody kept
  int signs_taken = 0;       // left out: somebody here signs in with the same pictures
  int unread = 0;            // answers that this kiosk's program does not understand
};

class CentreWatch {
 public:
  // Agrees with a citizen's Patient on traits that are others there.
  using Agree = std::function<Outcome(const CitizenId&)>;

  // Both must outlive it. `centre`: the centre's name; empty: it never looks.
  CentreWatch(Outbox& outbox, HttpTransport& transport, std::string base, std::string centre);

  bool is_due(int64_t now_ms, const Waits& waits) const;
  int64_t next_look_ms() const { return next_look_ms_; }  // UTC; 0: at once, or never
  bool looks() const { return !centre_.empty(); }

  // Reads what has changed since the last look that took in everybody.
  Sighting look(int64_t now_ms, const Waits& waits, const Chance& chance, const Agree& agree);

  // Staff ask to try now.
  void resume();

 private:
  Outcome look_for_people(const Agree& agree, Sighting& sighting);
  Outcome take_in(const CentreRoll::Entry& entry, const Agree& agree, Sighting& sighting);
  // false: somebody is in a talk, and is asked about again with the next look.
  Result<bool> let_go(const std::vector<CitizenId>& erased, Sighting& sighting);
  int64_t wait_after(const Outcome& outcome, int64_t now_ms, const Waits& waits,
                     const Chance& chance);

  Outbox& outbox_;
  HttpTransport& transport_;
  std::string base_;
  std::string centre_;
  AnswersWatch answers_;
  int64_t seen_until_ms_ = 0;  // by the server's clock
  int64_t next_look_ms_ = 0;
  int failures_ = 0;
};

}  // namespace aktiv::sync
