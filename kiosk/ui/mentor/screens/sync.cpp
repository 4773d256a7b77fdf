// The case file: how it stands, try now, and enrolling with address and one-time code.
#include <algorithm>
#include <array>

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
  bool writes() const override { return is_enrolling_; }
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
    const double gap = sheet.gap() * 2;
    RectMm room = sheet.scroll("sync", [&](double w) { return state_height(sheet, w); });
    auto [state, counts] = split(room, link_share, gap);
    if (sheet.is_narrow()) {
      counts = take_bottom(room, counts_height(sheet, room.w), gap);
      state = room;
    }
    show_link(sheet, state);
    show_counts(sheet, counts);
  }

  static constexpr double link_share = 0.56;

  double state_height(const Sheet& sheet, double w) const {
    const double gap = sheet.gap() * 2;
    if (sheet.is_narrow()) return link_height(sheet, w) + gap + counts_height(sheet, w);
    return std::max(link_height(sheet, (w - gap) * link_share),
                    counts_height(sheet, (w - gap) * (1 - link_share)));
  }

  double link_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    double h = sheet.pad() * 2 + heading_height(sheet, work.say("staff.sync.heading"), w) +
               paragraphs_height(sheet, w, link_lines());
    if (asks_unenrol_)
      h += sheet.text_height(work.say("staff.sync.unenrol_sure"), Face::bold, w) + sheet.gap() * 2 +
           sheet.button_height(work.say("staff.sync.unenrol_yes"), w);
    return h;
  }

  double counts_height(const Sheet& sheet, double whole) const {
    const double w = whole - sheet.pad() * 2;
    double h = sheet.pad() * 2 + heading_height(sheet, work.say("staff.sync.counts"), w);
    for (const char* key : count_keys)
      h += sheet.text_height(work.say(key), Face::body, w * words_share) + sheet.gap();
    return h;
  }

  const char* link_key() const {
    switch (work.sync.link) {
      case Link::not_enrolled:
        return "staff.sync.not_enrolled";
      case Link::rests:
        return work.sync.refused.empty() ? "staff.sync.rests" : "staff.sync.rests_refused";
      case Link::sends:
        return "staff.sync.sends";
      case Link::waits:
        return "staff.sync.waits";
      case Link::paused:
        return "staff.sync.paused";
    }
    return "";
  }

  std::vector<std::string> link_lines() const {
    std::vector<std::string> lines = {work.say(link_key())};
    if (!work.sync.centre.empty())
      lines.push_back(work.say("staff.sync.centre", {{"centre", work.sync.centre}}));
    if (!work.sync.server.empty())
      lines.push_back(work.say("staff.sync.server", {{"server", work.sync.server}}));
    if (!work.sync.why.empty()) lines.push_back(work.sync.why);
    for (const std::string& refused : work.sync.refused) lines.push_back(refused);
    if (const int64_t ahead = work.sync.clock_ahead_ms; ahead != 0)
      lines.push_back(
          work.say(ahead > 0 ? "staff.sync.clock_ahead" : "staff.sync.clock_behind",
                   {{"time", span_words(work.at.content.texts, work.language, std::abs(ahead))}}));
    const int64_t wait = work.sync.next_try_ms - work.at.utc_ms();
    if (work.sync.next_try_ms > 0 && wait > 0)
      lines.push_back(work.say("staff.sync.next",
                               {{"wait", wait_words(work.at.content.texts, work.language, wait)}}));
    if (!told_.empty()) lines.push_back(told_);
    return lines;
  }

  void show_link(Sheet& sheet, const RectMm& box) {
    sheet.card(box);
    RectMm room = inset(box, sheet.pad());
    heading(sheet, room, "sync_heading", work.say("staff.sync.heading"));
    room.y = paragraphs(sheet, room, "sync", link_lines());
    if (!asks_unenrol_) return;
    room.y += sheet.gap() +
              sheet.text("unenrol_sure", room, work.say("staff.sync.unenrol_sure"), Face::bold);
    const auto label = work.say("staff.sync.unenrol_yes");
    const double w = std::min(room.w, sheet.text_width(label, Face::bold) + sheet.pad() * 2);
    if (!sheet.button({"unenrol_yes", label}, {room.x, room.y, w, sheet.button_height(label, w)}))
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
    heading(sheet, room, "counts", work.say("staff.sync.counts"));
    const std::array numbers = {work.sync.kept_here, work.sync.waiting, work.sync.in_case_file,
                                work.sync.quarantined};
    for (size_t i = 0; i < numbers.size(); ++i) {
      const char* key = count_keys[i];
      const double words_w = room.w * words_share;
      sheet.text(std::string(key) + ":n", {room.x + words_w, room.y, room.w - words_w, room.h},
                 std::to_string(numbers[i]), Face::bold, Align::right);
      const double h = sheet.text(key, {room.x, room.y, words_w, room.h}, work.say(key));
      take_top(room, h, sheet.gap());
    }
  }

  static constexpr double words_share = 0.75;  // the rest is for the number
  static constexpr std::array count_keys = {"staff.where.kept_here", "staff.where.waiting",
                                            "staff.where.in_case_file", "staff.where.quarantined"};

  static constexpr size_t code_length = 47;  // 40 characters in groups of five

  void show_enrol(Sheet& sheet) {
    const bool is_ready =
        code_.text.size() == code_length && address_.text.size() > 8 && !is_asking_;
    const double fields_h = keyboard_.height(sheet, sheet.width(), sheet.height()) +
                            sheet.least() * 4 + sheet.gap() * 3;
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
    if (!is_short || told_.empty())
      keyboard_.take_bottom_of(sheet, room, active(), work.say("staff.key.space"));
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
