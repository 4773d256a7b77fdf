// What belongs to the citizen and not to what they say: how they use the kiosk, when they meet
// their mentor next, their photos, their own lock, and that everything about them can go.
#include <algorithm>
#include <array>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

struct Way {
  const char* name;
  const char* label;
  const char* about;
  ScreenPtr (*screen)(Work&);
};

constexpr std::array ways = {
    Way{"access", "staff.access.open", "staff.access.person", access_screen},
    Way{"meeting", "staff.meeting.open", "staff.person.meeting", next_meeting_screen},
    Way{"photos", "staff.photos.open", "staff.person.photos", photos_screen},
    Way{"lock", "staff.lock.open", "staff.person.lock", lock_screen},
    Way{"erase", "staff.erase.open", "staff.person.erase", erase_screen}};

class Person final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "person"; }

  void show(Sheet& sheet) override {
    const auto sign = work.label(*work.citizen);
    const auto pressed = sheet.page(work.say("staff.person.title", {{"sign", sign}}), {},
                                    {back_to_citizen(), {"back", work.say("staff.back")}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(citizen_screen(work));
    const Pictured lies = Pictured::sign(sheet);
    const RectMm room = sheet.scroll("person", [&](double w) {
      double h = lies.above;
      for (const Way& way : ways) h += way_height(sheet, way, w - lies.aside) + sheet.gap() * 2;
      return h;
    });
    sheet.picture("citizen_sign", lies.picture(room), work.citizen->first, sign);
    RectMm rest = lies.words(room);
    for (const Way& way : ways)
      show_way(sheet, take_top(rest, way_height(sheet, way, rest.w), sheet.gap() * 2), way);
  }

 private:
  double button_width(const Sheet& sheet) const {
    double widest = 0;
    for (const Way& way : ways)
      widest = std::max(widest, sheet.text_width(work.say(way.label), Face::bold));
    return widest + sheet.pad() * 3;
  }

  // The key and what it is for, side by side or below each other on a narrow glass.
  double way_height(const Sheet& sheet, const Way& way, double whole) const {
    const double frame = sheet.pad() * 2;
    const double key_w = button_width(sheet);
    const double words_w =
        sheet.is_narrow() ? whole - frame : whole - frame - key_w - sheet.gap() * 2;
    const double words_h = sheet.text_height(work.say(way.about), Face::body, words_w);
    if (sheet.is_narrow()) return frame + words_h + sheet.gap() + sheet.target();
    return frame + std::max(words_h, sheet.target());
  }

  void show_way(Sheet& sheet, const RectMm& box, const Way& way) {
    sheet.card(box);
    const RectMm room = inset(box, sheet.pad());
    const double key_w = button_width(sheet);
    const auto& words = work.say(way.about);
    RectMm at{room.x, room.y, sheet.is_narrow() ? room.w : room.w - key_w - sheet.gap() * 2,
              room.h};
    const double words_h = sheet.text_height(words, Face::body, at.w);
    if (!sheet.is_narrow()) at.y += (room.h - words_h) / 2;
    sheet.text(std::string("about:") + way.name, {at.x, at.y, at.w, words_h}, words);
    const RectMm key = sheet.is_narrow()
                           ? RectMm{room.x, room.bottom() - sheet.target(), key_w, sheet.target()}
                           : RectMm{room.right() - key_w, room.y + (room.h - sheet.target()) / 2,
                                    key_w, sheet.target()};
    if (sheet.button({way.name, work.say(way.label)}, key)) work.go(way.screen(work));
  }
};

}  // namespace

ScreenPtr person_screen(Work& work) {
  return std::make_unique<Person>(work);
}

}  // namespace aktiv::mentor
