// Step 3: who presses, who is present, practice, and the mentor's hint.
#include "kiosk/ui/mentor/screens/hands.h"
#include "kiosk/ui/mentor/screens/start_steps.h"

namespace aktiv::mentor {

void HandsStep::show(Sheet& sheet, Preparing& preparing) const {
  Work& work = preparing.work;
  auto& prepared = preparing.prepared;
  const auto& hint = work.say("tool." + prepared.setup.tool.value + ".hint");
  const auto& practice = work.say("staff.start.practice");
  const auto& title = work.say("staff.start.hint");
  const auto practice_h = [&](double w) { return sheet.choice_height(practice, w) + sheet.gap(); };
  const auto hint_h = [&](double w) { return sheet.text_height(hint, Face::body, w); };
  const auto titled_h = [&](double w) { return hint_h(w) + heading_height(sheet, title, w); };
  // Where it is narrow between them, the hint stands without its heading before anything is moved.
  const bool is_titled =
      hands_height(sheet, work, sheet.body().w, practice_h, titled_h) <= sheet.body().h;
  const RectMm room = sheet.scroll("start_who", [&](double w) {
    if (is_titled) return hands_height(sheet, work, w, practice_h, titled_h);
    return hands_height(sheet, work, w, practice_h, hint_h);
  });
  auto [first, second] = split(room, 0.5, sheet.gap() * 3);
  if (sheet.is_narrow()) first = room;
  show_pressed_by(sheet, first, work, prepared.pressed_by);
  if (sheet.choice("practice", take_top(first, sheet.choice_height(practice, first.w), sheet.gap()),
                   practice, prepared.wants_practice))
    prepared.wants_practice = !prepared.wants_practice;
  if (sheet.is_narrow()) second = below(first, sheet.gap() * 3);
  show_present(sheet, second, work, prepared.present);
  if (is_titled) heading(sheet, second, "staff.start.hint", title);
  sheet.text("hint", second, hint);
}

}  // namespace aktiv::mentor
