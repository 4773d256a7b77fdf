#include "dialogue/insight/evaluation.h"

#include <gmock/gmock.h>

#include "dialogue/insight/made_up_evaluation.h"

namespace aktiv {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::SizeIs;

AnswerSet one(int way, const std::string& direction, Choice choice, int value) {
  return {way, direction, {{"haab", choice, value}}};
}

std::vector<AnswerSet> times(int count, const AnswerSet& set) {
  return std::vector<AnswerSet>(static_cast<size_t>(count), set);
}

std::vector<AnswerSet> operator+(std::vector<AnswerSet> first, const std::vector<AnswerSet>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

TEST(EvaluationReport, GivesTheSharesOf2021From185MadeUpSets) {
  const auto report = evaluation_report(made_up_evaluation(), 5);
  ASSERT_EQ(report.people, 185);
  std::vector<int> shares;
  for (const auto& line : report.lines) shares.push_back(line.share);
  EXPECT_THAT(shares, ElementsAre(94, 99, 94, 93, 98, 99, 98, 86));
  EXPECT_THAT(report.lines, Each(Field(&QuestionLine::answered, 185)));
}

TEST(EvaluationReport, RoundsHalvesUp) {
  EXPECT_EQ(whole_percent(1, 8), 13);  // 12.5
  EXPECT_EQ(whole_percent(1, 3), 33);
  EXPECT_EQ(whole_percent(0, 7), 0);
  EXPECT_EQ(whole_percent(7, 7), 100);
}

TEST(EvaluationReport, LeavesDontKnowAndSkippedOutOfTheShareAndShowsThem) {
  const auto sets = times(4, one(3, "best_left", Choice::place, 4)) +
                    times(4, one(4, "best_left", Choice::place, 2)) +
                    times(3, one(3, "best_left", Choice::dont_know, 0)) +
                    times(2, one(3, "best_left", Choice::skipped, 0));
  const auto line = evaluation_report(sets, 5).lines.at(0);
  EXPECT_EQ(line.answered, 8);
  EXPECT_EQ(line.share, 50);
  EXPECT_EQ(line.dont_know, 3);
  EXPECT_EQ(line.skipped, 2);
  EXPECT_THAT(line.steps, ElementsAre(0, 4, 0, 4, 0));
}

TEST(EvaluationReport, NeverPoolsThreeStepsWithFive) {
  const auto sets = times(6, one(2, "best_left", Choice::place, 3)) +
                    times(7, one(3, "best_left", Choice::place, 3));
  const auto three = evaluation_report(sets, 3);
  const auto five = evaluation_report(sets, 5);
  EXPECT_EQ(three.people, 6);
  EXPECT_THAT(three.lines.at(0).steps, ElementsAre(0, 0, 6));
  EXPECT_EQ(three.lines.at(0).share, 0);
  EXPECT_EQ(five.people, 7);
  EXPECT_THAT(five.lines.at(0).steps, ElementsAre(0, 0, 7, 0, 0));
}

TEST(EvaluationReport, HidesFourPeopleAndShowsFive) {
  const auto four = evaluation_report(times(4, one(3, "best_left", Choice::place, 5)), 5);
  EXPECT_TRUE(four.is_hidden);
  EXPECT_EQ(four.people, 0);
  EXPECT_THAT(four.lines, IsEmpty());
  const auto five = evaluation_report(times(5, one(3, "best_left", Choice::place, 5)), 5);
  EXPECT_FALSE(five.is_hidden);
  EXPECT_EQ(five.lines.at(0).share, 100);
}

TEST(EvaluationReport, HidesAQuestionThatFewAnswered) {
  const auto sets = times(4, one(3, "best_left", Choice::place, 5)) +
                    times(9, one(3, "best_left", Choice::skipped, 0));
  const auto report = evaluation_report(sets, 5);
  EXPECT_EQ(report.people, 13);
  EXPECT_EQ(report.lines.at(0).is_hidden, true);
  EXPECT_EQ(report.lines.at(0).answered, 0);
  EXPECT_EQ(report.lines.at(0).skipped, 0);
}

TEST(EvaluationReport, IsEmptyWhereNobodyAnswered) {
  const auto nobody = evaluation_report({}, 5);
  EXPECT_FALSE(nobody.is_hidden);
  EXPECT_THAT(nobody.lines, IsEmpty());
}

TEST(EvaluationReport, SplitsByDirectionWhereBothPartsAreLargeEnough) {
  const auto sets = times(5, one(3, "best_left", Choice::place, 5)) +
                    times(6, one(3, "best_right", Choice::place, 1));
  const auto split = evaluation_by_direction(sets, 5);
  EXPECT_FALSE(split.is_hidden);
  EXPECT_EQ(split.best_left.lines.at(0).share, 100);
  EXPECT_EQ(split.best_right.lines.at(0).share, 0);
}

TEST(EvaluationReport, ASmallPartHidesTheOtherSoThatNoDifferenceTellsIt) {
  const auto sets = times(20, one(3, "best_left", Choice::place, 5)) +
                    times(1, one(3, "best_right", Choice::place, 1));
  const auto split = evaluation_by_direction(sets, 5);
  EXPECT_TRUE(split.is_hidden);
  EXPECT_EQ(split.best_left.people, 0);
  EXPECT_THAT(split.best_left.lines, IsEmpty());

  const auto few_answers = times(20, one(3, "best_left", Choice::place, 5)) +
                           times(4, one(3, "best_right", Choice::place, 1)) +
                           times(4, one(3, "best_right", Choice::skipped, 0));
  const auto by_question = evaluation_by_direction(few_answers, 5);
  EXPECT_FALSE(by_question.is_hidden);
  ASSERT_THAT(by_question.best_left.lines, SizeIs(8));
  EXPECT_TRUE(by_question.best_left.lines.at(0).is_hidden);
}

}  // namespace
}  // namespace aktiv
