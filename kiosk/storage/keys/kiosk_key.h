// Where the kiosk's own secret comes from: the service manager's credential, or for a try-out a
// file with mode 0600. It is fixed; what changes at every erasing is the layer key mixed into it
// (key_file.h).
#pragma once

#include <filesystem>

#include "kiosk/storage/disk/files.h"
#include "kiosk/storage/keys/key_ring.h"

namespace aktiv::storage {

struct KioskKeySource {
  std::filesystem::path data_dir;
  std::filesystem::path credentials_dir;  // empty: the try-out file
  bool may_be_made = false;               // only where there is no store yet

  std::filesystem::path file() const;
};

// Trouble: missing, shorter than 32 bytes, or a file that others may read.
LockedBytes load_kiosk_secret(const KioskKeySource& source, const BeforeSync& before_sync);

}  // namespace aktiv::storage
