#include "kiosk/storage/disk/sqlite_shelf.h"

#include <algorithm>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr const char* columns = "id, owner, place, kind, key, sealed";
constexpr const char* restore =
    "copy the whole folder aside, then restore a backup; nothing was changed";

std::string name_of(Table table) {
  return std::string(table_names[static_cast<size_t>(table)]);
}

std::string select(Table table, const std::string& rest) {
  return std::string("SELECT ") + columns + " FROM " + name_of(table) + " " + rest;
}

Row row_at(const Statement& statement) {
  return {statement.text_at(0), statement.text_at(1), statement.integer_at(2),
          statement.text_at(3), statement.text_at(4), statement.blob_at(5)};
}

}  // namespace

void refuse_lost_commits(Database& database, const Witness& witness) {
  const auto commits = static_cast<uint64_t>(database.number("SELECT commits FROM tally"));
  const uint64_t seen = witness.seen();
  if (seen <= commits) return;
  trouble("the last " + std::to_string(seen - commits) + " things that were kept are missing",
          database.file().string(),
          "copy the whole folder aside; nothing was changed. After restoring a backup on purpose, "
          "remove the file witness beside it");
}

SqliteShelf::SqliteShelf(std::unique_ptr<Database> database, KeyFile keys,
                         std::unique_ptr<Witness> witness, std::unique_ptr<FolderLock> lock)
    : lock_(std::move(lock)),
      keys_(std::move(keys)),
      database_(std::move(database)),
      witness_(std::move(witness)),
      room_(database_->file().parent_path() / "room") {
  witness_->note(static_cast<uint64_t>(database_->number("SELECT commits FROM tally")));
  find_house_key();
  look_for_damage();
  bury();
  destroy_orphans();
  database_->empty_log_on_close(true);
}

void SqliteShelf::find_house_key() {
  house_ = database_->word("SELECT key FROM house");
  if (house_.empty()) trouble("the kiosk's own records have no key", where(), restore);
  if (!keys_.ring().has(house_))
    trouble("the key file belongs to another journal", where(),
            "the key file and the journal from the same folder and time; nothing was changed");
}

void SqliteShelf::look_for_damage() {
  for (size_t i = 0; i < table_names.size(); ++i) {
    const auto table = static_cast<Table>(i);
    if (std::ranges::find(of_a_conversation, table) != of_a_conversation.end()) continue;
    auto statement = database_->prepare(select(table, "ORDER BY place, id"));
    while (statement.step()) {
      const Row row = row_at(statement);
      if (opened(table, row)) continue;
      damaged_.insert(identity_of(table, row));
      damage_.push_back({"a record does not open: damaged, moved, or its key is gone",
                         where() + " (" + name_of(table) + ")", restore});
    }
  }
}

bool SqliteShelf::is_damaged(Table table, const Row& row) const {
  return !damaged_.empty() && damaged_.contains(identity_of(table, row));
}

std::set<KeyId> SqliteShelf::keys_named_by(std::initializer_list<std::string_view> tables) {
  std::set<KeyId> named{house_};
  for (const std::string_view name : tables) {
    auto statement = database_->prepare("SELECT DISTINCT key FROM " + std::string(name));
    while (statement.step()) named.insert(statement.text_at(0));
  }
  return named;
}

// A key made just before a power cut, with no row to use it. Where one turns up, every row that
// could need it is asked first.
void SqliteShelf::destroy_orphans() {
  if (!damage_.empty()) return;
  const auto is_orphan = [](const KeyRing& ring, const std::set<KeyId>& named) {
    std::vector<KeyId> orphans;
    for (const KeyId& id : ring.ids())
      if (!named.contains(id)) orphans.push_back(id);
    return orphans;
  };
  if (is_orphan(keys_.ring(), keys_named_by({"conversations", "citizens", "evaluations"})).empty())
    return;
  const auto named =
      keys_named_by({"conversations", "citizens", "events", "submissions", "requests", "sheets",
                     "notes", "locks", "observations", "evaluations"});
  const auto orphans = is_orphan(keys_.ring(), named);
  if (!orphans.empty()) keys_.destroy(orphans);
}

void SqliteShelf::in_transaction(const std::function<void()>& work) {
  database_->execute("BEGIN IMMEDIATE");
  uint64_t commits = 0;
  try {
    work();
    auto tally = database_->prepare("UPDATE tally SET commits = commits + 1 RETURNING commits");
    if (!tally.step()) trouble("the count of commits is missing", where(), restore);
    commits = static_cast<uint64_t>(tally.integer_at(0));
    tally.run();
    database_->execute("COMMIT");
  } catch (...) {
    if (database_->is_in_transaction()) database_->execute("ROLLBACK");
    throw;
  }
  witness_->note(commits);
}

std::optional<Row> SqliteShelf::opened(Table table, Row row) const {
  if (!keys_.ring().has(key_of(row))) return std::nullopt;
  auto plain = unseal(keys_.ring().of(key_of(row)), row.bytes, identity_of(table, row));
  if (!plain) return std::nullopt;
  row.bytes = std::move(*plain);
  return row;
}

