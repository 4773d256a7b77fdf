#include "kiosk/casefile/wishes/wishes.h"

#include <algorithm>

namespace aktiv::casefile {
namespace {

const Submission* newest(const std::vector<Submission>& submissions,
                         bool (*fits)(const Submission&)) {
  const Submission* found = nullptr;
  for (const auto& submission : submissions)
    if (fits(submission) && (found == nullptr || submission.finished_ms > found->finished_ms))
      found = &submission;
  return found;
}

bool is_paired(const Submission& submission) {
  if (submission.tool.value != "to_billeder") return false;  // what matters is no wish
  return std::ranges::any_of(submission.findings.cards,
                             [](const auto& card) { return card.offered > 0; });
}

bool is_sorted(const Submission& submission) {
  if (submission.tool.value != "kan_lide") return false;  // other talks put cards elsewhere
  return std::ranges::any_of(submission.findings.cards, [](const auto& card) {
    return !card.place.empty() || card.favourite > 0;
  });
}

WishSource source_of(const Submission& submission, const std::vector<Submission>& all,
                     const DayOf& day_of) {
  return {submission.id,
          submission.tool,
          submission.finished_ms,
          submission.is_confirmed,
          submission.pressed_by,
          certainty_over_days(submission.tool, all, day_of),
          change_over_days(submission.tool, all, day_of),
          submission.findings.flags};
}

const CardFinding* finding_of(const Findings& findings, const CardRef& card) {
  const auto found = std::ranges::find(findings.cards, card, &CardFinding::card);
  return found == findings.cards.end() ? nullptr : &*found;
}

std::vector<WishLine> lines_of(const Findings& findings) {
  std::vector<WishLine> lines;
  const auto add = [&](const CardFinding& finding) {
    const bool is_there = std::ranges::find(lines, finding.card, &WishLine::card) != lines.end();
    if (!is_there && finding.offered > 0)
      lines.push_back({finding.card, finding.wins, finding.offered});
  };
  for (const auto& rank : findings.ranking)
    for (const auto& card : rank)
      if (const auto* finding = finding_of(findings, card)) add(*finding);
  for (const auto& finding : findings.cards) add(finding);
  return lines;
}

std::vector<std::string> places_of(const Submission& submission) {
  for (const auto& answer : submission.answers) {
    if (answer.places.empty() || answer.question != "t2_q") continue;
    auto places = answer.places;
    if (submission.scale_direction == "best_right") std::ranges::reverse(places);
    return places;
  }
  return {};
}

SortedWishes sorted_of(const Submission& submission) {
  SortedWishes wishes;
  const auto& cards = submission.findings.cards;
  for (int number = 1; number <= 3; ++number)
    for (const auto& card : cards)
      if (card.favourite == number) wishes.favourites.push_back(card.card);
  for (const auto& place : places_of(submission)) {
    PlacedCards column{place, {}};
    for (const auto& card : cards)
      if (card.place == place) column.cards.push_back(card.card);
    wishes.places.push_back(std::move(column));
  }
  for (const auto& card : cards)
    if (card.is_uncertain) wishes.uncertain.push_back(card.card);
  return wishes;
}

void add_suggestions(const Findings& findings, std::vector<CardRef>& suggestions) {
  for (const auto& card : findings.suggestions)
    if (std::ranges::find(suggestions, card) == suggestions.end()) suggestions.push_back(card);
}

}  // namespace

Wishes wishes_now(const std::vector<Submission>& submissions, const DayOf& day_of) {
  Wishes wishes;
  if (const auto* paired = newest(submissions, is_paired)) {
    wishes.paired =
        PairedWishes{source_of(*paired, submissions, day_of), lines_of(paired->findings),
                     paired->findings.ranking_is_hidden, paired->findings.wish_way};
    add_suggestions(paired->findings, wishes.suggestions);
  }
  if (const auto* sorted = newest(submissions, is_sorted)) {
    wishes.sorted = sorted_of(*sorted);
    wishes.sorted->source = source_of(*sorted, submissions, day_of);
    add_suggestions(sorted->findings, wishes.suggestions);
  }
  return wishes;
}

}  // namespace aktiv::casefile
