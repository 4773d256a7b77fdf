// A new PIN, twice: for oneself, or at the end of making a mentor.
#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

// Asks for a PIN and once more for the same; tells when both are alike.
class TwicePin {
 public:
  void show(Sheet& sheet, const RectMm& area, Work& work) {
    auto [about, keys] = split(area, 0.4, sheet.gap() * 3, PinPad::two_columns_mm);
    heading(sheet, about, "pin_ask",
            work.say(first_.empty() ? "staff.new_pin.first" : "staff.new_pin.again"));
    paragraphs(sheet, about, "pin_about",
               {work.say(is_different_ ? "staff.new_pin.different" : "staff.new_pin.about")});
    pad.show(sheet, keys, true);
  }

  bool may_go_on() const { return pad.digits().size() >= PinPad::least; }

  // The PIN when it has been given twice alike; else empty.
  std::string go_on() {
    if (!may_go_on()) return {};
    const std::string given = pad.digits();
    pad.clear();
    is_different_ = false;
    if (first_.empty()) {
      first_ = given;
      return {};
    }
    const bool is_same = first_ == given;
    first_.clear();
    is_different_ = !is_same;
    return is_same ? given : std::string();
  }

  PinPad pad;

 private:
  std::string first_;
  bool is_different_ = false;
};

class NewPin final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "new_pin"; }
  void type(std::string_view utf8) override { twice_.pad.type(utf8); }
  void edit(EditKey key) override { key == EditKey::enter ? go_on() : twice_.pad.edit(key); }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(work.say("staff.new_pin.title"), {},
                                    {back_to_citizen(),
                                     {"back", work.say("staff.back")},
                                     {"go_on", work.say("staff.go_on"), true, twice_.may_go_on()}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(about_screen(work));
    if (pressed == "go_on") go_on();
    RectMm room = sheet.body();
    if (!fault_.empty())
      sheet.text("fault", take_bottom(room, sheet.line(Face::body) * 2), fault_, Face::bold);
    twice_.show(sheet, room, work);
  }

 private:
  void go_on() {
    const std::string pin = twice_.go_on();
    if (pin.empty()) return;
    work.desk().set_pin(work.mentor->id, pin, here<Status>([this](Status done) {
                          if (!done) {
                            fault_ = work.say("staff.fault.not_saved");
                            return;
                          }
                          work.note = work.say("staff.new_pin.done");
                          work.go(home_screen(work));
                        }));
  }

  TwicePin twice_;
  std::string fault_;
};

// A fresh kiosk's first mentor, or a further one: sign, name, PIN twice.
class NewMentorScreen final : public Screen {
 public:
  NewMentorScreen(Work& shared, bool is_first) : Screen(shared), is_first_(is_first) {}

  std::string name() const override { return is_first_ ? "first_mentor" : "new_mentor"; }
  bool writes() const override { return step_ == Step::name; }
  void type(std::string_view utf8) override {
    if (step_ == Step::name) field_.type(utf8);
    if (step_ == Step::pin) twice_.pad.type(utf8);
  }
  void edit(EditKey key) override {
    if (key == EditKey::enter) return go_on();
    if (step_ == Step::name) field_.edit(key);
    if (step_ == Step::pin) twice_.pad.edit(key);
  }

  void show(Sheet& sheet) override {
    std::vector<Action> actions = {back_to_citizen()};
    if (step_ != Step::sign || !is_first_) actions.push_back({"back", work.say("staff.back")});
    actions.push_back({"go_on", work.say("staff.go_on"), true, may_go_on()});
    const auto pressed = sheet.page(
        work.say(is_first_ ? "staff.first_mentor.title" : "staff.new_mentor.title"), {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") return go_back();
    if (pressed == "go_on") go_on();
    RectMm room = sheet.body();
    if (!fault_.empty())
      sheet.text("fault", take_bottom(room, sheet.line(Face::body) * 2), fault_, Face::bold);
    if (step_ == Step::sign) show_signs(sheet, room);
    if (step_ == Step::name) show_name(sheet, room);
    if (step_ == Step::pin) twice_.show(sheet, room, work);
  }

 private:
  enum class Step { sign, name, pin };

  void show_signs(Sheet& sheet, RectMm room) {
    const auto words = work.say(is_first_ ? "staff.first_mentor.about" : "staff.new_mentor.about");
    take_top(room, sheet.text("about", room, words), sheet.gap() * 1.5);
    const auto pressed =
        signs_.show(sheet, room, work, sign_, [](const PictureId&) { return true; });
    if (!pressed.empty()) sign_ = pressed;
  }

  void show_name(Sheet& sheet, RectMm room) {
    keyboard_.take_bottom_of(sheet, room, field_, work.say("staff.key.space"));
    const RectMm at = take_bottom(room, sheet.least(), sheet.gap());
    sheet.field("field:name", at, field_.text, field_.caret, true, "");
    const auto& about = work.say("staff.new_mentor.name");
    if (sheet.text_height(about, Face::body, room.w) <= room.h) sheet.text("about", room, about);
  }

  bool may_go_on() const {
    switch (step_) {
      case Step::sign:
        return !sign_.empty();
      case Step::name:
        return !field_.text.empty();
      case Step::pin:
        return twice_.may_go_on();
    }
    return false;
  }

  void go_back() {
    if (step_ == Step::sign) return work.go(about_screen(work));
    step_ = step_ == Step::pin ? Step::name : Step::sign;
    twice_ = {};
    work.changed();
  }

  void go_on() {
    if (!may_go_on()) return;
    if (step_ == Step::sign) {
      step_ = Step::name;
    } else if (step_ == Step::name) {
      step_ = Step::pin;
    } else if (const std::string pin = twice_.go_on(); !pin.empty()) {
      save(pin);
    }
    work.changed();
  }

  void save(const std::string& pin) {
    const NewMentor made{sign_, field_.text, pin};
    work.desk().add_mentor(made, here<Result<MentorId>>([this](auto id) {
                             if (!id) {
                               fault_ = work.say("staff.fault.not_saved");
                               return;
                             }
                             if (is_first_) work.mentor = MentorSign{*id, sign_, field_.text};
                             work.note = work.say("staff.new_mentor.done");
                             work.go(home_screen(work));
                           }));
  }

  bool is_first_;
  Step step_ = Step::sign;
  PictureId sign_;
  SignBoard signs_{"sign"};
  Field field_{"name", FieldKind::words, 80};
  Keyboard keyboard_;
  TwicePin twice_;
  std::string fault_;
};

}  // namespace

ScreenPtr new_pin_screen(Work& work) {
  return std::make_unique<NewPin>(work);
}
ScreenPtr first_mentor_screen(Work& work, bool is_first) {
  return std::make_unique<NewMentorScreen>(work, is_first);
}

}  // namespace aktiv::mentor
