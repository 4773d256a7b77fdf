// Data keys in memory that is locked against swapping and core dumps where the system allows it,
// and overwritten when a key is forgotten. Owns the keys; for one thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/storage/keys/sealing.h"

namespace aktiv::storage {

// A key's random name, 32 hexadecimal digits: names nobody.
using KeyId = std::string;

// One block of locked memory.
class LockedBytes {
 public:
  explicit LockedBytes(size_t size);
  ~LockedBytes();
  LockedBytes(LockedBytes&& other) noexcept;
  LockedBytes& operator=(LockedBytes&& other) noexcept;

  unsigned char* data() { return data_; }
  const unsigned char* data() const { return data_; }
  size_t size() const { return size_; }

 private:
  unsigned char* data_ = nullptr;
  size_t size_ = 0;
};

class KeyRing {
 public:
  KeyRing();

  KeyId add_fresh();
  void add(const KeyId& id, KeyView key);
  void forget(const KeyId& id);
  bool has(const KeyId& id) const { return slots_.contains(id); }
  KeyView of(const KeyId& id) const;  // Trouble where there is none
  std::vector<KeyId> ids() const;
  size_t size() const { return slots_.size(); }

 private:
  size_t free_slot();

  LockedBytes block_;
  std::map<KeyId, size_t> slots_;
  std::vector<size_t> free_;
};

}  // namespace aktiv::storage
