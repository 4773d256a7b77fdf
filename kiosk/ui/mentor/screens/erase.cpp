// Everything about a citizen goes. Asked a second, calm time, and the two answers stand apart.
#include <algorithm>

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
    if (pressed == "keep") return work.go(person_screen(work));
    const auto about =
        work.say(is_second_ ? "staff.erase.sure" : "staff.erase.about", {{"sign", sign}});
    const auto label =
        work.say(is_second_ ? "staff.erase.yes" : "staff.erase.all", {{"sign", sign}});
    const Face face = is_second_ ? Face::heading : Face::body;
    const Pictured lies = Pictured::sign(sheet);
    const auto answer_h = [&](double w) {
      return std::max(sheet.target(), sheet.button_height(label, w));
    };
    const RectMm room = sheet.scroll(name(), [&](double w) {
      const double below_words = is_second_ ? sheet.target() + sheet.gap() * 2 : 0;
      return lies.above + sheet.text_height(about, face, w - lies.aside) + sheet.pad() * 2 +
             below_words + answer_h(w - lies.aside);
    });
    const RectMm beside = lies.words(room);
    sheet.picture("citizen_sign", lies.picture(room), work.citizen->first, sign);
    if (!fault_.empty()) return void(sheet.text("fault", beside, fault_, Face::bold));
    const double words_h = sheet.text("about", beside, about, face);
    const double w = std::min(beside.w, sheet.text_width(label, Face::bold) + sheet.pad() * 2);
    // The second answer lies elsewhere, so that one touch too many erases nobody.
    const double x = is_second_ ? beside.right() - w : beside.x;
    const double y =
        beside.y + words_h + sheet.pad() * 2 + (is_second_ ? sheet.target() + sheet.gap() * 2 : 0);
    if (!sheet.button({is_second_ ? "erase_yes" : "erase_all", label, false, !is_erasing_},
                      {x, y, w, answer_h(w)}))
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
