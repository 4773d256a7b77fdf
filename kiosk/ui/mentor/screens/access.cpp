// How the citizen uses the kiosk: what is set, and each in turn to set it together. Kept at every
// press, in force at once.
#include "kiosk/ui/mentor/access.h"

#include <algorithm>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Access final : public Screen {
 public:
  explicit Access(Work& shared) : Screen(shared), kept_(shared.citizen->access) {}
  std::string name() const override { return at_ ? "access_step" : "access"; }

  void show(Sheet& sheet) override {
    const auto pressed = sheet.page(title(), {}, actions());
    if (left(pressed)) return;
    if (pressed == "back") {
      if (!at_) return work.go(person_screen(work));
      at_.reset();
    }
    if (pressed == "next_step") step_on();
    at_ ? show_step(sheet, access_settings()[*at_]) : show_all(sheet);
  }

 private:
  const AccessProfile& now() const { return work.citizen->access; }

  std::string title() const {
    return work.say("staff.access.title", {{"sign", work.label(*work.citizen)}});
  }
  std::vector<Action> actions() const {
    std::vector<Action> all = {back_to_citizen(), {"back", work.say("staff.back")}};
    all.push_back(
        {"next_step", work.say(at_ ? "staff.access.next_step" : "staff.access.begin"), true});
    return all;
  }

  // All of them in turn, and back to what was set.
  void step_on() {
    const size_t next = at_ ? *at_ + 1 : 0;
    at_ = next < access_settings().size() ? std::optional(next) : std::nullopt;
  }

  std::string label(const AccessSetting& setting) const {
    return work.say(std::string("staff.access.") + setting.name);
  }
  std::string words(const AccessSetting& setting, std::optional<int> value) const {
    return value_words(work.content().texts, work.language, setting, value);
  }

  std::string about() const { return fault_.empty() ? work.say("staff.access.about") : fault_; }
  Face about_face() const { return fault_.empty() ? Face::body : Face::bold; }

  std::vector<std::string> what_is_set() const {
    std::vector<std::string> lines;
    for (const AccessSetting& setting : access_settings())
      lines.push_back(label(setting) + ": " + words(setting, value_of(now(), setting)));
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
    for (size_t i = 0; i < lines.size(); ++i)
      if (sheet.button({std::string("set:") + access_settings()[i].name, lines[i]},
                       grid.at(room, static_cast<int>(i))))
        at_ = i;
  }

  void show_step(Sheet& sheet, const AccessSetting& setting) {
    const auto values = choices_of(sheet.look().access, setting, now());
    std::vector<std::string> labels;
    for (const auto& value : values) labels.push_back(words(setting, value));
    const std::string name = setting.name;
    const auto& why = work.say("staff.access." + name + ".about");
    RectMm room = sheet.scroll("access:" + name, [&](double w) {
      return heading_height(sheet, label(setting), w) + sheet.text_height(why, Face::body, w) +
             sheet.gap() * 2 + Choices(sheet, w, labels).height() + fault_height(sheet, w);
    });
    heading(sheet, room, "label", label(setting));
    take_top(room, sheet.text("about", room, why), sheet.gap() * 2);
    const Choices grid(sheet, room.w, labels);
    for (size_t i = 0; i < values.size(); ++i) {
      const std::string value = values[i] ? std::to_string(*values[i]) : "house";
      if (sheet.choice(name + ":" + value, grid.at(room, static_cast<int>(i)), labels[i],
                       values[i] == value_of(now(), setting)))
        set(setting, values[i]);
    }
    take_top(room, grid.height());
    if (!fault_.empty()) sheet.text("fault", room, fault_, Face::bold);
  }

  double fault_height(const Sheet& sheet, double w) const {
    return fault_.empty() ? 0 : sheet.text_height(fault_, Face::bold, w);
  }

  void set(const AccessSetting& setting, std::optional<int> value) {
    set_value(work.citizen->access, setting, value);
    const AccessProfile wanted = now();
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
