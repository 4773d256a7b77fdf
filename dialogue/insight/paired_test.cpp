#include "dialogue/insight/paired.h"

#include <gmock/gmock.h>

#include "dialogue/model/draws.h"
#include "dialogue/tools/two_pictures/trials.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const std::vector<CardRef> kCards = {
    {"jobs", "bage"}, {"jobs", "passe_dyr"}, {"jobs", "have"}, {"jobs", "musik"}};

// Answers every offer of a drawn set with a rule.
template <class Rule>
std::vector<AnswerRecord> answered(Rule rule) {
  Draws draws(Seed{7, 7});
  std::vector<AnswerRecord> answers;
  for (const PairTrial& trial : balanced_trials(kCards, draws)) {
    AnswerRecord answer;
    answer.number = static_cast<int>(answers.size()) + 1;
    answer.shown = {trial.first, trial.second};
    answer.spoken_first = trial.spoken_first;
    answer.is_mirror = trial.is_mirror;
    answer.choice = Choice::card;
    rule(trial, answer);
    answers.push_back(answer);
  }
  return answers;
}

void always_right(const PairTrial& trial, AnswerRecord& answer) {
  answer.card = trial.second;
}
void always_last_heard(const PairTrial& trial, AnswerRecord& answer) {
  answer.card = trial.spoken_first == trial.first ? trial.second : trial.first;
}
void steadily_by_alphabet(const PairTrial& trial, AnswerRecord& answer) {
  answer.card = std::min(trial.first, trial.second);
}

TEST(Paired, ASteadyPersonGetsTheirOrderWithoutAFlag) {
  const Findings findings = find_in_pairs(answered(steadily_by_alphabet), kCards);
  EXPECT_THAT(findings.flags, IsEmpty());
  EXPECT_EQ(findings.mirror_same, 6);
  ASSERT_FALSE(findings.ranking.empty());
  EXPECT_EQ(findings.ranking[0][0], (CardRef{"jobs", "bage"}));
  EXPECT_EQ(findings.certainty, Certainty::tentative);
}

TEST(Paired, AlwaysTouchingTheRightSideHidesTheRanking) {
  const Findings findings = find_in_pairs(answered(always_right), kCards);
  EXPECT_THAT(findings.flags, Contains(Flag::side_habit));
  EXPECT_EQ(findings.mirror_same, 0);
  EXPECT_TRUE(findings.ranking_is_hidden);
  EXPECT_THAT(findings.ranking, IsEmpty());
  EXPECT_EQ(findings.certainty, Certainty::uncertain);
}

TEST(Paired, ChoosingWhatWasHeardLastIsAFlagOfItsOwn) {
  const Findings findings = find_in_pairs(answered(always_last_heard), kCards);
  EXPECT_THAT(findings.flags, Contains(Flag::last_heard_habit));
  EXPECT_THAT(findings.flags, Not(Contains(Flag::side_habit)));
}

TEST(Paired, NotKnowingACardIsNotDislikingIt) {
  const CardRef dogs{"jobs", "passe_dyr"};
  const Findings findings =
      find_in_pairs(answered([&](const PairTrial& trial, AnswerRecord& answer) {
                      steadily_by_alphabet(trial, answer);
                      if (trial.first != dogs && trial.second != dogs) return;
                      answer.choice = Choice::unknown;
                      answer.card = dogs;
                    }),
                    kCards);
  EXPECT_THAT(findings.suggestions, Contains(dogs));
  for (const auto& tie : findings.ranking) EXPECT_THAT(tie, Not(Contains(dogs)));
}

TEST(Paired, OneWinMoreIsATie) {
  std::vector<AnswerRecord> answers;
  const auto choose = [&](int winner) {
    AnswerRecord answer;
    answer.shown = {kCards[0], kCards[1]};
    answer.choice = Choice::card;
    answer.card = kCards[static_cast<size_t>(winner)];
    answers.push_back(answer);
  };
  choose(0);
  choose(0);
  choose(1);
  const Findings findings = find_in_pairs(answers, kCards);
  ASSERT_EQ(findings.ranking.size(), 1u);
  EXPECT_EQ(findings.ranking[0].size(), 2u);
}

TEST(Paired, ThresholdsAreThoseOfTheTable) {
  EXPECT_EQ(habit_threshold(5), std::nullopt);
  for (const auto& [counted, least] : std::vector<std::pair<int, int>>{
           {6, 6}, {8, 8}, {10, 9}, {12, 10}, {15, 12}, {18, 14}, {24, 18}})
    EXPECT_EQ(habit_threshold(counted), least) << counted;
}

TEST(Paired, MirrorAgreementIsReadAsWritten) {
  EXPECT_EQ(mirror_view(5, 6), MirrorView::fine);
  EXPECT_EQ(mirror_view(4, 6), MirrorView::remark);
  EXPECT_EQ(mirror_view(3, 6), MirrorView::disagrees);
  EXPECT_EQ(mirror_view(3, 3), MirrorView::fine);
  EXPECT_EQ(mirror_view(2, 3), MirrorView::remark);
  EXPECT_EQ(mirror_view(1, 3), MirrorView::disagrees);
}

}  // namespace
}  // namespace aktiv
