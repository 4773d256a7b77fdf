// What was said comes back as it was said; where it goes is named once.
#include "kiosk/sync/fhir/mapping.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "kiosk/sync/fhir/example.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

std::string bytes_of(const Submission& submission, const SendContext& context = example_context()) {
  const auto bytes = build_bundle(submission, context);
  EXPECT_TRUE(bytes) << (bytes ? "" : to_text(bytes.error()));
  return bytes ? *bytes : "";
}

Json resource_of(const std::string& bundle, const std::string& type) {
  const Json parsed = Json::parse(bundle);
  for (const auto& entry : parsed["entry"]) {
    if (entry["resource"]["resourceType"] == type) return entry["resource"];
  }
  return {};
}

TEST(Mapping, ComesBackExactly) {
  for (const auto& submission : {example_pairs(), example_places(), example_steps(),
                                 example_staircase(), Submission(example_pairs(99))}) {
    const auto back = read_response(bytes_of(submission));
    ASSERT_TRUE(back) << to_text(back.error());
    EXPECT_EQ(*back, submission);
  }
}

TEST(Mapping, ComesBackExactlyWhereAlmostNothingWasSaid) {
  Submission submission;
  submission.id = SubmissionId(example_uuid(1, 1));
  submission.citizen = CitizenId(example_uuid(3, 1));
  submission.tool = ToolId("to_billeder");
  submission.answers.resize(1);
  submission.findings.ranking.resize(1);
  submission.findings.cards.resize(1);
  const auto back = read_response(bytes_of(submission));
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, submission);
}

TEST(Mapping, EveryChoiceAndFlagHasItsOwnCode) {
  Submission submission = example_pairs();
  submission.answers.clear();
  for (int i = 0; i <= static_cast<int>(Choice::date); ++i) {
    AnswerRecord answer = example_pairs().answers[0];
    answer.number = i + 1;
    answer.choice = static_cast<Choice>(i);
    submission.answers.push_back(answer);
  }
  submission.findings.flags.clear();
  for (int i = 0; i <= static_cast<int>(Flag::asked_again_differs); ++i) {
    submission.findings.flags.push_back(static_cast<Flag>(i));
  }
  submission.present = {Present::nobody, Present::mentor, Present::staff, Present::relative};
  const auto back = read_response(bytes_of(submission));
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, submission);
}

TEST(Mapping, OwnWordsComeBackLetterByLetter) {
  for (const std::string said : {"jeg vil ha en hund", "Æblegrød & \"kaffe\" <3", "  to  blanke ",
                                 "første\nanden\tlinje", "🐶", "-"}) {
    Submission submission = example_pairs();
    AnswerRecord& answer = submission.answers[2];
    answer.choice = Choice::words;
    answer.own.text = said;
    answer.own.written_by = WrittenBy::mentor;
    const auto back = read_response(bytes_of(submission));
    ASSERT_TRUE(back) << to_text(back.error());
    EXPECT_EQ(*back, submission) << said;
  }
}

TEST(Mapping, ADrawingARecordingAndADayComeBack) {
  Submission submission = example_pairs();
  submission.answers[0].choice = Choice::words;
  submission.answers[0].own.drawing = "120,80 122,91;400,400 420,410";
  submission.answers[1].choice = Choice::words;
  submission.answers[1].own.clip = example_uuid(7, 1);
  submission.answers[1].own.clip_ms = 4200;
  submission.answers[2].choice = Choice::date;
  submission.answers[2].date = "2026-12-03";
  const auto back = read_response(bytes_of(submission));
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, submission);
}

TEST(Mapping, WhatWasSaidOfACardInOtherQuestionsComesBack) {
  Submission submission = example_pairs();
  submission.findings.cards[0].places = {{"t6_q", "midt"}, {"t6_valg", "anderledes"}};
  submission.findings.cards[0].chosen_in = {"t6_tale", "t6_igen"};
  const auto back = read_response(bytes_of(submission));
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, submission);
}

