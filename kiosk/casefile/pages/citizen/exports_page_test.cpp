// Handing on what a citizen shared: nothing else, to nobody else, and it is told afterwards.
#include <gmock/gmock.h>

#include <map>

#include "kiosk/casefile/exports/export_plan.h"
#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class ExportsPageTest : public HeldTalksTest {
 protected:
  Submission send_shared(const char* tool, int way, int days_ago, unsigned conversation,
                         std::vector<std::string> readers) {
    Submission said = held(tool, way, now_ms_ - days_ago * day_ms, conversation);
    said.readers = std::move(readers);
    send_talk(said);
    return said;
  }
  HttpResponse hand_on(const std::string& plan, Fields fields,
                       const std::string& yes = "Hun pegede på ja") {
    get(at("/exports/" + plan));
    fields.emplace_back("yes", yes);
    return post(at("/exports/" + plan), fields);
  }
};

TEST_F(ExportsPageTest, OnlyWhatIsSharedWithTheAdviserCanBeHandedToTheAuthority) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver", "mor"});
  const Submission other = send_shared("min_droem", 3, 2, 2, {"mor"});
  enter_as_mentor();
  const std::string form = get(at("/exports/basis")).body;
  EXPECT_THAT(form, AllOf(HasSubstr(shared.id.value), Not(HasSubstr(other.id.value))));
  EXPECT_THAT(form, HasSubstr("1 samtale er ikke delt med myndigheden (rådgiver)"));

  const auto file = hand_on("basis", {{"talk", shared.id.value}, {"talk", other.id.value}});
  EXPECT_EQ(file.status, 200);
  EXPECT_THAT(file.body, AllOf(HasSubstr("Valg på skærmen: Kan lide"), Not(HasSubstr("Min drøm"))))
      << "what was not shared cannot be chosen, whatever the form says";
}

TEST_F(ExportsPageTest, TheJobCentreGetsNothingThatWasNotTickedForIt) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  enter_as_mentor();
  EXPECT_THAT(get(at("/exports/basis")).body, HasSubstr(" checked"));
  EXPECT_THAT(get(at("/exports/rehab_plan")).body,
              AllOf(HasSubstr(shared.id.value), Not(HasSubstr(" checked"))));
  const auto refused = hand_on("rehab_plan", {});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Sæt kryds ved mindst én samtale."));
}

TEST_F(ExportsPageTest, NothingGoesUntilTheCitizensYesIsWritten) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  enter_as_mentor();
  const auto refused = hand_on("basis", {{"talk", shared.id.value}}, "");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("Skriv, hvordan borgeren sagde ja."));
  EXPECT_THAT(get(at("/exports")).body, Not(HasSubstr("data-record")));
}

TEST_F(ExportsPageTest, WhatWasHandedOnIsToldInTheFolderAndInTheLog) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  enter_as_mentor();
  const auto file = hand_on("basis", {{"talk", shared.id.value}});
  EXPECT_EQ(header_of(file, "Content-Disposition"), "attachment; filename=\"basis.pdf\"");
  const std::string told = get(at("/exports")).body;
  EXPECT_THAT(told, AllOf(HasSubstr("Hun pegede på ja"), HasSubstr("Kan lide"),
                          HasSubstr("myndigheden (rådgiver)")));
  EXPECT_THAT(told, Not(HasSubstr("/change"))) << "it is told, not written";
  EXPECT_THAT(get(at("/person")).body, HasSubstr("Gav noget videre"));
}

TEST_F(ExportsPageTest, ATeamSeesOnlyWhatIsSharedWithAllWhoCome) {
  const Submission both = send_shared("det_vigtigste", 2, 1, 1, {"mor", "ven"});
  const Submission one = send_shared("min_droem", 3, 2, 2, {"mor"});
  enter_as_mentor();
  EXPECT_THAT(get(at("/exports/citizens_team")).body, Not(HasSubstr(both.id.value)));
  EXPECT_THAT(get(at("/exports/citizens_team?people=mor")).body,
              AllOf(HasSubstr(both.id.value), HasSubstr(one.id.value)));
  EXPECT_THAT(get(at("/exports/citizens_team?people=mor&people=ven")).body,
              AllOf(HasSubstr(both.id.value), Not(HasSubstr(one.id.value))));
  EXPECT_THAT(get(at("/exports/citizens_team?people=fremmed")).body, Not(HasSubstr(both.id.value)))
      << "nobody but those the citizen named";
}

TEST_F(ExportsPageTest, StaffsNotesComeOnlyWhereTheyAreAskedFor) {
  const Submission shared = send_shared("min_droem", 3, 1, 1, {"raadgiver"});
  enter_as_mentor();
  get(at("/write/note"));
  post(at("/write/note"),
       {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "Talte længe om havet"}});
  post(at("/write/follow_up"), {{"held", "2026-11-20"},
                                {"kind", "own"},
                                {"view_adviser", "Vil vente"},
                                {"what", "Ringe"},
                                {"who", "Mentor"},
                                {"when", "Fredag"}});
  EXPECT_THAT(hand_on("basis", {{"talk", shared.id.value}}).body,
              AllOf(Not(HasSubstr("Talte længe om havet")), Not(HasSubstr("Vil vente"))));
  EXPECT_THAT(hand_on("basis", {{"talk", shared.id.value}, {"notes", "yes"}}).body,
              AllOf(HasSubstr("Talte længe om havet"), HasSubstr("Vil vente")));
  EXPECT_THAT(hand_on("my_plan", {{"talk", shared.id.value}, {"notes", "yes"}}).body,
              AllOf(HasSubstr("Min drøm"), Not(HasSubstr("Vil vente"))));
}

