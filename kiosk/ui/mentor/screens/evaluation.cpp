// "Hvad synes du om os?": way and language, and what staff do before they go: nobody of the unit
// sits beside the person who answers.
#include <algorithm>
#include <array>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

constexpr std::array ways = {2, 3, 4};

class EvaluationScreen final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "evaluation"; }

  void show(Sheet& sheet) override {
    const bool is_free = !work.desk().ongoing();
    const auto pressed = sheet.page(work.say("staff.evaluation.title"), {},
                                    {back_to_citizen(),
                                     {"back", work.say("staff.all_citizens")},
                                     {"start", work.say("staff.evaluation.start"), true, is_free}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "start") {
      work.desk().evaluate({way_, language_.empty() ? work.language : language_});
      return work.leave();
    }
    const double gap = sheet.gap() * 3;
    RectMm room = sheet.scroll("evaluation", [&](double w) { return needed_height(sheet, w); });
    auto [about, choices] = split(room, about_share, gap);
    if (sheet.is_narrow()) {
      about = take_top(room, about_height(sheet, room.w), gap);
      choices = room;
    }
    show_about(sheet, about);
    show_choices(sheet, choices);
  }

 private:
  static constexpr double about_share = 0.46;

  std::vector<std::string> lines() const {
    std::vector<std::string> lines = {work.say("staff.evaluation.hint"),
                                      work.say("staff.evaluation.about"),
                                      work.say("staff.evaluation.kept")};
    if (work.desk().ongoing()) lines.push_back(work.say("staff.evaluation.ongoing"));
    return lines;
  }

  double about_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    return sheet.pad() * 2 + heading_height(sheet, work.say("staff.start.hint"), w) +
           paragraphs_height(sheet, w, lines());
  }

  double choice_h(const Sheet& sheet, const std::string& label, double w) const {
    return std::max(sheet.least() + 3, sheet.choice_height(label, w)) + sheet.gap();
  }

  double choices_height(const Sheet& sheet, double w) const {
    double h = heading_height(sheet, work.say("staff.start.way"), w) +
               heading_height(sheet, work.say("staff.start.language"), w) + sheet.gap() * 2;
    for (const int way : ways) h += choice_h(sheet, way_label(way), w);
    return h + languages_height(sheet, w, work);
  }

  double needed_height(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 3;
    if (sheet.is_narrow()) return about_height(sheet, w) + gap + choices_height(sheet, w);
    return std::max(about_height(sheet, (w - gap) * about_share),
                    choices_height(sheet, (w - gap) * (1 - about_share)));
  }

  std::string way_label(int way) const {
    return work.say("staff.evaluation.way." + std::to_string(way));
  }

  void show_about(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "hint_title", work.say("staff.start.hint"));
    paragraphs(sheet, room, "hint", lines());
  }

  void show_choices(Sheet& sheet, RectMm room) {
    heading(sheet, room, "way_title", work.say("staff.start.way"));
    for (const int way : ways) {
      const std::string label = way_label(way);
      const double h = choice_h(sheet, label, room.w);
      const RectMm at = take_top(room, h - sheet.gap(), sheet.gap());
      if (sheet.choice("way:" + std::to_string(way), at, label, way == way_)) way_ = way;
    }
    take_top(room, sheet.gap(), sheet.gap());
    heading(sheet, room, "language_title", work.say("staff.start.language"));
    std::string spoken = language_.empty() ? work.language : language_;
    if (choose_language(sheet, room, work, spoken)) language_ = spoken;
  }

  int way_ = 3;
  std::string language_;  // empty: the mentor's own
};

}  // namespace

ScreenPtr evaluation_screen(Work& work) {
  return std::make_unique<EvaluationScreen>(work);
}

}  // namespace aktiv::mentor
