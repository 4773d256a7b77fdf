// Everything a kiosk keeps, behind one door. Two makers: on disk, sealed (open_store) and in memory
// (memory_store: tests, drive, practice). Both keep the same promises; one contract suite runs over
// both. For one thread at a time; the loop goes through StoreThread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/storage/clock.h"
#include "kiosk/storage/evaluations.h"
#include "kiosk/storage/house.h"
#include "kiosk/storage/journal.h"
#include "kiosk/storage/outbox.h"
#include "kiosk/storage/people.h"
#include "kiosk/storage/sheets.h"

namespace aktiv::storage {

class Store {
 public:
  virtual ~Store() = default;

  virtual Journal& journal() = 0;
  virtual Outbox& outbox() = 0;
  virtual People& people() = 0;
  virtual House& house() = 0;
  virtual Evaluations& evaluations() = 0;
  virtual Sheets& sheets() = 0;

  // Rows found damaged when the store was opened: left where they are, left out of lists, for
  // staff.
  virtual const std::vector<Fault>& damage() const = 0;
};

struct OpenOptions {
  std::filesystem::path data_dir;         // made (0700) where it is missing
  std::filesystem::path credentials_dir;  // $CREDENTIALS_DIRECTORY, holding aktiv-kiosk-key; empty:
                                          // a try-out with data_dir/kiosk.key (0600)
  Clock clock = system_clock();
  bool has_test_disk = false;  // only for tests and bench: honours AKTIV_FSYNC_DELAY_MS
};

// Fails, and leaves everything untouched: a newer database, a damaged one, a wrong or missing key,
// a full or read-only disk, another program on the same folder. Never makes a new store where one
// has been.
Result<std::unique_ptr<Store>> open_store(const OpenOptions& options);

std::unique_ptr<Store> memory_store(Clock clock = system_clock());

}  // namespace aktiv::storage
