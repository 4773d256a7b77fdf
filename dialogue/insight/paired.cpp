#include "dialogue/insight/paired.h"

#include <algorithm>

namespace aktiv {
namespace {

bool has(const std::vector<Flag>& flags, Flag flag) {
  return std::ranges::find(flags, flag) != flags.end();
}

CardFinding* finding_of(Findings& findings, const CardRef& card) {
  for (CardFinding& finding : findings.cards)
    if (finding.card == card) return &finding;
  return nullptr;
}

// How a mirror pair was answered, so that two offers can be compared: the card, or which out.
bool is_same_choice(const AnswerRecord& one, const AnswerRecord& other) {
  if (one.choice != other.choice) return false;
  return one.choice != Choice::card || one.card == other.card;
}

bool is_same_pair(const AnswerRecord& one, const AnswerRecord& other) {
  return one.shown.size() == 2 && other.shown.size() == 2 && one.shown[0] == other.shown[1] &&
         one.shown[1] == other.shown[0];
}

void count_wins(Findings& findings, const AnswerRecord& answer) {
  for (const CardRef& card : answer.shown)
    if (CardFinding* finding = finding_of(findings, card)) ++finding->offered;
  if (answer.choice == Choice::card)
    if (CardFinding* finding = finding_of(findings, answer.card)) ++finding->wins;
  if (answer.choice != Choice::unknown) return;
  for (const CardRef& card : answer.shown) {
    // "Kender det ikke" about both leaves card empty: both are to be seen or visited.
    if (!answer.card.empty() && answer.card != card) continue;
    if (CardFinding* finding = finding_of(findings, card)) finding->is_unknown = true;
  }
}

void count_habits(Findings& findings, const std::vector<const AnswerRecord*>& pairs) {
  int first_side = 0;
  for (const AnswerRecord* answer : pairs) {
    if (answer->choice != Choice::card) continue;
    ++findings.sides_counted;
    if (answer->card == answer->shown[0]) ++first_side;
    if (answer->card != answer->spoken_first) ++findings.last_heard;
  }
  findings.same_side_most = std::max(first_side, findings.sides_counted - first_side);
  const auto threshold = habit_threshold(findings.sides_counted);
  if (!threshold) return;
  if (findings.same_side_most >= *threshold) findings.flags.push_back(Flag::side_habit);
  if (findings.last_heard >= *threshold) findings.flags.push_back(Flag::last_heard_habit);
}

void count_mirrors(Findings& findings, const std::vector<const AnswerRecord*>& pairs) {
  for (size_t i = 0; i < pairs.size(); ++i) {
    for (size_t j = i + 1; j < pairs.size(); ++j) {
      if (!is_same_pair(*pairs[i], *pairs[j])) continue;
      // Not knowing a card says nothing about steadiness.
      if (pairs[i]->choice == Choice::unknown || pairs[j]->choice == Choice::unknown) continue;
      ++findings.mirror_pairs;
      if (is_same_choice(*pairs[i], *pairs[j])) ++findings.mirror_same;
    }
  }
  switch (mirror_view(findings.mirror_same, findings.mirror_pairs)) {
    case MirrorView::too_few:
    case MirrorView::fine:
      return;
    case MirrorView::remark:
      findings.flags.push_back(Flag::mirror_remark);
      return;
    case MirrorView::disagrees:
      findings.flags.push_back(Flag::mirror_disagrees);
      return;
  }
}

void rank(Findings& findings) {
  std::vector<const CardFinding*> order;
  for (const CardFinding& finding : findings.cards)
    if (finding.wins > 0) order.push_back(&finding);
  std::ranges::stable_sort(order, [](auto* a, auto* b) { return a->wins > b->wins; });
  int top_of_tie = 0;
  for (const CardFinding* finding : order) {
    const bool is_tie = !findings.ranking.empty() && top_of_tie - finding->wins <= 1;
    if (!is_tie) {
      findings.ranking.emplace_back();
      top_of_tie = finding->wins;
    }
    findings.ranking.back().push_back(finding->card);
  }
}

}  // namespace

std::optional<int> habit_threshold(int counted) {
  if (counted < 6) return std::nullopt;
  // P(X ≥ k) for a fair side, summed from the top until it would pass .025 on this side.
  double ways = 1.0;
  double all = 1.0;
  for (int i = 0; i < counted; ++i) all *= 2.0;
  double tail = 0.0;
  int threshold = counted + 1;
  for (int k = counted; k > counted / 2; --k) {
    tail += ways;
    if (2.0 * tail / all > 0.05) break;
    threshold = k;
    ways = ways * k / (counted - k + 1);
  }
  return threshold <= counted ? std::optional(threshold) : std::nullopt;
}

MirrorView mirror_view(int same, int pairs) {
  if (pairs < 3) return MirrorView::too_few;
  if (same * 6 >= pairs * 5) return MirrorView::fine;
  if (same * 3 >= pairs * 2) return MirrorView::remark;
  return MirrorView::disagrees;
}

std::vector<CardRef> chosen_most(const Findings& findings) {
  int most = 0;
  for (const CardFinding& finding : findings.cards) most = std::max(most, finding.wins);
  std::vector<CardRef> chosen;
  for (const CardFinding& finding : findings.cards)
    if (finding.wins > 0 && most - finding.wins <= 1) chosen.push_back(finding.card);
  std::ranges::stable_sort(chosen, [&](const CardRef& a, const CardRef& b) {
    const auto wins = [&](const CardRef& card) {
      for (const CardFinding& finding : findings.cards)
        if (finding.card == card) return finding.wins;
      return 0;
    };
    return wins(a) > wins(b);
  });
  if (chosen.size() > 3 && findings.cards.size() > 4) chosen.resize(3);
  return chosen;
}

Findings find_in_pairs(const std::vector<AnswerRecord>& answers,
                       const std::vector<CardRef>& cards) {
  Findings findings;
  for (const CardRef& card : cards) {
    CardFinding finding;
    finding.card = card;
    findings.cards.push_back(finding);
  }
  std::vector<const AnswerRecord*> pairs;
  for (const AnswerRecord& answer : answers) {
    if (answer.shown.size() != 2) continue;
    pairs.push_back(&answer);
    count_wins(findings, answer);
  }
  count_habits(findings, pairs);
  count_mirrors(findings, pairs);
  for (const CardFinding& finding : findings.cards)
    if (finding.is_unknown) findings.suggestions.push_back(finding.card);

  findings.ranking_is_hidden =
      has(findings.flags, Flag::side_habit) || has(findings.flags, Flag::last_heard_habit);
  if (!findings.ranking_is_hidden) rank(findings);
  const bool is_flagged = findings.ranking_is_hidden || has(findings.flags, Flag::mirror_disagrees);
  findings.certainty = is_flagged ? Certainty::uncertain : Certainty::tentative;
  return findings;
}

}  // namespace aktiv
