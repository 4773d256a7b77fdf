#include "kiosk/storage/disk/migrations.h"

#include <string>
#include <vector>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

// Every table has the row's identity in the clear and the rest sealed (records/shelf.h).
std::vector<std::string> table(const std::string& name) {
  return {"CREATE TABLE " + name +
              " (id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, place INTEGER NOT NULL,"
              " kind TEXT NOT NULL, key TEXT NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
          "CREATE INDEX " + name + "_owned ON " + name + " (owner, place)"};
}

// Events lie in the order in which they are read, one conversation after another.
std::vector<std::string> events_table() {
  return {
      "CREATE TABLE events (id TEXT NOT NULL, owner TEXT NOT NULL, place INTEGER NOT NULL,"
      " kind TEXT NOT NULL, key TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (owner, place))"
      " STRICT, WITHOUT ROWID"};
}

std::vector<std::string> bookkeeping() {
  return {"CREATE TABLE tally (commits INTEGER NOT NULL) STRICT", "INSERT INTO tally VALUES (0)",
          "CREATE TABLE doomed_keys (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
          "CREATE TABLE house (key TEXT NOT NULL) STRICT",
          "PRAGMA application_id = " + std::to_string(application_id)};
}

using Parts = std::vector<std::vector<std::string>>;

std::vector<std::string> joined(const Parts& parts) {
  std::vector<std::string> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// A landed step is never edited: a kiosk out there has run it.
std::vector<std::string> statements_of(int migration) {
  switch (migration) {
    case 1:
      return joined({bookkeeping(), table("conversations"), events_table()});
    case 2:
      return joined({table("outbox"), table("submissions"), table("requests"), table("receipts")});
    case 3:
      return joined({table("citizens"), table("notes"), table("locks"), table("mentors"),
                     table("observations")});
    case 4:
      return joined({table("help_calls"), table("settings")});
    case 5:
      return joined({table("evaluations")});
    case 6:
      return joined({table("sheets")});
  }
  return {};
}

void run_one(Database& database, int migration, const BeforeStatement& before_statement) {
  auto statements = statements_of(migration);
  statements.push_back("PRAGMA user_version = " + std::to_string(migration));
  statements.push_back("COMMIT");
  database.execute("BEGIN IMMEDIATE");
  try {
    for (size_t i = 0; i < statements.size(); ++i) {
      if (before_statement) before_statement(migration, static_cast<int>(i));
      database.execute(statements[i]);
    }
  } catch (...) {
    if (database.is_in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

}  // namespace

void refuse_newer(int version, const std::filesystem::path& file) {
  if (version <= newest_migration) return;
  trouble("the journal was made by a newer program (shape " + std::to_string(version) + ")",
          file.string(),
          "shape " + std::to_string(newest_migration) +
              " or older: install the newer program; nothing was changed");
}

void migrate(Database& database, int up_to, const BeforeStatement& before_statement) {
  const int version = static_cast<int>(database.number("PRAGMA user_version"));
  refuse_newer(version, database.file());
  for (int step = version + 1; step <= up_to; ++step) run_one(database, step, before_statement);
  // So that the file's own header says its shape, whatever happens to the log.
  if (version < up_to) database.checkpoint();
}

}  // namespace aktiv::storage
