// Every switch has a name, and a finger is none.
#include "kiosk/input/sdl_switches.h"

#include <gtest/gtest.h>

using namespace aktiv::input;

namespace {

std::string code_of(const SDL_Event& event) {
  const auto press = switch_of(event);
  return press ? press->code + (press->is_down ? "" : " up") : "";
}

SDL_Event key(SDL_Scancode code, Uint8 repeat = 0, Uint32 type = SDL_KEYDOWN) {
  SDL_Event event{};
  event.type = type;
  event.key.keysym.scancode = code;
  event.key.repeat = repeat;
  return event;
}

SDL_Event mouse(Uint8 button, Uint32 which = 0) {
  SDL_Event event{};
  event.type = SDL_MOUSEBUTTONDOWN;
  event.button.button = button;
  event.button.which = which;
  return event;
}

SDL_Event pad(Uint8 button) {
  SDL_Event event{};
  event.type = SDL_CONTROLLERBUTTONDOWN;
  event.cbutton.button = button;
  return event;
}

SDL_Event box(Uint8 button) {
  SDL_Event event{};
  event.type = SDL_JOYBUTTONDOWN;
  event.jbutton.which = 42;
  event.jbutton.button = button;
  return event;
}

}  // namespace

TEST(SdlSwitches, AreNamedByWhatTheyAre) {
  EXPECT_EQ(code_of(key(SDL_SCANCODE_SPACE)), "key:Space");
  EXPECT_EQ(code_of(key(SDL_SCANCODE_SPACE, 0, SDL_KEYUP)), "key:Space up");
  EXPECT_EQ(code_of(mouse(SDL_BUTTON_RIGHT)), "mouse:right");
  EXPECT_EQ(code_of(mouse(8)), "mouse:8");
  EXPECT_EQ(code_of(pad(SDL_CONTROLLER_BUTTON_A)), "pad:a");
  EXPECT_EQ(code_of(box(3)), "joy:3");
}

TEST(SdlSwitches, AKeyThatRepeatsByItselfIsPressedOnce) {
  EXPECT_EQ(code_of(key(SDL_SCANCODE_SPACE, 1)), "");
}

TEST(SdlSwitches, AMouseMadeOfAFingerIsNone) {
  EXPECT_EQ(code_of(mouse(SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID)), "");
}

TEST(SdlSwitches, BoxesThatComeAndGoAreNoFault) {
  SwitchBoxes boxes;
  if (const auto opened = boxes.open(); !opened) GTEST_SKIP() << to_text(opened.error());
  SDL_Event gone{};
  gone.type = SDL_JOYDEVICEREMOVED;
  gone.jdevice.which = 42;
  boxes.take(gone);
}
