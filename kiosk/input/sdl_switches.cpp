#include "kiosk/input/sdl_switches.h"

#include <SDL.h>

namespace aktiv::input {
namespace {

std::optional<SwitchPress> named(const std::string& kind, const char* name, bool is_down) {
  if (name == nullptr || *name == '\0') return std::nullopt;
  return SwitchPress{kind + ":" + name, is_down};
}

std::optional<SwitchPress> of_mouse(const SDL_MouseButtonEvent& button, bool is_down) {
  if (button.which == SDL_TOUCH_MOUSEID) return std::nullopt;
  switch (button.button) {
    case SDL_BUTTON_LEFT:
      return named("mouse", "left", is_down);
    case SDL_BUTTON_MIDDLE:
      return named("mouse", "middle", is_down);
    case SDL_BUTTON_RIGHT:
      return named("mouse", "right", is_down);
    default:
      return named("mouse", std::to_string(button.button).c_str(), is_down);
  }
}

}  // namespace

std::optional<SwitchPress> switch_of(const SDL_Event& event) {
  switch (event.type) {
    case SDL_KEYDOWN:
    case SDL_KEYUP:
      if (event.key.repeat != 0) return std::nullopt;
      return named("key", SDL_GetScancodeName(event.key.keysym.scancode),
                   event.type == SDL_KEYDOWN);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      return of_mouse(event.button, event.type == SDL_MOUSEBUTTONDOWN);
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP:
      return named("pad",
                   SDL_GameControllerGetStringForButton(
                       static_cast<SDL_GameControllerButton>(event.cbutton.button)),
                   event.type == SDL_CONTROLLERBUTTONDOWN);
    case SDL_JOYBUTTONDOWN:
    case SDL_JOYBUTTONUP:
      // A controller tells of each press twice: as itself, and as the joystick that it is.
      if (SDL_GameControllerFromInstanceID(event.jbutton.which) != nullptr) return std::nullopt;
      return named("joy", std::to_string(event.jbutton.button).c_str(),
                   event.type == SDL_JOYBUTTONDOWN);
    default:
      return std::nullopt;
  }
}

Status SwitchBoxes::open() {
  SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "0");
  if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0)
    return Fault{std::string("switch boxes cannot be heard: ") + SDL_GetError(), "SDL",
                 "readable devices under /dev/input"};
  is_open_ = true;
  return {};
}

SwitchBoxes::~SwitchBoxes() {
  pads_.clear();
  boxes_.clear();
  if (is_open_) SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
}

void SwitchBoxes::take(const SDL_Event& event) {
  if (event.type == SDL_JOYDEVICEADDED) {
    const int device = event.jdevice.which;
    const SDL_JoystickID id = SDL_JoystickGetDeviceInstanceID(device);
    if (SDL_IsGameController(device) == SDL_TRUE)
      pads_[id].reset(SDL_GameControllerOpen(device));
    else
      boxes_[id].reset(SDL_JoystickOpen(device));
  } else if (event.type == SDL_JOYDEVICEREMOVED) {
    pads_.erase(event.jdevice.which);
    boxes_.erase(event.jdevice.which);
  }
}

}  // namespace aktiv::input
