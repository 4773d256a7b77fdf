#include "kiosk/app/audit/finger_items.h"

#include <algorithm>

#include "kiosk/input/hand.h"

namespace aktiv::app {
namespace {

using input::Hand;
using input::middle_of;
using input::Spot;

constexpr double kInsideMm = 0.5;  // from an element's corner
constexpr double kPalmMm = 40;     // a hand that rests
constexpr double kAwayMm = 1000;   // off every element
constexpr int kPressMs = 80;
constexpr int kShortestPressMs = 1;  // a press that is down and up at once
constexpr int kSameTouchMs = 600;
constexpr int kLostMs = 2000;

template <class Fact>
size_t count(const Hand& hand) {
  return hand.all<Fact>().size();
}

bool is_chosen_once(const Hand& hand, const ElementId& id) {
  return hand.tapped() == std::vector<std::string>{id.value};
}

bool is_new_touch(const Hand& hand) {
  return std::ranges::any_of(hand.all<input::Activity>(), &input::Activity::is_new_touch);
}

class Check {
 public:
  Check(audit::Report& report, std::string where, const input::Shown& shown, size_t index)
      : report_(report),
        where_(std::move(where)),
        shown_(shown),
        id_(shown.scene.elements[index].id),
        rect_(shown.layout.elements[index].rect),
        at_(middle_of(rect_)),
        index_(index),
        is_movable_(shown.scene.elements[index].role == Role::movable) {}

  void all() {
    if (shown_.scene.elements[index_].role == Role::pad) return draws();
    corners();
    lift();
    sliding_off();
    repeats();
    others();
    lost();
  }

 private:
  Hand hand() const { return Hand(shown_); }
  void expect(int item, bool is_held, const char* seen) {
    report_.expect(item, is_held, where_, [&] { return std::string(seen); });
  }

  void corners() {
    for (const double x : {rect_.x + kInsideMm, rect_.right() - kInsideMm})
      for (const double y : {rect_.y + kInsideMm, rect_.bottom() - kInsideMm}) {
        Hand finger = hand();
        finger.tap(x, y);
        expect(6, is_chosen_once(finger, id_), "a corner does not answer");
      }
  }

  void lift() {
    Hand finger = hand();
    finger.down(at_.x, at_.y);
    expect(29, is_new_touch(finger), "the voice is not told to fall silent");
    expect(9, finger.tapped().empty(), "acts before the finger is lifted");
    finger.wait(kPressMs);
    finger.up(at_.x, at_.y);
    const bool is_one = is_chosen_once(finger, id_);
    expect(9, is_one, "does not act when the finger is lifted");
    expect(11, is_one, "one finger does not choose it");
    expect(12, is_one, "one tap does not choose it");
    Hand quick = hand();
    quick.down(at_.x, at_.y);
    quick.wait(kShortestPressMs);
    quick.up(at_.x, at_.y);
    expect(14, is_chosen_once(quick, id_), "a short press is lost");
  }

  void sliding_off() {
    Hand finger = hand();
    finger.down(at_.x, at_.y);
    finger.wait(kPressMs);
    finger.move(at_.x + kAwayMm, at_.y + kAwayMm);
    finger.wait(kPressMs);
    finger.up(at_.x + kAwayMm, at_.y + kAwayMm);
    expect(10, finger.tapped().empty(), "sliding off chooses it");
    if (is_movable_)
      expect(10, count<input::DragBegan>(finger) == 1 && count<input::Dropped>(finger) == 1,
             "it cannot be dragged");
    else
      expect(10, finger.nothing_looks_pressed(), "it still looks pressed");
  }

  // On this element and on every other: the hand that trembles lands anywhere.
  void repeats() {
    for (size_t i = 0; i < shown_.scene.elements.size(); ++i) {
      const Element& another = shown_.scene.elements[i];
      if (another.order == 0 || another.role == Role::pad) continue;
      const Spot other = middle_of(shown_.layout.elements[i].rect);
      Hand finger = hand();
      finger.tap(at_.x, at_.y);
      finger.wait(kSameTouchMs / 2);
      finger.tap(other.x, other.y);
      expect(15, finger.tapped().size() == 1, "a tremble is a second touch");
      finger.wait(kSameTouchMs);
      finger.tap(other.x, other.y);
      expect(15, finger.tapped().size() == 2, "a second wish is not heard");
    }
  }

  void others() {
    Hand finger = hand();
    finger.down(at_.x, at_.y, 1);
    finger.down(at_.x, at_.y, 2);
    finger.wait(kPressMs);
    finger.up(at_.x, at_.y, 2);
    finger.up(at_.x, at_.y, 1);
    expect(16, finger.tapped().size() == 1, "a second finger counts");
    Hand palm = hand();
    palm.down(at_.x, at_.y, 1, kPalmMm);
    palm.wait(kPressMs);
    palm.up(at_.x, at_.y, 1);
    expect(16, palm.tapped().empty(), "a palm chooses it");
  }

  void lost() {
    Hand finger = hand();
    finger.down(at_.x, at_.y);
    finger.wait(kLostMs);
    expect(17, finger.nothing_looks_pressed(), "it looks pressed for ever");
    finger.down(at_.x, at_.y, 2);
    finger.wait(kPressMs);
    finger.up(at_.x, at_.y, 2);
    expect(17, is_chosen_once(finger, id_), "a lost finger blocks the next one");
  }

  // A pad is not chosen: a finger draws on it.
  void draws() {
    for (const double x : {rect_.x + kInsideMm, rect_.right() - kInsideMm})
      for (const double y : {rect_.y + kInsideMm, rect_.bottom() - kInsideMm}) {
        Hand finger = hand();
        finger.tap(x, y);
        expect(6, count<input::Drew>(finger) == 1, "a corner does not draw");
      }
    Hand finger = hand();
    finger.down(at_.x, at_.y);
    expect(29, is_new_touch(finger), "the voice is not told to fall silent");
    expect(9, count<input::Drew>(finger) == 0, "a line is whole before the finger is lifted");
    finger.down(at_.x, at_.y, 2);
    finger.up(at_.x, at_.y, 2);
    finger.wait(kPressMs);
    finger.up(at_.x, at_.y);
    expect(11, count<input::Drew>(finger) == 1, "one finger does not draw");
    expect(16, count<input::Drew>(finger) == 1, "a second finger draws");
    Hand quick = hand();
    quick.down(at_.x, at_.y);
    quick.wait(kShortestPressMs);
    quick.up(at_.x, at_.y);
    expect(14, count<input::Drew>(quick) == 1, "a dot is lost");
    Hand palm = hand();
    palm.down(at_.x, at_.y, 1, kPalmMm);
    palm.up(at_.x, at_.y, 1);
    expect(16, count<input::Drew>(palm) == 0, "a palm draws");
    Hand gone = hand();
    gone.down(at_.x, at_.y);
    gone.wait(kLostMs);
    gone.tap(at_.x, at_.y, 2);
    expect(17, count<input::Drew>(gone) == 2,
           "a lost finger blocks the next one, or its line is lost");
  }

  audit::Report& report_;
  std::string where_;
  const input::Shown& shown_;
  const ElementId& id_;
  RectMm rect_;
  Spot at_;
  size_t index_;
  bool is_movable_;
};

}  // namespace

void check_fingers(audit::Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout) {
  const input::Shown shown{scene, layout};
  for (size_t i = 0; i < scene.elements.size(); ++i)
    if (scene.elements[i].order > 0)
      Check(report, name + " " + scene.elements[i].id.value, shown, i).all();
}

}  // namespace aktiv::app
