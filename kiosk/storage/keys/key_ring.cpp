#include "kiosk/storage/keys/key_ring.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <utility>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr size_t first_slots = 32;

KeyId fresh_name() {
  std::array<unsigned char, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 33> hex;
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  return hex.data();
}

}  // namespace

LockedBytes::LockedBytes(size_t size) : size_(size) {
  if (sodium_init() < 0) trouble("libsodium does not start", "storage", "a whole installation");
  data_ = static_cast<unsigned char*>(sodium_malloc(size));
  if (!data_) throw std::bad_alloc();
}

LockedBytes::~LockedBytes() {
  sodium_free(data_);
}

LockedBytes::LockedBytes(LockedBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

LockedBytes& LockedBytes::operator=(LockedBytes&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

KeyRing::KeyRing() : block_(first_slots * key_bytes) {
  for (size_t slot = first_slots; slot-- > 0;) free_.push_back(slot);
}

size_t KeyRing::free_slot() {
  if (free_.empty()) {
    const size_t had = block_.size() / key_bytes;
    LockedBytes larger(block_.size() * 2);
    std::memcpy(larger.data(), block_.data(), block_.size());
    block_ = std::move(larger);
    for (size_t slot = had * 2; slot-- > had;) free_.push_back(slot);
  }
  const size_t slot = free_.back();
  free_.pop_back();
  return slot;
}

KeyId KeyRing::add_fresh() {
  const KeyId id = fresh_name();
  const size_t slot = free_slot();
  randombytes_buf(block_.data() + slot * key_bytes, key_bytes);
  slots_[id] = slot;
  return id;
}

void KeyRing::add(const KeyId& id, KeyView key) {
  const size_t slot = free_slot();
  std::memcpy(block_.data() + slot * key_bytes, key.data(), key_bytes);
  slots_[id] = slot;
}

void KeyRing::forget(const KeyId& id) {
  const auto found = slots_.find(id);
  if (found == slots_.end()) return;
  sodium_memzero(block_.data() + found->second * key_bytes, key_bytes);
  free_.push_back(found->second);
  slots_.erase(found);
}

KeyView KeyRing::of(const KeyId& id) const {
  const auto found = slots_.find(id);
  if (found == slots_.end())
    trouble("the key of a row is not in the key file", "keys.bin",
            "the key file that belongs to this journal");
  return KeyView(block_.data() + found->second * key_bytes, key_bytes);
}

std::vector<KeyId> KeyRing::ids() const {
  std::vector<KeyId> all;
  for (const auto& [id, slot] : slots_) all.push_back(id);
  return all;
}

}  // namespace aktiv::storage
