// Collect: what the window says, and what fingers and keys mean.
#include <SDL.h>

#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {

void KioskApp::take(const SDL_Event& event) {
  if (event.type == SDL_QUIT) {
    is_running_ = false;
    return;
  }
  if (event.type == SDL_WINDOWEVENT) return take_window(event.window.event);
  boxes_.take(event);
  const bool is_down = event.type == SDL_FINGERDOWN || event.type == SDL_MOUSEBUTTONDOWN;
  const bool is_up = event.type == SDL_FINGERUP || event.type == SDL_MOUSEBUTTONUP;
  if (trace_ && is_down) trace_->note("finger_down");
  if (trace_ && is_up) {
    trace_->note("finger_up");
    trace_->listen_for_sound();
  }
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_->sdl(), &width, &height);
  const input::WindowSize size{width, height, window_->display().width_px,
                               window_->display().height_px};
  const auto raw = input::raw_of(event, size, steady_ms());
  if (take_for_mentor(event, raw)) return;
  if (take_switch(event)) return;
  if (!raw) return;
  if (is_down) speaker_->get_ready();
  if (const auto* touch = std::get_if<input::RawTouch>(&*raw)) take(input_.touch(*touch));
  if (const auto* key = std::get_if<input::RawKey>(&*raw)) take(input_.key(*key));
  if (const auto* pointer = std::get_if<input::RawPointer>(&*raw)) take(input_.pointer(*pointer));
}

void KioskApp::take_window(uint8_t what) {
  if (what == SDL_WINDOWEVENT_EXPOSED) must_paint_all_ = is_exposed_ = true;
  if (what == SDL_WINDOWEVENT_SIZE_CHANGED) {
    auto adopted = window_->adopt_size();
    if (!adopted) tell_staff(display_words().not_shown(adopted.error()));
    mentor_->resize(house_display());
    must_paint_all_ = has_news_ = true;
    give(GlassKnown{choices_a_page(window_->display())});
  }
  if (what == SDL_WINDOWEVENT_FOCUS_LOST) take(input_.let_go());
}

void KioskApp::take(const input::Gestures& gestures) {
  for (const input::Gesture& gesture : gestures) {
    if (const auto* activity = std::get_if<input::Activity>(&gesture)) {
      last_activity_ms_ = steady_ms();
      if (activity->is_new_touch) speaker_->hush();
    } else if (const auto* pressed = std::get_if<input::Pressed>(&gesture)) {
      state_.pressed = pressed->element;
      has_pressed_to_note_ = true;
    } else if (std::holds_alternative<input::Released>(gesture)) {
      state_.pressed = {};
    } else if (const auto* tapped = std::get_if<input::Tapped>(&gesture)) {
      state_.pressed = {};
      has_choice_to_note_ = true;
      touched_ = tapped->element;
      give(Chosen{scene_.screen, tapped->element});
    } else if (const auto* began = std::get_if<input::DragBegan>(&gesture)) {
      state_.pressed = {};
      state_.dragged = began->drag.element;
    } else if (const auto* dropped = std::get_if<input::Dropped>(&gesture)) {
      state_.dragged = {};
      if (!dropped->onto.empty())
        give(aktiv::Dropped{scene_.screen, dropped->element, dropped->onto});
    } else if (const auto* drawing = std::get_if<input::Drawing>(&gesture)) {
      ink_ = drawing->stroke;
      lay_ink(scene_);
    } else if (const auto* drew = std::get_if<input::Drew>(&gesture)) {
      ink_.clear();
      give(Drawn{scene_.screen, drew->stroke});
    } else if (const auto* focus = std::get_if<input::FocusMoved>(&gesture)) {
      state_.focus = focus->element;
      is_to_expose_ = true;
      name_focused();
    } else if (const auto* scanned = std::get_if<input::ScanMoved>(&gesture)) {
      state_.scanned = scanned->elements;
      is_to_expose_ = true;
      describe_ring();
      name_scanned();
    } else if (const auto* filling = std::get_if<input::Filling>(&gesture)) {
      state_.filling = filling->element;
      state_.twelfths = filling->twelfths;
    }
    follow(gesture);
  }
}

// The line under the finger, before it is an answer.
void KioskApp::lay_ink(Scene& scene) const {
  if (ink_.empty() || !session_.view.own) return;
  auto strokes = strokes_from_text(session_.view.own->own.drawing);
  if (!strokes) return;
  strokes->push_back(ink_);
  for (Element& element : scene.elements)
    if (element.role == Role::pad) element.drawing = to_text(*strokes);
}

// A card that is dragged stands under the finger.
void KioskApp::follow(const input::Gesture& gesture) {
  const auto* moved = std::get_if<input::DragMoved>(&gesture);
  const auto* began = std::get_if<input::DragBegan>(&gesture);
  const input::Drag* drag = moved != nullptr   ? &moved->drag
                            : began != nullptr ? &began->drag
                                               : nullptr;
  const PlacedElement* placed = drag != nullptr ? layout_.find(drag->element) : nullptr;
  if (placed != nullptr) {
    state_.dragged_x_px = (placed->rect.x + drag->dx_mm) * layout_.display.px_per_mm;
    state_.dragged_y_px = (placed->rect.y + drag->dy_mm) * layout_.display.px_per_mm;
  }
}

}  // namespace aktiv::app
