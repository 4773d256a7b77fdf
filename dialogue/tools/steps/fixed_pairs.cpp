#include "dialogue/tools/steps/fixed_pairs.h"

#include <algorithm>

namespace aktiv::steps {
namespace {

// Which side the deck's first card takes, and which side is spoken first: the four together equally
// often.
struct Turn {
  bool is_turned = false;
  bool first_side_is_spoken_first = false;
};

std::vector<Turn> balanced_turns(size_t count, Draws& draws) {
  std::vector<Turn> four = {{false, false}, {false, true}, {true, false}, {true, true}};
  std::vector<Turn> turns;
  while (turns.size() < count) {
    draws.shuffle(four);
    turns.insert(turns.end(), four.begin(), four.end());
  }
  turns.resize(count);
  return turns;
}

PairTrial trial(const CardRef& one, const CardRef& other, const Turn& turn) {
  PairTrial made;
  made.first = turn.is_turned ? other : one;
  made.second = turn.is_turned ? one : other;
  made.spoken_first = turn.first_side_is_spoken_first ? made.first : made.second;
  return made;
}

PairTrial mirrored(const PairTrial& seen) {
  return {seen.second, seen.first, seen.spoken_first == seen.first ? seen.second : seen.first,
          true};
}

}  // namespace

std::vector<PairTrial> fixed_pair_trials(const std::vector<CardRef>& cards, size_t most,
                                         size_t mirrors, Draws& draws) {
  std::vector<size_t> pairs;
  for (size_t i = 0; i + 1 < cards.size(); i += 2) pairs.push_back(i);
  draws.shuffle(pairs);
  if (pairs.size() > most) pairs.resize(most);
  const std::vector<Turn> turns = balanced_turns(pairs.size(), draws);
  std::vector<PairTrial> trials;
  for (size_t i = 0; i < pairs.size(); ++i)
    trials.push_back(trial(cards[pairs[i]], cards[pairs[i] + 1], turns[i]));
  // What came early comes again late: at least half of the pairs lie between.
  const size_t half = trials.size() / 2;
  for (size_t i = 0; i < std::min(mirrors, half); ++i) {
    const size_t from = half + i + 1;
    const size_t at = from + draws.below(trials.size() - std::min(from, trials.size()) + 1);
    trials.insert(trials.begin() + static_cast<long>(std::min(at, trials.size())),
                  mirrored(trials[i]));
  }
  return trials;
}

}  // namespace aktiv::steps
