// The citizen's own lock: three of nine pictures in order. Made anew when it is forgotten.
#include <algorithm>

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
    const double gap = sheet.gap() * 3;
    RectMm room = sheet.scroll("lock", [&](double w) {
      if (!sheet.is_narrow())
        return std::max(about_height(sheet, (w - gap) * about_share),
                        board_height(sheet, (w - gap) * (1 - about_share)));
      return about_height(sheet, w) + gap + board_height(sheet, w);
    });
    auto [about, board] = split(room, about_share, gap);
    if (sheet.is_narrow()) {
      about = take_top(room, about_height(sheet, room.w), gap);
      board = room;
    }
    show_about(sheet, about);
    show_board(sheet, board);
  }

 private:
  static constexpr size_t length = 3;
  static constexpr int pictures = 9;

  static constexpr double about_share = 0.42;

  const std::string& about() const {
    return work.say(work.citizen->has_lock ? "staff.lock.about_anew" : "staff.lock.about");
  }

  static double step_side(const Sheet& sheet, double w) {
    return std::min((w - 2 * sheet.gap()) / 3, sheet.least() * 2);
  }

  double about_height(const Sheet& sheet, double w) const {
    const double fault_h =
        fault_.empty() ? 0 : sheet.text_height(fault_, Face::bold, w) + sheet.gap();
    return sheet.text_height(about(), Face::body, w) + sheet.gap() * 2 + step_side(sheet, w) +
           fault_h;
  }

  // Three in a row, or as many as have room for their words.
  static int columns(const Sheet& sheet, double w) {
    const double least_w = sheet.text_width("Sommerfugl", Face::body) + sheet.gap() * 2;
    const auto fits = static_cast<int>((w + sheet.gap()) / (least_w + sheet.gap()));
    return std::clamp(fits, 1, 3);
  }

  static int rows(const Sheet& sheet, double w) {
    const int across = columns(sheet, w);
    return (pictures + across - 1) / across;
  }

  static double board_height(const Sheet& sheet, double w) {
    const int down = rows(sheet, w);
    return down * (sheet.least() + sheet.line(Face::body)) + (down - 1) * sheet.gap();
  }

  void show_about(Sheet& sheet, RectMm room) {
    const auto& words = about();
    take_top(room, sheet.text("about", room, words), sheet.gap() * 2);
    const double side = step_side(sheet, room.w);
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
    const int across = columns(sheet, room.w);
    const int down = rows(sheet, room.w);
    const double h = (room.h - (down - 1) * sheet.gap()) / down;
    const double w = (room.w - (across - 1) * sheet.gap()) / across;
    for (int i = 0; i < pictures && i < static_cast<int>(signs->cards.size()); ++i) {
      const auto& card = signs->cards[static_cast<size_t>(i)];
      const RectMm at{room.x + (i % across) * (w + sheet.gap()),
                      room.y + (i / across) * (h + sheet.gap()), w, h};
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
