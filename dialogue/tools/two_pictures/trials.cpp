#include "dialogue/tools/two_pictures/trials.h"

#include <utility>

namespace aktiv {
namespace {

using Block = std::vector<PairTrial>;

PairTrial trial(const CardRef& first, const CardRef& second, bool first_is_spoken_first) {
  return {first, second, first_is_spoken_first ? first : second, false};
}

// The same two cards with their sides swapped. The same side is spoken first both times, so each
// card is heard last once and "last heard" can be told from "right side".
PairTrial mirrored(const PairTrial& seen) {
  return {seen.second, seen.first, seen.spoken_first == seen.first ? seen.second : seen.first,
          true};
}

bool is_same_pair(const PairTrial& one, const PairTrial& other) {
  return (one.first == other.first && one.second == other.second) ||
         (one.first == other.second && one.second == other.first);
}

// A pair is not met twice in a row where the blocks touch.
std::vector<PairTrial> joined(Block one, Block other, Draws& draws) {
  draws.shuffle(one);
  draws.shuffle(other);
  if (is_same_pair(one.back(), other.front())) std::swap(other.front(), other.back());
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

std::vector<PairTrial> four_cards(const std::vector<CardRef>& cards, Draws& draws) {
  std::vector<int> left_is_spoken_first = {1, 1, 1, 0, 0, 0};
  draws.shuffle(left_is_spoken_first);
  Block one;
  for (size_t a = 0; a < 4; ++a) {
    for (size_t b = a + 1; b < 4; ++b) {
      const bool is_turned = draws.coin();
      one.push_back(trial(cards[is_turned ? b : a], cards[is_turned ? a : b],
                          left_is_spoken_first[one.size()] != 0));
    }
  }
  Block other;
  for (const PairTrial& seen : one) other.push_back(mirrored(seen));
  return joined(std::move(one), std::move(other), draws);
}

// Six cards stand in a ring; each is left of the next two, and the first three are left of the card
// opposite. The opposite pairs come again mirrored, so every card is three times on each side.
std::vector<PairTrial> six_cards(const std::vector<CardRef>& cards, Draws& draws) {
  // Turning one ring of five spoken orders gives 9 of 18 with the left card first, and every card
  // first three times: i → i+2 → i+3 → i+4 → i+5 → i.
  const size_t turn = draws.below(6);
  const bool is_complement = draws.coin();
  const auto is_turned_edge = [&](size_t from, size_t step) {
    const size_t place = (from + 6 - turn) % 6;
    return (place == 0 && step == 2) || (place >= 2 && step == 1);
  };
  Block around;
  for (size_t i = 0; i < 6; ++i) {
    for (size_t step = 1; step <= 2; ++step) {
      const bool left_first = is_turned_edge(i, step) == is_complement;
      around.push_back(trial(cards[i], cards[(i + step) % 6], left_first));
    }
  }
  const size_t left_first_mirrors = is_complement ? 2 : 1;
  std::vector<size_t> opposite = {0, 1, 2};
  draws.shuffle(opposite);
  Block one;
  Block other;
  for (size_t i = 0; i < 3; ++i) {
    const size_t at = opposite[i];
    one.push_back(trial(cards[at], cards[at + 3], i < left_first_mirrors));
    other.push_back(mirrored(one.back()));
  }
  draws.shuffle(around);
  one.insert(one.end(), around.begin(), around.begin() + 6);
  other.insert(other.end(), around.begin() + 6, around.end());
  return joined(std::move(one), std::move(other), draws);
}

}  // namespace

std::vector<PairTrial> balanced_trials(std::vector<CardRef> cards, Draws& draws) {
  draws.shuffle(cards);
  if (cards.size() == 4) return four_cards(cards, draws);
  if (cards.size() == 6) return six_cards(cards, draws);
  return {};
}

}  // namespace aktiv