TEST_F(ExportsPageTest, TheFhirDocumentHoldsTheAnswersItWasMadeFromAndNothingElse) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  send_shared("min_droem", 3, 2, 2, {"mor"});
  enter_as_mentor();
  const auto file = hand_on("basis", {{"talk", shared.id.value}, {"format", "fhir"}});
  const auto bundle = TestJson::parse(file.body);
  EXPECT_EQ(bundle["type"], "document");
  const auto& entries = bundle["entry"];
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0]["resource"]["resourceType"], "Composition");
  const auto whole = [](const TestJson& refers) {
    return "https://casefile.example/fhir/" + refers["reference"].get<std::string>();
  };
  const auto& composition = entries[0]["resource"];
  EXPECT_EQ(whole(composition["subject"]), entries[1]["fullUrl"]);
  EXPECT_EQ(whole(composition["author"][0]), entries[2]["fullUrl"]);
  EXPECT_FALSE(entries[1]["resource"].contains("extension")) << "no sign-in pictures";
  EXPECT_THAT(entries[3]["resource"].dump(), HasSubstr(shared.id.value));
  EXPECT_EQ(whole(composition["section"][1]["entry"][0]), entries[3]["fullUrl"]);
}

TEST_F(ExportsPageTest, EverythingAboutACitizenGoesIntoOneFile) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  const Submission kept = send_shared("min_droem", 3, 2, 2, {});
  enter_as_mentor();
  get(at("/person"));
  post(at("/name"), {{"name", "Sol"}});
  get(at("/write/note"));
  post(at("/write/note"),
       {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "Talte længe om havet"}});
  get(at("/person"));
  const auto file = post(at("/everything"), {});
  EXPECT_EQ(header_of(file, "Content-Disposition"), "attachment; filename=\"everything.json\"");
  std::map<std::string, int> kinds;
  const auto bundle = TestJson::parse(file.body);
  for (const auto& entry : bundle["entry"]) ++kinds[entry["resource"]["resourceType"]];
  EXPECT_EQ(kinds["Patient"], 1);
  EXPECT_EQ(kinds["QuestionnaireResponse"], 3) << "two talks and a note";
  EXPECT_EQ(kinds["DocumentReference"], 2) << "their records";
  EXPECT_GT(kinds["AuditEvent"], 3);
  for (const std::string& wanted :
       {shared.id.value, kept.id.value, std::string("Talte længe om havet"),
        std::string("Hentede alt om borgeren"), std::string("\"name\":[{\"text\":\"Sol\"}]")})
    EXPECT_THAT(file.body, HasSubstr(wanted));
  EXPECT_THAT(get(at("/person")).body, HasSubstr("Hentede alt om borgeren"));
}

TEST_F(ExportsPageTest, TheCitizenCanBeShownWhoReadAndWroteInEasyWords) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  enter_as_mentor();
  get(at());
  get(at("/sessions"));
  hand_on("basis", {{"talk", shared.id.value}});
  const std::string shown = get(at("/seen")).body;
  const std::string read = "mentor Dagcenter Nord har læst i din mappe.";
  EXPECT_THAT(shown, HasSubstr(read));
  EXPECT_EQ(shown.find(read), shown.rfind(read)) << "once a day";
  EXPECT_THAT(shown, HasSubstr("har givet noget videre, som du sagde ja til."));
}

TEST_F(ExportsPageTest, AnotherCentreHandsOnNothing) {
  const Submission shared = send_shared("kan_lide", 2, 1, 1, {"raadgiver"});
  enter_as_mentor("Dagcenter Syd");
  EXPECT_EQ(get(at("/exports/basis")).status, 404);
  EXPECT_EQ(hand_on("basis", {{"talk", shared.id.value}}).status, 404);
  EXPECT_EQ(get(at("/exports/nothing")).status, 404);
  EXPECT_EQ(get(at("/seen")).status, 404);
  EXPECT_EQ(post(at("/everything"), {}).status, 404);
}

TEST(ExportPlan, SaysWhereItMakesNoSense) {
  const auto fault = [](const char* toml) { return parse_exports(toml, "exports.toml").error(); };
  EXPECT_EQ(fault("[[export]]\nid = \"basis\"").what, "there is no section");
  EXPECT_EQ(fault("[[export]]\nid = \"basis\"\n[[export.section]]\nid = \"a\"\ntalks = [12]").what,
            "not a tool's number");
  EXPECT_EQ(fault("[[export]]\nid = \"basis\"\n[[export.section]]\nid = \"a\"").what,
            "nothing could stand in the section");
  EXPECT_EQ(fault("[[export]").where, "exports.toml:1");
}

}  // namespace
}  // namespace aktiv::casefile
