#include "kiosk/storage/records/locks.h"

#include "kiosk/storage/keys/sealing.h"
#include "kiosk/storage/lockout.h"
#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {

struct Locks::Lock {
  Row row;
  std::string hash;
  Lockout lockout;

  explicit Lock(Row found) : row(std::move(found)) {
    Reader reader(row.bytes);
    hash = reader.text();
    lockout.failures = static_cast<int>(reader.integer());
    lockout.wait_ms = reader.integer();
    lockout.since.wall_ms = reader.integer();
    lockout.since.boot_ms = reader.integer();
    lockout.since.boot = reader.text();
  }
};

namespace {

std::string bytes_of(const std::string& hash, const Lockout& lockout) {
  return Writer()
      .text(hash)
      .integer(lockout.failures)
      .integer(lockout.wait_ms)
      .integer(lockout.since.wall_ms)
      .integer(lockout.since.boot_ms)
      .text(lockout.since.boot)
      .take();
}

LockAnswer closed(const Lockout& lockout, const Moment& now) {
  return {false, tries_left(lockout), wait_left(lockout, now)};
}

}  // namespace

Locks::Lock Locks::must_find(const std::string& owner) {
  auto row = shelf_.find(Table::locks, owner);
  if (!row) trouble("there is no lock", shelf_.where(), "a lock that was set");
  return Lock(std::move(*row));
}

void Locks::put(const Lock& lock) {
  Row row = lock.row;
  row.bytes = bytes_of(lock.hash, lock.lockout);
  shelf_.put(Table::locks, row);
}

void Locks::set(const std::string& owner, const KeyId& key, const std::string& secret) {
  shelf_.put(Table::locks, {owner, owner, 0, "lock", key, bytes_of(hash_secret(secret), {})});
}

void Locks::remove(const std::string& owner) {
  shelf_.erase(Table::locks, owner);
}

bool Locks::has(const std::string& owner) {
  return shelf_.find(Table::locks, owner).has_value();
}

LockAnswer Locks::state(const std::string& owner) {
  return closed(must_find(owner).lockout, clock_());
}

LockAnswer Locks::check(const std::string& owner, const std::string& secret) {
  Lock lock = must_find(owner);
  if (wait_left(lock.lockout, clock_()) > 0) return closed(lock.lockout, clock_());
  lock.lockout = after_failure(lock.lockout, clock_());
  shelf_.in_transaction([&] { put(lock); });
  if (!secret_matches(lock.hash, secret)) return closed(lock.lockout, clock_());
  lock.lockout = {};
  shelf_.in_transaction([&] { put(lock); });
  return {true, free_tries, 0};
}

void Locks::anchor_all() {
  const Moment now = clock_();
  for (Row& row : shelf_.list(Table::locks)) {
    Lock lock(std::move(row));
    if (lock.lockout.wait_ms == 0 || is_same_boot(lock.lockout.since, now)) continue;
    lock.lockout = anchored(lock.lockout, now);
    shelf_.in_transaction([&] { put(lock); });
  }
}

}  // namespace aktiv::storage
