// The kept sheets' rules over a shelf.
#pragma once

#include "kiosk/storage/records/shelf.h"
#include "kiosk/storage/sheets.h"

namespace aktiv::storage {

class ShelfSheets : public Sheets {
 public:
  explicit ShelfSheets(Shelf& shelf) : shelf_(shelf) {}

  Status keep(const ConversationId& conversation, std::span<const SubmissionId> of,
              const std::string& pdf) override;
  Result<std::optional<std::string>> find(const ConversationId& conversation) override;
  Result<std::vector<ConversationId>> waiting(const CitizenId& citizen) override;
  Status forget(const ConversationId& conversation) override;

 private:
  Shelf& shelf_;
};

// Within a transaction: all of this citizen's, for they say what no longer holds.
void drop_sheets_of(Shelf& shelf, const std::string& citizen);

}  // namespace aktiv::storage
