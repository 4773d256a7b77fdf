#include "kiosk/storage/disk/witness.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "kiosk/storage/disk/files.h"
#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace {

constexpr size_t slot_bytes = 16;

std::string slot_of(uint64_t commits) {
  return Writer().number(commits).number(~commits).take();
}

std::optional<uint64_t> commits_of(std::string_view slot) {
  Reader reader(slot);
  const uint64_t commits = reader.number();
  if (reader.number() != ~commits) return std::nullopt;
  return commits;
}

}  // namespace

Witness::Witness(std::filesystem::path file) : file_(std::move(file)) {
  fd_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd_ < 0) file_trouble("cannot be opened", file_, errno);
  const std::string both = slot_of(0) + slot_of(0);
  if (::lseek(fd_, 0, SEEK_END) == 0 &&
      ::pwrite(fd_, both.data(), both.size(), 0) != static_cast<ssize_t>(both.size()))
    file_trouble("cannot be written", file_, errno);
}

Witness::~Witness() {
  ::close(fd_);
}

uint64_t Witness::seen() const {
  std::array<char, slot_bytes * 2> bytes{};
  const ssize_t got = ::pread(fd_, bytes.data(), bytes.size(), 0);
  const std::string_view view(bytes.data(), bytes.size());
  const auto one = commits_of(view.substr(0, slot_bytes));
  const auto other = commits_of(view.substr(slot_bytes));
  if (got != static_cast<ssize_t>(bytes.size()) || (!one && !other))
    trouble("the count of commits is damaged", file_.string(),
            "copy the folder aside; if the journal is whole, removing this one file lets it open");
  return std::max(one.value_or(0), other.value_or(0));
}

void Witness::note(uint64_t commits) {
  const std::string slot = slot_of(commits);
  const auto place = static_cast<off_t>((commits % 2) * slot_bytes);
  if (::pwrite(fd_, slot.data(), slot.size(), place) == static_cast<ssize_t>(slot.size())) return;
  file_trouble("cannot be written", file_, errno);
}

}  // namespace aktiv::storage
