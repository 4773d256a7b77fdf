// The key file: every data key, sealed whole under the kiosk key, apart from the journal and its
// backups.
//
// kiosk key = BLAKE2b-256(keyed with the kiosk's secret, "AKTIV-dialog kiosk key 1" + layer key)
// keys.bin   = "AKTIVKEY", version 1, generation n (8 bytes each), then one sealed table of
//              (16-byte name, 32-byte key); the header is the associated data.
// layer-<n>.key = 32 random bytes, 0600. Erasing makes layer n+1, writes keys.bin under it, then
// shreds layer n: no older copy of keys.bin opens any more, though the kiosk's secret is the same.
//
// Owns the keys in memory. A key is durable before add_fresh returns. For one thread; fails with
// Trouble.
#pragma once

#include <filesystem>

#include "kiosk/storage/disk/files.h"
#include "kiosk/storage/keys/key_ring.h"

namespace aktiv::storage {

class KeyFile {
 public:
  static KeyFile make(const std::filesystem::path& dir, LockedBytes secret, BeforeSync before_sync);
  static KeyFile open(const std::filesystem::path& dir, LockedBytes secret, BeforeSync before_sync);

  const KeyRing& ring() const { return ring_; }
  KeyId add_fresh();
  void destroy(const std::vector<KeyId>& ids);  // rewraps what remains under a fresh layer

 private:
  KeyFile(std::filesystem::path dir, LockedBytes secret, BeforeSync before_sync);
  void write(uint64_t generation);
  void read();
  void make_layer(uint64_t generation);
  void shred_other_layers();
  LockedBytes kiosk_key(uint64_t generation) const;
  std::filesystem::path file() const { return dir_ / "keys.bin"; }
  std::filesystem::path layer_file(uint64_t generation) const;

  std::filesystem::path dir_;
  LockedBytes secret_;
  BeforeSync before_sync_;
  KeyRing ring_;
  uint64_t generation_ = 1;
};

}  // namespace aktiv::storage