TEST(Mapping, ADayThatIsNoneIsNamedAndNotSent) {
  Submission submission = example_pairs();
  submission.answers[2].date = "2026-02-30";
  const auto bytes = build_bundle(submission, example_context());
  ASSERT_FALSE(bytes);
  EXPECT_NE(to_text(bytes.error()).find("answer.date"), std::string::npos);
}

// Whatever the talks can keep, in any mixture: nothing is lost or added on the way.
TEST(Mapping, AnyAnswersComeBackExactly) {
  std::mt19937 chance(20261126);
  const auto below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  const std::vector<std::string> words = {"", "hund", "Jeg vil være\nglad", "æøå ÆØÅ", "<b>&amp;"};
  const std::vector<std::string> places = {"", "midt", "godt", "rigtig_daarligt", "med_hjaelp"};
  for (int round = 0; round < 300; ++round) {
    Submission submission = below(2) == 0 ? example_pairs() : example_places();
    for (AnswerRecord& answer : submission.answers) {
      answer.choice = static_cast<Choice>(below(static_cast<int>(Choice::date) + 1));
      answer.place = places[static_cast<size_t>(below(5))];
      answer.own.text = words[static_cast<size_t>(below(5))];
      answer.own.written_by = below(2) == 0 ? WrittenBy::citizen : WrittenBy::mentor;
      answer.own.drawing = below(3) == 0 ? "1,2 3,4;5,6" : "";
      answer.own.clip_ms = below(9000);
      answer.date = below(3) == 0 ? "2028-02-29" : "";
    }
    for (CardFinding& finding : submission.findings.cards) {
      if (below(2) == 0) finding.places["t6_q"] = places[static_cast<size_t>(1 + below(4))];
      if (below(2) == 0) finding.chosen_in = {"t6_tale"};
    }
    const auto back = read_response(bytes_of(submission));
    ASSERT_TRUE(back) << to_text(back.error());
    ASSERT_EQ(*back, submission) << "round " << round;
  }
}

TEST(Mapping, TheSameAnswersGiveTheSameBytes) {
  EXPECT_EQ(bytes_of(example_pairs()), bytes_of(example_pairs()));
  EXPECT_NE(bytes_of(example_pairs(1)), bytes_of(example_pairs(2)));
}

TEST(Mapping, EachResourceHasOneKeyThatServersCanHold) {
  const Json bundle = Json::parse(bytes_of(example_pairs()));
  EXPECT_EQ(bundle["type"], "transaction");
  ASSERT_EQ(bundle["entry"].size(), 3u);
  const std::string uuid = example_pairs().id.value;
  const std::string key = "urn:aktiv-dialog:submission|" + uuid;
  EXPECT_EQ(bundle["entry"][0]["request"]["ifNoneExist"], "identifier=" + key + "/record");
  EXPECT_EQ(bundle["entry"][1]["request"]["ifNoneExist"], "identifier=" + key);
  EXPECT_EQ(bundle["entry"][2]["request"]["ifNoneExist"],
            "_tag=urn:aktiv-dialog:tag|" + uuid + "/provenance");
  EXPECT_EQ(bundle["entry"][1]["resource"]["identifier"]["value"], uuid);
  EXPECT_EQ(bundle["entry"][1]["resource"]["questionnaire"],
            "urn:aktiv-dialog:questionnaire:to_billeder|3");
}

TEST(Mapping, TheCitizenIsNamedLiterallyAndByPseudonymOnly) {
  const Json response = resource_of(bytes_of(example_pairs()), "QuestionnaireResponse");
  EXPECT_EQ(response["subject"]["reference"], "Patient/p1");
  EXPECT_EQ(response["subject"]["identifier"]["system"], "urn:aktiv-dialog:citizen");
  EXPECT_EQ(response["source"], response["subject"]);
}

