// When citizen and mentor meet next: words of the mentor's, for the citizen's sheet.
#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class NextMeeting final : public Screen {
 public:
  explicit NextMeeting(Work& shared) : Screen(shared) {
    work.desk().next_meeting(work.citizen->id, here<Result<std::string>>([this](auto known) {
                               if (known && !is_changed_) field_.set(*known);
                             }));
  }

  std::string name() const override { return "next_meeting"; }
  bool writes() const override { return true; }
  void type(std::string_view utf8) override {
    is_changed_ = true;
    field_.type(utf8);
  }
  void edit(EditKey key) override {
    is_changed_ = true;
    field_.edit(key);
  }

  void show(Sheet& sheet) override {
    const auto title = work.say("staff.meeting.title", {{"sign", work.label(*work.citizen)}});
    const auto pressed = sheet.page(title, {},
                                    {back_to_citizen(),
                                     {"back", work.say("staff.back")},
                                     {"save", work.say("staff.meeting.save"), true, !is_saving_}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(person_screen(work));
    if (pressed == "save") save();
    RectMm room = sheet.body();
    const auto before = field_.text;
    keyboard_.take_bottom_of(sheet, room, field_, work.say("staff.key.space"));
    is_changed_ = is_changed_ || field_.text != before;
    show_field(sheet, room, field_, fault_.empty() ? work.say("staff.meeting.about") : fault_,
               work.say("staff.meeting.empty"), fault_.empty() ? Face::body : Face::bold);
  }

 private:
  void save() {
    is_saving_ = true;
    work.desk().set_next_meeting(work.citizen->id, field_.text, here<Status>([this](Status done) {
                                   is_saving_ = false;
                                   if (!done) {
                                     fault_ = work.say("staff.fault.not_saved");
                                     return;
                                   }
                                   work.note = work.say("staff.meeting.saved");
                                   work.go(citizen_screen(work));
                                 }));
  }

  Field field_{"meeting", FieldKind::words, 120};
  Keyboard keyboard_;
  bool is_changed_ = false;
  bool is_saving_ = false;
  std::string fault_;
};

}  // namespace

ScreenPtr next_meeting_screen(Work& work) {
  return std::make_unique<NextMeeting>(work);
}

}  // namespace aktiv::mentor
