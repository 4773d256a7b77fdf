#include "tests/persons/persons.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace aktiv::persons {
namespace {

using input::FocusMoved;
using input::Hand;
using input::ScanMoved;
using input::ScanPattern;
using input::ScanSettings;
using input::ScanWay;
using input::Spot;
using input::Switch;
using input::Tapped;

constexpr int64_t sample_ms = 16;  // glass, mouse and eye tracker tell 60 times a second
constexpr int patience = 600;      // so many moves of a ring, then a person gives up

Spot middle_of(const Screen& screen, const ElementId& id) {
  return input::middle_of(screen.place(id).rect);
}

constexpr int64_t name_ms = 900;  // a name is heard, two words at 140 a minute

void explore(Hand& hand) {
  input::TouchSettings settings;
  settings.explores = true;
  hand.input.set(settings);
}

size_t taps_of(const Hand& hand) {
  return hand.all<Tapped>().size();
}

class PlainFinger final : public Person {
 public:
  PlainFinger() : Person(1) {}
  std::string name() const override { return "finger"; }
  void choose(Hand& hand, const Screen& screen, const ElementId& wanted) override {
    const Spot at = middle_of(screen, wanted);
    hand.live(700);
    hand.tap(at.x, at.y);
    ++touches_;
  }
};

// Swings 4 to 12 times a second, 4 mm to each side, lands beside what it aims at, and often comes
// down once more before it is away.
class TremblingFinger final : public Person {
 public:
  TremblingFinger() : Person(2) {}
  std::string name() const override { return "tremor"; }
  void choose(Hand& hand, const Screen& screen, const ElementId& wanted) override {
    const Spot at = middle_of(screen, wanted);
    hand.live(static_cast<int64_t>(chance_.between(900, 1600)));
    press(hand, {at.x + chance_.around(0, 2), at.y + chance_.around(0, 2)});
    while (chance_.happens(0.4)) {  // comes down again
      hand.live(static_cast<int64_t>(chance_.between(60, 250)));
      press(hand, {at.x + chance_.around(0, 4), at.y + chance_.around(0, 4)});
    }
  }

 private:
  static constexpr double swing_mm = 4;

  void press(Hand& hand, const Spot& at) {
    const double hz = chance_.between(4, 12);
    const double turn = chance_.between(0, 2 * std::numbers::pi);
    const auto lasts_ms = static_cast<int64_t>(chance_.between(90, 450));
    const auto swung = [&](int64_t ms) {
      return swing_mm * std::sin(2 * std::numbers::pi * hz * static_cast<double>(ms) / 1000 + turn);
    };
    hand.down(at.x + swung(0), at.y);
    for (int64_t ms = sample_ms; ms < lasts_ms; ms += sample_ms) {
      hand.live(sample_ms);
      hand.move(at.x + swung(ms), at.y + swung(ms + 40) / 2);
    }
    hand.up(at.x + swung(lasts_ms), at.y);
    ++touches_;
  }
};

// One who waits for the ring and presses, half a second after it came, give or take 300 ms.
class SwitchUser : public Person {
 public:
  SwitchUser(uint64_t number, ScanPattern pattern) : Person(number) { scan_.pattern = pattern; }
  void sit_down(Hand& hand) const override { (void)hand.input.set(scan_); }

 protected:
  static bool is_there(const Hand& hand, const ElementId& wanted) {
    const auto rings = hand.all<ScanMoved>();
    return !rings.empty() && std::ranges::count(rings.back().elements, wanted) > 0;
  }
  static bool rests(const Hand& hand) {
    const auto rings = hand.all<ScanMoved>();
    return rings.empty() || rings.back().elements.empty();
  }
  int64_t reaction_ms() { return static_cast<int64_t>(std::max(180.0, chance_.around(500, 300))); }
  void strike(Hand& hand, Switch which) {
    hand.press_switch(which, 120);
    ++touches_;
  }
  // Opens line after line until one thing was chosen.
  void press_until_chosen(Hand& hand, const ElementId& wanted) {
    const size_t before = taps_of(hand);
    for (int moves = 0; taps_of(hand) == before && moves < patience; ++moves) {
      if (!is_there(hand, wanted)) {
        go_on(hand);
        continue;
      }
      hand.live(reaction_ms());
      strike(hand, Switch::choose);
    }
  }
  // The ring is to stand somewhere else.
  virtual void go_on(Hand& hand) = 0;

  ScanSettings scan_;
};

class OneSwitch final : public SwitchUser {
 public:
  OneSwitch(uint64_t number, ScanPattern pattern, std::string name, int period_ms = 1800)
      : SwitchUser(number, pattern), name_(std::move(name)) {
    scan_.way = ScanWay::by_itself;
    scan_.period_ms = period_ms;
  }
  std::string name() const override { return name_; }
  void choose(Hand& hand, const Screen&, const ElementId& wanted) override {
    press_until_chosen(hand, wanted);
  }

