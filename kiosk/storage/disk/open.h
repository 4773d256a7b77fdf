// Opening a store on disk, with the seams that tests use to cut the power.
//
// data_dir/lock, data_dir/kiosk.key (try-out), data_dir/store/{journal.db, keys.bin, layer-<n>.key,
// witness}. A new store is built whole in data_dir/store.new and renamed: where data_dir/store
// stands, something has been, and a missing part of it is a fault and never a reason to begin anew.
#pragma once

#include "kiosk/storage/disk/files.h"
#include "kiosk/storage/disk/migrations.h"
#include "kiosk/storage/store.h"

namespace aktiv::storage {

struct Seams {
  BeforeStatement before_statement;
  int newest = newest_migration;  // an older program's shape
  std::string vfs;                // a test disk's name
  BeforeSync before_sync;
};

Result<std::unique_ptr<Store>> open_store(const OpenOptions& options, const Seams& seams);

}  // namespace aktiv::storage
