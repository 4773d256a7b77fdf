// Records in this process's memory only, sealed even there: what is swapped out or dumped is
// unreadable, and a destroyed key makes its rows so for good. Owns its keys; for one thread.
#pragma once

#include <map>

#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class MemoryShelf : public Shelf {
 public:
  MemoryShelf();

  void in_transaction(const std::function<void()>& work) override;
  std::optional<Row> find(Table table, const std::string& id) override;
  std::optional<Row> find_owned(Table table, const std::string& owner,
                                const std::string& id) override;
  bool has(Table table, const std::string& id) override { return drawer(table).by_id.contains(id); }
  int64_t last_place(Table table) override;
  std::vector<Row> list(Table table) override;
  std::vector<Row> list(Table table, const std::string& owner) override;
  void put(Table table, const Row& row) override;
  void erase(Table table, const std::string& id) override;
  void erase_owned(Table table, const std::string& owner) override;
  KeyId fresh_key() override { return keys_.add_fresh(); }
  void doom(const KeyId& key) override { doomed_.push_back(key); }
  void bury() override;
  std::string where() const override { return "memory"; }
  const std::vector<Fault>& damage() const override { return damage_; }

 private:
  struct Place {
    std::string owner;
    int64_t place;
    std::string id;
    auto operator<=>(const Place&) const = default;
  };
  struct Drawer {
    std::map<Place, Row> rows;           // bytes sealed
    std::map<std::string, Place> by_id;  // empty for events
  };

  Drawer& drawer(Table table) { return drawers_[static_cast<size_t>(table)]; }
  const KeyId& key_of(const Row& row) const { return row.key.empty() ? house_ : row.key; }
  Row opened(Table table, Row row) const;
  void remove(Table table, const Place& place);
  void insert(Table table, const Place& place, Row sealed);

  KeyRing keys_;
  KeyId house_;
  std::array<Drawer, table_names.size()> drawers_;
  std::vector<KeyId> doomed_;
  std::vector<std::function<void()>> undo_;
  bool is_in_transaction_ = false;
  std::vector<Fault> damage_;
};

}  // namespace aktiv::storage
