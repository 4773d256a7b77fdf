// Other people's aids: what stands on the glass is told to them, and what they press is pressed.
#include <SDL.h>

#include "kiosk/app/assist_trees.h"
#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {
namespace {

constexpr uint64_t aids_finger = 0x61696473;  // no glass numbers its fingers so

}  // namespace

void KioskApp::open_assist() {
  assist_ =
      std::make_unique<assist::Assist>("AKTIV-dialog", [bell = &parts_.bell] { bell->ring(); });
}

void KioskApp::expose(assist::Tree tree) {
  SDL_GetWindowPosition(window_->sdl(), &tree.x, &tree.y);
  assist_->show(std::move(tree));
}

void KioskApp::expose_scene() {
  if (!is_to_expose_ || assist_state_ == assist::State::no_bus) return;
  is_to_expose_ = false;
  const bool has_one = state_.scanned.size() == 1;
  expose(assist_tree(scene_, layout_, has_one ? state_.scanned.front() : state_.focus));
  if (scene_.screen == announced_) return;
  announced_ = scene_.screen;
  assist_->announce(announcement(scene_));
}

void KioskApp::expose_mentor() {
  if (assist_state_ == assist::State::no_bus) return;
  is_to_expose_ = true;  // the citizen's screen comes back
  announced_.clear();
  expose(assist_tree(mentor_->screen(), mentor_->elements(), window_->display()));
}

// What was pressed on a screen that is gone means nothing.
void KioskApp::take_aids() {
  if (const auto state = assist_->state(); state != assist_state_) {
    assist_state_ = state;
    if (state == assist::State::no_bus)
      std::fprintf(stderr, "assist: no accessibility bus; screen readers do not reach the kiosk\n");
  }
  for (const assist::Press& press : assist_->take()) {
    last_activity_ms_ = steady_ms();
    if (mentor_->is_open()) {
      if (press.screen == "mentor." + mentor_->screen()) press_for_mentor(press.item);
    } else if (press.screen == scene_.screen) {
      take(input::Gestures{input::Activity{true}, input::Tapped{ElementId(press.item)}});
    }
  }
}

void KioskApp::press_for_mentor(const std::string& name) {
  for (const auto& element : mentor_->elements()) {
    if (element.name != name || !element.is_target()) continue;
    const double scale = window_->display().px_per_mm;
    const double x = (element.rect.x + element.rect.w / 2) * scale;
    const double y = (element.rect.y + element.rect.h / 2) * scale;
    for (const auto phase : {input::Phase::down, input::Phase::up})
      mentor_->feed(input::RawTouch{aids_finger, phase, x, y, 0, steady_ms()});
    return;
  }
}

}  // namespace aktiv::app
