// The outbox's worker: what goes next, what its answer means, when it is tried again. A value with
// injected time, chance, store and transport; no thread of its own (sync_thread.h gives it one).
// One errand a step, so at most one is ever in flight; a citizen's submissions go in order, and
// nobody waits for another citizen's.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "kiosk/sync/case_file.h"
#include "kiosk/sync/centre_watch.h"
#include "kiosk/sync/clock_check.h"
#include "kiosk/sync/outbox.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync {

struct WorkerSettings {
  std::string base = "/fhir";
  std::string centre;  // the day centre's name; empty: other kiosks' citizens do not come here
  fhir::SendContext context;  // patient and text left empty: the worker fills them
  // Shown text of a key in a language, empty where there is none; may be unset.
  std::function<std::string(std::string_view language, std::string_view key)> texts;
  std::string staff_language = "da";  // of what the mentor saw; a conversation has its own
  Waits waits;
};

// For the mentor's screen; values, not texts. What each submission's state is, the outbox knows.
struct SyncState {
  bool is_paused = false;       // nothing goes until resume()
  Why why = Why::nothing;       // of the pause, or of the last failure while something waits
  int64_t next_try_ms = 0;      // UTC; 0 = nothing waits
  int64_t last_contact_ms = 0;  // UTC of the last answer that was a case file's; 0 = none yet
  // Refused since the start or the last resume(), submissions aside: those the outbox knows.
  std::map<ErrandKind, Why> refused;
  // Grows when somebody came from another kiosk, or uses one otherwise, or has kept or taken back
  // something there.
  int citizens_changed = 0;
  int signs_taken = 0;         // could not come: somebody here signs in with the same pictures
  int unread = 0;              // answers from elsewhere that this program does not understand
  int64_t clock_ahead_ms = 0;  // of the case file's (clock_check.h), in whole minutes

  bool operator==(const SyncState&) const = default;
};

enum class StepKind {
  nothing_waits,
  waits,  // until next_try_ms
  paused,
  arrived,  // something is in the case file now, or taken back from it
  looked,   // asked who is of the centre; the state says what came of it
  held,     // tried; comes again
  quarantined,
};

class OutboxWorker {
 public:
  // All must outlive it.
  OutboxWorker(Outbox& outbox, HttpTransport& transport, WorkerSettings settings, UtcClock clock,
               Chance chance);

  // The spread at the start: nothing goes before it has passed, unless resume() is called.
  void spread_start();

  // Does at most one errand.
  StepKind step();

  // Staff have seen to it, or somebody asks to try now: pause and waits of the link are forgotten,
  // and what was refused goes once more, submissions aside.
  void resume();

  const SyncState& state() const { return state_; }

  // UTC of the next thing that is due by itself; 0: nothing is, until something is kept or
  // resume().
  int64_t next_due_ms() const;

 private:
  StepKind do_one();
  StepKind look(int64_t now);
  StepKind help_first(int64_t now);
  std::optional<Errand> due_errand(const std::vector<Errand>& heads, int64_t now);
  Outcome run(const Errand& errand);
  Reached<std::string> patient_of(const CitizenId& citizen);
  Reached<std::string> sealed(const Errand& errand, const std::string& patient);
  void speak(fhir::SendContext& context, const std::string& language) const;
  Result<std::string> built(const Errand& errand, const std::string& patient);
  Outcome deliver(const Errand& errand);
  Outcome agree_on_traits(const CitizenId& citizen);
  Outcome hand_in(const Errand& errand);
  Outcome take_back(const Errand& errand);
  StepKind settle(const Errand& errand, const Outcome& outcome);
  StepKind hold(const Errand& errand, const Outcome& outcome, int64_t now);
  void hold_link(const Outcome& outcome, int64_t wait_ms, int64_t now);
  StepKind store_refused();
  int64_t wait_after(const Outcome& outcome, int attempts, int64_t now);

  Outbox& outbox_;
  ClockCheck line_;
  CaseFile case_file_;
  CentreWatch watch_;
  WorkerSettings settings_;
  UtcClock clock_;
  Chance chance_;
  SyncState state_;
  Receipt receipt_;                 // of the errand under way
  int64_t link_not_before_ms_ = 0;  // for every errand
  int link_failures_ = 0;
};

}  // namespace aktiv::sync
