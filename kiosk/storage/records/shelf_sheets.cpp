#include "kiosk/storage/records/shelf_sheets.h"

#include <algorithm>
#include <set>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

std::set<std::string> kept_of(Shelf& shelf, const std::string& conversation) {
  std::set<std::string> kept;
  for (const Row& row : shelf.list(Table::submissions, conversation)) kept.insert(row.id);
  return kept;
}

}  // namespace

Status ShelfSheets::keep(const ConversationId& conversation, std::span<const SubmissionId> of,
                         const std::string& pdf) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      const auto talk = shelf_.find(Table::conversations, conversation.value);
      if (!talk) trouble("no such conversation", shelf_.where(), "one that was kept");
      std::set<std::string> drawn;
      for (const SubmissionId& id : of) drawn.insert(id.value);
      if (drawn.empty() || drawn != kept_of(shelf_, talk->id))
        trouble("the sheet says something else than what is kept", shelf_.where(),
                "a sheet drawn from the answers as they are now");
      shelf_.put(Table::sheets, {talk->id, talk->id, 0, "sheet", talk->key, pdf});
    });
  });
}

Result<std::optional<std::string>> ShelfSheets::find(const ConversationId& conversation) {
  return guarded([&]() -> std::optional<std::string> {
    auto row = shelf_.find(Table::sheets, conversation.value);
    if (!row) return std::nullopt;
    return std::move(row->bytes);
  });
}

Result<std::vector<ConversationId>> ShelfSheets::waiting(const CitizenId& citizen) {
  return guarded([&] {
    std::vector<ConversationId> waiting;
    for (const Row& talk : shelf_.list(Table::conversations, citizen.value))
      if (shelf_.has(Table::sheets, talk.id)) waiting.emplace_back(talk.id);
    return waiting;
  });
}

Status ShelfSheets::forget(const ConversationId& conversation) {
  return guarded(
      [&] { shelf_.in_transaction([&] { shelf_.erase(Table::sheets, conversation.value); }); });
}

void drop_sheets_of(Shelf& shelf, const std::string& citizen) {
  for (const Row& talk : shelf.list(Table::conversations, citizen))
    shelf.erase(Table::sheets, talk.id);
}

}  // namespace aktiv::storage
