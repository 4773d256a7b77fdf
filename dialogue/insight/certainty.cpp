#include "dialogue/insight/certainty.h"

#include <algorithm>

namespace aktiv {
namespace {

bool is_older(const Submission& a, const Submission& b) {
  return a.finished_ms < b.finished_ms;
}

// Two cards that tied on one day and one of them alone on another: the same wish is on top.
bool share_a_card(const std::vector<CardRef>& a, const std::vector<CardRef>& b) {
  return std::ranges::any_of(
      a, [&](const CardRef& card) { return std::ranges::find(b, card) != b.end(); });
}

}  // namespace

std::vector<CardRef> top_of(const Findings& findings) {
  if (findings.ranking_is_hidden) return {};
  if (!findings.ranking.empty()) return findings.ranking.front();
  for (const CardFinding& finding : findings.cards)
    if (finding.favourite == 1) return {finding.card};
  return {};
}

Certainty certainty_over_days(const std::vector<Submission>& submissions, const DayOf& day_of) {
  if (submissions.empty()) return Certainty::tentative;
  const Submission& newest = *std::ranges::max_element(submissions, is_older);
  if (newest.findings.certainty == Certainty::uncertain) return Certainty::uncertain;
  const auto top = top_of(newest.findings);
  const bool is_repeated = std::ranges::any_of(submissions, [&](const Submission& earlier) {
    return earlier.tool == newest.tool && earlier.findings.certainty != Certainty::uncertain &&
           day_of(earlier.finished_ms) != day_of(newest.finished_ms) &&
           share_a_card(top, top_of(earlier.findings));
  });
  return is_repeated ? Certainty::repeated : Certainty::tentative;
}

}  // namespace aktiv
