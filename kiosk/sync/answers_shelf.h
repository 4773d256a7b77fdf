// What citizens kept at other kiosks, as the sync puts it on this kiosk's shelf. The app puts an
// adapter over the kiosk's store behind it; tests use memory. Called from the sync's thread only. A
// Fault of any function means that the kiosk's own store refused.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/sync/receipt.h"

namespace aktiv::sync {

// A citizen of this kiosk, and their Patient at the case file.
struct ReadCitizen {
  CitizenId citizen;
  std::string patient;   // its id
  bool is_read = false;  // all that they kept before has been taken in here

  bool operator==(const ReadCitizen&) const = default;
};

enum class Presence { never, here, taken_back };

class AnswersShelf {
 public:
  virtual ~AnswersShelf() = default;

  // Those whose Patient is known here.
  virtual Result<std::vector<ReadCitizen>> citizens() = 0;
  virtual Status mark_read(const CitizenId& citizen) = 0;

  // By the server's clock: what was changed before has been taken in, of everybody who is read.
  virtual Result<int64_t> read_until_ms() = 0;
  virtual Status put_read_until(int64_t utc_ms) = 0;

  virtual Result<Presence> presence(const SubmissionId& id) = 0;
  // Not here yet, and about no conversation or about one that is kept here: what was seen in a talk
  // goes with it when it is taken back.
  virtual Result<bool> wants(const Observation& seen) = 0;

  virtual Status take_in(const Submission& said, const Receipt& receipt) = 0;
  virtual Status take_in(const Observation& seen) = 0;
  // Taken back at another kiosk: erased here too. Fine where it is not known.
  virtual Status drop(const SubmissionId& id) = 0;
};

}  // namespace aktiv::sync
