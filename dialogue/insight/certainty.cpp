#include "dialogue/insight/certainty.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace aktiv {
namespace {

// Sådan var det, right after a visit: the card that the answer is about was tried.
constexpr std::string_view visit_tool = "saadan_var_det";
constexpr std::string_view visit_question = "t10_q";

using Cards = std::vector<CardRef>;

bool is_older(const Submission& a, const Submission& b) {
  return a.finished_ms < b.finished_ms;
}

// Two cards that tied on one day and one of them alone on another: the same wish is on top.
bool share_a_card(const Cards& a, const Cards& b) {
  return std::ranges::any_of(
      a, [&](const CardRef& card) { return std::ranges::find(b, card) != b.end(); });
}

bool is_sure_enough(const Submission& said) {
  return said.findings.certainty != Certainty::uncertain;
}

const Submission* newest_of(const ToolId& tool, const std::vector<Submission>& submissions) {
  const Submission* newest = nullptr;
  for (const Submission& one : submissions)
    if (one.tool == tool && (newest == nullptr || is_older(*newest, one))) newest = &one;
  return newest;
}

size_t scale_length(const Submission& said) {
  for (const AnswerRecord& answer : said.answers)
    if (!answer.places.empty()) return answer.places.size();
  return 0;
}

Cards visited(const Submission& said) {
  Cards cards;
  if (said.tool.value != visit_tool) return cards;
  for (const AnswerRecord& answer : said.answers)
    if (answer.question == visit_question && !answer.card.empty()) cards.push_back(answer.card);
  return cards;
}

// When it first stood on top; nothing: it never did.
std::optional<int64_t> first_wished_ms(const ToolId& tool, const CardRef& card,
                                       const std::vector<Submission>& submissions) {
  std::optional<int64_t> first;
  for (const Submission& one : submissions)
    if (one.tool == tool && is_sure_enough(one) && one.finished_ms < first.value_or(INT64_MAX) &&
        share_a_card({card}, top_of(one.findings)))
      first = one.finished_ms;
  return first;
}

// On top before the visit, and still on top after it.
bool is_kept_after_a_visit(const Submission& newest, const std::vector<Submission>& submissions) {
  return std::ranges::any_of(top_of(newest.findings), [&](const CardRef& card) {
    const auto wished_ms = first_wished_ms(newest.tool, card, submissions);
    return wished_ms && std::ranges::any_of(submissions, [&](const Submission& visit) {
             return is_older(visit, newest) && *wished_ms < visit.finished_ms &&
                    share_a_card({card}, visited(visit));
           });
  });
}

// The last of each day that has something on top, oldest first, asked as the newest was.
std::vector<Cards> tops_by_day(const Submission& newest, const std::vector<Submission>& submissions,
                               const DayOf& day_of) {
  std::map<int64_t, const Submission*> last;
  for (const Submission& one : submissions) {
    const bool counts = one.tool == newest.tool && is_asked_alike(one, newest) &&
                        is_sure_enough(one) && !top_of(one.findings).empty();
    if (!counts) continue;
    const Submission*& of_day = last[day_of(one.finished_ms)];
    if (of_day == nullptr || is_older(*of_day, one)) of_day = &one;
  }
  std::vector<Cards> tops;
  for (const auto& [day, one] : last) tops.push_back(top_of(one->findings));
  return tops;
}

}  // namespace

Cards top_of(const Findings& findings) {
  if (findings.ranking_is_hidden) return {};
  if (!findings.ranking.empty()) return findings.ranking.front();
  for (const CardFinding& finding : findings.cards)
    if (finding.favourite == 1) return {finding.card};
  return {};
}

bool is_asked_alike(const Submission& one, const Submission& other) {
  return one.way == other.way && scale_length(one) == scale_length(other);
}

Certainty certainty_over_days(const ToolId& tool, const std::vector<Submission>& submissions,
                              const DayOf& day_of) {
  const Submission* newest = newest_of(tool, submissions);
  if (newest == nullptr) return Certainty::tentative;
  if (!is_sure_enough(*newest)) return Certainty::uncertain;
  if (is_kept_after_a_visit(*newest, submissions)) return Certainty::tried;
  const Cards top = top_of(newest->findings);
  const bool is_repeated = std::ranges::any_of(submissions, [&](const Submission& earlier) {
    return earlier.tool == tool && is_sure_enough(earlier) && is_asked_alike(earlier, *newest) &&
           day_of(earlier.finished_ms) != day_of(newest->finished_ms) &&
           share_a_card(top, top_of(earlier.findings));
  });
  return is_repeated ? Certainty::repeated : Certainty::tentative;
}

Change change_over_days(const ToolId& tool, const std::vector<Submission>& submissions,
                        const DayOf& day_of) {
  const Submission* newest = newest_of(tool, submissions);
  if (newest == nullptr) return Change::unknown;
  const std::vector<Cards> tops = tops_by_day(*newest, submissions, day_of);
  const size_t days = tops.size();
  if (days < 2) return Change::unknown;
  const auto is_same = [&](size_t a, size_t b) { return share_a_card(tops[a], tops[b]); };
  if (!is_same(days - 1, days - 2)) return Change::perhaps;
  for (size_t first = days - 2; first >= 2; --first) {
    const bool broke_here = !is_same(first, first - 1);
    if (broke_here) return is_same(first - 1, first - 2) ? Change::changed : Change::steady;
  }
  return Change::steady;
}

}  // namespace aktiv
