// How many commits have been acknowledged, beside the database. A damaged write-ahead log is cut by
// SQLite at the first bad frame without a word; the witness tells that acknowledged commits are
// missing. Format: two slots of 16 bytes, written in turn: the count, and its complement. Written
// after each commit and not synced: it may lag behind the database after a power cut, never run
// ahead of it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace aktiv::storage {

class Witness {
 public:
  explicit Witness(std::filesystem::path file);  // made where it is missing
  ~Witness();
  Witness(const Witness&) = delete;
  Witness& operator=(const Witness&) = delete;

  uint64_t seen() const;  // Trouble where both slots are damaged
  void note(uint64_t commits);

 private:
  std::filesystem::path file_;
  int fd_ = -1;
};

}  // namespace aktiv::storage
