// Five presses of the citizen's own hand, and what they propose: how long a press must last, and
// the pause between two.
#include "kiosk/input/try_out.h"

#include <algorithm>

#include "kiosk/ui/mentor/access.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class TryingOut final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "try_out"; }

  // Only what is pressed on the picture is the citizen's.
  void touched(const input::RawTouch& raw) override {
    const double px = work.display.px_per_mm;
    const bool is_on = tile_.contains(raw.x_px / px, raw.y_px / px);
    if (is_on || raw.phase != input::Phase::down) seen_.take(raw.phase, raw.finger, raw.at_ms);
  }

  void show(Sheet& sheet) override {
    std::vector<Action> actions = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (seen_.tries() > 0) actions.push_back({"again", work.say("staff.try.again")});
    if (seen_.is_enough()) actions.push_back({"use", work.say("staff.try.use"), true, !is_saving_});
    const auto title = work.say("staff.try.title", {{"sign", work.label(*work.citizen)}});
    const auto pressed = sheet.page(title, {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(access_screen(work));
    if (pressed == "again") seen_.clear();
    if (pressed == "use") use();
    RectMm room = sheet.scroll("try_out", [&](double w) {
      return sheet.text_height(words(), face(), w) + sheet.gap() * 4 + sheet.line(Face::bold) +
             sheet.least() * 2;
    });
    take_top(room, sheet.text("about", room, words(), face()), sheet.gap() * 2);
    sheet.dots("tries", take_top(room, sheet.line(Face::bold), sheet.gap() * 2),
               static_cast<size_t>(std::min(seen_.tries(), enough)), enough);
    const double side = std::min(room.h, room.w);
    tile_ = {room.x + (room.w - side) / 2, room.y, side, room.h};
    sheet.tile("press", tile_, work.citizen->first, work.say("staff.try.press"));
  }

 private:
  static constexpr int enough = input::TryOut::enough;

  std::string setting_words(const char* name, int value) const {
    for (const AccessSetting* setting : access_settings({}))
      if (std::string(setting->name) == name)
        return value_words(work.content().texts, work.language, *setting, value);
    return {};
  }

  std::string words() const {
    if (!fault_.empty()) return fault_;
    if (!seen_.is_enough()) return work.say("staff.try.about");
    const auto proposed = seen_.proposal();
    return work.say("staff.try.proposal",
                    {{"hold", setting_words("hold", proposed.hold_ms)},
                     {"pause", setting_words("repeat", proposed.same_touch_ms)}});
  }
  Face face() const { return seen_.is_enough() || !fault_.empty() ? Face::bold : Face::body; }

  void use() {
    AccessProfile wanted = work.citizen->access;
    const auto proposed = seen_.proposal();
    wanted.hold_ms = proposed.hold_ms;
    wanted.same_touch_ms = proposed.same_touch_ms;
    is_saving_ = true;
    work.desk().set_access(work.citizen->id, wanted, here<Status>([this, wanted](Status done) {
                             is_saving_ = false;
                             if (!done) {
                               fault_ = work.say("staff.fault.not_saved");
                               return;
                             }
                             work.citizen->access = wanted;
                             work.go(access_screen(work));
                           }));
  }

  input::TryOut seen_;
  RectMm tile_;
  std::string fault_;
  bool is_saving_ = false;
};

}  // namespace

ScreenPtr try_out_screen(Work& work) {
  return std::make_unique<TryingOut>(work);
}

}  // namespace aktiv::mentor
