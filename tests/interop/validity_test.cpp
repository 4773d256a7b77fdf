// Every resource that we produce, judged by validators that somebody else wrote.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "dialogue/model/access_numbers.h"
#include "kiosk/casefile/exports/everything.h"
#include "kiosk/casefile/exports/paper_fhir.h"
#include "kiosk/sync/fhir/evaluation_counts.h"
#include "kiosk/sync/fhir/example.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/fhir/traits.h"
#include "kiosk/sync/fhir/withdrawal.h"
#include "kiosk/sync/questionnaires/questionnaires.h"
#include "kiosk/sync/testing/child_process.h"
#include "tests/interop/peer.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::example_observation;
using fhir::example_pairs;
using fhir::example_places;

class Validity : public testing::Test {
 protected:
  Validity()
      : folder(std::filesystem::temp_directory_path() /
               ("aktiv-valid-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
  }
  ~Validity() override { std::filesystem::remove_all(folder); }

  void write(const std::string& name, const std::string& text) {
    files.push_back(folder + "/" + name + ".json");
    std::ofstream(files.back()) << text;
  }

  // What the validators say, and whether they found nothing.
  std::pair<std::string, bool> judged() {
    std::vector<std::string> command{interop::node(), interop::folder() + "/validate.mjs"};
    command.insert(command.end(), files.begin(), files.end());
    ChildProcess process(command);
    const std::string said = process.read_all();
    return {said, process.wait() == 0};
  }

  std::string folder;
  std::vector<std::string> files;
};

std::string shown(std::string_view key) {
  return "Vist: " + std::string(key);
}

fhir::QuestionnaireSource questionnaire() {
  return {ToolId("kan_lide"),
          1,
          {"Kan lide", {{"en", "Like"}}},
          "da",
          {{"t2_q", {"Kan du lide det?", {{"uk", "Тобі це подобається?"}}}}},
          {{{"jobs", "bage"}, {"Bage", {{"en", "Bake"}}}, "\x89PNG\r\n"},
           {{"themes", "mad"}, {"Mad", {}}, ""}},
          {{"kan_lide", {"Kan lide", {}}}, {"kan_ikke_lide", {"Kan ikke lide", {}}}}};
}

TEST_F(Validity, EveryResourceThatWeProduceIsR4) {
  auto context = fhir::example_context();
  context.text = shown;
  const auto places = example_places();
  const fhir::Withdrawal withdrawal{
      places.id, places.citizen, places.tool, 1, places.finished_ms, places.finished_ms + 1, 1};
  write("pairs", *fhir::build_bundle(example_pairs(), context));
  write("places", *fhir::build_bundle(places, fhir::example_context()));
  const auto wished = fhir::example_staircase();
  const fhir::Withdrawal unsaid{
      wished.id, wished.citizen, wished.tool, 1, wished.finished_ms, wished.finished_ms + 1, 1};
  write("wished", *fhir::build_bundle(wished, context));
  write("unsaid", *fhir::build_marks_bundle(unsaid, context));
  Submission bare;
  bare.id = places.id;
  bare.citizen = places.citizen;
  bare.tool = places.tool;
  write("bare", *fhir::build_bundle(bare, context));
  write("observation", *fhir::build_observation(example_observation(), context));
  write("marks", *fhir::build_marks_bundle(withdrawal, context));
  write("mark", *fhir::build_mark_in_place(fhir::build_marks(withdrawal, context)->front(), "17"));
  write("notice",
        *fhir::build_withdrawal_notice(withdrawal, context, {"QuestionnaireResponse/17"}));
  write("questionnaire", *fhir::build_questionnaire_bundle(questionnaire()));
  const auto tools = *questionnaire_bundles(interop::content(), {});
  for (size_t i = 0; i < tools.size(); ++i) write("tool" + std::to_string(i), tools[i]);
  write("observed", *fhir::build_observation_questionnaire_bundle({{"Set af mentor", {}}, "da"}));
  write("evaluations",
        *fhir::build_evaluation_counts(interop::evaluations(fhir::example_uuid(7, 1))));
  auto split = fhir::example_context();
  split.max_record_bytes = 8;
  const auto parts = *fhir::build_bundles(example_pairs(), split);
  for (size_t i = 0; i < parts.size(); ++i) write("part" + std::to_string(i), parts[i]);
  const auto [said, is_clean] = judged();
  EXPECT_TRUE(is_clean) << said;
}

// What is handed on, with the answers it was made from; one section has nothing.
TEST_F(Validity, ADocumentThatIsHandedOnIsR4) {
  const Submission said = example_pairs();
  const Json bundle = Json::parse(*fhir::build_bundle(said, fhir::example_context()));
  Json answers;
  for (const auto& entry : bundle["entry"])
    if (entry["resource"]["resourceType"] == "QuestionnaireResponse") answers = entry["resource"];
  ASSERT_TRUE(answers.is_object());
  answers["id"] = fhir::example_uuid(12, 1);
  const casefile::Paper paper{
      "da",
      "Grundlag",
      {"Borger 1234", "Lavet 22. nov. 2026"},
      {{"Samfundsliv",
        {{"Valgt oftest, først", "1. Have\n2. Bage & <lave mad>", "Valg på skærmen"}},
        {said.id}},
       {"Relationer", {}, {}}},
      "Der står ikke noget her."};
  const casefile::PaperFrame frame{
      fhir::example_uuid(13, 1), "https://casefile.example/fhir", "p1",
      said.citizen.value,        fhir::example_uuid(14, 1),       "Mentor",
      1'795'350'600'004};
  const auto document = casefile::paper_bundle(paper, frame, {{said.id.value, answers.dump()}});
  ASSERT_TRUE(document) << to_text(document.error());
  write("document", *document);
  const auto [found, is_clean] = judged();
  EXPECT_TRUE(is_clean) << found;
  EXPECT_FALSE(casefile::paper_bundle(paper, frame, {})) << "without its answers it is none";
}

TEST_F(Validity, AllThatIsKeptOfACitizenIsR4) {
  Json patient = Json::parse(R"({"resourceType":"Patient","id":"p1"})");
  const auto all =
      casefile::everything_bundle({"https://casefile.example/fhir",
                                   "Sol",
                                   {{"Patient", "p1", patient.dump()}},
                                   {{1'795'350'600'004, "Mentor", "Så en samtale", false},
                                    {1'795'350'600'005, "Mentor", "Skrev noget", true}},
                                   1'795'350'600'006});
  ASSERT_TRUE(all) << to_text(all.error());
  write("everything", *all);
  const auto [found, is_clean] = judged();
  EXPECT_TRUE(is_clean) << found;
}

// Everything that can be set, each number at its least or at its most.
AccessProfile whole_profile(bool is_most) {
  AccessProfile access;
  for (const AccessNumber& number : access_numbers)
    access.*number.at = is_most ? number.most : number.least;
  access.palette = is_most ? Palette::contrast : Palette::light;
  access.reach = is_most ? Reach::right : Reach::whole;
  access.timbre = is_most ? Timbre::deeper : Timbre::plain;
  access.operated_by = is_most ? OperatedBy::held_switch : OperatedBy::touch;
  access.scan_by = is_most ? ScanBy::groups : ScanBy::one_by_one;
  access.has_words = access.is_calm = access.goes_on_by_itself = is_most;
  access.is_heard = access.scan_is_heard = is_most;
  access.choose_switch = "pad:a";
  access.step_switch = "key:Space";
  return access;
}

std::string patient(const AccessProfile& access) {
  const std::string bare = R"({"resourceType":"Patient","active":true,"identifier":[{"system":)"
                           R"("urn:aktiv-dialog:citizen","value":"c1"}]})";
  const fhir::Traits traits{
      {PictureId("signs/sunflower"), PictureId("signs/boat")}, access, "Tirsdag kl. 10"};
  return fhir::at_centre(fhir::bearing(bare, traits), "Nord, Aalborg");
}

TEST_F(Validity, APatientBearsNothingThatIsNotDefined) {
  write("least", patient(whole_profile(false)));
  write("most", patient(whole_profile(true)));
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(AKTIV_SOURCE_DIR) + "/assets/fhir"))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  ASSERT_EQ(files.size(), 5u) << "both patients and three definitions";
  const auto [said, is_clean] = judged();
  EXPECT_TRUE(is_clean) << said;
}

