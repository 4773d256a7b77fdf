// Session -> scene -> layout -> pixels. Nothing changed, nothing drawn.
#include <utility>

#include "kiosk/app/kiosk_app.h"
#include "kiosk/app/scene_json.h"

namespace aktiv::app {

void KioskApp::refresh() {
  has_news_ = false;
  Scene scene = parts_.kit.engine->describe(session_);
  if (scene.screen != scene_.screen) ink_.clear();
  lay_ink(scene);
  const bool is_same_glass = layout_.display == window_->display();
  if (scene == scene_ && is_same_glass && was_first_shown_) return;
  const bool is_new_screen = scene.screen != scene_.screen;
  scene_ = std::move(scene);
  layout_ = lay_out(scene_, window_->display(), measure_);
  if (is_new_screen) {
    state_.pressed = {};
    state_.dragged = {};
  }
  take(input_.show(scene_, layout_));
  painter_->prepare(scene_, layout_);
  has_looks_to_prepare_ = is_to_expose_ = true;
}

void KioskApp::paint() {
  std::vector<ui::PixelRect> changed;
  if (must_paint_all_) {
    painter_->paint(window_->screen(), scene_, layout_, state_);
    changed = {{0, 0, layout_.display.width_px, layout_.display.height_px}};
    must_paint_all_ = false;
  } else {
    changed = painter_->repaint(window_->screen(), scene_, layout_, state_);
  }
  if (changed.empty()) return;
  const Status shown = window_->show(changed);
  is_seen_ = shown.has_value();
  if (!shown) tell_staff(display_words().not_shown(shown.error()));
  ++frames_;
  note_shown();
  describe_shown();
  for (const Fault& fault : painter_->take_faults()) tell_staff(fault);
}

// The painter knows nothing of what stands here any more.
void KioskApp::draw_all_again() {
  must_paint_all_ = has_news_ = true;
  if (!was_first_shown_) return;
  painter_->prepare(scene_, layout_);
  has_looks_to_prepare_ = true;
}

void KioskApp::note_shown() {
  if (!trace_) return;
  trace_->note("frame_shown");
  if (is_exposed_ && !std::exchange(was_first_noted_, true)) trace_->note("first_screen");
  if (has_pressed_to_note_ && !state_.pressed.empty()) trace_->note("pressed_shown");
  if (has_choice_to_note_) trace_->note("chosen_shown");
  has_pressed_to_note_ = has_choice_to_note_ = false;
}

void KioskApp::write_description(const std::string& scene) {
  write_line("{\"frame\":" + std::to_string(frames_) + ",\"scene\":" + scene + "}\n");
}

void KioskApp::write_line(const std::string& line) {
  std::fputs(line.c_str(), description_);
  std::fflush(description_);
}

void KioskApp::describe_shown() {
  was_first_shown_ = true;
  if (description_ == nullptr || !is_exposed_ || scene_ == described_) return;
  described_ = scene_;
  std::string scene;
  append_scene(scene, scene_, layout_, true);
  write_description(scene);
}

// For whoever reads the description as somebody with a switch sees the glass.
void KioskApp::describe_ring() {
  if (description_ == nullptr) return;
  std::string ring;
  for (const ElementId& id : state_.scanned) {
    if (!ring.empty()) ring += ',';
    append_text(ring, id.value);
  }
  write_line("{\"ring\":[" + ring + "]}\n");
}

}  // namespace aktiv::app
