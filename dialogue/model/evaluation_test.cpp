// What the evaluation promises: nobody can tell who, when within the month, or in which order.
#include "dialogue/model/evaluation.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "dialogue/model/evaluation_batch.h"

namespace aktiv {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Evaluation said(const std::string& month, int value, const std::string& good = "") {
  return {month, 3, "best_left", {{"haab", Choice::place, value}, {"tryg", Choice::dont_know, 0}},
          good,  ""};
}

std::vector<Evaluation> month_of_people(const std::string& month, int people) {
  std::vector<Evaluation> all;
  for (int i = 0; i < people; ++i) all.push_back(said(month, i % 5 + 1));
  return all;
}

std::vector<Evaluation> operator+(std::vector<Evaluation> first,
                                  const std::vector<Evaluation>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

std::optional<TakenBatch> taken(const std::vector<Evaluation>& waiting, const std::string& month) {
  Draws chance(Seed{1, 2});
  return take_batch(waiting, month, chance);
}

TEST(Evaluation, IsReadBackAsItWasWritten) {
  const Evaluation kept = said("2026-11", 4, "Kaffen");
  const auto read = evaluation_from_json(to_json(kept));
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(*read, kept);
}

TEST(Evaluation, DoesNotKeepTheOrderInWhichItsQuestionsWereAsked) {
  Evaluation one = said("2026-11", 4);
  Evaluation other = one;
  std::ranges::reverse(other.answers);
  EXPECT_EQ(to_json(one), to_json(other));
}

TEST(Evaluation, HasNoRoomForAPerson) {
  for (const char* field : {"citizen", "kiosk", "conversation", "at_ms", "mentor", "place"}) {
    std::string line = to_json(said("2026-11", 4));
    line.insert(1, "\"" + std::string(field) + "\":\"x\",");
    EXPECT_FALSE(evaluation_from_json(line)) << field;
  }
}

TEST(Evaluation, RefusesWhatIsNoAnswerAndNeverQuotesIt) {
  const std::string good = to_json(said("2026-11", 4, "hemmeligt"));
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string line = good;
    line.replace(line.find(from), from.size(), to);
    return evaluation_from_json(line);
  };
  EXPECT_FALSE(with("\"value\":4", "\"value\":6"));
  EXPECT_FALSE(with("\"value\":0", "\"value\":1"));
  EXPECT_FALSE(with("2026-11", "2026-13"));
  EXPECT_FALSE(with("2026-11", "2026-1"));
  EXPECT_FALSE(with("\"way\":3", "\"way\":1"));
  EXPECT_FALSE(with("best_left", "left"));
  EXPECT_FALSE(with("\"way\":3", "\"way\":2")) << "a fourth step of three";
  const auto broken = evaluation_from_json(good.substr(0, good.size() - 1));
  ASSERT_FALSE(broken);
  EXPECT_THAT(to_text(broken.error()), Not(HasSubstr("hemmeligt")));
}

TEST(Evaluation, KnowsTheMonthAndNothingFiner) {
  EXPECT_EQ(month_of(1'795'824'000'000), "2026-11");
  EXPECT_EQ(month_of(1'796'083'199'999), "2026-11");
  EXPECT_EQ(month_of(1'796'083'200'000), "2026-12");
  EXPECT_EQ(month_of(0), "1970-01");
}

TEST(EvaluationBatch, WaitsUntilItsMonthIsOver) {
  EXPECT_FALSE(taken(month_of_people("2026-11", 9), "2026-11"));
  const auto batch = taken(month_of_people("2026-11", 9), "2026-12");
  ASSERT_TRUE(batch);
  EXPECT_THAT(batch->batch.sets, SizeIs(9));
  EXPECT_THAT(batch->left, IsEmpty());
}

TEST(EvaluationBatch, FourWaitForTheNextMonthAndBearTheWholeSpan) {
  const auto four = month_of_people("2026-10", 4);
  EXPECT_FALSE(taken(four, "2026-11"));
  EXPECT_FALSE(taken(four + month_of_people("2026-11", 3), "2026-11"));
  const auto both = taken(four + month_of_people("2026-11", 3), "2026-12");
  ASSERT_TRUE(both);
  EXPECT_THAT(both->batch.sets, SizeIs(7));
  EXPECT_EQ(both->batch.from, "2026-10");
  EXPECT_EQ(both->batch.until, "2026-11");
  EXPECT_THAT(to_json(both->batch), Not(HasSubstr("\"month\"")));
}

TEST(EvaluationBatch, LeavesLaterMonthsToABatchOfTheirOwn) {
  const auto waiting =
      month_of_people("2026-09", 5) + month_of_people("2026-10", 6) + month_of_people("2026-11", 2);
  const auto first = taken(waiting, "2026-12");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->batch.until, "2026-09");
  const auto second = taken(first->left, "2026-12");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->batch.from, "2026-10");
  EXPECT_THAT(second->batch.sets, SizeIs(6));
  EXPECT_FALSE(taken(second->left, "2026-12")) << "two never leave alone";
}

TEST(EvaluationBatch, PutInAnyOrderIsTheSameBytes) {
  auto waiting = month_of_people("2026-10", 3) + month_of_people("2026-11", 8);
  waiting[0].good = "A";
  waiting[4].good = "B";
  waiting[6].better = "C";
  const std::string bytes = to_json(taken(waiting, "2026-12")->batch);
  std::ranges::sort(waiting, {}, [](const Evaluation& one) { return to_json(one); });
  do {
    std::ranges::rotate(waiting, waiting.begin() + 4);
    ASSERT_EQ(to_json(taken(waiting, "2026-12")->batch), bytes);
  } while (
      !std::ranges::is_sorted(waiting, {}, [](const Evaluation& one) { return to_json(one); }));
}

TEST(EvaluationBatch, IsShuffledByChance) {
  std::vector<Evaluation> waiting;
  for (int i = 0; i < 20; ++i) waiting.push_back(said("2026-11", i % 5 + 1));
  Draws one(Seed{1, 2});
  Draws other(Seed{3, 4});
  const auto first = take_batch(waiting, "2026-12", one);
  const auto second = take_batch(waiting, "2026-12", other);
  EXPECT_NE(first->batch.sets, second->batch.sets);
  EXPECT_NE(first->batch.id, second->batch.id);
}

TEST(EvaluationBatch, PutsNoTextToASetOfAnswers) {
  auto waiting = month_of_people("2026-11", 5);
  waiting[2].good = "Kaffen";
  const auto batch = taken(waiting, "2026-12")->batch;
  EXPECT_EQ(batch.good, std::vector<std::string>{"Kaffen"});
  const auto read = evaluation_batch_from_json(to_json(batch));
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(*read, batch);
}

TEST(EvaluationBatch, OfFourIsRefused) {
  auto batch = taken(month_of_people("2026-11", 5), "2026-12")->batch;
  batch.sets.pop_back();
  EXPECT_FALSE(evaluation_batch_from_json(to_json(batch)));
}

TEST(EvaluationBatch, HasNoRoomForAKiosk) {
  std::string bytes = to_json(taken(month_of_people("2026-11", 5), "2026-12")->batch);
  bytes.insert(1, "\"kiosk\":\"x\",");
  EXPECT_FALSE(evaluation_batch_from_json(bytes));
}

}  // namespace
}  // namespace aktiv
