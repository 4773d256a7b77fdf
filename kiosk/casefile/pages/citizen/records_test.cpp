// What staff write: apart from what the citizen said, never lost, never on a kiosk.
#include <gmock/gmock.h>

#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RecordsTest : public HeldTalksTest {
 protected:
  std::string write(const std::string& text, const std::string& heading = "ability",
                    const std::string& whose = "relative") {
    get(at("/write/note?heading=" + heading));
    const auto kept =
        post(at("/write/note"),
             {{"heading", heading}, {"whose", whose}, {"who", "mor"}, {"text", text}});
    EXPECT_EQ(header_of(kept, "Location"), at());
    const std::string shown = get(at()).body;
    const size_t start = shown.find("data-record=\"") + 13;
    return shown.substr(start, 36);
  }
  HttpResponse change(const std::string& note, const std::string& text, const char* version) {
    return post(
        at("/records/" + note + "/change"),
        {{"heading", "ability"}, {"whose", "relative"}, {"text", text}, {"version", version}});
  }
};

TEST_F(RecordsTest, ANoteStandsUnderItsHeadingWithWhoseWordsItIs) {
  enter_as_mentor();
  write("Hun kan selv tage bussen <nu>");
  const std::string shown = get(at()).body;
  const size_t ability = shown.find("id=\"ability\"");
  const size_t note = shown.find("Hun kan selv tage bussen &lt;nu&gt;");
  EXPECT_GT(note, ability);
  EXPECT_LT(note, shown.find("id=\"potential\""));
  EXPECT_THAT(shown, HasSubstr("<strong>Pårørende (mor)</strong>"));
  EXPECT_THAT(shown, HasSubstr("skrevet af mentor Dagcenter Nord, 22. nov. 2026"));
  EXPECT_THAT(get(at("/person")).body, HasSubstr("Skrev noget"));
}

TEST_F(RecordsTest, NoKioskIsGivenANoteNorMayWriteOne) {
  enter_as_mentor();
  write("Kun for personalet");
  const auto found = ask("GET", "/fhir/QuestionnaireResponse?patient=" + patient_);
  EXPECT_THAT(found.body, Not(HasSubstr("personalet")));
  EXPECT_EQ(json_of(found)["total"], 0);
  const std::string id = *casefile_->database().read([&](Connection& db) -> Result<std::string> {
    Statement row(db, "SELECT id FROM resource WHERE is_for_staff = 1");
    row.step();
    return row.text(0);
  });
  EXPECT_EQ(ask("GET", "/fhir/QuestionnaireResponse/" + id).status, 404);
  auto forged = response(random_uuid(), "Patient/" + patient_);
  forged["id"] = id;
  EXPECT_EQ(put("/fhir/QuestionnaireResponse/" + id, forged, "W/\"1\"").status, 404);
  forged.erase("id");
  forged["meta"]["tag"] = {{{"system", "urn:aktiv-dialog:staff"}, {"code", "note"}}};
  EXPECT_EQ(ask("POST", "/fhir/QuestionnaireResponse", forged).status, 422);
}

TEST_F(RecordsTest, ANoteIsNoAnswerOfTheCitizen) {
  enter_as_mentor();
  write("Mor siger, at hun elsker heste");
  EXPECT_THAT(get(at()).body, HasSubstr("Der er ingen svar i mappen endnu."));
  EXPECT_THAT(get(at("/sessions")).body, Not(HasSubstr("kan ikke læses")));
}

TEST_F(RecordsTest, AChangedNoteSaysThatItWas) {
  enter_as_mentor();
  const std::string note = write("Bus");
  EXPECT_EQ(header_of(change(note, "Bus og tog", "1"), "Location"), at());
  const std::string shown = get(at()).body;
  EXPECT_THAT(shown, HasSubstr("Bus og tog"));
  EXPECT_THAT(shown, HasSubstr("senest rettet af"));
}

TEST_F(RecordsTest, TwoWhoChangeTheSameNoteBothSeeBothTexts) {
  enter_as_mentor();
  const std::string note = write("Bus");
  change(note, "Bus og tog", "1");
  const auto late = change(note, "Bus om morgenen", "1");
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("Nogen har rettet det imens"));
  EXPECT_THAT(late.body, HasSubstr("Bus og tog"));
  EXPECT_THAT(late.body, HasSubstr("Bus om morgenen"));
  EXPECT_THAT(late.body, HasSubstr("name=\"version\" value=\"2\""));
  EXPECT_EQ(header_of(change(note, "Bus og tog om morgenen", "2"), "Location"), at());
}