 private:
  void go_on(Hand& hand) override {
    if (rests(hand)) {
      hand.live(700);
      if (rests(hand)) strike(hand, Switch::choose);  // it begins again
      return;
    }
    const size_t rings = hand.all<ScanMoved>().size();
    while (hand.all<ScanMoved>().size() == rings && hand.input.due_ms())
      hand.live(std::max<int64_t>(1, *hand.input.due_ms() - hand.now_ms));
  }

  const std::string name_;
};

class TwoSwitches final : public SwitchUser {
 public:
  TwoSwitches() : SwitchUser(5, ScanPattern::one_by_one) { scan_.way = ScanWay::by_step; }
  std::string name() const override { return "two switches"; }
  void choose(Hand& hand, const Screen&, const ElementId& wanted) override {
    press_until_chosen(hand, wanted);
  }

 private:
  void go_on(Hand& hand) override {
    hand.live(std::max<int64_t>(650, reaction_ms()));  // faster is taken for a tremble
    strike(hand, Switch::step);
  }
};

// Holds the switch while the ring goes, and lets go on what is wanted.
class HeldSwitch final : public SwitchUser {
 public:
  HeldSwitch() : SwitchUser(6, ScanPattern::one_by_one) { scan_.way = ScanWay::held; }
  std::string name() const override { return "held switch"; }
  void choose(Hand& hand, const Screen&, const ElementId& wanted) override {
    hand.live(700);
    ++touches_;
    hand.hold_switch(Switch::choose, 0);
    for (int moves = 0; !is_there(hand, wanted) && moves < patience; ++moves) go_on(hand);
    hand.live(reaction_ms());
    hand.release_switch(Switch::choose);
  }

 private:
  void go_on(Hand& hand) override {
    const auto due = hand.input.due_ms();
    hand.live(due ? std::max<int64_t>(1, *due - hand.now_ms) : sample_ms);
  }
};

// Eyes that tremble by a degree, 10 mm at 600 mm, and rest on the question.
class Gaze final : public Person {
 public:
  Gaze() : Person(7) {}
  std::string name() const override { return "gaze"; }
  void sit_down(Hand& hand) const override {
    input::DwellSettings settings;
    settings.is_on = true;
    (void)hand.input.set(settings);
  }
  void choose(Hand& hand, const Screen& screen, const ElementId& wanted) override {
    rest(hand, screen);
    const size_t before = taps_of(hand);
    ++touches_;
    for (int64_t ms = 0; ms < give_up_ms && taps_of(hand) == before; ms += sample_ms)
      look(hand, middle_of(screen, wanted));
  }

 private:
  static constexpr double degree_mm = 10.5;
  static constexpr int64_t give_up_ms = 6000;

  // Within a degree two times in three.
  void look(Hand& hand, const Spot& at) {
    hand.live(sample_ms);
    const double axis = degree_mm / 1.5;
    hand.look(at.x + chance_.around(0, axis), at.y + chance_.around(0, axis));
  }
  // Where nothing can be chosen: the words of the question, or the lowest edge.
  void rest(Hand& hand, const Screen& screen) {
    Spot at{screen.layout.display.width_mm() / 2, screen.layout.display.height_mm() - 1};
    for (const auto& element : screen.scene.elements)
      if (element.role == Role::text && screen.layout.find(element.id))
        at = middle_of(screen, element.id);
    const auto& question = screen.layout.question.box;
    if (question.w > 0) at = input::middle_of(question);
    for (int i = 0; i < 40; ++i) look(hand, at);
  }
};

class Keyboard final : public Person {
 public:
  Keyboard() : Person(8) {}
  std::string name() const override { return "keyboard"; }
  void choose(Hand& hand, const Screen&, const ElementId& wanted) override {
    for (int moves = 0; hand.input.focus() != wanted && moves < patience; ++moves) {
      hand.live(static_cast<int64_t>(std::max(150.0, chance_.around(400, 100))));
      hand.strike(input::Key::forward);
      ++touches_;
    }
    hand.live(700);
    hand.strike(input::Key::choose);
    ++touches_;
  }
};

// Does not see the glass: strokes to the right from thing to thing, hears each name, and taps twice
// where the finger happens to be.
class BlindStroker final : public Person {
 public:
  BlindStroker() : Person(10) {}
  std::string name() const override { return "blind, strokes"; }
  void sit_down(Hand& hand) const override { explore(hand); }
  void choose(Hand& hand, const Screen& screen, const ElementId& wanted) override {
    const double y = screen.layout.display.height_mm() / 2;
    for (int moves = 0; moves < patience; ++moves) {
      const auto names = hand.all<FocusMoved>();
      if (!names.empty() && names.back().element == wanted) break;
      stroke(hand, screen.layout.display.width_mm() / 2, y);
      hand.live(name_ms);
    }
    hand.live(static_cast<int64_t>(chance_.between(500, 900)));
    for (int tap = 0; tap < 2; ++tap) {
      hand.tap(40 + chance_.around(0, 3), y + chance_.around(0, 3));
      hand.live(static_cast<int64_t>(chance_.between(120, 300)));
      ++touches_;
    }
  }

