// The PIN: masked, never spoken. Five tries, then a wait that is shown calmly.
#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class Pin final : public Screen {
 public:
  Pin(Work& shared, MentorSign mentor) : Screen(shared), mentor_(std::move(mentor)) {
    work.desk().pin_state(mentor_.id, here<Result<LockAnswer>>([this](auto answer) {
                            if (answer && answer->wait_ms > 0) wait(answer->wait_ms);
                          }));
  }

  std::string name() const override { return "pin"; }
  int beat_ms() const override { return wait_left() > 0 ? 1000 : 0; }
  void type(std::string_view utf8) override {
    if (may_type()) pad_.type(utf8);
  }
  void edit(EditKey key) override {
    if (key == EditKey::enter) return check();
    pad_.edit(key);
  }

  void show(Sheet& sheet) override {
    const Action other{"other_mentor", work.say("staff.pin.other")};
    const Action open{"open", work.say("staff.pin.open"), true,
                      may_type() && pad_.digits().size() >= PinPad::least};
    const auto pressed =
        sheet.page(work.say("staff.pin.title"), {}, {back_to_citizen(), other, open});
    if (left(pressed)) return;
    if (pressed == "other_mentor") return work.go(who_screen(work));
    if (pressed == "open") check();
    auto [about, keys] = split(sheet.body(), 0.4, sheet.gap() * 3, PinPad::two_columns_mm);
    show_about(sheet, about);
    pad_.show(sheet, keys, may_type());
  }

 private:
  // What is told comes first; the picture has what is left.
  void show_about(Sheet& sheet, RectMm about) const {
    const std::string told = message();
    const double words_h = sheet.line(Face::heading) + sheet.gap() * 2 +
                           (told.empty() ? 0 : sheet.text_height(told, Face::bold, about.w));
    const double side = std::min({about.h * 0.45, sheet.least() * 3, about.h - words_h});
    constexpr double least_seen = 12;  // mm
    if (side >= least_seen)
      sheet.picture("mentor_sign", take_top(about, side, sheet.gap()), mentor_.sign,
                    work.label(mentor_.sign));
    sheet.text("mentor_label", take_top(about, sheet.line(Face::heading), sheet.gap()),
               work.label(mentor_.sign), Face::heading, Align::middle);
    if (!told.empty()) sheet.text("pin_message", about, told, Face::bold, Align::middle);
  }

  int64_t wait_left() const { return std::max<int64_t>(0, until_ms_ - work.at.clock_ms()); }
  bool may_type() const { return !is_checking_ && wait_left() == 0; }

  std::string message() const {
    if (wait_left() > 0)
      return work.say("staff.pin.wait",
                      {{"wait", wait_words(work.at.content.texts, work.language, wait_left())}});
    if (is_checking_) return work.say("staff.pin.checking");
    if (!fault_.empty()) return fault_;
    if (tries_left_ > 0)
      return work.say(tries_left_ == 1 ? "staff.pin.wrong_one" : "staff.pin.wrong",
                      {{"n", std::to_string(tries_left_)}});
    return "";
  }

  void wait(int64_t ms) { until_ms_ = work.at.clock_ms() + ms; }

  void check() {
    if (!may_type() || pad_.digits().size() < PinPad::least) return;
    is_checking_ = true;
    tries_left_ = 0;
    fault_.clear();
    const std::string digits = pad_.digits();
    pad_.clear();
    work.desk().check_pin(mentor_.id, digits, here<Result<LockAnswer>>([this](auto answer) {
                            is_checking_ = false;
                            if (!answer) {
                              fault_ = work.say("staff.fault.people");
                              return;
                            }
                            if (answer->is_open) {
                              work.mentor = mentor_;
                              work.go(home_screen(work));
                              return;
                            }
                            tries_left_ = answer->tries_left;
                            if (answer->wait_ms > 0) wait(answer->wait_ms);
                          }));
  }

  MentorSign mentor_;
  PinPad pad_;
  bool is_checking_ = false;
  int tries_left_ = 0;
  int64_t until_ms_ = 0;
  std::string fault_;
};

}  // namespace

ScreenPtr pin_screen(Work& work, const MentorSign& mentor) {
  return std::make_unique<Pin>(work, mentor);
}

}  // namespace aktiv::mentor
