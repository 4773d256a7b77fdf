// Records on disk: sealed rows in SQLite, keys in the key file, a witness beside them. Owns all
// three. For one thread. Opening finishes what a power cut left half erased and tells damaged rows
// by reading every record but the events, which are read when their conversation is.
#pragma once

#include <set>

#include "kiosk/storage/disk/database.h"
#include "kiosk/storage/disk/set_aside.h"
#include "kiosk/storage/disk/witness.h"
#include "kiosk/storage/keys/key_file.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

// Trouble where the database has fewer commits than were acknowledged. Before anything is written
// to it.
void refuse_lost_commits(Database& database, const Witness& witness);

class SqliteShelf : public Shelf {
 public:
  SqliteShelf(std::unique_ptr<Database> database, KeyFile keys, std::unique_ptr<Witness> witness,
              std::unique_ptr<FolderLock> lock);

  void in_transaction(const std::function<void()>& work) override;
  std::optional<Row> find(Table table, const std::string& id) override;
  std::optional<Row> find_owned(Table table, const std::string& owner,
                                const std::string& id) override;
  bool has(Table table, const std::string& id) override;
  int64_t last_place(Table table) override;
  std::vector<Row> list(Table table) override;
  std::vector<Row> list(Table table, const std::string& owner) override;
  void put(Table table, const Row& row) override;
  void erase(Table table, const std::string& id) override;
  void erase_owned(Table table, const std::string& owner) override;
  KeyId fresh_key() override { return keys_.add_fresh(); }
  void doom(const KeyId& key) override;
  void bury() override;
  void use_room_set_aside() override;
  std::string where() const override { return database_->file().string(); }
  const std::vector<Fault>& damage() const override { return damage_; }

 private:
  void find_house_key();
  void look_for_damage();
  void destroy_orphans();
  void destroy(const std::vector<KeyId>& keys);
  void erase_what_is_left_of(const std::vector<KeyId>& doomed);
  void erase_rows_under(const std::vector<KeyId>& keys);
  std::set<KeyId> keys_named_by(std::initializer_list<std::string_view> tables);
  const KeyId& key_of(const Row& row) const { return row.key.empty() ? house_ : row.key; }
  std::optional<Row> opened(Table table, Row row) const;
  Row must_open(Table table, const Row& row) const;
  std::vector<Row> read_all(Table table, Statement& statement) const;
  bool is_damaged(Table table, const Row& row) const;

  std::unique_ptr<FolderLock> lock_;  // goes last
  KeyFile keys_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Witness> witness_;
  SetAside room_;
  bool has_left_rows_ = true;  // of doomed keys; until the opening has looked
  KeyId house_;
  std::vector<Fault> damage_;
  std::set<std::string> damaged_;  // identities
};

}  // namespace aktiv::storage
