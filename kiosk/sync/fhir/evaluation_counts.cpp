#include "kiosk/sync/fhir/evaluation_counts.h"

#include <nlohmann/json.hpp>

#include "dialogue/insight/evaluation.h"
#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

Json count_of(const std::string& code, int count) {
  const Json coding{{"system", systems::evaluation_count}, {"code", code}};
  return {{"code", {{"coding", Json::array({coding})}}}, {"count", count}};
}

Json group_of(const QuestionLine& line) {
  Json counts =
      Json::array({count_of("answered", line.answered), count_of("dont_know", line.dont_know),
                   count_of("skipped", line.skipped)});
  for (size_t step = 0; step < line.steps.size(); ++step)
    counts.push_back(count_of("step-" + std::to_string(step + 1), line.steps[step]));
  const Json coding{{"system", systems::evaluation}, {"code", line.question}};
  return {{"code", {{"coding", Json::array({coding})}}}, {"population", std::move(counts)}};
}

// Nothing is left where all its groups are hidden.
Json report_of(const EvaluationBatch& batch, const ScaleReport& counted) {
  Json groups = Json::array();
  for (const QuestionLine& line : counted.lines)
    if (!line.is_hidden) groups.push_back(group_of(line));
  if (groups.empty()) return {};
  const std::string value = batch.id + "/" + std::to_string(counted.steps);
  const Json identifier{{"system", systems::evaluation}, {"value", value}};
  return {
      {"resourceType", "MeasureReport"},
      {"identifier", Json::array({identifier})},
      {"status", "complete"},
      {"type", "summary"},
      {"measure", std::string(systems::evaluation) + ":" + std::to_string(counted.steps) + "|1"},
      {"period", {{"start", batch.from}, {"end", batch.until}}},
      {"group", std::move(groups)}};
}

}  // namespace

Result<std::string> build_evaluation_counts(const EvaluationBatch& batch) {
  Json entries = Json::array();
  for (const int steps : {5, 3}) {
    Json report = report_of(batch, evaluation_report(batch.sets, steps));
    if (report.is_null()) continue;
    const std::string value = report["identifier"][0]["value"];
    const std::string key = std::string(systems::evaluation) + "|" + value;
    entries.push_back(
        {{"fullUrl", "urn:uuid:" + uuid_from_name(key)},
         {"resource", std::move(report)},
         {"request",
          {{"method", "POST"}, {"url", "MeasureReport"}, {"ifNoneExist", "identifier=" + key}}}});
  }
  if (entries.empty()) return std::string();
  return to_bytes(
      {{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", std::move(entries)}},
      "evaluation");
}

}  // namespace aktiv::fhir
