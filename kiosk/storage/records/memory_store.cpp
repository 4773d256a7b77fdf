#include "kiosk/storage/records/shelf_store.h"

namespace aktiv::storage {

std::unique_ptr<Store> memory_store(Clock clock) {
  return std::make_unique<ShelfStore>(std::make_unique<MemoryShelf>(), std::move(clock));
}

}  // namespace aktiv::storage
