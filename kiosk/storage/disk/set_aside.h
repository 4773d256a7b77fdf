// Room on the disk that is set aside so that a citizen can throw away what they said when the disk
// is full: marking a key and writing the key file anew takes some ten pages and 48 bytes a key. A
// file of its own, given back before such an erasing and taken again after it. For one thread.
#pragma once

#include <filesystem>

namespace aktiv::storage {

class SetAside {
 public:
  static constexpr long size_bytes = 1024 * 1024;  // keys of 10,000 conversations take half of it

  explicit SetAside(std::filesystem::path file) : file_(std::move(file)) {}

  void set_aside() const;  // all of it, or, where there is no room for it, none
  void give_back() const;

 private:
  std::filesystem::path file_;
};

}  // namespace aktiv::storage
