// The anonymous evaluations, in a store of their own: no citizen, conversation, kiosk or time but
// the month, and no order. All of them lie sealed in one row under a key of its own, padded so that
// its size tells only roughly how many; each change writes the whole row anew, sorted by content,
// under a fresh key, and destroys the key before. So neither the database, nor its log, nor an
// older copy tells which came first, or beside whose conversation. Synchronous and for one thread;
// faults as in journal.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/model/draws.h"
#include "dialogue/model/evaluation.h"
#include "dialogue/model/result.h"

namespace aktiv::storage {

// What leaves next; the same bytes until they are acknowledged.
struct EvaluationsToSend {
  std::string id;     // of the batch alone
  std::string bytes;  // dialogue/model/evaluation_batch.h

  bool operator==(const EvaluationsToSend&) const = default;
};

class Evaluations {
 public:
  virtual ~Evaluations() = default;

  // Kept when it returns. Refuses a month that is none.
  virtual Status put(const Evaluation& evaluation) = 0;

  // The batch under way, or the next one: months before `month` ("2026-11"), oldest first, as many
  // as it takes for five; fewer wait. Drawn and sealed once, in the same commit that takes it out.
  virtual Result<std::optional<EvaluationsToSend>> take_batch(std::string_view month,
                                                              Draws& chance) = 0;

  // The case file has it: nothing of it is left here. A batch that is not under way is fine.
  virtual Status mark_acknowledged(const std::string& id) = 0;
};

}  // namespace aktiv::storage
