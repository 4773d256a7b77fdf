// How the citizen uses the kiosk: what is set, and each in turn to set it together. Kept at every
// press, in force at once.
#include "kiosk/ui/mentor/access.h"

#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

// Boxes that play it cannot be told from the finger of a mentor who touches this page.
constexpr const char* left_button = "mouse:left";

class Access final : public Screen {
 public:
  explicit Access(Work& shared) : Screen(shared), kept_(shared.citizen->access) {}
  std::string name() const override { return at_ ? "access_step" : "access"; }

  // The citizen presses their own switch, and it is known by that.
  bool listens_for_switch() const override { return asked_switch() != nullptr; }
  void take_switch(const std::string& code) override {
    const AccessSetting* asked = asked_switch();
    if (asked == nullptr) return;
    AccessProfile wanted = now();
    wanted.*asked->wire = code;
    keep(wanted);
  }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(title(), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") {
      if (!at_) return work.go(person_screen(work));
      at_.reset();
    }
    if (pressed == "try_out") return work.go(try_out_screen(work));
    if (pressed == "guide") {
      work.desk().fit_together(work.citizen->id);
      return work.leave();
    }
    if (pressed == "next_step") step_on();
    const auto asked = access_settings(now());
    if (at_ && *at_ >= asked.size()) at_.reset();  // no longer asked
    at_ ? show_step(sheet, *asked[*at_]) : show_all(sheet);
  }

 private:
  const AccessSetting* asked_switch() const {
    const auto asked = access_settings(now());
    if (!at_ || *at_ >= asked.size() || asked[*at_]->wire == nullptr) return nullptr;
    return asked[*at_];
  }

  const AccessProfile& now() const { return work.citizen->access; }

  std::string title() const {
    return work.say("staff.access.title", {{"sign", work.label(*work.citizen)}});
  }
  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (!at_) {
      all.push_back({"try_out", work.say("staff.try.open")});
      all.push_back({"next_step", work.say("staff.access.begin")});
      all.push_back({"guide", work.say("staff.access.guide"), true});
    } else {
      all.push_back({"next_step", work.say("staff.access.next_step"), true});
    }
    return all;
  }

  // All of them in turn, and back to what was set.
  void step_on() {
    const size_t next = at_ ? *at_ + 1 : 0;
    at_ = next < access_settings(now()).size() ? std::optional(next) : std::nullopt;
  }

  std::string label(const AccessSetting& setting) const {
    return work.say(std::string("staff.access.") + setting.name);
  }
  template <class Value>
  std::string words(const AccessSetting& setting, const Value& value) const {
    return value_words(work.content().texts, work.language, setting, value);
  }

  std::string about() const { return fault_.empty() ? work.say("staff.access.about") : fault_; }
  Face about_face() const { return fault_.empty() ? Face::body : Face::bold; }

  std::vector<std::string> what_is_set() const {
    std::vector<std::string> lines;
    for (const AccessSetting* setting : access_settings(now()))
      lines.push_back(label(*setting) + ": " + words(*setting, now()));
    return lines;
  }

  void show_all(Sheet& sheet) {
    const auto lines = what_is_set();
    RectMm room = sheet.scroll("access", [&](double w) {
      return sheet.text_height(about(), about_face(), w) + sheet.gap() * 2 +
             Choices(sheet, w, lines).height();
    });
    take_top(room, sheet.text("about", room, about(), about_face()), sheet.gap() * 2);
    const Choices grid(sheet, room.w, lines);
    const auto asked = access_settings(now());
    for (size_t i = 0; i < lines.size(); ++i)
      if (sheet.button({std::string("set:") + asked[i]->name, lines[i]},
                       grid.at(room, static_cast<int>(i))))
        at_ = i;
  }

  // What stands at one of them to be chosen, and what it is now.
  struct Offered {
    std::string name;
    std::string words;
    std::optional<int> value;
    bool is_chosen = false;
  };
  std::vector<Offered> offered(const Sheet& sheet, const AccessSetting& setting) const {
    if (setting.wire != nullptr) {
      const std::string& code = now().*setting.wire;
      std::vector<Offered> all = {
          {"house", words_of_wire(""), std::nullopt, code.empty()},
          {left_button, words_of_wire(left_button), std::nullopt, code == left_button}};
      if (!code.empty() && code != left_button)
        all.push_back({"wired", words_of_wire(code), std::nullopt, true});
      return all;
    }
    std::vector<Offered> all;
    for (const auto& value : choices_of(sheet.look().access, setting, now()))
      all.push_back({value ? std::to_string(*value) : "house", words(setting, value), value,
                     value == setting.value(now())});
    return all;
  }
  std::string words_of_wire(const std::string& code) const {
    return wire_words(work.content().texts, work.language, code);
  }

  void show_step(Sheet& sheet, const AccessSetting& setting) {
    const auto all = offered(sheet, setting);
    std::vector<std::string> labels;
    for (const Offered& one : all) labels.push_back(one.words);
    const std::string name = setting.name;
    const auto& why = work.say("staff.access." + name + ".about");
    RectMm room = sheet.scroll("access:" + name, [&](double w) {
      return heading_height(sheet, label(setting), w) + sheet.text_height(why, Face::body, w) +
             sheet.gap() * 2 + Choices(sheet, w, labels).height() + fault_height(sheet, w);
    });
    heading(sheet, room, "label", label(setting));
    take_top(room, sheet.text("about", room, why), sheet.gap() * 2);
    const Choices grid(sheet, room.w, labels);
    for (size_t i = 0; i < all.size(); ++i)
      if (sheet.choice(name + ":" + all[i].name, grid.at(room, static_cast<int>(i)), labels[i],
                       all[i].is_chosen))
        choose(setting, all[i]);
    take_top(room, grid.height());
    if (!fault_.empty()) sheet.text("fault", room, fault_, Face::bold);
  }

  void choose(const AccessSetting& setting, const Offered& chosen) {
    AccessProfile wanted = now();
    if (setting.wire == nullptr)
      setting.set(wanted, chosen.value);
    else if (chosen.name != "wired")
      wanted.*setting.wire = chosen.name == "house" ? "" : left_button;
    keep(wanted);
  }

  double fault_height(const Sheet& sheet, double w) const {
    return fault_.empty() ? 0 : sheet.text_height(fault_, Face::bold, w);
  }

  void keep(const AccessProfile& wanted) {
    work.citizen->access = wanted;
    work.desk().set_access(work.citizen->id, wanted, here<Status>([this, wanted](Status done) {
                             fault_ = done ? "" : work.say("staff.fault.not_saved");
                             if (done)
                               kept_ = wanted;
                             else
                               work.citizen->access = kept_;
                           }));
  }

  std::optional<size_t> at_;  // the one that is being set
  AccessProfile kept_;
  std::string fault_;
};

}  // namespace

ScreenPtr access_screen(Work& work) {
  return std::make_unique<Access>(work);
}

}  // namespace aktiv::mentor
