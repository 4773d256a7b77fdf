// How the kiosk is used now: as the citizen who sits here uses it, from the picture that they press
// until the session is wiped; else as the kiosk is set.
#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {

void KioskApp::follow_access() {
  const AccessProfile wanted = access_of(session_);
  if (wanted == access_) return;
  access_ = wanted;
  use_access();
  must_paint_all_ = has_news_ = true;
  give(GlassKnown{choices_a_page(window_->display())});
}

void KioskApp::use_access() {
  const RunOptions& house = parts_.options;
  input::TouchSettings touch;
  touch.same_touch_ms = access_.same_touch_ms.value_or(house.same_touch_ms);
  touch.hold_ms = access_.hold_ms.value_or(house.hold_ms);
  input_.set(touch.within_limits());
  window_->set_text_scale(access_.text_percent ? *access_.text_percent / 100.0 : house.text_scale);
  use_voice();
}

void KioskApp::use_voice() {
  speaker_->set_rate(access_.words_a_minute.value_or(house_voice_.rate_wpm));
  speaker_->set_volume(access_.volume_percent.value_or(house_voice_.volume_percent));
}

// Staff's own pages do not grow with a citizen's letters.
Display KioskApp::house_display() const {
  Display house = window_->display();
  house.text_scale = parts_.options.text_scale;
  return house;
}

}  // namespace aktiv::app
