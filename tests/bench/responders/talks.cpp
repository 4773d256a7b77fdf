#include "tests/bench/responders/talks.h"

#include <algorithm>

#include "dialogue/model/words.h"
#include "tests/bench/responders/tables.h"

namespace aktiv {
namespace {

bool has(const Findings& findings, Flag flag) {
  return std::ranges::find(findings.flags, flag) != findings.flags.end();
}

}  // namespace

std::vector<ToolSetup> other_talks(const Content& content) {
  std::vector<ToolSetup> talks;
  for (const ToolDefinition& tool : content.tools) {
    if (tool.steps.empty()) continue;
    ToolSetup setup;
    setup.tool = tool.id;
    setup.way = tool.main_way;
    talks.push_back(std::move(setup));
  }
  return talks;
}

Seen see(const Engine& engine, const ToolSetup& setup, const Responder& responder, int seeds) {
  Seen seen;
  for (int seed = 0; seed < seeds; ++seed) {
    Draws draws(Seed{static_cast<uint64_t>(seed), 0x9e3779b97f4a7c15});
    const Wishes wishes = drawn_wishes(engine.content(), draws);
    const Held first = held_or_exit(engine, setup, responder, wishes, {draws.next(), draws.next()});
    const Held second =
        held_or_exit(engine, setup, responder, wishes, {draws.next(), draws.next()});
    const auto& flags = first.findings.flags;
    ++seen.seeds;
    for (const Flag flag : flags) ++seen.raised[flag];
    seen.flagged += is_flagged(first.findings);
    seen.flagged_on_both += is_flagged(first.findings) && is_flagged(second.findings);
    seen.one_row_on_both +=
        has(first.findings, Flag::one_row) && has(second.findings, Flag::one_row);
    seen.flagged_but_row += std::ranges::any_of(
        flags, [](Flag flag) { return is_flag(flag) && flag != Flag::one_row; });
    seen.touches += first.touches;
  }
  return seen;
}

std::string talk_table(const Engine& engine, const ToolSetup& setup, int seeds) {
  std::string table =
      "### " + setup.tool.value + ", way " + std::to_string(setup.way) +
      "\n\n| responder | flagged | on both of two days | one row on both | "
      "but for one row | touches | by which flags |\n|---|---|---|---|---|---|---|\n";
  for (const Invented& invented : invented_for({"", setup, 0})) {
    const Seen seen = see(engine, setup, invented.responder, seeds);
    table += "| " + invented.name + " |";
    for (const int count :
         {seen.flagged, seen.flagged_on_both, seen.one_row_on_both, seen.flagged_but_row})
      table += " " + percent(seen.part(count)) + " |";
    table += " " + number("%.1f", static_cast<double>(seen.touches) / seen.seeds) + " |";
    for (const auto& [flag, count] : seen.raised)
      table += " " + std::string(word(flag)) + " " + percent(seen.part(count));
    table += " |\n";
  }
  return table;
}

}  // namespace aktiv
