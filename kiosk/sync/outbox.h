// What waits to go to the case file, as the worker sees it. The app puts an adapter over the
// kiosk's store behind it; tests use memory. Called from the sync's thread only. A Fault of any
// function means that the kiosk's own store refused: the worker stops for a while and tells staff;
// nothing is sent unrecorded.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/sync/answers_shelf.h"
#include "kiosk/sync/fhir/traits.h"
#include "kiosk/sync/receipt.h"
#include "kiosk/sync/why.h"

namespace aktiv::sync {

enum class ErrandKind { withdrawal, submission, observation, traits, evaluations };

// One thing that waits to go.
struct Errand {
  ErrandKind kind = ErrandKind::submission;
  std::string id;  // the submission's or the observation's UUID; of traits: "traits/<citizen>";
                   // of evaluations the batch's own, and no citizen
  CitizenId citizen;
  int attempts = 0;
  int64_t not_before_ms = 0;  // UTC; 0 = now

  bool operator==(const Errand&) const = default;
};

// The citizen's Patient at the case file, and what it was known to bear when kiosk and case file
// last agreed.
struct KnownPatient {
  std::string id;
  fhir::Traits traits;
  std::string centre;  // the code of the centre whose kiosks find it there; empty: nobody's
  // Told since then, without an answer that could be believed (fhir::changed): it may be there.
  std::set<std::string> told = {};

  bool operator==(const KnownPatient&) const = default;
};

struct HelpCall {
  std::string id;
  int64_t at_ms = 0;
};

// What came of a citizen of whom another kiosk of the centre has told.
enum class Arrival {
  is_here,      // from now on, or for long
  was_erased,   // on this kiosk: nobody comes back whom it was told to forget
  signs_taken,  // somebody here signs in with these pictures
};

// What came of a citizen of whom the case file says that everything is erased.
enum class Erasure {
  was_not_here,
  is_gone,
  is_in_a_talk,  // now: not taken from under their hands
};

class Outbox {
 public:
  virtual ~Outbox() = default;

  // What may go next: for each citizen the oldest submission that is neither in the case file nor
  // quarantined, and what does not have to wait for it. Only what the citizen kept is ever listed.
  virtual Result<std::vector<Errand>> heads() = 0;

  virtual Result<Submission> submission(const Errand& errand) = 0;
  virtual Result<Observation> observation(const Errand& errand) = 0;
  // The batch's bytes (dialogue/model/evaluation_batch.h): the same at every try.
  virtual Result<std::string> evaluations(const Errand& errand) = 0;
  // Of a submission taken back; none where no acknowledgement ever came.
  virtual Result<std::optional<Receipt>> receipt(const Errand& errand) = 0;

  // The request's bytes: sealed once before the first send, the same ever after.
  virtual Result<std::optional<std::string>> sealed_request(const Errand& errand) = 0;
  virtual Status seal_request(const Errand& errand, const std::string& bytes) = 0;

  virtual Status mark_sending(const Errand& errand) = 0;  // before the first byte leaves
  virtual Status mark_arrived(const Errand& errand, const Receipt& receipt) = 0;
  virtual Status mark_waiting(const Errand& errand, Why why, int64_t not_before_ms) = 0;
  virtual Status mark_quarantined(const Errand& errand, Why why) = 0;
  // Set-aside errands wait again, submissions aside: those are the mentor's to see to.
  virtual void take_up_refused() = 0;

  // The citizen's Patient at the case file; resolved once. Where it bears other traits than the
  // citizen has here, or not this kiosk's centre, or may bear what was told, heads() has an errand
  // of traits.
  virtual Result<std::optional<KnownPatient>> patient(const CitizenId& citizen) = 0;
  virtual Status remember_patient(const CitizenId& citizen, const KnownPatient& patient) = 0;
  // Those that the citizen has here.
  virtual Result<fhir::Traits> traits(const CitizenId& citizen) = 0;
  // `after` in the place of `before`. False, and nothing is changed: the citizen has others by now.
  virtual Result<bool> keep_traits(const CitizenId& citizen, const fhir::Traits& before,
                                   const fhir::Traits& after) = 0;

  // Makes the citizen known here, as their Patient says, where patient() knows none. Whoever is
  // here without a Patient keeps their own traits, and has yet to agree.
  virtual Result<Arrival> take_in(const CitizenId& citizen, const KnownPatient& patient) = 0;

  // Everything of the citizen goes, what has not been sent among it, and they do not come back.
  virtual Result<Erasure> erase(const CitizenId& citizen) = 0;

  // What is kept at other kiosks.
  virtual AnswersShelf& answers() = 0;

  virtual Result<std::vector<HelpCall>> help_calls() = 0;
  virtual Status mark_help_arrived(const HelpCall& call) = 0;
};

}  // namespace aktiv::sync
