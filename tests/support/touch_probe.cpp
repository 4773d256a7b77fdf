// The smallest SDL program that fingers can reach: prints each finger event, whitens under a
// finger.
//   touch_probe [EVENTS]     ends after so many finger events, or after five minutes
// It proves the display and the touches by themselves, and is the "bare SDL2" floor of the bench:
// "{"at_us":…,"event":"frame_shown"}" follows each drawn frame.
#include <SDL.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr Uint32 kGiveUp_ms = 300'000;

int64_t monotonic_us() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000LL + now.tv_nsec / 1000;
}

void note(const char* event, const SDL_TouchFingerEvent* finger = nullptr) {
  std::printf("{\"at_us\":%lld,\"event\":\"%s\"", static_cast<long long>(monotonic_us()), event);
  if (finger != nullptr)
    std::printf(",\"finger\":%lld,\"x\":%.5f,\"y\":%.5f", static_cast<long long>(finger->fingerId),
                finger->x, finger->y);
  std::puts("}");
  std::fflush(stdout);
}

void draw(SDL_Renderer* renderer, bool is_touched) {
  const Uint8 shade = is_touched ? 255 : 40;
  SDL_SetRenderDrawColor(renderer, 30, 40, 60, 255);
  SDL_RenderClear(renderer);
  SDL_SetRenderDrawColor(renderer, shade, shade, shade, 255);
  const SDL_Rect card{200, 200, 600, 600};
  SDL_RenderFillRect(renderer, &card);
  SDL_RenderPresent(renderer);
  note("frame_shown");
}

int follow_fingers(SDL_Renderer* renderer, int wanted) {
  draw(renderer, false);
  note("first_screen");
  const Uint32 until = SDL_GetTicks() + kGiveUp_ms;
  SDL_Event event;
  while (wanted > 0 && !SDL_TICKS_PASSED(SDL_GetTicks(), until)) {
    if (SDL_WaitEventTimeout(&event, 250) == 0) continue;
    if (event.type == SDL_QUIT) return 0;
    const bool is_down = event.type == SDL_FINGERDOWN, is_up = event.type == SDL_FINGERUP;
    if (!is_down && !is_up && event.type != SDL_FINGERMOTION) continue;
    note(is_down ? "finger_down" : is_up ? "finger_up" : "finger_motion", &event.tfinger);
    --wanted;
    if (is_down || is_up) draw(renderer, is_down);
  }
  return wanted > 0 ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  note("started");
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::fprintf(stderr, "%s\n", SDL_GetError()), 1;
  SDL_DisplayMode screen{};
  SDL_GetDesktopDisplayMode(0, &screen);
  SDL_Window* window =
      SDL_CreateWindow("touch probe", 0, 0, screen.w, screen.h, SDL_WINDOW_BORDERLESS);
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
  if (renderer == nullptr) return std::fprintf(stderr, "%s\n", SDL_GetError()), 1;
  const int ended = follow_fingers(renderer, count > 1 ? std::atoi(words[1]) : 1'000'000);
  SDL_DestroyRenderer(renderer);
  SDL_DestroyWindow(window);
  SDL_Quit();
  return ended;
}