Row SqliteShelf::must_open(Table table, const Row& row) const {
  auto whole = opened(table, row);
  if (!whole)
    trouble("a record does not open: damaged, moved, or sealed with another key",
            where() + " (" + name_of(table) + ")", restore);
  return std::move(*whole);
}

std::vector<Row> SqliteShelf::read_all(Table table, Statement& statement) const {
  std::vector<Row> rows;
  while (statement.step()) {
    const Row row = row_at(statement);
    if (!is_damaged(table, row)) rows.push_back(must_open(table, row));
  }
  return rows;
}

std::optional<Row> SqliteShelf::find(Table table, const std::string& id) {
  auto statement = database_->prepare(select(table, "WHERE id = ?1"));
  statement.text(1, id);
  if (!statement.step()) return std::nullopt;
  return must_open(table, row_at(statement));
}

std::optional<Row> SqliteShelf::find_owned(Table table, const std::string& owner,
                                           const std::string& id) {
  auto statement = database_->prepare(select(table, "WHERE owner = ?1 AND id = ?2"));
  statement.text(1, owner).text(2, id);
  if (!statement.step()) return std::nullopt;
  return must_open(table, row_at(statement));
}

bool SqliteShelf::has(Table table, const std::string& id) {
  auto statement = database_->prepare("SELECT 1 FROM " + name_of(table) + " WHERE id = ?1");
  return statement.text(1, id).step();
}

int64_t SqliteShelf::last_place(Table table) {
  return database_->number("SELECT max(place) FROM " + name_of(table));
}

std::vector<Row> SqliteShelf::list(Table table) {
  auto statement = database_->prepare(select(table, "ORDER BY place, id"));
  return read_all(table, statement);
}

std::vector<Row> SqliteShelf::list(Table table, const std::string& owner) {
  auto statement = database_->prepare(select(table, "WHERE owner = ?1 ORDER BY place, id"));
  statement.text(1, owner);
  return read_all(table, statement);
}

void SqliteShelf::put(Table table, const Row& row) {
  // An event is never put in another's place.
  const std::string otherwise =
      table == Table::events ? ""
                             : " ON CONFLICT (id) DO UPDATE SET owner = excluded.owner,"
                               " place = excluded.place, kind = excluded.kind, key = excluded.key,"
                               " sealed = excluded.sealed";
  auto statement = database_->prepare("INSERT INTO " + name_of(table) + " (" + columns +
                                      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)" + otherwise);
  const std::string sealed = seal(keys_.ring().of(key_of(row)), row.bytes, identity_of(table, row));
  statement.text(1, row.id).text(2, row.owner).integer(3, row.place).text(4, row.kind);
  statement.text(5, row.key).blob(6, sealed).run();
}

void SqliteShelf::erase(Table table, const std::string& id) {
  database_->prepare("DELETE FROM " + name_of(table) + " WHERE id = ?1").text(1, id).run();
}

void SqliteShelf::erase_owned(Table table, const std::string& owner) {
  database_->prepare("DELETE FROM " + name_of(table) + " WHERE owner = ?1").text(1, owner).run();
}

void SqliteShelf::doom(const KeyId& key) {
  database_->prepare("INSERT OR IGNORE INTO doomed_keys VALUES (?1)").text(1, key).run();
}

void SqliteShelf::bury() {
  std::vector<KeyId> doomed;
  {
    auto statement = database_->prepare("SELECT id FROM doomed_keys");
    while (statement.step()) doomed.push_back(statement.text_at(0));
  }
  if (doomed.empty()) {
    has_left_rows_ = false;
  } else {
    destroy(doomed);
    erase_what_is_left_of(doomed);
  }
  room_.set_aside();
}

void SqliteShelf::use_room_set_aside() {
  room_.give_back();
  has_left_rows_ = true;
}

void SqliteShelf::destroy(const std::vector<KeyId>& keys) {
  try {
    keys_.destroy(keys);
  } catch (const NoRoom&) {
    room_.give_back();
    keys_.destroy(keys);
  }
}

// Without its key nothing of it can be read. Where a full disk cannot hold even the removal of the
// rows, the key stays among the doomed, and they go at a later erasing or opening.
void SqliteShelf::erase_what_is_left_of(const std::vector<KeyId>& doomed) {
  try {
    if (has_left_rows_) in_transaction([&] { erase_rows_under(doomed); });
    has_left_rows_ = false;
    database_->checkpoint();
    in_transaction([&] { database_->execute("DELETE FROM doomed_keys"); });
  } catch (const NoRoom&) {
    return;
  }
}

void SqliteShelf::erase_rows_under(const std::vector<KeyId>& keys) {
  for (const Table table : of_a_conversation)
    for (const KeyId& key : keys)
      database_->prepare("DELETE FROM " + name_of(table) + " WHERE key = ?1").text(1, key).run();
}

}  // namespace aktiv::storage
