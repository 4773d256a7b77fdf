// About this kiosk, for staff: version, glass, a line to measure it with, own PIN, further mentors.
#include <algorithm>

#include "dialogue/content/phrases.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class About final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "about"; }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(work.say("staff.about.title"), work.pills(),
                                    {back_to_citizen(),
                                     {"back", work.say("staff.all_citizens")},
                                     {"new_mentor", work.say("staff.new_mentor.open")},
                                     {"new_pin", work.say("staff.new_pin.open")}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "new_mentor") return work.go(first_mentor_screen(work, false));
    if (pressed == "new_pin") return work.go(new_pin_screen(work));
    const double gap = sheet.gap() * 2;
    RectMm room = sheet.scroll("about", [&](double w) { return needed_height(sheet, w); });
    auto [kiosk, language] = split(room, kiosk_share, gap);
    if (sheet.is_narrow()) {
      kiosk = take_top(room, kiosk_height(sheet, room.w), gap);
      language = take_top(room, language_height(sheet, room.w));
    }
    show_kiosk(sheet, kiosk);
    show_language(sheet, language);
  }

 private:
  static constexpr double kiosk_share = 0.64;
  static constexpr double ruler_h = 6;

  double needed_height(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 2;
    if (sheet.is_narrow()) return kiosk_height(sheet, w) + gap + language_height(sheet, w);
    return std::max(kiosk_height(sheet, (w - gap) * kiosk_share),
                    language_height(sheet, (w - gap) * (1 - kiosk_share)));
  }

  double kiosk_height(const Sheet& sheet, double whole) const {
    return sheet.pad() * 2 + paragraphs_height(sheet, whole - sheet.pad() * 2, lines()) + ruler_h;
  }

  double language_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    const auto count = static_cast<double>(work.content().texts.staff_languages().size());
    return sheet.pad() * 2 + heading_height(sheet, work.say("staff.about.language"), w) +
           count * (sheet.least() + 3 + sheet.gap());
  }

  void show_kiosk(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    room.y = paragraphs(sheet, room, "about", lines());
    sheet.ruler("ruler", room.x, room.y, 100);
  }

  // A translation that nobody who speaks it from childhood has read.
  std::string unread() const {
    std::vector<std::string> names;
    for (const auto& language : work.content().texts.unread_languages())
      names.push_back(work.say("staff.language." + language));
    return work.say("staff.about.unread", {{"languages", enumerate(names, ", ", ", ")}});
  }

  std::vector<std::string> lines() const {
    const auto whole = [](double number) { return std::to_string(static_cast<int>(number + 0.5)); };
    const auto& glass = work.display;
    return {
        work.say("staff.about.version", {{"version", AKTIV_VERSION}}),
        work.say("staff.about.glass",
                 {{"px", whole(glass.width_px) + " × " + whole(glass.height_px)},
                  {"mm", whole(glass.width_mm()) + " × " + whole(glass.height_mm())}}),
        work.say("staff.about.content", {{"cards", std::to_string(cards())},
                                         {"tools", std::to_string(work.content().tools.size())}}),
        unread(),
        work.say("staff.about.licence"),
        work.say("staff.about.pictures"),
        work.say("staff.about.ruler")};
  }

  size_t cards() const {
    size_t count = 0;
    for (const auto& deck : work.content().decks) count += deck.cards.size();
    return count;
  }

  void show_language(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "language", work.say("staff.about.language"));
    for (const auto& language : work.content().texts.staff_languages())
      if (sheet.choice("language:" + language, take_top(room, sheet.least() + 3, sheet.gap()),
                       work.say("staff.language." + language), work.language == language))
        work.language = language;
  }
};

}  // namespace

ScreenPtr about_screen(Work& work) {
  return std::make_unique<About>(work);
}

}  // namespace aktiv::mentor
