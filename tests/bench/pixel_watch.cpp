// What a person would see, measured from outside the program that draws: reads lines "watch X Y W
// H" on standard input, remembers what is on the screen there, answers "ready", and then "seen
// AT_US" when any pixel of it has become another; "unseen" after two seconds. Looks every 0.3 ms
// through shared memory.
#include <X11/Xlib.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>
#include <unistd.h>

#include <X11/Xutil.h>

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr int64_t kGiveUp_us = 2'000'000;
constexpr useconds_t kPause_us = 300;

int64_t monotonic_us() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

// A part of the screen, copied by the server into memory that both see.
class Part {
 public:
  Part(Display* display, int x, int y, unsigned w, unsigned h) : display_(display), x_(x), y_(y) {
    const int screen = DefaultScreen(display);
    image_ = XShmCreateImage(display, DefaultVisual(display, screen),
                             static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, nullptr,
                             &memory_, w, h);
    memory_.shmid = shmget(IPC_PRIVATE, size(), IPC_CREAT | 0600);
    memory_.shmaddr = image_->data = static_cast<char*>(shmat(memory_.shmid, nullptr, 0));
    XShmAttach(display, &memory_);
    XSync(display, False);
    shmctl(memory_.shmid, IPC_RMID, nullptr);  // gone with the last of us
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  ~Part() {
    XShmDetach(display_, &memory_);
    XSync(display_, False);
    shmdt(memory_.shmaddr);
    image_->data = nullptr;
    XDestroyImage(image_);
  }

  const char* look() {
    XShmGetImage(display_, DefaultRootWindow(display_), image_, x_, y_, AllPlanes);
    return image_->data;
  }
  size_t size() const {
    return static_cast<size_t>(image_->bytes_per_line) * static_cast<size_t>(image_->height);
  }

 private:
  Display* display_;
  int x_, y_;
  XShmSegmentInfo memory_{};
  XImage* image_ = nullptr;
};

void watch(Part& part) {
  const char* first = part.look();
  const std::vector<char> before(first, first + part.size());
  std::cout << "ready" << std::endl;
  for (const int64_t until = monotonic_us() + kGiveUp_us; monotonic_us() < until;
       usleep(kPause_us)) {
    if (std::memcmp(part.look(), before.data(), before.size()) == 0) continue;
    std::cout << "seen " << monotonic_us() << std::endl;
    return;
  }
  std::cout << "unseen" << std::endl;
}

}  // namespace

int main() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr || XShmQueryExtension(display) == 0)
    return std::cerr << "no X display with shared memory\n", 1;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string word;
    int x = 0, y = 0;
    unsigned w = 0, h = 0;
    if (!(words >> word >> x >> y >> w >> h) || word != "watch" || w == 0 || h == 0)
      return std::cerr << "expected: watch X Y W H\n", 2;
    Part part(display, x, y, w, h);
    watch(part);
  }
  XCloseDisplay(display);
}
