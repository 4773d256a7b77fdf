#include "kiosk/ui/mentor/screens/hands.h"

#include <algorithm>
#include <array>

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

constexpr std::array pressers = {PressedBy::citizen, PressedBy::mentor_for_pointing,
                                 PressedBy::partner_scanning};
constexpr std::array companies = {Present::mentor, Present::staff, Present::relative};

double question_height(const Sheet& sheet, const Work& work, const char* question,
                       const std::array<std::string, 3>& keys, double w) {
  double h = heading_height(sheet, work.say(question), w);
  for (const auto& key : keys) h += sheet.choice_height(work.say(key), w) + sheet.gap();
  return h;
}

}  // namespace

void show_pressed_by(Sheet& sheet, RectMm& room, Work& work, PressedBy& pressed_by) {
  heading(sheet, room, "pressed", work.say("staff.start.pressed"));
  for (const auto who : pressers) {
    const auto key = pressed_by_key(who);
    const auto& label = work.say(key);
    const RectMm at = take_top(room, sheet.choice_height(label, room.w), sheet.gap());
    if (sheet.choice("pressed:" + key, at, label, pressed_by == who)) pressed_by = who;
  }
}

void show_present(Sheet& sheet, RectMm& room, Work& work, std::vector<Present>& present) {
  heading(sheet, room, "present", work.say("staff.start.present"));
  for (const auto who : companies) {
    const auto key = present_key(who);
    const auto& label = work.say(key);
    const auto found = std::find(present.begin(), present.end(), who);
    const RectMm at = take_top(room, sheet.choice_height(label, room.w), sheet.gap());
    if (!sheet.choice("present:" + key, at, label, found != present.end())) continue;
    if (found == present.end())
      present.push_back(who);
    else
      present.erase(found);
    std::erase(present, Present::nobody);
    if (present.empty()) present.push_back(Present::nobody);
  }
}

double hands_height(const Sheet& sheet, const Work& work, double w, const HeightAt& under_first,
                    const HeightAt& under_second) {
  const double part = sheet.is_narrow() ? w : (w - sheet.gap() * 3) / 2;
  std::array<std::string, 3> first;
  std::array<std::string, 3> second;
  for (size_t i = 0; i < 3; ++i) {
    first[i] = pressed_by_key(pressers[i]);
    second[i] = present_key(companies[i]);
  }
  const double left =
      question_height(sheet, work, "staff.start.pressed", first, part) + under_first(part);
  const double right =
      question_height(sheet, work, "staff.start.present", second, part) + under_second(part);
  return sheet.is_narrow() ? left + right + sheet.gap() * 3 : std::max(left, right);
}

}  // namespace aktiv::mentor
