#include "kiosk/input/sdl_events.h"

#include <SDL_hints.h>

namespace aktiv::input {
namespace {

constexpr uint64_t mouse_finger = ~uint64_t{0};

uint64_t finger_of(const SDL_TouchFingerEvent& finger) {
  return static_cast<uint64_t>(finger.fingerId) ^ (static_cast<uint64_t>(finger.touchId) << 40);
}

std::optional<RawInput> touch_of(const SDL_TouchFingerEvent& finger, Phase phase,
                                 const WindowSize& window, int64_t now_ms) {
  if (finger.touchId == SDL_MOUSE_TOUCHID) return std::nullopt;
  return RawTouch{
      finger_of(finger),           phase, finger.x * window.width_px,
      finger.y * window.height_px, 0,     now_ms};  // SDL 2 does not tell how broad a finger is
}

std::optional<RawInput> mouse_at(Uint32 which, int x, int y, Phase phase, const WindowSize& window,
                                 int64_t now_ms) {
  if (which == SDL_TOUCH_MOUSEID || window.width <= 0 || window.height <= 0) return std::nullopt;
  return RawTouch{mouse_finger,
                  phase,
                  static_cast<double>(x) * window.width_px / window.width,
                  static_cast<double>(y) * window.height_px / window.height,
                  0,
                  now_ms};
}

std::optional<RawInput> pointer_at(const SDL_MouseMotionEvent& motion, const WindowSize& window,
                                   int64_t now_ms) {
  const auto touch = mouse_at(motion.which, motion.x, motion.y, Phase::move, window, now_ms);
  if (!touch) return std::nullopt;
  const auto& at = std::get<RawTouch>(*touch);
  return RawPointer{at.x_px, at.y_px, at.at_ms};
}

Key key_of(const SDL_Keysym& keysym) {
  if (keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) return Key::other;
  switch (keysym.sym) {
    case SDLK_TAB:
      return keysym.mod & KMOD_SHIFT ? Key::back : Key::forward;
    case SDLK_RIGHT:
    case SDLK_DOWN:
      return Key::forward;
    case SDLK_LEFT:
    case SDLK_UP:
      return Key::back;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
      return Key::choose;
    default:
      return Key::other;  // SDL's keys, not ours: a list that is not closed
  }
}

std::optional<RawInput> button_of(const SDL_MouseButtonEvent& button, Phase phase,
                                  const WindowSize& window, int64_t now_ms) {
  if (button.button != SDL_BUTTON_LEFT) return std::nullopt;
  return mouse_at(button.which, button.x, button.y, phase, window, now_ms);
}

}  // namespace

void ask_sdl_for_no_twins() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
}

std::optional<RawInput> raw_of(const SDL_Event& event, const WindowSize& window, int64_t now_ms) {
  switch (event.type) {
    case SDL_FINGERDOWN:
      return touch_of(event.tfinger, Phase::down, window, now_ms);
    case SDL_FINGERMOTION:
      return touch_of(event.tfinger, Phase::move, window, now_ms);
    case SDL_FINGERUP:
      return touch_of(event.tfinger, Phase::up, window, now_ms);
    case SDL_MOUSEBUTTONDOWN:
      return button_of(event.button, Phase::down, window, now_ms);
    case SDL_MOUSEBUTTONUP:
      return button_of(event.button, Phase::up, window, now_ms);
    case SDL_MOUSEMOTION:
      if (!(event.motion.state & SDL_BUTTON_LMASK)) return pointer_at(event.motion, window, now_ms);
      return mouse_at(event.motion.which, event.motion.x, event.motion.y, Phase::move, window,
                      now_ms);
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      return RawKey{key_of(event.key.keysym), event.type == SDL_KEYDOWN, event.key.repeat != 0,
                    now_ms};
    default:
      return std::nullopt;
  }
}

}  // namespace aktiv::input