TEST_F(RecordsTest, AnEmptyOrEndlessNoteKeepsWhatWasWritten) {
  enter_as_mentor();
  get(at("/write/note?heading=dreams"));
  const auto empty =
      post(at("/write/note"),
           {{"heading", "dreams"}, {"whose", "relative"}, {"who", "far"}, {"text", " "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_THAT(empty.body, HasSubstr("value=\"far\""));
  const std::string endless(longest(FieldKind::lines) + 1, 'x');
  const auto refused =
      post(at("/write/note"), {{"heading", "dreams"}, {"whose", "mentor"}, {"text", endless}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr(endless));
}

TEST_F(RecordsTest, ANoteThatIsTakenOutIsGoneWithItsOlderVersions) {
  enter_as_mentor();
  const std::string note = write("Noget forkert");
  change(note, "Noget andet forkert", "1");
  EXPECT_EQ(header_of(post(at("/records/" + note + "/take-out"), {{"version", "2"}}), "Location"),
            at());
  EXPECT_THAT(get(at()).body, Not(HasSubstr("forkert")));
  EXPECT_EQ(get(at("/records/" + note)).status, 404);
  const int64_t left = *casefile_->database().read([&](Connection& db) -> Result<int64_t> {
    Statement row(db,
                  "SELECT count(*) FROM resource r JOIN resource_version v USING(type, id) WHERE "
                  "r.is_for_staff = 1 AND v.version < r.version AND v.body IS NOT NULL");
    row.step();
    return row.number(0);
  });
  EXPECT_EQ(left, 0);
  EXPECT_THAT(get(at("/person")).body, HasSubstr("Tog noget ud"));
}

TEST_F(RecordsTest, AnotherCentreNeitherReadsNorWrites) {
  enter_as_mentor();
  const std::string note = write("Kun i Nord");
  enter_as_mentor("Dagcenter Syd");
  EXPECT_EQ(get(at("/records/" + note)).status, 404);
  EXPECT_EQ(change(note, "Overskrevet", "1").status, 404);
  EXPECT_EQ(
      post(at("/write/note"), {{"heading", "dreams"}, {"whose", "mentor"}, {"text", "Ny"}}).status,
      404);
  EXPECT_EQ(post(at("/records/" + note + "/take-out"), {{"version", "1"}}).status, 404);
}

TEST_F(RecordsTest, ASessionThatEndsWhileSomebodyWritesLosesNoText) {
  enter_as_mentor();
  get(at("/write/note?heading=ability"));
  now_ms_ += 25 * 60'000;
  const auto late = post(
      at("/write/note"),
      {{"heading", "ability"}, {"whose", "mentor"}, {"text", "En lang formiddags tanker <b>"}});
  EXPECT_EQ(header_of(late, "Location"), "/sign-in");
  sign_in("mentor Dagcenter Nord", "fire heste paa en mark");
  EXPECT_EQ(header_of(get("/"), "Location"), "/kept");
  const std::string waiting = get("/kept").body;
  EXPECT_THAT(waiting, HasSubstr("En lang formiddags tanker &lt;b&gt;"));
  expect_whole_html("/kept");
  const auto saved = post(at("/write/note"), {{"kept", "yes"},
                                              {"heading", "ability"},
                                              {"whose", "mentor"},
                                              {"text", "En lang formiddags tanker <b>"}});
  EXPECT_EQ(header_of(saved, "Location"), at());
  EXPECT_THAT(get(at()).body, HasSubstr("En lang formiddags tanker"));
  EXPECT_EQ(header_of(get("/"), "Location"), "/citizens") << "it waits no more";
}

TEST_F(RecordsTest, WhatWaitsIsForWhoeverWroteItAndNobodyElse) {
  enter_as_mentor();
  get(at("/write/note?heading=ability"));
  now_ms_ += 25 * 60'000;
  post(at("/write/note"), {{"heading", "ability"}, {"whose", "mentor"}, {"text", "Mit"}});
  enter_as_mentor("Dagcenter Syd");
  EXPECT_EQ(header_of(get("/"), "Location"), "/citizens");
  EXPECT_EQ(header_of(get("/kept"), "Location"), "/");
  leave();
  sign_in("mentor Dagcenter Nord", "fire heste paa en mark");
  EXPECT_EQ(post("/kept", {}).status, 403) << "not without a form of its own";
  get("/kept");
  EXPECT_EQ(header_of(post("/kept", {}), "Location"), "/");
  EXPECT_EQ(header_of(get("/"), "Location"), "/citizens");
}

TEST_F(RecordsTest, AForgedFormIsNotKept) {
  enter_as_mentor();
  now_ms_ += 25 * 60'000;
  token_ = "guessed";
  post(at("/write/note"), {{"heading", "ability"}, {"whose", "mentor"}, {"text", "Falsk"}});
  leave();
  sign_in("mentor Dagcenter Nord", "fire heste paa en mark");
  EXPECT_EQ(header_of(get("/"), "Location"), "/citizens");
}

}  // namespace
}  // namespace aktiv::casefile
