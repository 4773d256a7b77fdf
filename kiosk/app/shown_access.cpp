// How the kiosk is used now: as the citizen who sits here uses it, from the picture that they press
// until the session is wiped; else as the kiosk is set.
#include <algorithm>
#include <array>

#include "dialogue/model/words.h"
#include "kiosk/app/kiosk_app.h"

namespace aktiv::app {
namespace {

// Most of a large screen's looks. A long day fills it, and the whole program stays within 60 MiB
// then too; what is not on it is drawn again, in a millisecond or two: tests/bench.
constexpr size_t most_bytes = size_t{7} << 20;

// What a keyboard and the usual boxes play, where no switch of one's own is known.
constexpr std::array choose_keys = {"key:Space", "key:Return", "pad:a", "joy:0"};
constexpr std::array step_keys = {"key:Tab", "key:Right", "pad:b", "joy:1"};

template <size_t N>
bool is_wired(const std::string& own, const std::array<const char*, N>& usual,
              const std::string& pressed) {
  return own.empty() ? std::ranges::count(usual, pressed) > 0 : own == pressed;
}

input::ScanWay way_of(OperatedBy operated_by) {
  switch (operated_by) {
    case OperatedBy::touch:
    case OperatedBy::staying:
      return input::ScanWay::off;
    case OperatedBy::one_switch:
      return input::ScanWay::by_itself;
    case OperatedBy::two_switches:
      return input::ScanWay::by_step;
    case OperatedBy::held_switch:
      return input::ScanWay::held;
  }
  return input::ScanWay::off;
}

input::ScanPattern pattern_of(ScanBy by) {
  switch (by) {
    case ScanBy::one_by_one:
      return input::ScanPattern::one_by_one;
    case ScanBy::lines:
      return input::ScanPattern::lines;
    case ScanBy::groups:
      return input::ScanPattern::groups;
  }
  return input::ScanPattern::one_by_one;
}

input::ScanSettings scanning_of(const AccessProfile& access) {
  input::ScanSettings scan;
  scan.way = way_of(access.operated_by.value_or(OperatedBy::touch));
  scan.pattern = pattern_of(access.scan_by.value_or(ScanBy::one_by_one));
  scan.period_ms = access.scan_period_ms.value_or(scan.period_ms);
  scan.accept_ms = access.scan_accept_ms.value_or(scan.accept_ms);
  scan.rounds = access.scan_rounds.value_or(scan.rounds);
  return scan;
}

input::DwellSettings staying_of(const AccessProfile& access) {
  input::DwellSettings staying;
  staying.is_on = access.operated_by == OperatedBy::staying;
  staying.ms = access.dwell_ms.value_or(staying.ms);
  return staying;
}

}  // namespace

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
  touch.explores = access_.is_heard.value_or(false);
  input_.set(touch);
  take(input_.set(scanning_of(access_)));
  const auto staying = staying_of(access_);
  take(input_.set(staying));
  window_->show_cursor(staying.is_on);
  window_->set_text_scale(access_.text_percent ? *access_.text_percent / 100.0 : house.text_scale);
  window_->set_reach(access_.reach.value_or(Reach::whole));
  use_palette();
  use_voice();
}

// Other colours are other pixels: nothing that was drawn in the former ones is kept.
void KioskApp::use_palette() {
  const std::string wanted =
      access_.palette ? std::string(word(*access_.palette)) : parts_.options.theme;
  if (wanted == palette_) return;
  auto theme = wanted == parts_.options.theme ? Result<ui::Theme>(theme_)
                                              : ui::read_theme(parts_.kit.share, wanted);
  if (!theme) return tell_staff(theme.error());
  palette_ = wanted;
  painter_ = std::make_unique<ui::Painter>(typeface_, *pictures_, *theme, most_bytes);
  draw_all_again();
}

// Each stop by its short name, for whoever scans by ear: in the headset where there is one.
void KioskApp::name_scanned() {
  if (!access_.scan_is_heard.value_or(false) || state_.scanned.empty()) return;
  std::vector<Utterance> names;
  for (const ElementId& id : state_.scanned) {
    const Element* element = scene_.find(id);
    if (element == nullptr || element->is_sealed) continue;
    const bool has_label = !element->phrase.shown.empty();
    names.push_back({{}, has_label ? element->phrase.shown : element->phrase.spoken, id});
  }
  spoken_element_ = state_.scanned.front();
  speak(std::move(names), false, speaker_->has_headset());
}

// Whole, as a press would say it: for whoever does not see the screen.
void KioskApp::name_focused() {
  if (!access_.is_heard.value_or(false) || state_.focus.empty()) return;
  spoken_element_ = state_.focus;
  if (auto name = parts_.kit.engine->name(session_, state_.focus)) speak({std::move(*name)}, false);
}

// True when it was the citizen's switch, or that of whoever sits here.
bool KioskApp::take_switch(const SDL_Event& event) {
  const auto way = scanning_of(access_).way;
  if (way == input::ScanWay::off) return false;
  const auto press = input::switch_of(event);
  if (!press) return false;
  const bool chooses = is_wired(access_.choose_switch, choose_keys, press->code);
  const bool steps = way == input::ScanWay::by_step && !chooses &&
                     is_wired(access_.step_switch, step_keys, press->code);
  if (!chooses && !steps) return false;
  speaker_->get_ready();
  take(input_.take_switch(
      {chooses ? input::Switch::choose : input::Switch::step, press->is_down, steady_ms()}));
  return true;
}

void KioskApp::use_voice() {
  speaker_->set_rate(access_.words_a_minute.value_or(house_voice_.rate_wpm));
  speaker_->set_volume(access_.volume_percent.value_or(house_voice_.volume_percent));
  speaker_->set_pitch(access_.pitch.value_or(house_voice_.pitch));
  speaker_->set_timbre(std::string(word(access_.timbre.value_or(Timbre::plain))));
  speaker_->set_sentence_pause(access_.sentence_pause_ms.value_or(0));
}

// Staff's own pages neither grow with a citizen's letters nor move to where a citizen reaches.
Display KioskApp::house_display() const {
  Display house = window_->display();
  house.text_scale = parts_.options.text_scale;
  house.reach = Reach::whole;
  return house;
}

}  // namespace aktiv::app
