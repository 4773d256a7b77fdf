// What the mentor saw, in fields of its own: it never touches what the citizen answered.
#include "dialogue/model/words.h"
#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/screens/hands.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class ObservationScreen final : public Screen {
 public:
  ObservationScreen(Work& shared, ConversationId conversation)
      : Screen(shared), conversation_(std::move(conversation)) {
    seen_.set((*work.drafts)[draft()]);
  }

  std::string name() const override { return "observation"; }
  bool writes() const override { return writes_; }
  void type(std::string_view utf8) override {
    seen_.type(utf8);
    (*work.drafts)[draft()] = seen_.text;
  }
  void edit(EditKey key) override {
    seen_.edit(key);
    (*work.drafts)[draft()] = seen_.text;
  }

  void show(Sheet& sheet) override {
    const auto title = work.say("staff.observe.title", {{"sign", work.label(*work.citizen)}});
    const auto pressed = sheet.page(
        title, work.pills(),
        {back_to_citizen(),
         {"back", work.say("staff.back")},
         {writes_ ? "who" : "write",
          work.say(writes_ ? "staff.observe.who" : "staff.observe.write")},
         {"save", work.say("staff.observe.save"), true, !seen_.text.empty() && !is_saving_}});
    if (left(pressed)) return;
    if (pressed == "back") return work.go(citizen_screen(work));
    if (pressed == "write" || pressed == "who") writes_ = !writes_;
    if (pressed == "save") save();
    RectMm room = sheet.body();
    if (!fault_.empty() && writes_)
      sheet.text("fault", take_bottom(room, sheet.line(Face::body) * 2), fault_, Face::bold);
    writes_ ? show_writing(sheet, room) : show_who(sheet);
    (*work.drafts)[draft()] = seen_.text;
  }

 private:
  std::pair<MentorId, CitizenId> draft() const { return {work.mentor->id, work.citizen->id}; }

  void show_writing(Sheet& sheet, RectMm room) {
    // On a short glass the fault takes the keys' place until the field is touched again.
    const double keys_h = keyboard_.height(sheet, room.w, room.h - sheet.least() - sheet.gap());
    if (fault_.empty() || room.h > keys_h + sheet.least() * 2)
      keyboard_.take_bottom_of(sheet, room, seen_, work.say("staff.key.space"));
    if (show_field(sheet, room, seen_, work.say("staff.observe.about"),
                   work.say("staff.observe.empty")))
      fault_.clear();
  }

  void show_who(Sheet& sheet) {
    const auto nothing = [](double) { return 0.0; };
    const RectMm room = sheet.scroll("who", [&](double w) {
      return hands_height(
          sheet, work, w, [&](double part) { return seen_in_height(sheet, part); }, nothing);
    });
    auto [first, second] = split(room, 0.5, sheet.gap() * 3);
    if (sheet.is_narrow()) first = room;
    show_pressed_by(sheet, first, work, pressed_by_);
    show_seen_in(sheet, first);
    if (sheet.is_narrow()) second = below(first, sheet.gap() * 3);
    show_present(sheet, second, work, present_);
  }

  static std::string seen_in_key(SeenIn seen_in) {
    return "staff.observe.in." + std::string(word(seen_in));
  }

  double seen_in_height(const Sheet& sheet, double w) const {
    double h = sheet.gap() * 2 + heading_height(sheet, work.say("staff.observe.in"), w);
    for (const auto seen_in : {SeenIn::conversation, SeenIn::practice})
      h += sheet.choice_height(work.say(seen_in_key(seen_in)), w) + sheet.gap();
    return h;
  }

  void show_seen_in(Sheet& sheet, RectMm& room) {
    take_top(room, 0, sheet.gap() * 2);
    heading(sheet, room, "seen_in", work.say("staff.observe.in"));
    for (const auto seen_in : {SeenIn::conversation, SeenIn::practice}) {
      const auto& label = work.say(seen_in_key(seen_in));
      const RectMm at = take_top(room, sheet.choice_height(label, room.w), sheet.gap());
      if (sheet.choice("seen_in:" + std::string(word(seen_in)), at, label, seen_in_ == seen_in))
        seen_in_ = seen_in;
    }
  }

  void save() {
    is_saving_ = true;
    Observation seen;
    seen.conversation = conversation_;
    seen.citizen = work.citizen->id;
    seen.mentor = work.mentor->id;
    seen.pressed_by = pressed_by_;
    seen.present = present_;
    seen.seen = seen_.text;
    seen.seen_in = seen_in_;
    work.desk().save_observation(seen, here<Status>([this](Status done) {
                                   is_saving_ = false;
                                   if (!done) {
                                     fault_ = work.say("staff.fault.not_saved");
                                     writes_ = true;  // where it is told
                                     return;
                                   }
                                   seen_.set("");
                                   work.drafts->erase(draft());
                                   work.note = work.say("staff.observe.done");
                                   work.go(citizen_screen(work));
                                 }));
  }

  ConversationId conversation_;
  Field seen_{"seen", FieldKind::words, 2000};
  Keyboard keyboard_;
  bool writes_ = true;
  bool is_saving_ = false;
  PressedBy pressed_by_ = PressedBy::citizen;
  std::vector<Present> present_{Present::mentor};
  SeenIn seen_in_ = SeenIn::conversation;
  std::string fault_;
};

}  // namespace

ScreenPtr observation_screen(Work& work, const ConversationId& conversation) {
  return std::make_unique<ObservationScreen>(work, conversation);
}

}  // namespace aktiv::mentor
