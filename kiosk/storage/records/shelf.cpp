#include "kiosk/storage/records/shelf.h"

#include "kiosk/storage/records/bytes.h"
#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {

namespace {
constexpr uint64_t row_format_version = 1;
}

std::string identity_of(Table table, const Row& row) {
  return Writer()
      .text(table_names[static_cast<size_t>(table)])
      .text(row.owner)
      .integer(row.place)
      .text(row.id)
      .text(row.kind)
      .text(row.key)
      .number(row_format_version)
      .take();
}

void Shelf::erase_for_good(const std::function<void(RowsOfDoomed)>& work) {
  try {
    in_transaction([&] { work(RowsOfDoomed::erased); });
  } catch (const NoRoom&) {
    use_room_set_aside();
    in_transaction([&] { work(RowsOfDoomed::left); });
  }
  bury();
}

}  // namespace aktiv::storage