TEST(Mapping, IndependenceIsClaimedOnlyWhereNobodyElseWasThere) {
  const auto informers = [](const Submission& submission) {
    std::string codes;
    const Json provenance = resource_of(bytes_of(submission), "Provenance");
    for (const auto& extension : provenance["extension"]) {
      codes +=
          extension["valueCodeableConcept"]["coding"][0]["code"].get<std::string>().substr(0, 8) +
          " ";
    }
    return codes;
  };
  Submission alone = example_pairs();
  alone.present = {Present::nobody};
  EXPECT_EQ(informers(alone), "25b4e705 ");
  EXPECT_EQ(informers(example_pairs()), "12428e48 ");
  EXPECT_EQ(informers(example_places()), "12428e48 b66dc78a ");
  alone.pressed_by = PressedBy::mentor_for_pointing;
  EXPECT_EQ(informers(alone), "12428e48 ");
}

TEST(Mapping, WhoStartedTheSessionIsNeverTakenForWhoPressed) {
  Submission pointed = example_pairs();
  pointed.pressed_by = PressedBy::mentor_for_pointing;
  const Json proof = resource_of(bytes_of(pointed), "Provenance");
  int starters = 0;
  for (const auto& agent : proof["agent"]) {
    const bool is_named = agent["who"].value("/identifier/value"_json_pointer, std::string()) ==
                          pointed.started_by.value;
    const bool is_starter =
        agent.value("/role/0/coding/0/code"_json_pointer, std::string()) == "session-starter";
    starters += is_named ? 1 : 0;
    EXPECT_EQ(is_named, is_starter) << agent.dump();
  }
  EXPECT_EQ(starters, 1);

  Submission alone = example_pairs();
  alone.started_by = {};
  EXPECT_EQ(bytes_of(alone).find("session-starter"), std::string::npos);
  EXPECT_EQ(bytes_of(alone).find("session.started_by"), std::string::npos);
  const auto back = read_response(bytes_of(alone));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, alone) << "as everything that was sent before";
}

TEST(Mapping, ShownTextsTravelWhereTheyAreGiven) {
  SendContext context = example_context();
  context.text = [](std::string_view key) -> std::string {
    if (key == "jobs.bage.label") return "Bage";
    if (key == "t1_q.shown") return "Hvad vil du helst: {a.inf} eller {b.inf}?";
    return "";
  };
  const std::string bytes = bytes_of(example_pairs(), context);
  EXPECT_NE(bytes.find("\"display\":\"Bage\""), std::string::npos);
  EXPECT_EQ(bytes.find("{a.inf}"), std::string::npos) << "a text with gaps says nothing alone";
  const auto back = read_response(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, example_pairs());
}

TEST(Mapping, ALongRecordGoesInOrderedPartsWithTheAnswersLast) {
  Submission submission = example_pairs();
  submission.session_record.clear();
  for (int i = 0; i < 1000; ++i)
    submission.session_record += "{\"event\":" + std::to_string(i) + "}\n";
  SendContext context = example_context();
  context.max_record_bytes = 1000;
  EXPECT_FALSE(build_bundle(submission, context));

  for (size_t limit : {100u, 500u, 1000u, 1500u, 2500u, 4000u, 20000u}) {
    context.max_record_bytes = limit;
    const auto parts = build_bundles(submission, context);
    ASSERT_TRUE(parts) << to_text(parts.error());
    for (const auto& part : *parts) {
      EXPECT_LE(Json::parse(part)["entry"].size(), max_entries);
      const bool has_answers = !resource_of(part, "QuestionnaireResponse").is_null();
      EXPECT_EQ(has_answers, &part == &parts->back());
    }
    const auto back = read_response(std::span<const std::string>(*parts));
    ASSERT_TRUE(back) << to_text(back.error());
    EXPECT_EQ(*back, submission);
    if (parts->size() > 1) {
      EXPECT_FALSE(read_response(parts->back())) << "a part is missing";
    }
  }
}

