#include "tests/bench/responders/changes.h"

#include <algorithm>
#include <cstdio>

#include "dialogue/insight/certainty.h"

namespace aktiv {
namespace {

constexpr int days = 4;
constexpr int64_t day_ms = 86'400'000;

Submission said_on(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                   const Wishes& wishes, uint64_t seed, int day) {
  const Held held =
      held_or_exit(engine, setup, responder, wishes, {seed, static_cast<uint64_t>(day) + 1});
  Submission said;
  said.tool = setup.tool;
  said.way = setup.way;
  said.finished_ms = day * day_ms;
  said.answers = held.run.answers;
  said.findings = held.findings;
  return said;
}

std::string row(const Engine& engine, const Design& design, int percent, int seeds) {
  const Responder responder{Habit::steady, percent / 100.0};
  const Changes stays = over_four_days(engine, design, responder, false, seeds);
  const Changes turns = over_four_days(engine, design, responder, true, seeds);
  char text[160];
  std::snprintf(text, sizeof text, "| steady, noise %d %% | %.1f | %.1f | %.1f | %.1f |\n", percent,
                100 * stays.part(stays.changed), 100 * stays.part(stays.perhaps),
                100 * turns.part(turns.changed), 100 * turns.part(turns.perhaps));
  return text;
}

}  // namespace

Changes over_four_days(const Engine& engine, const Design& design, const Responder& responder,
                       bool turns, int seeds) {
  Changes changes;
  Wishes wishes = no_wishes(engine.content());
  for (uint64_t seed = 1; seed <= static_cast<uint64_t>(seeds); ++seed) {
    Draws draws(Seed{seed, 33});
    ToolSetup setup = design.setup;
    setup.cards = drawn_cards(engine.content(), design.cards, draws);
    wishes.order = setup.cards;
    draws.shuffle(wishes.order);
    std::vector<Submission> kept;
    for (int day = 0; day < days; ++day) {
      if (turns && day == days / 2) std::ranges::reverse(wishes.order);
      kept.push_back(said_on(engine, setup, responder, wishes, seed, day));
    }
    const Change change =
        change_over_days(setup.tool, kept, [](int64_t ms) { return ms / day_ms; });
    ++changes.seeds;
    changes.perhaps += change == Change::perhaps;
    changes.changed += change == Change::changed;
  }
  return changes;
}

std::string changes_table(const Engine& engine, const Design& design, int seeds) {
  std::string table = "| " + design.name +
                      ", four days | stays: changed | stays: perhaps | turns: changed | turns: "
                      "perhaps |\n|---|---|---|---|---|\n";
  for (const int percent : {0, 10, 20, 30}) table += row(engine, design, percent, seeds);
  return table;
}

}  // namespace aktiv
