// An outbox item as a row and back. Whether a case file is enrolled is not in the row: kept_here is
// a pending item of a kiosk that has none.
#pragma once

#include "kiosk/storage/outbox.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

struct OutboxEntry {
  OutboxItem item;
  bool may_have_left = false;  // a byte of it may have reached the case file
  bool needs_withdrawal = false;
};

OutboxEntry entry_of(const Row& row);
Row row_of(const OutboxEntry& entry);

}  // namespace aktiv::storage
