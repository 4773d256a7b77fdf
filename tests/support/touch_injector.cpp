// aktiv-touch: true fingers on an Xorg that has an inputtest touch device. One connection per
// server (a second one would hang), so one program holds it and obeys lines on standard input:
//   down ID X Y | move ID X Y | up ID X Y     in pixels of the screen, as given by --size
// Each line is answered with "ok AT_US", the monotonic time just before the event left, once the
// server has passed the event on; or with "error …", after which the program ends with 1. Every
// wait has a limit.
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>

namespace {

constexpr int kTouchBegin = 18, kTouchUpdate = 19, kTouchEnd = 20;  // XI2.h: XI_TouchBegin …
constexpr double kAxisMax = 0xffff;  // inputtest's touch axes, X and Y
constexpr int kAnswerWithin_s = 5;

struct Glass {
  double width_px = 1920, height_px = 1080;
};

int64_t monotonic_us() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

class Server {
 public:
  ~Server() {
    if (socket_ >= 0) close(socket_);
  }

  bool connect_to(const std::string& path) {
    sockaddr_un address{};
    if (path.size() >= sizeof address.sun_path) return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    socket_ = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval limit{kAnswerWithin_s, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) return false;
    xf86ITEventClientVersion version{};
    version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    return send_whole(&version, sizeof version) && is_answered(sizeof(xf86ITResponseServerVersion));
  }

  bool touch(int type, uint32_t finger, double x, double y) {
    xf86ITEventTouch event{};
    event.header = {sizeof event, XF86IT_EVENT_TOUCH};
    event.touchid = finger;
    event.touch_type = static_cast<uint32_t>(type);
    event.valuators.mask[0] = 0b10011;  // x, y and pressure
    event.valuators.valuators[0] = x;
    event.valuators.valuators[1] = y;
    event.valuators.valuators[4] = 100;
    return send_whole(&event, sizeof event);
  }

  bool is_passed_on() {
    xf86ITEventWaitForSync event{};
    event.header = {sizeof event, XF86IT_EVENT_WAIT_FOR_SYNC};
    return send_whole(&event, sizeof event) && is_answered(sizeof(xf86ITResponseSyncFinished));
  }

 private:
  bool send_whole(const void* data, size_t size) {
    return send(socket_, data, size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
  }

  bool is_answered(size_t size) {
    xf86ITResponseAny answer{};
    return recv(socket_, &answer, size, MSG_WAITALL) == static_cast<ssize_t>(size);
  }

  int socket_ = -1;
};

int type_of(const std::string& word) {
  if (word == "down") return kTouchBegin;
  if (word == "move") return kTouchUpdate;
  if (word == "up") return kTouchEnd;
  return 0;
}

std::string obey(Server& server, const Glass& glass, const std::string& line) {
  std::istringstream words(line);
  std::string word;
  uint32_t finger = 0;
  double x = -1, y = -1;
  if (!(words >> word >> finger >> x >> y) || type_of(word) == 0)
    return "error expected: down|move|up ID X Y";
  if (x < 0 || y < 0 || x > glass.width_px || y > glass.height_px)
    return "error the finger would be outside the glass";
  const int64_t at_us = monotonic_us();
  if (!server.touch(type_of(word), finger, x / glass.width_px * kAxisMax,
                    y / glass.height_px * kAxisMax))
    return "error the server did not take the event";
  if (!server.is_passed_on()) return "error the server did not pass the event on";
  return "ok " + std::to_string(at_us);
}

}  // namespace

int main(int count, char** words) {
  Glass glass;
  if (count == 4 && std::string(words[2]) == "--size")
    std::sscanf(words[3], "%lfx%lf", &glass.width_px, &glass.height_px);
  else if (count != 2) {
    std::cerr << "aktiv-touch SOCKET [--size WxH]\n";
    return 2;
  }
  Server server;
  if (!server.connect_to(words[1])) {
    std::cout << "error no inputtest server answers at " << words[1] << std::endl;
    return 1;
  }
  std::cout << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const std::string answer = obey(server, glass, line);
    std::cout << answer << std::endl;
    if (answer.starts_with("error")) return 1;
  }
  return 0;
}
