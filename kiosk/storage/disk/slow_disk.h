// A disk that syncs slowly, made on purpose, for tests and bench. Never in use unless the caller
// asks for it (OpenOptions::has_test_disk).
#pragma once

#include <string>

namespace aktiv::storage {

int fsync_delay_from_environment();  // AKTIV_FSYNC_DELAY_MS, 0–10,000; 0 where it is not set
void wait_like_a_slow_disk(int delay_ms);
// An SQLite VFS over the system's own, whose syncs take this much longer. Returns its name.
std::string slow_vfs(int delay_ms);

}  // namespace aktiv::storage
