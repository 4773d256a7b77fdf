// The case file: how it stands, try now, and enrolling with address and one-time code.
#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

class SyncScreen final : public Screen {
 public:
  explicit SyncScreen(Work& shared) : Screen(shared) {
    address_.set("https://");
    work.look_at_sync();
  }

  std::string name() const override { return is_enrolling_ ? "enrol" : "sync"; }
  void type(std::string_view utf8) override {
    if (is_enrolling_) active().type(utf8);
  }
  void edit(EditKey key) override {
    if (is_enrolling_) active().edit(key);
  }

  void show(Sheet& sheet) override { is_enrolling_ ? show_enrol(sheet) : show_state(sheet); }

 private:
  void write(bool writes_code) {
    writes_code_ = writes_code;
    told_.clear();
  }

  Field& active() { return writes_code_ ? code_ : address_; }
  bool is_enrolled() const { return work.sync.link != Link::not_enrolled; }

  void show_state(Sheet& sheet) {
    std::vector<Action> actions = {back_to_citizen(), {"back", work.say("staff.all_citizens")}};
    if (is_enrolled()) {
      actions.push_back({asks_unenrol_ ? "keep" : "unenrol",
                         work.say(asks_unenrol_ ? "staff.sync.keep" : "staff.sync.unenrol")});
      actions.push_back({"try_now", work.say("staff.sync.try_now"), true});
    } else {
      actions.push_back({"enrol", work.say("staff.sync.enrol"), true});
    }
    const auto pressed = sheet.page(work.say("staff.sync.title"), work.pills(), actions);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(home_screen(work));
    if (pressed == "enrol") is_enrolling_ = true;
    if (pressed == "unenrol") asks_unenrol_ = true;
    if (pressed == "keep") asks_unenrol_ = false;
    if (pressed == "try_now") {
      work.desk().try_now();
      work.look_at_sync();
    }
    auto [state, counts] = split(sheet.body(), 0.56, sheet.gap() * 2);
    show_link(sheet, state);
    show_counts(sheet, counts);
  }

  const char* link_key() const {
    switch (work.sync.link) {
      case Link::not_enrolled:
        return "staff.sync.not_enrolled";
      case Link::rests:
        return "staff.sync.rests";
      case Link::sends:
        return "staff.sync.sends";
      case Link::waits:
        return "staff.sync.waits";
      case Link::paused:
        return "staff.sync.paused";
    }
    return "";
  }

  void show_link(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    std::vector<std::string> lines = {work.say(link_key())};
    if (!work.sync.centre.empty())
      lines.push_back(work.say("staff.sync.centre", {{"centre", work.sync.centre}}));
    if (!work.sync.server.empty())
      lines.push_back(work.say("staff.sync.server", {{"server", work.sync.server}}));
    if (!work.sync.why.empty()) lines.push_back(work.sync.why);
    const int64_t wait = work.sync.next_try_ms - work.at.utc_ms();
    if (work.sync.next_try_ms > 0 && wait > 0)
      lines.push_back(work.say("staff.sync.next",
                               {{"wait", wait_words(work.at.content.texts, work.language, wait)}}));
    if (!told_.empty()) lines.push_back(told_);
    sheet.text("sync_heading", take_top(room, sheet.line(Face::heading), sheet.gap()),
               work.say("staff.sync.heading"), Face::heading);
    room.y = paragraphs(sheet, room, "sync", lines);
    if (!asks_unenrol_) return;
    room.y += sheet.gap() +
              sheet.text("unenrol_sure", room, work.say("staff.sync.unenrol_sure"), Face::bold);
    const auto label = work.say("staff.sync.unenrol_yes");
    if (!sheet.button({"unenrol_yes", label},
                      {room.x, room.y, sheet.text_width(label, Face::bold) + sheet.pad() * 2,
                       sheet.least() + 2}))
      return;
    asks_unenrol_ = false;
    work.desk().unenrol(here<Status>([this](Status done) {
      told_ = done ? "" : work.say("staff.fault.not_saved");
      work.look_at_sync();
    }));
  }

