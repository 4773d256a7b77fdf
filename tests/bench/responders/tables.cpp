#include "tests/bench/responders/tables.h"

#include <cmath>
#include <cstdio>

namespace aktiv {

std::string number(const char* format, double value) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}
std::string percent(double part) {
  return number("%.1f", 100 * part);
}

namespace {

struct Column {
  const char* head;
  std::string (*cell)(const Tally&);
};

template <Flag flag>
std::string raised(const Tally& tally) {
  return percent(tally.part(tally.raised_of(flag)));
}

template <int Tally::*count>
std::string part(const Tally& tally) {
  return percent(tally.part(tally.*count));
}

std::string order(const Tally& tally) {
  const double mean = tally.order / tally.seeds;
  return number("%.2f", std::abs(mean) < 0.005 ? 0.0 : mean);
}
std::string touches(const Tally& tally) {
  return number("%.1f", static_cast<double>(tally.touches) / tally.seeds);
}
std::string right_when_repeated(const Tally& tally) {
  return tally.repeated == 0 ? "–"
                             : percent(static_cast<double>(tally.repeated_right) / tally.repeated);
}

const std::vector<Column>& pair_columns() {
  static const std::vector<Column> columns = {{"flagged", part<&Tally::flagged>},
                                              {"side", raised<Flag::side_habit>},
                                              {"last heard", raised<Flag::last_heard_habit>},
                                              {"mirror", raised<Flag::mirror_disagrees>},
                                              {"half a set", raised<Flag::half_a_set>},
                                              {"(remark)", raised<Flag::mirror_remark>},
                                              {"ranking hidden", part<&Tally::hidden>},
                                              {"tau-b", order},
                                              {"top right", part<&Tally::top_right>},
                                              {"alone on top", part<&Tally::top_alone>},
                                              {"touches", touches}};
  return columns;
}

const std::vector<Column>& place_columns() {
  static const std::vector<Column> columns = {
      {"flagged", part<&Tally::flagged>},
      {"same throughout", raised<Flag::same_throughout>},
      {"moved far", raised<Flag::card_moved_far>},
      {"half a set", raised<Flag::half_a_set>},
      {"flagged after a third", part<&Tally::flagged_after_third>},
      {"tau-b", order},
      {"top right", part<&Tally::top_right>},
      {"alone on top", part<&Tally::top_alone>},
      {"in the three", part<&Tally::in_favourites>},
      {"touches", touches}};
  return columns;
}

const std::vector<Column>& two_day_columns() {
  static const std::vector<Column> columns = {
      {"flagged on both", part<&Tally::flagged_on_both>},
      {"gentaget", part<&Tally::repeated>},
      {"top right when gentaget", right_when_repeated},
      {"top right, counted together", part<&Tally::top_right_pooled>}};
  return columns;
}

std::string table(const Studied& studied, const std::vector<Column>& columns) {
  std::string text = "| " + studied.design.name + " |";
  std::string line = "|---|";
  for (const Column& column : columns) {
    text += std::string(" ") + column.head + " |";
    line += "---|";
  }
  text += "\n" + line + "\n";
  for (const auto& [invented, tally] : studied.tallies) {
    text += "| " + invented.name + " |";
    for (const Column& column : columns) text += " " + column.cell(tally) + " |";
    text += "\n";
  }
  return text;
}

}  // namespace

std::string table_of(const Studied& studied) {
  const bool is_sorting = studied.design.setup.tool == ToolId("kan_lide");
  return table(studied, is_sorting ? place_columns() : pair_columns());
}

std::string two_days_table_of(const Studied& studied) {
  return table(studied, two_day_columns());
}

std::string remarks_of(const Studied& studied) {
  for (const auto& [invented, tally] : studied.tallies) {
    if (tally.raised_of(Flag::mirror_remark) == 0) continue;
    if (invented.kind != Kind::steady || invented.responder.noise != kNoise) continue;
    return "- " + studied.design.name + ": were the remark a flag, " + invented.name + ": " +
           percent(tally.part(tally.or_remark)) + " %, on both of two days " +
           percent(tally.part(tally.or_remark_on_both)) + " %\n";
  }
  return {};
}

std::string list_of(const std::vector<DesignReach>& reaches) {
  std::string text;
  for (const DesignReach& reach : reaches) {
    const char* sign = reach.is_at_most ? " % (≤ " : " % (≥ ";
    text += "- " + reach.design + ": " + reach.what + ", " + reach.of + ": " +
            percent(reach.value) + sign + percent(reach.bound) +
            " %): " + (reach.is_met() ? "met" : "NOT MET") + "\n";
    if (reach.is_met() || reach.remedies.empty()) continue;
    text += "  The written design cannot. What would:\n";
    for (const Remedy& remedy : reach.remedies)
      text += "  - " + remedy.what + ": " + percent(remedy.value) + " %" +
              (reach.holds(remedy.value) ? "" : " (NOT SHOWN)") + "\n";
  }
  return text;
}

}  // namespace aktiv
