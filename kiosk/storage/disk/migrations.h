// The database's shape, as numbered steps that only go forward. Each is one transaction together
// with its number (PRAGMA user_version), so a cut leaves the former shape or the new one, never
// between.
#pragma once

#include <functional>

#include "kiosk/storage/disk/database.h"

namespace aktiv::storage {

inline constexpr int newest_migration = 6;
inline constexpr int application_id = 0x414b5456;  // "AKTV"

// Before every statement, for tests that cut the power there.
using BeforeStatement = std::function<void(int migration, int statement)>;

// Trouble for a database that a newer program made; it is left as it is.
void refuse_newer(int version, const std::filesystem::path& file);
void migrate(Database& database, int up_to, const BeforeStatement& before_statement);

}  // namespace aktiv::storage
