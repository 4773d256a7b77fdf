// The citizen's own lock. The citizen chooses it on the citizen's own screen, so that only they
// know it; a forgotten one is made anew the same way.
#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Lock final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "lock"; }

  void show(Sheet& sheet) override {
    const auto sign = work.label(*work.citizen);
    std::vector<Action> actions = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (work.citizen->has_lock)
      actions.push_back({"remove", work.say("staff.lock.remove"), false, !is_removing_});
    actions.push_back({"choose", work.say("staff.lock.choose"), true});
    const auto pressed = sheet.page(work.say("staff.lock.title", {{"sign", sign}}), {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(person_screen(work));
    if (pressed == "choose") {
      work.desk().choose_lock(work.citizen->id);
      return work.leave();
    }
    if (pressed == "remove") remove();
    show_about(sheet, sign);
  }

 private:
  void show_about(Sheet& sheet, const std::string& sign) {
    const auto& about =
        work.say(work.citizen->has_lock ? "staff.lock.about_anew" : "staff.lock.about");
    const Pictured lies = Pictured::sign(sheet);
    const RectMm room = sheet.scroll("lock", [&](double w) {
      return lies.above + sheet.text_height(about, Face::body, w - lies.aside) + sheet.pad() +
             sheet.text_height(fault_, Face::bold, w - lies.aside);
    });
    sheet.picture("citizen_sign", lies.picture(room), work.citizen->first, sign);
    RectMm beside = lies.words(room);
    take_top(beside, sheet.text("about", beside, about), sheet.pad());
    if (!fault_.empty()) sheet.text("fault", beside, fault_, Face::bold);
  }

  void remove() {
    is_removing_ = true;
    work.desk().remove_lock(work.citizen->id, here<Status>([this](Status done) {
                              is_removing_ = false;
                              if (!done) {
                                fault_ = work.say("staff.fault.not_saved");
                                return;
                              }
                              work.citizen->has_lock = false;
                              work.note = work.say("staff.lock.removed");
                              work.go(citizen_screen(work));
                            }));
  }

  bool is_removing_ = false;
  std::string fault_;
};

}  // namespace

ScreenPtr lock_screen(Work& work) {
  return std::make_unique<Lock>(work);
}

}  // namespace aktiv::mentor
