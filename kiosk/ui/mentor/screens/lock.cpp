// The citizen's own lock: three of nine pictures in order. Made anew when it is forgotten.
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

class Lock final : public Screen {
 public:
  using Screen::Screen;
  std::string name() const override { return "lock"; }

  void show(Sheet& sheet) override {
    std::vector<Action> actions = {
        back_to_citizen(),
        {"back", work.say("staff.back")},
        {"again", work.say("staff.lock.again"), false, !sequence_.empty()}};
    if (work.citizen->has_lock)
      actions.push_back({"remove", work.say("staff.lock.remove"), false, !is_saving_});
    actions.push_back(
        {"save", work.say("staff.lock.save"), true, sequence_.size() == length && !is_saving_});
    const auto title = work.say("staff.lock.title", {{"sign", work.label(*work.citizen)}});
    const auto pressed = sheet.page(title, {}, actions);
    if (left(pressed)) return;
    if (pressed == "back") return work.go(citizen_screen(work));
    if (pressed == "again") sequence_.clear();
    if (pressed == "remove") finish(false);
    if (pressed == "save") finish(true);
    auto [about, board] = split(sheet.body(), 0.42, sheet.gap() * 3);
    show_about(sheet, about);
    show_board(sheet, board);
  }

 private:
  static constexpr size_t length = 3;
  static constexpr int pictures = 9;

  void show_about(Sheet& sheet, RectMm room) {
    const auto words =
        work.say(work.citizen->has_lock ? "staff.lock.about_anew" : "staff.lock.about");
    take_top(room, sheet.text("about", room, words), sheet.gap() * 2);
    const double side = std::min((room.w - 2 * sheet.gap()) / 3, sheet.least() * 2);
    for (size_t i = 0; i < length; ++i) {
      const RectMm at{room.x + static_cast<double>(i) * (side + sheet.gap()), room.y, side, side};
      sheet.card(at);
      if (i < sequence_.size())
        sheet.picture("step:" + std::to_string(i + 1), inset(at, sheet.gap()), sequence_[i],
                      work.label(sequence_[i]));
    }
    room.y += side + sheet.gap();
    if (!fault_.empty()) sheet.text("fault", room, fault_, Face::bold);
  }

  void show_board(Sheet& sheet, const RectMm& room) {
    const Deck* signs = work.content().deck("signs");
    if (signs == nullptr) return;
    const double h = (room.h - 2 * sheet.gap()) / 3;
    const double w = (room.w - 2 * sheet.gap()) / 3;
    for (int i = 0; i < pictures && i < static_cast<int>(signs->cards.size()); ++i) {
      const auto& card = signs->cards[static_cast<size_t>(i)];
      const RectMm at{room.x + (i % 3) * (w + sheet.gap()), room.y + (i / 3) * (h + sheet.gap()), w,
                      h};
      if (sheet.tile("lock:" + card.ref.id, at, card.picture, work.label(card.picture), false,
                     sequence_.size() < length))
        sequence_.push_back(card.picture);
    }
  }

  void finish(bool has_lock) {
    is_saving_ = true;
    const auto done = here<Status>([this, has_lock](Status status) {
      is_saving_ = false;
      if (!status) {
        fault_ = work.say("staff.fault.not_saved");
        return;
      }
      work.citizen->has_lock = has_lock;
      work.note = work.say(has_lock ? "staff.lock.done" : "staff.lock.removed");
      work.go(citizen_screen(work));
    });
    has_lock ? work.desk().set_lock(work.citizen->id, sequence_, done)
             : work.desk().remove_lock(work.citizen->id, done);
  }

  std::vector<PictureId> sequence_;
  bool is_saving_ = false;
  std::string fault_;
};

}  // namespace

ScreenPtr lock_screen(Work& work) {
  return std::make_unique<Lock>(work);
}

}  // namespace aktiv::mentor