TEST(Mapping, TheBareResponseGivesTheAnswersWithoutTheRecord) {
  Submission expected = example_pairs();
  expected.session_record.clear();
  const auto back =
      read_response(resource_of(bytes_of(example_pairs()), "QuestionnaireResponse").dump());
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, expected);
}

TEST(Mapping, AChangedRecordIsNoticed) {
  Json bundle = Json::parse(bytes_of(example_pairs()));
  bundle["entry"][0]["resource"]["content"][0]["attachment"]["data"] = "e30K";
  EXPECT_FALSE(read_response(bundle.dump()));
}

TEST(Mapping, WhatTheMentorSawIsTheMentorsOwn) {
  const auto bytes = build_observation(example_observation(), example_context());
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const auto back = read_observation(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, example_observation());
  EXPECT_FALSE(read_response(*bytes)) << "never read as the citizen's answers";
  const Json response = resource_of(*bytes, "QuestionnaireResponse");
  EXPECT_EQ(response["source"]["type"], "Practitioner");
  EXPECT_FALSE(response["source"].contains("reference"));
  EXPECT_FALSE(read_observation(bytes_of(example_pairs())));
}

TEST(Mapping, ChangesThatWaitComeBackAsTheyWere) {
  Observation nothing = example_waiting();
  nothing.suggestions->clear();
  for (const Observation& told : {example_waiting(), nothing}) {
    const auto bytes = build_observation(told, example_context());
    ASSERT_TRUE(bytes.has_value()) << to_text(bytes.error());
    const auto back = read_observation(*bytes);
    ASSERT_TRUE(back.has_value()) << to_text(back.error());
    EXPECT_EQ(*back, told);
  }
}

TEST(Mapping, AMentorsWorkOnAGoalIsBesideItAndComesBackWhole) {
  const auto bytes = build_observation(example_plan(), example_context());
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const auto back = read_observation(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(*back, example_plan());
  EXPECT_FALSE(read_response(*bytes));
}

TEST(Mapping, AnObservationOfTheFirstVersionIsStillRead) {
  Json bundle = Json::parse(*build_observation(example_observation(), example_context()));
  for (Json& entry : bundle["entry"]) {
    if (entry["resource"]["resourceType"] != "QuestionnaireResponse") continue;
    entry["resource"]["questionnaire"] = "urn:aktiv-dialog:questionnaire:observation|1";
    std::erase_if(*entry["resource"]["item"].get_ptr<Json::array_t*>(),
                  [](const Json& item) { return item["linkId"] == "observation.seen_in"; });
  }
  const auto back = read_observation(bundle.dump());
  ASSERT_TRUE(back) << to_text(back.error());
  Observation expected = example_observation();
  expected.seen_in = SeenIn::conversation;
  EXPECT_EQ(*back, expected);
}

TEST(Mapping, WhatCannotBeSentIsSaidBeforeItIsSent) {
  const auto refused = [](auto change) {
    Submission submission = example_pairs();
    SendContext context = example_context();
    change(submission, context);
    const auto bytes = build_bundle(submission, context);
    return !bytes && to_text(bytes.error()).find("Smil") == std::string::npos;
  };
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.id = SubmissionId("7"); }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.citizen = {}; }));
  EXPECT_TRUE(refused([](Submission&, SendContext& c) { c.patient = ""; }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.answers[0].shown[0].id = " bage"; }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.answers[0].shown[0] = {}; }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.answers[0].at_ms = INT64_MAX; }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.finished_ms = INT64_MIN; }));
  EXPECT_TRUE(refused([](Submission& s, SendContext&) { s.readers = {""}; }));
  EXPECT_TRUE(
      refused([](Submission& s, SendContext&) { s.conversation = ConversationId("Smil\xff"); }));
}

}  // namespace
}  // namespace aktiv::fhir