 private:
  void stroke(Hand& hand, double x, double y) {
    const double far = chance_.between(30, 70);
    hand.live(static_cast<int64_t>(chance_.between(150, 400)));
    hand.down(x, y);
    for (int step = 1; step <= 6; ++step) {
      hand.live(sample_ms);
      hand.move(x + far * step / 6, y + chance_.around(0, 1));
    }
    hand.up(x + far, y);
    ++touches_;
  }
};

// The same, but moves a finger over it line by line from the top left, as somebody does who looks
// for the place of things; lifts it on what is wanted, and taps once.
class BlindExplorer final : public Person {
 public:
  BlindExplorer() : Person(9) {}
  std::string name() const override { return "blind, glides"; }
  void sit_down(Hand& hand) const override { explore(hand); }
  void choose(Hand& hand, const Screen& screen, const ElementId& wanted) override {
    const auto found = find(hand, screen, wanted);
    if (!found) return;
    hand.live(static_cast<int64_t>(chance_.between(700, 1200)));
    hand.tap(found->x + chance_.around(0, 1), found->y + chance_.around(0, 1));
    ++touches_;
  }

 private:
  static constexpr double line_mm = 14;
  static constexpr double step_mm = 5;
  static constexpr int64_t step_ms = 25;  // 200 mm a second

  std::optional<Spot> find(Hand& hand, const Screen& screen, const ElementId& wanted) {
    const double w = screen.layout.display.width_mm(), h = screen.layout.display.height_mm();
    hand.live(500);
    ++touches_;
    ElementId heard;
    hand.down(2, line_mm / 2);
    bool goes_right = true;
    for (double y = line_mm / 2; y < h; y += line_mm, goes_right = !goes_right)
      for (double along = 2; along < w - 2; along += step_mm) {
        const Spot at{goes_right ? along : w - along, y};
        hand.live(step_ms);
        hand.move(at.x, at.y);
        const auto names = hand.all<FocusMoved>();
        if (names.empty() || names.back().element == heard) continue;
        heard = names.back().element;
        if (heard.empty()) continue;
        hand.live(name_ms);
        if (heard != wanted) continue;
        const Spot on{at.x + (goes_right ? 1 : -1) * step_mm, at.y};  // a little into it
        hand.move(on.x, on.y);
        hand.up(on.x, on.y);
        return on;
      }
    hand.up(w / 2, h - 2);
    return std::nullopt;
  }
};

}  // namespace

double Chance::between(double low, double high) {
  constexpr uint64_t fine = 1'000'000;
  return low + (high - low) * static_cast<double>(draws_.below(fine)) / fine;
}

// Box and Muller's way.
double Chance::around(double middle, double spread) {
  const double far = std::sqrt(-2 * std::log(between(1e-6, 1)));
  return middle + spread * far * std::cos(2 * std::numbers::pi * between(0, 1));
}

Persons hurried() {
  Persons all;
  all.push_back(std::make_unique<OneSwitch>(13, ScanPattern::one_by_one, "hurried switch", 900));
  all.push_back(std::make_unique<OneSwitch>(14, ScanPattern::lines, "hurried lines", 900));
  return all;
}

std::unique_ptr<Person> plain_finger() {
  return std::make_unique<PlainFinger>();
}

Persons everybody() {
  Persons all;
  all.push_back(std::make_unique<TremblingFinger>());
  all.push_back(std::make_unique<OneSwitch>(3, ScanPattern::one_by_one, "one switch"));
  all.push_back(std::make_unique<OneSwitch>(4, ScanPattern::lines, "switch, lines"));
  all.push_back(std::make_unique<TwoSwitches>());
  all.push_back(std::make_unique<HeldSwitch>());
  all.push_back(std::make_unique<Gaze>());
  all.push_back(std::make_unique<Keyboard>());
  all.push_back(std::make_unique<BlindStroker>());
  all.push_back(std::make_unique<BlindExplorer>());
  return all;
}

}  // namespace aktiv::persons
