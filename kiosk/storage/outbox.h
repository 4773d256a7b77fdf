// What the citizens kept, on its way to the case file and back to their own eyes ("Mine svar").
// First in, first out per citizen. Synchronous and for one thread; faults as in journal.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::storage {

enum class OutboxState {
  kept_here,     // no case file is enrolled
  pending,       // waits for its request to be built
  bytes_built,   // request sealed; never rebuilt after
  in_flight,     // written before the first byte leaves: not acknowledged until somebody says so
  acknowledged,  // in the case file
  quarantined,   // refused by the case file; the rest goes on
  withdrawn,     // taken back by the citizen; nothing of it is left here
};

struct OutboxItem {
  SubmissionId submission;
  ConversationId conversation;
  CitizenId citizen;
  uint64_t sequence = 0;
  OutboxState state = OutboxState::kept_here;
  int attempts = 0;
  int64_t not_before_ms = 0;  // UTC; 0 = now
  std::string reason;         // for staff; never what a citizen said
  int64_t kept_ms = 0;
  bool is_from_elsewhere = false;  // kept at another kiosk; it is in the case file

  bool operator==(const OutboxItem&) const = default;
};

struct OutboxCounts {
  int kept_here = 0;
  int waiting = 0;  // pending, built or in flight
  int in_case_file = 0;
  int quarantined = 0;
  int withdrawn = 0;

  bool operator==(const OutboxCounts&) const = default;
};

struct KeptSubmission {
  OutboxItem item;
  std::string bytes;  // as given to Journal::finish
};

// What the citizen kept at another kiosk, and the case file has.
struct SaidElsewhere {
  SubmissionId submission;
  ConversationId conversation;
  CitizenId citizen;
  int64_t kept_ms = 0;
  std::string bytes;    // as given to Journal::finish
  std::string receipt;  // as given to mark_acknowledged
};

// A submission taken back after it may have reached the case file. `receipt` is empty where none
// came.
struct Withdrawal {
  SubmissionId submission;
  CitizenId citizen;
  std::string receipt;
};

class Outbox {
 public:
  virtual ~Outbox() = default;

  // Both are empty while no case file is enrolled. next() is the citizen's oldest that is neither
  // acknowledged, quarantined nor withdrawn; one in flight comes again, with the same bytes.
  virtual Result<std::vector<CitizenId>> citizens_waiting() = 0;
  virtual Result<std::optional<OutboxItem>> next(const CitizenId& citizen) = 0;

  virtual Result<std::string> submission_bytes(const SubmissionId& id) = 0;

  // Seals the request once. The same bytes again are fine, other bytes are refused.
  virtual Status put_bytes(const SubmissionId& id, const std::string& request) = 0;
  virtual Result<std::string> request_bytes(const SubmissionId& id) = 0;

  virtual Status mark_sending(const SubmissionId& id) = 0;  // before the first byte leaves
  // `receipt`: opaque bytes the sync needs to amend later (resource ids, versions); sealed.
  virtual Status mark_acknowledged(const SubmissionId& id, const std::string& receipt) = 0;
  virtual Status mark_not_acknowledged(const SubmissionId& id, const std::string& reason,
                                       int64_t not_before_ms) = 0;
  virtual Status mark_quarantined(const SubmissionId& id, const std::string& reason) = 0;
  virtual Status release_quarantined(const SubmissionId& id) = 0;

  // For the mentor's screen: all, or one citizen's, in order of sequence.
  virtual Result<std::vector<OutboxItem>> items(const std::optional<CitizenId>& citizen) = 0;
  virtual Result<OutboxCounts> counts() = 0;

  // In whatever state it is; none where it was never here.
  virtual Result<std::optional<OutboxItem>> find(const SubmissionId& id) = 0;
  // From now on as if it had been kept here and had arrived. Refused where it is known here.
  virtual Status take_in(const SaidElsewhere& said) = 0;
  // Taken back at another kiosk, and in the case file: erased as by take_back, and nothing is left
  // to tell. The same again is fine; so is one that is not known here.
  virtual Status drop(const SubmissionId& id) = 0;

  // "Mine svar", after the citizen's own sign-in. What was kept here is in the order in which it
  // was kept, whatever the clock said; what was kept elsewhere stands among it by its time.
  virtual Result<std::vector<KeptSubmission>> list_kept(const CitizenId& citizen) = 0;
  // Erases the submission and its conversation's events here; leaves a withdrawal where it may have
  // left.
  virtual Status take_back(const SubmissionId& id) = 0;
  virtual Result<std::vector<Withdrawal>> withdrawals() = 0;
  virtual Status mark_withdrawal_acknowledged(const SubmissionId& id) = 0;
};

}  // namespace aktiv::storage
