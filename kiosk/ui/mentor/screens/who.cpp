// "Hvem er du?": the mentors' own signs. A fresh kiosk asks for its first mentor instead.
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Who final : public Screen {
 public:
  explicit Who(Work& shared) : Screen(shared) {
    work.desk().mentors(here<Result<std::vector<MentorSign>>>([this](auto known) {
      if (!known) {
        fault_ = work.say("staff.fault.people");
        return;
      }
      mentors_ = *known;
      if (mentors_.empty()) work.go(first_mentor_screen(work, true));
    }));
  }

  std::string name() const override { return "who"; }

  void show(Sheet& sheet) override {
    if (left(sheet.page(work.say("staff.who.title"), {}, {back_to_citizen()}))) return;
    RectMm room = sheet.body();
    if (!fault_.empty()) sheet.text("fault", take_top(room, sheet.line(Face::body) * 2), fault_);
    const double w = sheet.least() * 3;
    const double h = sheet.least() * 2.1 + sheet.line(Face::body);
    const auto grid_of = [&](const RectMm& area) { return Grid::of(area, w, h, sheet.gap() * 2); };
    const auto span = pages_.show(sheet, room, mentors_.size(), [&](const RectMm& area) {
      return static_cast<size_t>(grid_of(area).count());
    });
    const Grid grid = Grid::filling(room, span.to - span.from, w, h, sheet.gap() * 2, 1.8);
    for (size_t i = span.from; i < span.to; ++i) {
      const auto& mentor = mentors_[i];
      if (sheet.tile("mentor:" + mentor.id.value, grid.cell(static_cast<int>(i - span.from)),
                     mentor.sign, work.label(mentor.sign)))
        work.go(pin_screen(work, mentor));
    }
  }

 private:
  std::vector<MentorSign> mentors_;
  std::string fault_;
  Pages pages_{"mentors"};
};

}  // namespace

ScreenPtr who_screen(Work& work) {
  return std::make_unique<Who>(work);
}

}  // namespace aktiv::mentor
