#include "kiosk/input/sdl_events.h"

#include <gtest/gtest.h>

using namespace aktiv::input;

namespace {

constexpr WindowSize dense{960, 540, 1920, 1080};
constexpr int64_t now = 5'000'000'000;

SDL_Event finger(Uint32 type, float x, float y, SDL_TouchID device = 7) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.touchId = device;
  event.tfinger.fingerId = 3;
  event.tfinger.x = x;
  event.tfinger.y = y;
  return event;
}

SDL_Event button(Uint32 type, Uint8 which_button, Uint32 mouse) {
  SDL_Event event{};
  event.type = type;
  event.button.which = mouse;
  event.button.button = which_button;
  event.button.x = 100;
  event.button.y = 50;
  return event;
}

SDL_Event key(SDL_Keycode sym, Uint16 mod = 0, Uint32 type = SDL_KEYDOWN) {
  SDL_Event event{};
  event.type = type;
  event.key.keysym.sym = sym;
  event.key.keysym.mod = mod;
  return event;
}

RawTouch touch_of(const SDL_Event& event) {
  return std::get<RawTouch>(raw_of(event, dense, now).value());
}

Key key_of(const SDL_Event& event) {
  return std::get<RawKey>(raw_of(event, dense, now).value()).key;
}

}  // namespace

TEST(SdlEvents, AFingerIsWhereItIsDrawn) {
  const auto raw = touch_of(finger(SDL_FINGERDOWN, 0.5F, 0.25F));
  EXPECT_EQ(raw.phase, Phase::down);
  EXPECT_DOUBLE_EQ(raw.x_px, 960);
  EXPECT_DOUBLE_EQ(raw.y_px, 270);
  EXPECT_EQ(raw.at_ms, now);
  EXPECT_EQ(touch_of(finger(SDL_FINGERMOTION, 0, 0)).phase, Phase::move);
  EXPECT_EQ(touch_of(finger(SDL_FINGERUP, 0, 0)).phase, Phase::up);
}

TEST(SdlEvents, FingersOfTwoGlassesAreNotTheSame) {
  EXPECT_NE(touch_of(finger(SDL_FINGERDOWN, 0, 0, 7)).finger,
            touch_of(finger(SDL_FINGERDOWN, 0, 0, 8)).finger);
}

TEST(SdlEvents, AMouseIsScaledToThePixelsDrawn) {
  const auto raw = touch_of(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0));
  EXPECT_DOUBLE_EQ(raw.x_px, 200);
  EXPECT_DOUBLE_EQ(raw.y_px, 100);
}

TEST(SdlEvents, TwinsAreDropped) {
  EXPECT_FALSE(raw_of(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID), dense, now));
  EXPECT_FALSE(raw_of(finger(SDL_FINGERDOWN, 0, 0, SDL_MOUSE_TOUCHID), dense, now));
}

TEST(SdlEvents, OnlyTheLeftButtonCounts) {
  EXPECT_FALSE(raw_of(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 0), dense, now));
}

TEST(SdlEvents, AMouseThatHoversIsNotAHand) {
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = 100;
  const auto pointer = std::get<RawPointer>(raw_of(event, dense, now).value());
  EXPECT_DOUBLE_EQ(pointer.x_px, 200);
  event.motion.state = SDL_BUTTON_LMASK;
  EXPECT_EQ(touch_of(event).phase, Phase::move);
}

TEST(SdlEvents, KeysWalkAndChoose) {
  EXPECT_EQ(key_of(key(SDLK_TAB)), Key::forward);
  EXPECT_EQ(key_of(key(SDLK_TAB, KMOD_LSHIFT)), Key::back);
  EXPECT_EQ(key_of(key(SDLK_DOWN)), Key::forward);
  EXPECT_EQ(key_of(key(SDLK_LEFT)), Key::back);
  EXPECT_EQ(key_of(key(SDLK_SPACE)), Key::choose);
  EXPECT_EQ(key_of(key(SDLK_RETURN)), Key::choose);
}

TEST(SdlEvents, ThereAreNoShortcutsAndEscapeLeadsNowhere) {
  EXPECT_EQ(key_of(key(SDLK_ESCAPE)), Key::other);
  EXPECT_EQ(key_of(key(SDLK_q, KMOD_LCTRL)), Key::other);
  EXPECT_EQ(key_of(key(SDLK_RETURN, KMOD_LALT)), Key::other);
  EXPECT_EQ(key_of(key(SDLK_TAB, KMOD_LALT)), Key::other);
}
