// How long the mentor's area takes: to open, and from a touch to its whole screen on a 1920×1080
// surface. Prints "mentor_<screen>_ms median p95". Limits: 40 ms a frame, 500 ms to open; more is
// exit 1.
//   mentor_bench SHARE
#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "kiosk/ui/mentor/rehearsal/examples.h"

using namespace aktiv;
using namespace aktiv::mentor;

namespace {

double ms_since(std::chrono::steady_clock::time_point from) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

bool report(const char* name, std::vector<double> times, double limit_ms) {
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2];
  std::printf("mentor_%s_ms %.2f %.2f\n", name, median, times[times.size() * 95 / 100]);
  return median <= limit_ms;
}

bool time_screen(Hand& hand, SDL_Surface* surface, const char* name) {
  constexpr int frames = 60;
  constexpr double limit_ms = 40;
  std::vector<double> times;
  for (int i = 0; i < frames; ++i) {
    hand.area.feed(input::RawTouch{1, i % 2 == 0 ? input::Phase::down : input::Phase::up, 2, 2, 0,
                                   hand.now_ms});
    const auto from = std::chrono::steady_clock::now();
    hand.area.draw(surface);
    times.push_back(ms_since(from));
  }
  return report(name, times, limit_ms);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "mentor_bench SHARE\n"), 2;
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, SDL_PIXELFORMAT_RGB888);
  const House& house = House::laid(argv[1]);
  Hand hand(house, Display{});
  furnish(hand);
  hand.desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
  const auto from = std::chrono::steady_clock::now();
  hand.open();
  hand.area.draw(surface);
  bool is_fast = report("open", {ms_since(from)}, 500);
  hand.area.close();
  hand.sign_in();
  is_fast = time_screen(hand, surface, "home") && is_fast;
  hand.press("citizen:solsikke");
  is_fast = time_screen(hand, surface, "citizen") && is_fast;
  hand.press("observe");
  is_fast = time_screen(hand, surface, "keyboard") && is_fast;
  hand.press("back").press("start").press("go_on");
  is_fast = time_screen(hand, surface, "cards") && is_fast;
  SDL_FreeSurface(surface);
  return is_fast ? 0 : 1;
}
