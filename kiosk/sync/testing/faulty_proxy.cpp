#include "kiosk/sync/testing/faulty_proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

namespace aktiv::sync {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int connected_to(int port) {
  const int socket_fd = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  if (::connect(socket_fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return socket_fd;
  }
  ::close(socket_fd);
  return -1;
}

// A reset, not an orderly end: what a pulled cable or a dying router leaves.
void cut(int socket_fd) {
  const linger at_once{1, 0};
  ::setsockopt(socket_fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace

struct FaultyProxy::Inside {
  int to_port = 0;
  int listener = -1;
  int port = 0;
  std::atomic<bool> ends{false};
  std::atomic<int64_t> limit_up{-1}, limit_down{-1};
  std::atomic<int64_t> up{0}, down{0};
  std::atomic<int> connections{0};
  std::thread thread;

  void open() {
    listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool is_open = ::bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                         ::listen(listener, 16) == 0 &&
                         ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!is_open) throw std::runtime_error("the proxy has no port");
    port = ntohs(address.sin_port);
  }

  void run() {
    while (!ends) {
      pollfd waiting{listener, POLLIN, 0};
      if (::poll(&waiting, 1, 50) <= 0) continue;
      const int client = ::accept(listener, nullptr, nullptr);
      if (client < 0) continue;
      const int server = connected_to(to_port);
      ++connections;
      if (server >= 0) pass(client, server);
      ::close(client);
      if (server >= 0) ::close(server);
    }
  }

  // One connection at a time: the worker has one.
  void pass(int client, int server) {
    const int64_t most_up = limit_up.exchange(-1), most_down = limit_down.exchange(-1);
    up = 0;
    down = 0;
    while (!ends) {
      pollfd both[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
      if (::poll(both, 2, 50) < 0) return;
      const bool goes_on = (!both[0].revents || move(client, server, up, most_up)) &&
                           (!both[1].revents || move(server, client, down, most_down));
      if (goes_on) continue;
      cut(client);
      cut(server);
      return;
    }
  }

  static bool move(int from, int to, std::atomic<int64_t>& passed, int64_t most) {
    char bytes[4096];
    const ssize_t got = ::recv(from, bytes, sizeof bytes, 0);
    if (got <= 0) return false;
    const int64_t room = most < 0 ? got : std::min<int64_t>(got, most - passed);
    for (ssize_t at = 0; at < room;) {
      const ssize_t sent = ::send(to, bytes + at, static_cast<size_t>(room - at), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      at += sent;
    }
    passed += room;
    return room == got && (most < 0 || passed < most);
  }
};

FaultyProxy::FaultyProxy(int to_port) : inside_(std::make_unique<Inside>()) {
  inside_->to_port = to_port;
  inside_->open();
  inside_->thread = std::thread([this] { inside_->run(); });
}

FaultyProxy::~FaultyProxy() {
  inside_->ends = true;
  inside_->thread.join();
  ::close(inside_->listener);
}

std::string FaultyProxy::origin() const {
  return "https://127.0.0.1:" + std::to_string(inside_->port);
}

void FaultyProxy::cut_after(int64_t bytes_up, int64_t bytes_down) {
  inside_->limit_up = bytes_up;
  inside_->limit_down = bytes_down;
}

int64_t FaultyProxy::passed_up() const {
  return inside_->up;
}
int64_t FaultyProxy::passed_down() const {
  return inside_->down;
}
int FaultyProxy::connections() const {
  return inside_->connections;
}

}  // namespace aktiv::sync
