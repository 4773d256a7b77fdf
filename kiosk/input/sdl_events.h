// SDL's events as raw values. The only file of this room that knows SDL. The loop's thread.
#pragma once

#include <SDL_events.h>

#include <cstdint>
#include <optional>
#include <variant>

#include "kiosk/input/raw.h"

namespace aktiv::input {

// A window's size in points and in the pixels that are drawn; they differ on dense displays.
struct WindowSize {
  int width = 0, height = 0;
  int width_px = 0, height_px = 0;
};

// Before SDL_Init: no mouse events are made of fingers, nor fingers of the mouse. A twin would
// choose twice.
void ask_sdl_for_no_twins();

using RawInput = std::variant<RawTouch, RawKey, RawPointer>;

// Empty for everything that is no touch, button, key or a mouse that moves, for twins, for other
// buttons and for keys with Ctrl, Alt or the system key. now_ms: SDL's own stamps start again after
// 49 days, so the loop's clock is used.
std::optional<RawInput> raw_of(const SDL_Event& event, const WindowSize& window, int64_t now_ms);

}  // namespace aktiv::input
