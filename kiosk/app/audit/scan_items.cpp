#include "kiosk/app/audit/scan_items.h"

#include <cstdio>

#include "kiosk/input/hand.h"

namespace aktiv::app {
namespace {

using input::Hand;
using input::ScanPath;
using input::ScanPattern;
using input::ScanStops;
using input::Switch;

constexpr std::array patterns = {ScanPattern::one_by_one, ScanPattern::lines, ScanPattern::groups};
constexpr std::array names = {"one by one", "by lines", "by groups"};
constexpr int64_t between_ms = 1000;  // of two presses: longer than a tremble

void press(Hand& hand, Switch which, int times) {
  for (int i = 0; i < times; ++i) {
    hand.press_switch(which);
    hand.wait(between_ms);
  }
}

// A person with two switches goes straight to one thing.
bool is_chosen_by(const input::Shown& shown, ScanPattern pattern, const ScanPath& path,
                  const ElementId& id) {
  Hand hand(shown);
  input::ScanSettings settings;
  settings.way = input::ScanWay::by_step;
  settings.pattern = pattern;
  (void)hand.input.set(settings);
  press(hand, Switch::step, path.stop + 1);
  press(hand, Switch::choose, 1);
  if (path.opens) {
    press(hand, Switch::step, path.within);
    press(hand, Switch::choose, 1);
  }
  return hand.tapped() == std::vector<std::string>{id.value};
}

void add(ScanCost& cost, const ScanPath& path, const std::string& where) {
  const int moves = path.moves();
  ++cost.things;
  cost.moves += static_cast<size_t>(moves);
  cost.presses += static_cast<size_t>(path.presses());
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
      const auto path = input::path_to(stops, element.id);
      report.expect(18, path && is_chosen_by(shown, patterns[p], *path, element.id), where,
                    [&] { return std::string("not chosen by a switch ") + names[p]; });
      if (path) add(costs[p], *path, where);
    }
  }
}

void add(ScanCosts& costs, const ScanCosts& others) {
  for (size_t p = 0; p < costs.size(); ++p) {
    costs[p].things += others[p].things;
    costs[p].moves += others[p].moves;
    costs[p].presses += others[p].presses;
    if (others[p].most_moves <= costs[p].most_moves) continue;
    costs[p].most_moves = others[p].most_moves;
    costs[p].furthest = others[p].furthest;
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