TEST_F(Validity, ASettingThatIsNotAsDefinedIsFound) {
  std::vector<std::string> wrong_ones;
  const auto broken = [&](const std::string& name, auto change) {
    Json wrong = Json::parse(patient(whole_profile(true)));
    change(wrong["extension"]);
    write(name, wrong.dump());
    wrong_ones.push_back(files.back());
  };
  for (const AccessNumber& number : access_numbers) {
    for (const int outside : {number.least - 1, number.most + 1})
      broken(number.name + std::to_string(outside), [&](Json& extensions) {
        for (Json& setting : extensions[3]["extension"])
          if (setting["url"] == number.name) setting["valueInteger"] = outside;
      });
  }
  broken("three_signs", [](Json& all) { all.push_back(all[0]); });
  broken("odd_sign", [](Json& all) { all[0]["valueString"] = "Solsikke"; });
  broken("unknown", [](Json& all) { all[0]["url"] = "urn:aktiv-dialog:level"; });
  broken("unknown_setting", [](Json& all) { all[3]["extension"][0]["url"] = "score"; });
  broken("value_and_parts", [](Json& all) { all[3]["valueString"] = "x"; });
  const auto [said, is_clean] = judged();
  EXPECT_FALSE(is_clean);
  for (const auto& file : wrong_ones)
    EXPECT_NE(said.find(file), std::string::npos) << file << "\n" << said;
}

TEST_F(Validity, WhatIsNotR4IsFoundByOneOrAnother) {
  const Json bundle = Json::parse(*fhir::build_bundle(example_pairs(), fhir::example_context()));
  const Json right = bundle["entry"][1]["resource"];
  const auto broken = [&](const std::string& name, auto change) {
    Json wrong = right;
    change(wrong);
    write(name, wrong.dump());
  };
  broken("status", [](Json& r) { r["status"] = "done"; });
  broken("zone", [](Json& r) { r["authored"] = "2026-11-22T13:00:00"; });
  broken("list", [](Json& r) { r["identifier"] = Json::array({r["identifier"]}); });
  broken("two_values", [](Json& r) { r["item"][0]["item"][0]["answer"][0]["valueInteger"] = 3; });
  broken("no_link", [](Json& r) { r["item"][0].erase("linkId"); });
  broken("member", [](Json& r) { r["certainty"] = "high"; });
  const auto [said, is_clean] = judged();
  EXPECT_FALSE(is_clean);
  for (const auto& file : files)
    EXPECT_NE(said.find(file), std::string::npos) << file << "\n" << said;
}

}  // namespace
}  // namespace aktiv::sync
