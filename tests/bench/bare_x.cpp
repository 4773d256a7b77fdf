// The floor: the least that can answer a finger. Xlib and XInput 2, no toolkit; a rectangle turns
// white while a finger is down. Prints the same lines as touch_probe.
#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <time.h>

#include <cstdint>
#include <cstdio>

namespace {

int64_t monotonic_us() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

void note(const char* event) {
  std::printf("{\"at_us\":%lld,\"event\":\"%s\"}\n", static_cast<long long>(monotonic_us()), event);
  std::fflush(stdout);
}

void draw(Display* display, Window window, GC pen, bool is_touched) {
  XSetForeground(display, pen, is_touched ? 0xffffff : 0x282828);
  XFillRectangle(display, window, pen, 200, 200, 600, 600);
  XSync(display, False);
  note("frame_shown");
}

void choose_touches(Display* display, Window window) {
  unsigned char bits[XIMaskLen(XI_TouchEnd)] = {};
  XISetMask(bits, XI_TouchBegin);
  XISetMask(bits, XI_TouchUpdate);
  XISetMask(bits, XI_TouchEnd);
  XIEventMask mask{XIAllMasterDevices, sizeof bits, bits};
  XISelectEvents(display, window, &mask, 1);
}

[[noreturn]] void follow(Display* display, Window window, GC pen) {
  for (XEvent event;;) {
    XNextEvent(display, &event);
    if (event.type == Expose) {
      draw(display, window, pen, false);
      note("first_screen");
    }
    if (event.type != GenericEvent || XGetEventData(display, &event.xcookie) == 0) continue;
    const int kind = event.xcookie.evtype;
    if (kind == XI_TouchBegin || kind == XI_TouchEnd) {
      note(kind == XI_TouchBegin ? "finger_down" : "finger_up");
      draw(display, window, pen, kind == XI_TouchBegin);
    }
    XFreeEventData(display, &event.xcookie);
  }
}

}  // namespace

int main() {
  note("started");
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return std::fprintf(stderr, "no X display\n"), 1;
  int major = 2, minor = 2;
  if (XIQueryVersion(display, &major, &minor) != Success)
    return std::fprintf(stderr, "no XI 2.2\n"), 1;
  const Window window =
      XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1920, 1080, 0, 0, 0x1e283c);
  XSelectInput(display, window, ExposureMask);
  choose_touches(display, window);
  XMapWindow(display, window);
  follow(display, window, XCreateGC(display, window, 0, nullptr));
}
