#include "dialogue/tools/two_pictures/trials.h"

#include <gtest/gtest.h>

#include <map>

namespace aktiv {
namespace {

std::vector<CardRef> cards(size_t count) {
  std::vector<CardRef> out;
  for (size_t i = 0; i < count; ++i)
    out.push_back({"jobs", std::string(1, static_cast<char>('a' + i))});
  return out;
}

std::vector<PairTrial> drawn(size_t count, uint64_t seed) {
  Draws draws(Seed{seed, 1});
  return balanced_trials(cards(count), draws);
}

struct Count {
  int left = 0, right = 0, first = 0, last = 0;
};

std::map<CardRef, Count> counted(const std::vector<PairTrial>& trials) {
  std::map<CardRef, Count> counts;
  for (const PairTrial& trial : trials) {
    ++counts[trial.first].left;
    ++counts[trial.second].right;
    ++counts[trial.spoken_first].first;
    ++counts[trial.spoken_first == trial.first ? trial.second : trial.first].last;
  }
  return counts;
}

int left_spoken_first(const std::vector<PairTrial>& trials) {
  int count = 0;
  for (const PairTrial& trial : trials) count += trial.spoken_first == trial.first;
  return count;
}

class Trials : public testing::TestWithParam<size_t> {};

TEST_P(Trials, EachCardIsEquallyOftenOnEachSideAndSpokenFirst) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    const auto trials = drawn(GetParam(), seed);
    ASSERT_EQ(trials.size(), GetParam() == 4 ? 12u : 18u);
    for (const auto& [card, count] : counted(trials)) {
      EXPECT_EQ(count.left, 3) << card.text() << " seed " << seed;
      EXPECT_EQ(count.right, 3) << card.text() << " seed " << seed;
      EXPECT_EQ(count.first, 3) << card.text() << " seed " << seed;
      EXPECT_EQ(count.last, 3) << card.text() << " seed " << seed;
    }
    EXPECT_EQ(left_spoken_first(trials) * 2, static_cast<int>(trials.size())) << "seed " << seed;
  }
}

TEST_P(Trials, MirrorPairsComeWithSidesSwappedInTheOtherBlock) {
  for (uint64_t seed = 0; seed < 100; ++seed) {
    const auto trials = drawn(GetParam(), seed);
    int mirrors = 0;
    for (size_t i = 0; i < trials.size(); ++i) {
      if (!trials[i].is_mirror) continue;
      ++mirrors;
      EXPECT_GE(i, trials.size() / 2);
      bool has_original = false;
      for (size_t j = 0; j < trials.size() / 2; ++j)
        has_original = has_original ||
                       (trials[j].first == trials[i].second && trials[j].second == trials[i].first);
      EXPECT_TRUE(has_original);
    }
    EXPECT_EQ(mirrors, GetParam() == 4 ? 6 : 3);
  }
}

INSTANTIATE_TEST_SUITE_P(FourAndSixCards, Trials, testing::Values(4, 6));

TEST(Trials, TheSamePairIsNotMetTwiceInARow) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    const auto trials = drawn(4, seed);
    for (size_t i = 1; i < trials.size(); ++i)
      EXPECT_FALSE(trials[i].first == trials[i - 1].second &&
                   trials[i].second == trials[i - 1].first);
  }
}

TEST(Trials, ThreeCardsAreNoDesign) {
  EXPECT_TRUE(drawn(3, 1).empty());
}

}  // namespace
}  // namespace aktiv
