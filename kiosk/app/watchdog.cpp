#include "kiosk/app/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

namespace aktiv::app {
namespace {

constexpr int64_t least_pause_ms = 100;

Result<int> connected_to(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if ((path[0] != '/' && path[0] != '@') || path.size() >= sizeof address.sun_path)
    return Fault{"the service manager's address cannot be used", "NOTIFY_SOCKET=" + path,
                 "a path that begins with / or @"};
  std::memcpy(address.sun_path, path.data(), path.size());
  if (path[0] == '@') address.sun_path[0] = '\0';  // an abstract address
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
  const int made = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made >= 0 && ::connect(made, reinterpret_cast<const sockaddr*>(&address), size) == 0)
    return made;
  const std::string why = std::strerror(errno);
  if (made >= 0) ::close(made);
  return Fault{"the service manager cannot be reached (" + why + ")", "NOTIFY_SOCKET=" + path,
               "the socket of the manager that started the kiosk"};
}

}  // namespace

Result<Watchdog> Watchdog::open(const Environment& environment) {
  const char* path = environment("NOTIFY_SOCKET");
  const char* time = environment("WATCHDOG_USEC");
  if (path == nullptr || time == nullptr || *path == '\0') return Watchdog();
  const std::string_view written(time);
  int64_t usec = 0;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), usec);
  if (read.ec != std::errc() || read.ptr != written.data() + written.size() ||
      usec / 2000 < least_pause_ms)
    return Fault{"the watchdog's time cannot be used", "WATCHDOG_USEC=" + std::string(time),
                 "microseconds, at least 200000"};
  auto made = connected_to(path);
  if (!made) return made.error();
  Watchdog watchdog;
  watchdog.socket_ = *made;
  watchdog.pause_ms_ = usec / 2000;
  return watchdog;
}

Watchdog::~Watchdog() {
  if (socket_ >= 0) ::close(socket_);
}

Watchdog::Watchdog(Watchdog&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)),
      pause_ms_(other.pause_ms_),
      told_ms_(other.told_ms_) {}

Watchdog& Watchdog::operator=(Watchdog&& other) noexcept {
  std::swap(socket_, other.socket_);
  pause_ms_ = other.pause_ms_;
  told_ms_ = other.told_ms_;
  return *this;
}

void Watchdog::alive(int64_t now_ms) {
  if (socket_ < 0 || (told_ms_ && now_ms - *told_ms_ < pause_ms_)) return;
  told_ms_ = now_ms;
  // A manager that does not read is no reason to stand still: what is lost is said again.
  constexpr std::string_view words = "WATCHDOG=1";
  [[maybe_unused]] const auto sent =
      ::send(socket_, words.data(), words.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

std::optional<int64_t> Watchdog::due_ms() const {
  if (socket_ < 0) return std::nullopt;
  return told_ms_ ? *told_ms_ + pause_ms_ : 0;
}

}  // namespace aktiv::app