  void show_counts(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    sheet.text("counts", take_top(room, sheet.line(Face::heading), sheet.gap()),
               work.say("staff.sync.counts"), Face::heading);
    const auto line = [&](const char* key, int number) {
      const RectMm at = take_top(room, sheet.line(Face::body), sheet.gap());
      sheet.text(key, {at.x, at.y, at.w * 0.75, at.h}, work.say(key));
      sheet.text(std::string(key) + ":n", {at.x + at.w * 0.75, at.y, at.w * 0.25, at.h},
                 std::to_string(number), Face::bold, Align::right);
    };
    line("staff.where.kept_here", work.sync.kept_here);
    line("staff.where.waiting", work.sync.waiting);
    line("staff.where.in_case_file", work.sync.in_case_file);
    line("staff.where.quarantined", work.sync.quarantined);
  }

  static constexpr size_t code_length = 47;  // 40 characters in groups of five

  void show_enrol(Sheet& sheet) {
    const bool is_ready =
        code_.text.size() == code_length && address_.text.size() > 8 && !is_asking_;
    const double fields_h =
        keyboard_.height(sheet, sheet.width()) + sheet.least() * 4 + sheet.gap() * 3;
    const bool is_short = sheet.height() < fields_h + sheet.target() + sheet.pad() * 4;
    std::vector<Action> actions = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (is_short)
      actions.push_back(
          {"other_field", work.say(writes_code_ ? "staff.enrol.address" : "staff.enrol.code")});
    actions.push_back({"do_enrol", work.say("staff.enrol.do"), true, is_ready});
    const auto pressed = sheet.page(work.say("staff.enrol.title"), {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") {
      is_enrolling_ = false;
      work.changed();
    }
    if (pressed == "other_field") write(!writes_code_);
    if (pressed == "do_enrol") enrol();
    RectMm room = sheet.body();
    // On a short glass the answer takes the keys' place until the field is touched again.
    if (!is_short || told_.empty()) {
      const double keys_h = keyboard_.height(sheet, room.w);
      keyboard_.show(sheet, take_bottom(room, keys_h, sheet.gap()), active(),
                     work.say("staff.key.space"));
    }
    const auto line = [&](const char* name, const char* key, const Field& field, bool is_active) {
      const double label_w =
          std::min(room.w * 0.3, sheet.text_width(work.say(key), Face::bold) + sheet.gap() * 2);
      const RectMm at = take_top(room, sheet.least(), sheet.gap());
      sheet.text(key, {at.x, at.y + (at.h - sheet.line(Face::bold)) / 2, label_w, at.h},
                 work.say(key), Face::bold);
      return sheet.field(name, {at.x + label_w, at.y, at.w - label_w, at.h}, field.text,
                         field.caret, is_active, "");
    };
    const bool shows_address = !is_short || !writes_code_;
    const bool shows_code = !is_short || writes_code_;
    if (shows_address && line("field:address", "staff.enrol.address", address_, !writes_code_))
      write(false);
    if (shows_code && line("field:code", "staff.enrol.code", code_, writes_code_)) write(true);
    const auto told = is_asking_      ? work.say("staff.enrol.asking")
                      : told_.empty() ? work.say("staff.enrol.about")
                                      : told_;
    const Face face = told_.empty() ? Face::body : Face::bold;
    if (sheet.text_height(told, face, room.w) <= room.h) sheet.text("enrol_told", room, told, face);
  }

  void enrol() {
    is_asking_ = true;
    told_.clear();
    work.desk().enrol(address_.text, code_.text, here<Status>([this](Status done) {
                        is_asking_ = false;
                        if (!done) {
                          told_ = work.say("staff.enrol.refused", {{"why", done.error().what}});
                          return;
                        }
                        is_enrolling_ = false;
                        told_ = work.say("staff.enrol.done");
                        work.look_at_sync();
                      }));
  }

  Field address_{"address", FieldKind::address, 200};
  Field code_{"code", FieldKind::code, code_length};
  Keyboard keyboard_;
  bool is_enrolling_ = false;
  bool writes_code_ = false;
  bool is_asking_ = false;
  bool asks_unenrol_ = false;
  std::string told_;
};

}  // namespace

ScreenPtr sync_screen(Work& work) {
  return std::make_unique<SyncScreen>(work);
}

}  // namespace aktiv::mentor
