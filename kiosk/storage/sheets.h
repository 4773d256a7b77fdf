// Sheets that no printer took: the page as PDF, sealed under its conversation's key, so that it is
// erased with the conversation or the citizen. It is dropped as soon as it would say something that
// no longer holds: at any taking back, and when the next meeting is another. The answers it was
// drawn from stay, so it can be drawn again. Synchronous and for one thread; faults as in
// journal.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::storage {

class Sheets {
 public:
  virtual ~Sheets() = default;

  // In place of the one before. `of`: the submissions it was drawn from; refused where they are not
  // the ones that are kept, for then something was taken back while it was drawn.
  virtual Status keep(const ConversationId& conversation, std::span<const SubmissionId> of,
                      const std::string& pdf) = 0;
  virtual Result<std::optional<std::string>> find(const ConversationId& conversation) = 0;
  virtual Result<std::vector<ConversationId>> waiting(const CitizenId& citizen) = 0;
  virtual Status forget(const ConversationId& conversation) = 0;  // on paper; none is fine
};

}  // namespace aktiv::storage
