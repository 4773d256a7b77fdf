#include "kiosk/app/audit/finger_items.h"

#include <algorithm>

#include "kiosk/input/input.h"

namespace aktiv::app {
namespace {

using input::Gestures;
using input::Phase;

constexpr double kInsideMm = 0.5;    // from an element's corner
constexpr double kPalmMm = 40;       // a hand that rests
constexpr double kAwayMm = 1000;     // off every element
constexpr int kShortestPressMs = 1;  // a press that is down and up at once
constexpr int kSameTouchMs = 600;
constexpr int kLostMs = 2000;

struct Point {
  double x = 0, y = 0;
};

Point middle(const RectMm& rect) {
  return {rect.x + rect.w / 2, rect.y + rect.h / 2};
}

// One hand on one screen that has just come.
class Hand {
 public:
  Hand(const Scene& scene, const Layout& layout) : px_(layout.display.px_per_mm) {
    keep(input_.show(scene, layout));
  }

  Hand& wait(int ms) {
    now_ms_ += ms;
    keep(input_.pass(now_ms_));
    return *this;
  }
  Hand& put(Phase phase, Point at, uint64_t finger = 1, double contact_mm = 8) {
    keep(input_.touch({finger, phase, at.x * px_, at.y * px_, contact_mm * px_, now_ms_}));
    return *this;
  }
  Hand& tap(Point at, int press_ms = 80) {
    return put(Phase::down, at).wait(press_ms).put(Phase::up, at);
  }

  template <class Fact>
  int count() const {
    return static_cast<int>(std::ranges::count_if(
        happened_, [](const auto& gesture) { return std::holds_alternative<Fact>(gesture); }));
  }
  int taps_on(const ElementId& id) const {
    return static_cast<int>(std::ranges::count_if(happened_, [&](const auto& gesture) {
      const auto* tap = std::get_if<input::Tapped>(&gesture);
      return tap != nullptr && tap->element == id;
    }));
  }
  bool is_new_touch() const {
    return std::ranges::any_of(happened_, [](const auto& gesture) {
      const auto* activity = std::get_if<input::Activity>(&gesture);
      return activity != nullptr && activity->is_new_touch;
    });
  }

 private:
  void keep(const Gestures& gestures) {
    happened_.insert(happened_.end(), gestures.begin(), gestures.end());
  }

  input::Input input_;
  double px_;
  int64_t now_ms_ = 1'000'000;
  Gestures happened_;
};

class Check {
 public:
  Check(audit::Report& report, std::string where, const Scene& scene, const Layout& layout,
        const ElementId& id, const RectMm& rect, bool is_movable)
      : report_(report),
        where_(std::move(where)),
        scene_(scene),
        layout_(layout),
        id_(id),
        rect_(rect),
        at_(middle(rect)),
        is_movable_(is_movable) {}

  void all() {
    corners();
    lift();
    sliding_off();
    repeats();
    others();
    lost();
  }

 private:
  Hand hand() const { return {scene_, layout_}; }
  void expect(int item, bool is_held, const char* seen) {
    report_.expect(item, is_held, where_, [&] { return std::string(seen); });
  }

  void corners() {
    for (const double x : {rect_.x + kInsideMm, rect_.right() - kInsideMm})
      for (const double y : {rect_.y + kInsideMm, rect_.bottom() - kInsideMm})
        expect(6, hand().tap({x, y}).taps_on(id_) == 1, "a corner does not answer");
  }

  void lift() {
    Hand finger = hand();
    finger.put(Phase::down, at_);
    expect(29, finger.is_new_touch(), "the voice is not told to fall silent");
    expect(9, finger.count<input::Tapped>() == 0, "acts before the finger is lifted");
    finger.wait(80).put(Phase::up, at_);
    const bool is_one = finger.count<input::Tapped>() == 1 && finger.taps_on(id_) == 1;
    expect(9, is_one, "does not act when the finger is lifted");
    expect(11, is_one, "one finger does not choose it");
    expect(12, is_one, "one tap does not choose it");
    expect(14, hand().tap(at_, kShortestPressMs).taps_on(id_) == 1, "a short press is lost");
  }

  void sliding_off() {
    Hand finger = hand();
    const Point away{at_.x + kAwayMm, at_.y + kAwayMm};
    finger.put(Phase::down, at_).wait(80).put(Phase::move, away).wait(80).put(Phase::up, away);
    expect(10, finger.count<input::Tapped>() == 0, "sliding off chooses it");
    if (is_movable_)
      expect(10, finger.count<input::DragBegan>() == 1 && finger.count<input::Dropped>() == 1,
             "it cannot be dragged");
    else
      expect(10, finger.count<input::Released>() == finger.count<input::Pressed>(),
             "it still looks pressed");
  }

  // On this element and on every other: the hand that trembles lands anywhere.
  void repeats() {
    for (size_t i = 0; i < scene_.elements.size(); ++i) {
      if (scene_.elements[i].order == 0) continue;
      const Point other = middle(layout_.elements[i].rect);
      Hand finger = hand();
      finger.tap(at_).wait(kSameTouchMs / 2).tap(other);
      expect(15, finger.count<input::Tapped>() == 1, "a tremble is a second touch");
      finger.wait(kSameTouchMs).tap(other);
      expect(15, finger.count<input::Tapped>() == 2, "a second wish is not heard");
    }
  }

  void others() {
    Hand finger = hand();
    finger.put(Phase::down, at_, 1).put(Phase::down, at_, 2).wait(80);
    finger.put(Phase::up, at_, 2).put(Phase::up, at_, 1);
    expect(16, finger.count<input::Tapped>() == 1, "a second finger counts");
    Hand palm = hand();
    palm.put(Phase::down, at_, 1, kPalmMm).wait(80).put(Phase::up, at_, 1, kPalmMm);
    expect(16, palm.count<input::Tapped>() == 0, "a palm chooses it");
  }

  void lost() {
    Hand finger = hand();
    finger.put(Phase::down, at_).wait(kLostMs);
    expect(17, finger.count<input::Pressed>() == finger.count<input::Released>(),
           "it looks pressed for ever");
    finger.put(Phase::down, at_, 2).wait(80).put(Phase::up, at_, 2);
    expect(17, finger.taps_on(id_) == 1, "a lost finger blocks the next one");
  }

  audit::Report& report_;
  std::string where_;
  const Scene& scene_;
  const Layout& layout_;
  const ElementId& id_;
  RectMm rect_;
  Point at_;
  bool is_movable_;
};

}  // namespace

void check_fingers(audit::Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout) {
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    const Element& element = scene.elements[i];
    if (element.order == 0) continue;
    Check(report, name + " " + element.id.value, scene, layout, element.id, layout.elements[i].rect,
          element.role == Role::movable)
        .all();
  }
}

}  // namespace aktiv::app
