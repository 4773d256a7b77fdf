// People's own switches as SDL knows them: keys, mouse buttons, buttons of game controllers and of
// switch boxes that play one. Each has a name to be kept under: "key:Space", "mouse:right",
// "pad:a", "joy:2". The loop's thread.
#pragma once

#include <SDL_events.h>
#include <SDL_gamecontroller.h>

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::input {

struct SwitchPress {
  std::string code;
  bool is_down = true;
};

// Empty for what is no button or key, for a key's own repeats, and for a mouse made of a finger.
std::optional<SwitchPress> switch_of(const SDL_Event& event);

// Boxes and controllers that are plugged in are heard. Owns SDL's part for them.
class SwitchBoxes {
 public:
  SwitchBoxes() = default;
  ~SwitchBoxes();
  SwitchBoxes(const SwitchBoxes&) = delete;
  SwitchBoxes& operator=(const SwitchBoxes&) = delete;

  // Fails with SDL's words; keys and mouse buttons work then all the same.
  Status open();
  void take(const SDL_Event& event);  // plugged in or pulled out

 private:
  struct Close {
    void operator()(SDL_GameController* pad) const { SDL_GameControllerClose(pad); }
    void operator()(SDL_Joystick* box) const { SDL_JoystickClose(box); }
  };

  bool is_open_ = false;
  std::map<SDL_JoystickID, std::unique_ptr<SDL_GameController, Close>> pads_;
  std::map<SDL_JoystickID, std::unique_ptr<SDL_Joystick, Close>> boxes_;
};

}  // namespace aktiv::input
