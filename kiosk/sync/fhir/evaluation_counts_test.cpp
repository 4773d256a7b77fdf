// What another server learns of the evaluation: counts, and nothing of fewer than five.
#include "kiosk/sync/fhir/evaluation_counts.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

EvaluationBatch batch_of(std::vector<AnswerSet> sets) {
  EvaluationBatch batch;
  batch.id = "6c1f0d5e-0000-4000-8000-000000000001";
  batch.from = "2026-10";
  batch.until = "2026-11";
  batch.sets = std::move(sets);
  batch.good = {"de lytter til mig"};
  return batch;
}

AnswerSet in_way(int way, int value) {
  AnswerSet set;
  set.way = way;
  set.scale_direction = "best_left";
  set.answers = {{"haab", Choice::place, value}, {"tryg", Choice::dont_know, 0}};
  return set;
}

int count_in(const Json& group, const std::string& code) {
  for (const auto& one : group["population"])
    if (one["code"]["coding"][0]["code"] == code) return one["count"];
  return -1;
}

TEST(EvaluationCounts, SayHowManyAnsweredWhatAndNoneOfTheWords) {
  const auto bundle = build_evaluation_counts(batch_of(
      {in_way(3, 5), in_way(3, 5), in_way(4, 4), in_way(3, 1), in_way(4, 2), in_way(3, 5)}));
  ASSERT_TRUE(bundle);
  EXPECT_EQ(bundle->find("lytter"), std::string::npos);
  const Json read = Json::parse(*bundle);
  ASSERT_EQ(read["entry"].size(), 1u);
  const Json& report = read["entry"][0]["resource"];
  EXPECT_EQ(report["resourceType"], "MeasureReport");
  EXPECT_EQ(report["period"]["start"], "2026-10");
  ASSERT_EQ(report["group"].size(), 1u) << "nobody answered the others";
  EXPECT_EQ(report["group"][0]["code"]["coding"][0]["code"], "haab");
  EXPECT_EQ(count_in(report["group"][0], "answered"), 6);
  EXPECT_EQ(count_in(report["group"][0], "step-5"), 3);
  EXPECT_EQ(count_in(report["group"][0], "step-3"), 0);
}

TEST(EvaluationCounts, NeverTellOfAGroupUnderFiveNorPoolTheScales) {
  const auto bundle = build_evaluation_counts(
      batch_of({in_way(2, 3), in_way(2, 3), in_way(2, 2), in_way(3, 5), in_way(3, 4)}));
  ASSERT_TRUE(bundle);
  EXPECT_EQ(*bundle, "");
}

TEST(EvaluationCounts, TheSameBatchIsTheSameReport) {
  const EvaluationBatch batch =
      batch_of({in_way(3, 5), in_way(3, 5), in_way(3, 4), in_way(3, 1), in_way(3, 2)});
  EXPECT_EQ(*build_evaluation_counts(batch), *build_evaluation_counts(batch));
}

}  // namespace
}  // namespace aktiv::fhir
