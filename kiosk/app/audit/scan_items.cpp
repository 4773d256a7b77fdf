#include "kiosk/app/audit/scan_items.h"

#include <cstdio>

#include "kiosk/input/hand.h"

namespace aktiv::app {
namespace {

using input::Hand;
using input::ScanPattern;
using input::ScanStops;
using input::Switch;

constexpr std::array patterns = {ScanPattern::one_by_one, ScanPattern::lines, ScanPattern::groups};
constexpr std::array names = {"one by one", "by lines", "by groups"};
constexpr int64_t between_ms = 1000;  // of two presses: longer than a tremble

// A person with two switches who goes straight to one thing.
struct Way {
  int steps = 0;
  int chooses = 1;
  int steps_within = 0;  // of what opened
};

std::optional<Way> way_to(const ScanStops& stops, const ElementId& id) {
  for (size_t at = 0; at < stops.size(); ++at)
    for (size_t within = 0; within < stops[at].size(); ++within)
      if (stops[at][within] == id)
        return Way{static_cast<int>(at), stops[at].size() > 1 ? 2 : 1, static_cast<int>(within)};
  return std::nullopt;
}

void press(Hand& hand, Switch which, int times) {
  for (int i = 0; i < times; ++i) {
    hand.press_switch(which);
    hand.wait(between_ms);
  }
}

bool is_chosen_by(const input::Shown& shown, ScanPattern pattern, const Way& way,
                  const ElementId& id) {
  Hand hand(shown);
  input::ScanSettings settings;
  settings.way = input::ScanWay::by_step;
  settings.pattern = pattern;
  (void)hand.input.set(settings);
  press(hand, Switch::step, way.steps + 1);
  press(hand, Switch::choose, 1);
  if (way.chooses > 1) {
    press(hand, Switch::step, way.steps_within);
    press(hand, Switch::choose, 1);
  }
  return hand.tapped() == std::vector<std::string>{id.value};
}

void add(ScanCost& cost, const Way& way, const std::string& where) {
  const int moves = way.steps + way.steps_within;
  ++cost.things;
  cost.moves += static_cast<size_t>(moves);
  cost.presses += static_cast<size_t>(way.chooses);
  if (moves <= cost.most_moves) return;
  cost.most_moves = moves;
  cost.furthest = where;
}

}  // namespace

void check_scanning(audit::Report& report, const std::string& name, const Scene& scene,
                    const Layout& layout, ScanCosts& costs) {
  const input::Shown shown{scene, layout};
  const input::Frame frame = input::frame_of(scene, layout);
  for (size_t p = 0; p < patterns.size(); ++p) {
    const ScanStops stops = input::stops_of(frame, patterns[p]);
    for (const Element& element : scene.elements) {
      // A drawing is made with a finger; letters say the same.
      if (element.order <= 0 || element.role == Role::pad) continue;
      const std::string where = name + " " + element.id.value;
      const auto way = way_to(stops, element.id);
      report.expect(18, way && is_chosen_by(shown, patterns[p], *way, element.id), where,
                    [&] { return std::string("not chosen by a switch ") + names[p]; });
      if (way) add(costs[p], *way, where);
    }
  }
}

std::string to_text(const ScanCosts& costs) {
  std::string text;
  for (size_t p = 0; p < costs.size(); ++p) {
    const ScanCost& cost = costs[p];
    if (cost.things == 0) continue;
    const auto things = static_cast<double>(cost.things);
    char line[256];
    std::snprintf(line, sizeof line,
                  "scanning %s: %zu things, %.1f moves and %.2f presses on average, %d moves at "
                  "most (%s)\n",
                  names[p], cost.things, static_cast<double>(cost.moves) / things,
                  static_cast<double>(cost.presses) / things, cost.most_moves,
                  cost.furthest.c_str());
    text += line;
  }
  return text;
}

}  // namespace aktiv::app
