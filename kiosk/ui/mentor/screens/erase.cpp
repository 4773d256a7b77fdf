// Everything about a citizen goes. Asked a second, calm time, and the two answers stand apart.
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Erase final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return is_second_ ? "erase_sure" : "erase"; }

  void show(Sheet& sheet) override {
    const auto sign = work.label(*work.citizen);
    const auto pressed =
        sheet.page(work.say("staff.erase.title", {{"sign", sign}}), {},
                   {back_to_citizen(), {"keep", work.say("staff.erase.keep"), true}});
    if (left(pressed)) return;
    if (pressed == "keep") return work.go(citizen_screen(work));
    RectMm room = sheet.body();
    const double side = std::min(sheet.least() * 3, room.h * 0.4);
    RectMm beside = room;
    beside.x += side + sheet.pad() * 2;
    beside.w -= side + sheet.pad() * 2;
    sheet.picture("citizen_sign", {room.x, room.y, side, side}, work.citizen->first, sign);
    if (!fault_.empty()) return void(sheet.text("fault", beside, fault_, Face::bold));
    const double words_h = sheet.text(
        "about", beside,
        work.say(is_second_ ? "staff.erase.sure" : "staff.erase.about", {{"sign", sign}}),
        is_second_ ? Face::heading : Face::body);
    const auto label =
        work.say(is_second_ ? "staff.erase.yes" : "staff.erase.all", {{"sign", sign}});
    const double w = std::min(beside.w, sheet.text_width(label, Face::bold) + sheet.pad() * 2);
    // The second answer lies elsewhere, so that one touch too many erases nobody.
    const double x = is_second_ ? beside.right() - w : beside.x;
    const double y =
        beside.y + words_h + sheet.pad() * 2 + (is_second_ ? sheet.target() + sheet.gap() * 2 : 0);
    if (!sheet.button({is_second_ ? "erase_yes" : "erase_all", label, false, !is_erasing_},
                      {x, y, w, sheet.target()}))
      return;
    if (is_second_) return erase();
    is_second_ = true;
  }

 private:
  void erase() {
    is_erasing_ = true;
    work.desk().erase_citizen(work.citizen->id, here<Status>([this](Status done) {
                                is_erasing_ = false;
                                if (!done) {
                                  fault_ = work.say("staff.fault.not_erased");
                                  return;
                                }
                                work.note = work.say("staff.erase.done");
                                work.go(home_screen(work));
                              }));
  }

  bool is_second_ = false;
  bool is_erasing_ = false;
  std::string fault_;
};

}  // namespace

ScreenPtr erase_screen(Work& work) {
  return std::make_unique<Erase>(work);
}

}  // namespace aktiv::mentor
