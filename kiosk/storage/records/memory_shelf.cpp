#include "kiosk/storage/records/memory_shelf.h"

#include <algorithm>
#include <limits>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {
constexpr int64_t before_all = std::numeric_limits<int64_t>::min();
}

MemoryShelf::MemoryShelf() : house_(keys_.add_fresh()) {}

void MemoryShelf::in_transaction(const std::function<void()>& work) {
  undo_.clear();
  const size_t doomed_before = doomed_.size();
  is_in_transaction_ = true;
  try {
    work();
  } catch (...) {
    is_in_transaction_ = false;
    for (size_t i = undo_.size(); i-- > 0;) undo_[i]();
    undo_.clear();
    doomed_.resize(doomed_before);
    throw;
  }
  is_in_transaction_ = false;
  undo_.clear();
}

Row MemoryShelf::opened(Table table, Row row) const {
  auto plain = unseal(keys_.of(key_of(row)), row.bytes, identity_of(table, row));
  if (!plain) trouble("a record does not open", where(), "the key it was sealed with");
  row.bytes = std::move(*plain);
  return row;
}

std::optional<Row> MemoryShelf::find(Table table, const std::string& id) {
  const auto& shelf = drawer(table);
  const auto found = shelf.by_id.find(id);
  if (found == shelf.by_id.end()) return std::nullopt;
  return opened(table, shelf.rows.at(found->second));
}

std::optional<Row> MemoryShelf::find_owned(Table table, const std::string& owner,
                                           const std::string& id) {
  const auto& all = drawer(table).rows;
  for (auto it = all.lower_bound({owner, before_all, ""}); it != all.end(); ++it) {
    if (it->first.owner != owner) break;
    if (it->first.id == id) return opened(table, it->second);
  }
  return std::nullopt;
}

int64_t MemoryShelf::last_place(Table table) {
  int64_t last = 0;
  for (const auto& [place, row] : drawer(table).rows) last = std::max(last, place.place);
  return last;
}

std::vector<Row> MemoryShelf::list(Table table) {
  std::vector<Row> rows;
  for (const auto& [place, row] : drawer(table).rows) rows.push_back(opened(table, row));
  std::ranges::sort(rows, {}, [](const Row& row) { return std::pair(row.place, row.id); });
  return rows;
}

std::vector<Row> MemoryShelf::list(Table table, const std::string& owner) {
  std::vector<Row> rows;
  const auto& all = drawer(table).rows;
  for (auto it = all.lower_bound({owner, before_all, ""}); it != all.end(); ++it) {
    if (it->first.owner != owner) break;
    rows.push_back(opened(table, it->second));
  }
  return rows;
}

void MemoryShelf::insert(Table table, const Place& place, Row sealed) {
  auto& shelf = drawer(table);
  if (table != Table::events) shelf.by_id[sealed.id] = place;
  shelf.rows[place] = std::move(sealed);
}

void MemoryShelf::remove(Table table, const Place& place) {
  auto& shelf = drawer(table);
  const auto found = shelf.rows.find(place);
  if (found == shelf.rows.end()) return;
  if (table != Table::events) shelf.by_id.erase(found->second.id);
  shelf.rows.erase(found);
}

void MemoryShelf::put(Table table, const Row& row) {
  if (table != Table::events) erase(table, row.id);
  Row sealed = row;
  sealed.bytes = seal(keys_.of(key_of(row)), row.bytes, identity_of(table, row));
  const Place place{row.owner, row.place, row.id};
  insert(table, place, std::move(sealed));
  if (is_in_transaction_) undo_.push_back([this, table, place] { remove(table, place); });
}

void MemoryShelf::erase(Table table, const std::string& id) {
  auto& shelf = drawer(table);
  const auto found = shelf.by_id.find(id);
  if (found == shelf.by_id.end()) return;
  const Place place = found->second;
  if (is_in_transaction_)
    undo_.push_back(
        [this, table, place, row = shelf.rows.at(place)] { insert(table, place, row); });
  remove(table, place);
}

void MemoryShelf::erase_owned(Table table, const std::string& owner) {
  auto& rows = drawer(table).rows;
  for (;;) {
    const auto it = rows.lower_bound({owner, before_all, ""});
    if (it == rows.end() || it->first.owner != owner) return;
    const Place place = it->first;
    if (is_in_transaction_)
      undo_.push_back([this, table, place, row = it->second] { insert(table, place, row); });
    remove(table, place);
  }
}

void MemoryShelf::bury() {
  for (const KeyId& key : doomed_) keys_.forget(key);
  doomed_.clear();
}

}  // namespace aktiv::storage
