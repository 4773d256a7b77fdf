#include "dialogue/model/submission_json.h"

#include "dialogue/model/answer_json.h"

namespace aktiv {
namespace {

using namespace stored;  // NOLINT: the shared parts of the stored format

Json finding_json(const CardFinding& finding) {
  Json json{{"card", finding.card.text()},      {"wins", finding.wins},
            {"offered", finding.offered},       {"place", finding.place},
            {"favourite", finding.favourite},   {"unknown", finding.is_unknown},
            {"uncertain", finding.is_uncertain}};
  if (!finding.places.empty()) json["places"] = finding.places;
  if (!finding.chosen_in.empty()) json["chosen_in"] = finding.chosen_in;
  return json;
}

CardFinding finding_at(const Json& json) {
  CardFinding finding;
  finding.card = card(json, "card");
  finding.wins = json.at("wins");
  finding.offered = json.at("offered");
  finding.place = json.at("place");
  finding.favourite = json.at("favourite");
  finding.is_unknown = json.at("unknown");
  finding.is_uncertain = json.at("uncertain");
  finding.places = json.value("places", std::map<std::string, std::string>());
  finding.chosen_in = json.value("chosen_in", std::vector<std::string>());
  return finding;
}

Json findings_json(const Findings& findings) {
  Json all = Json::array();
  for (const CardFinding& finding : findings.cards) all.push_back(finding_json(finding));
  Json ranking = Json::array();
  for (const auto& tie : findings.ranking) ranking.push_back(texts(tie));
  return {{"cards", all},
          {"ranking", ranking},
          {"ranking_hidden", findings.ranking_is_hidden},
          {"mirror_pairs", findings.mirror_pairs},
          {"mirror_same", findings.mirror_same},
          {"same_side_most", findings.same_side_most},
          {"sides_counted", findings.sides_counted},
          {"last_heard", findings.last_heard},
          {"flags", words_json(findings.flags)},
          {"suggestions", texts(findings.suggestions)},
          {"wish_way", findings.wish_way},
          {"certainty", word(findings.certainty)}};
}

Findings findings_at(const Json& json) {
  Findings findings;
  for (const Json& finding : json.at("cards")) findings.cards.push_back(finding_at(finding));
  for (const Json& tie : json.at("ranking")) findings.ranking.push_back(cards(tie));
  findings.ranking_is_hidden = json.at("ranking_hidden");
  findings.mirror_pairs = json.at("mirror_pairs");
  findings.mirror_same = json.at("mirror_same");
  findings.same_side_most = json.at("same_side_most");
  findings.sides_counted = json.at("sides_counted");
  findings.last_heard = json.at("last_heard");
  findings.flags = words_at<Flag>(json.at("flags"));
  findings.suggestions = cards(json.at("suggestions"));
  findings.wish_way = json.at("wish_way");
  findings.certainty = enum_of<Certainty>(json.at("certainty"));
  return findings;
}

Submission submission_at(const Json& json) {
  if (json.at("version").get<int>() != 1)
    throw std::invalid_argument("its version is newer than this program");
  Submission submission;
  submission.id = SubmissionId(json.at("id").get<std::string>());
  submission.conversation = ConversationId(json.at("conversation").get<std::string>());
  submission.citizen = CitizenId(json.at("citizen").get<std::string>());
  submission.tool = ToolId(json.at("tool").get<std::string>());
  submission.definition_version = json.at("definition_version");
  submission.way = json.at("way");
  submission.language = json.at("language");
  submission.layout = json.at("layout");
  submission.scale_direction = json.at("scale");
  submission.started_ms = json.at("started_ms");
  submission.finished_ms = json.at("finished_ms");
  submission.pressed_by = enum_of<PressedBy>(json.at("pressed_by"));
  submission.present = words_at<Present>(json.at("present"));
  submission.started_by = MentorId(json.value("started_by", std::string()));
  for (const Json& answer : json.at("answers")) submission.answers.push_back(answer_at(answer));
  submission.findings = findings_at(json.at("findings"));
  submission.is_confirmed = json.at("confirmed");
  submission.readers = json.at("readers").get<std::vector<std::string>>();
  submission.session_record = json.at("record");
  return submission;
}

Json plan_json(const GoalPlan& plan) {
  Json steps = Json::array();
  for (const CardRef& step : plan.steps) steps.push_back(step.text());
  return {{"steps", steps},
          {"goal", plan.goal.value},
          {"specific", plan.specific},
          {"measurable", plan.measurable},
          {"realistic", plan.realistic},
          {"time_bound", plan.time_bound},
          {"kind", word(plan.kind)},
          {"intervention_goal", plan.intervention_goal}};
}

GoalPlan plan_at(const Json& json) {
  GoalPlan plan;
  plan.goal = SubmissionId(json.at("goal").get<std::string>());
  plan.specific = json.at("specific");
  plan.measurable = json.at("measurable");
  plan.realistic = json.at("realistic");
  plan.time_bound = json.at("time_bound");
  plan.kind = enum_of<GoalKind>(json.at("kind"));
  plan.intervention_goal = json.at("intervention_goal");
  // What was kept before steps were suggested has none.
  if (json.contains("steps"))
    for (const auto& step : json.at("steps"))
      plan.steps.push_back(CardRef::parse(step.get<std::string>()));
  return plan;
}

// What was kept before these two were asked has neither.
Observation observation_at(const Json& json) {
  Observation observation;
  observation.id = json.at("id");
  observation.conversation = ConversationId(json.at("conversation").get<std::string>());
  observation.citizen = CitizenId(json.at("citizen").get<std::string>());
  observation.mentor = MentorId(json.at("mentor").get<std::string>());
  observation.pressed_by = enum_of<PressedBy>(json.at("pressed_by"));
  observation.present = words_at<Present>(json.at("present"));
  observation.seen = json.at("seen");
  observation.at_ms = json.at("at_ms");
  if (json.contains("seen_in")) observation.seen_in = enum_of<SeenIn>(json.at("seen_in"));
  if (json.contains("plan")) observation.plan = plan_at(json.at("plan"));
  if (json.contains("suggestions")) {
    auto& suggestions = observation.suggestions.emplace();
    for (const Json& one : json.at("suggestions")) suggestions.push_back(suggestion_at(one));
  }
  return observation;
}

}  // namespace

std::string to_json(const Submission& submission) {
  Json answers = Json::array();
  for (const AnswerRecord& answer : submission.answers) answers.push_back(answer_json(answer));
  Json json{{"version", 1},
            {"id", submission.id.value},
            {"conversation", submission.conversation.value},
            {"citizen", submission.citizen.value},
            {"tool", submission.tool.value},
            {"definition_version", submission.definition_version},
            {"way", submission.way},
            {"language", submission.language},
            {"layout", submission.layout},
            {"scale", submission.scale_direction},
            {"started_ms", submission.started_ms},
            {"finished_ms", submission.finished_ms},
            {"pressed_by", word(submission.pressed_by)},
            {"present", words_json(submission.present)},
            {"answers", answers},
            {"findings", findings_json(submission.findings)},
            {"confirmed", submission.is_confirmed},
            {"readers", submission.readers},
            {"record", submission.session_record}};
  if (!submission.started_by.empty()) json["started_by"] = submission.started_by.value;
  return json.dump();
}

Result<Submission> submission_from_json(std::string_view line) {
  return read_line<Submission>(line, submission_at, "submission");
}

std::string to_json(const Observation& observation) {
  Json json{{"id", observation.id},
            {"conversation", observation.conversation.value},
            {"citizen", observation.citizen.value},
            {"mentor", observation.mentor.value},
            {"pressed_by", word(observation.pressed_by)},
            {"present", words_json(observation.present)},
            {"seen", observation.seen},
            {"at_ms", observation.at_ms},
            {"seen_in", word(observation.seen_in)}};
  if (observation.plan) json["plan"] = plan_json(*observation.plan);
  if (observation.suggestions) {
    json["suggestions"] = Json::array();
    for (const Suggestion& one : *observation.suggestions)
      json["suggestions"].push_back(suggestion_json(one));
  }
  return json.dump();
}

Result<Observation> observation_from_json(std::string_view line) {
  return read_line<Observation>(line, observation_at, "observation");
}

}  // namespace aktiv
