// A citizen is known here by one picture, or two where several share the first. Never by name.
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class NewCitizen final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "new_citizen"; }

  void show(Sheet& sheet) override {
    std::vector<Action> actions = {back_to_citizen(), {"back", work.say("staff.back")}};
    if (asks_second_) actions.push_back({"without_second", work.say("staff.new_citizen.one")});
    const bool is_ready = !first_.empty() && (!asks_second_ || !second_.empty());
    actions.push_back({asks_second_ ? "create" : "go_on",
                       work.say(asks_second_ ? "staff.new_citizen.create" : "staff.go_on"), true,
                       is_ready && !is_saving_});
    const auto pressed = sheet.page(work.say("staff.new_citizen.title"), {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") return go_back();
    if (pressed == "go_on") asks_second_ = true;
    if (pressed == "without_second") create({});
    if (pressed == "create") create(second_);
    const auto words = asks_second_
                           ? work.say("staff.new_citizen.second", {{"sign", work.label(first_)}})
                           : work.say("staff.new_citizen.first");
    const auto refused_h = [&](double w) {
      return sheet.text_height(refused_, Face::bold, w - sheet.pad() * 2) + 6;
    };
    RectMm room = sheet.scroll(asks_second_ ? "second_sign" : "first_sign", [&](double w) {
      return (refused_.empty() ? 0 : refused_h(w) + sheet.gap()) +
             sheet.text_height(words, Face::body, w) + sheet.gap() * 1.5 +
             SignBoard::least_height(sheet);
    });
    if (!refused_.empty())
      sheet.band("refused", take_top(room, refused_h(room.w), sheet.gap()), refused_,
                 PillKind::waiting);
    take_top(room, sheet.text("about", room, words), sheet.gap() * 1.5);
    auto& board = asks_second_ ? seconds_ : firsts_;
    auto& chosen = asks_second_ ? second_ : first_;
    const auto touched = board.show(sheet, room, work, chosen, [&](const PictureId& sign) {
      return !asks_second_ || sign != first_;
    });
    if (touched.empty()) return;
    chosen = touched;
    refused_.clear();
  }

 private:
  void go_back() {
    if (!asks_second_) return work.go(home_screen(work));
    asks_second_ = false;
    second_ = {};
    refused_.clear();
    work.changed();
  }

  void create(const PictureId& second) {
    is_saving_ = true;
    work.desk().create_citizen(first_, second, here<Result<CitizenId>>([this, second](auto made) {
                                 is_saving_ = false;
                                 if (!made) {
                                   refused_ =
                                       work.say(second.empty() ? "staff.new_citizen.taken_one"
                                                               : "staff.new_citizen.taken_two");
                                   return;
                                 }
                                 work.note = work.say("staff.new_citizen.done");
                                 work.go(home_screen(work));
                               }));
  }

  PictureId first_;
  PictureId second_;
  bool asks_second_ = false;
  bool is_saving_ = false;
  std::string refused_;
  SignBoard firsts_{"first"};
  SignBoard seconds_{"second"};
};

}  // namespace

ScreenPtr new_citizen_screen(Work& work) {
  return std::make_unique<NewCitizen>(work);
}

}  // namespace aktiv::mentor
