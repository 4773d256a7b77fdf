// Locks and PINs: Argon2id hashes, sealed, with their tries and waits. A try is written down as
// failed before it is compared, so that pulling the plug gives nobody another one.
#pragma once

#include <string>

#include "kiosk/storage/clock.h"
#include "kiosk/storage/people.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class Locks {
 public:
  Locks(Shelf& shelf, Clock clock) : shelf_(shelf), clock_(std::move(clock)) {}

  void set(const std::string& owner, const KeyId& key, const std::string& secret);
  void remove(const std::string& owner);
  bool has(const std::string& owner);
  LockAnswer check(const std::string& owner, const std::string& secret);
  LockAnswer state(const std::string& owner);
  void anchor_all();

 private:
  struct Lock;
  Lock must_find(const std::string& owner);
  void put(const Lock& lock);

  Shelf& shelf_;
  Clock clock_;
};

}  // namespace aktiv::storage
