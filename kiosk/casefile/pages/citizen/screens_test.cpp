// The mentor sees the screens as the citizen met them, or calm words where that cannot be.
#include <gmock/gmock.h>

#include "dialogue/engine/engine.h"
#include "kiosk/casefile/support/browser.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A conversation held with the engine itself: three pairs, the left card each time, one "Ved ikke".
Submission held(const std::string& language) {
  const Engine engine(built_in_content());
  Session session = engine.start(language);
  uint64_t chance = 0;
  const auto give = [&](Intent fact) {
    session =
        engine.update(std::move(session), {std::move(fact), 1'795'350'000'000, Seed{7, ++chance}})
            .session;
  };
  const auto touch = [&](const std::string& element) {
    give(Chosen{engine.describe(session).screen, ElementId(element)});
  };
  SessionPrepared fact;
  fact.citizen = CitizenId(fhir::example_uuid(3, 1));
  fact.setup.tool = ToolId("to_billeder");
  fact.setup.way = 1;
  fact.language = language;
  fact.starts_at_tool = true;
  give(fact);
  touch("next");
  for (int i = 0; i < 3; ++i) {
    touch(i == 2 ? "out:dont_know" : engine.describe(session).elements[0].id.value);
    touch("next");
  }
  Submission said =
      submissions_of(session.talk, session.events, engine.catalogue(), built_in_content()).front();
  said.conversation = ConversationId(fhir::example_uuid(2, 1));
  said.finished_ms = said.started_ms + 60'000;
  return said;
}

class ScreensTest : public BrowserTest {
 protected:
  // Sends it as a kiosk does, and opens its page.
  std::string page_of(const Submission& said, const std::string& query = "") {
    fhir::SendContext context = fhir::example_context();
    auto citizen = patient(said.citizen.value);
    citizen["extension"] = {{{"url", "urn:aktiv-dialog:sign"}, {"valueString", "signs/sunflower"}},
                            {{"url", "urn:aktiv-dialog:sign"}, {"valueString", "signs/boat"}}};
    context.patient = json_of(ask(request("POST", "/fhir/Patient", citizen.dump())))["id"];
    const auto sent = ask(request("POST", "/fhir", *fhir::build_bundle(said, context)));
    EXPECT_EQ(sent.status, 200) << sent.body;
    enter_as_mentor();
    const std::string list = get("/citizens").body;
    const size_t person = list.find("\"/citizens/") + 1;
    return get(list.substr(person, list.find('"', person) - person) + "/sessions/" + said.id.value +
               query)
        .body;
  }
};

TEST_F(ScreensTest, EachScreenComesBackWithWhatWasChosen) {
  const Submission said = held("da");
  const std::string shown = page_of(said);
  EXPECT_THAT(shown, HasSubstr("Skærm for skærm"));
  EXPECT_THAT(shown, HasSubstr("data-screen=\"3\""));
  EXPECT_THAT(shown, Not(HasSubstr("data-screen=\"4\"")));
  const auto& first = said.answers.front();
  const size_t screen = shown.find("data-screen=\"1\"");
  const size_t left = shown.find("/pictures/" + first.shown[0].text() + ".png", screen);
  const size_t mark = shown.find("<strong class=\"mark\">", screen);
  const size_t right = shown.find("/pictures/" + first.shown[1].text() + ".png", screen);
  EXPECT_LT(left, mark) << "the left card was touched";
  EXPECT_LT(mark, right) << "and stands on the left";
  EXPECT_THAT(shown, Not(HasSubstr("dir=\"rtl\"")));
  EXPECT_THAT(shown, HasSubstr("Hørt først: "));
}

TEST_F(ScreensTest, WhoWasSignedInWhenTheSessionBeganIsToldApartFromWhoPressed) {
  Submission said = held("da");
  said.started_by = MentorId("5e1f0c2a-0000-4000-8000-000000000001");
  const std::string shown = page_of(said);
  EXPECT_THAT(shown, HasSubstr("<dt>Session startet af</dt><dd><span "
                               "title=\"5e1f0c2a-0000-4000-8000-000000000001\">mentor 5e1f0c2a"));
  EXPECT_THAT(shown, HasSubstr("<dt>Hvem trykkede</dt><dd>borgeren trykkede"));
}

TEST_F(ScreensTest, ASessionThatNoMentorBeganSaysNothingOfOne) {
  EXPECT_THAT(page_of(held("da")), Not(HasSubstr("Session startet af")));
}

TEST_F(ScreensTest, TheCitizensOwnLanguageStaysOnThePageOfADanishMentor) {
  const std::string shown = page_of(held("en"));
  EXPECT_THAT(shown, HasSubstr("lang=\"en\">None of them"));
  EXPECT_THAT(shown, HasSubstr("Skærm for skærm"));
}

TEST_F(ScreensTest, WhereTheCitizenReadsFromTheRightTheSidesAreAsTheyWere) {
  EXPECT_THAT(page_of(held("ar")), HasSubstr("data-screen=\"1\"><div dir=\"rtl\"><h3>"));
}

TEST_F(ScreensTest, TheCitizenIsSeenByBothPictures) {
  page_of(held("da"));
  const std::string list = get("/citizens").body;
  EXPECT_THAT(list, HasSubstr("/pictures/signs/sunflower.png"));
  EXPECT_THAT(list, HasSubstr("/pictures/signs/boat.png"));
  EXPECT_THAT(list, Not(HasSubstr("Borger uden navn")));
}

TEST_F(ScreensTest, WithoutARecordTheAnswersAreStillThere) {
  Submission said = held("da");
  said.session_record.clear();
  const std::string shown = page_of(said);
  EXPECT_THAT(shown, HasSubstr("Skærmene fra denne samtale er ikke sendt med"));
  EXPECT_THAT(shown, HasSubstr("data-answer=\"3\""));
  EXPECT_THAT(shown, Not(HasSubstr("data-screen")));
}

TEST_F(ScreensTest, AnotherVersionOfTheToolIsSaidAndNotGuessed) {
  Submission said = held("da");
  ++said.definition_version;
  const std::string shown = page_of(said);
  EXPECT_THAT(shown, HasSubstr("en anden udgave af værktøjet"));
  EXPECT_THAT(shown, HasSubstr("data-answer=\"3\""));
  EXPECT_THAT(shown, Not(HasSubstr("data-screen")));
}

TEST_F(ScreensTest, ARecordThatSaysOtherThanTheAnswersIsNotShown) {
  Submission said = held("da");
  said.answers.front().card = said.answers.front().shown[1];
  const std::string shown = page_of(said);
  EXPECT_THAT(shown, HasSubstr("passer ikke sammen med svarene"));
  EXPECT_THAT(shown, Not(HasSubstr("data-screen")));
}

// Their own voice: an answer names the clip, the record holds it.
Submission spoken(const std::string& sound) {
  Submission said = held("da");
  AnswerRecord answer;
  answer.number = static_cast<int>(said.answers.size()) + 1;
  answer.question = "t3_q";
  answer.choice = Choice::words;
  answer.own.clip = fhir::example_uuid(7, 9);
  answer.own.clip_ms = 4200;
  said.answers.push_back(answer);
  if (!sound.empty())
    said.session_record += to_json(Event(ClipKept{answer.own.clip, sound})) + "\n";
  return said;
}

TEST_F(ScreensTest, TheCitizensOwnVoiceIsHeardUnderItsQuestion) {
  const std::string shown = page_of(spoken("T2dnUw=="));
  EXPECT_THAT(shown, HasSubstr("Med egen stemme"));
  EXPECT_THAT(shown, HasSubstr("src=\"data:audio/ogg;base64,T2dnUw==\""));
  EXPECT_THAT(shown, HasSubstr("aria-label=\"Hvad drømmer du om at lave?\""));
}

void expect_unheard(const std::string& shown) {
  EXPECT_THAT(shown, HasSubstr("Optagelsen er ikke sendt med."));
  EXPECT_THAT(shown, Not(HasSubstr("<audio")));
}

TEST_F(ScreensTest, AVoiceThatDidNotComeIsSaid) {
  expect_unheard(page_of(spoken("")));
}

TEST_F(ScreensTest, WhatIsNoSoundNeverReachesThePage) {
  expect_unheard(page_of(spoken("\"><script>")));
}

TEST_F(ScreensTest, ThePageIsWholeHtmlInBothLanguages) {
  const Submission said = held("da");
  page_of(said);
  const std::string list = get("/citizens").body;
  const size_t person = list.find("\"/citizens/") + 1;
  const std::string path =
      list.substr(person, list.find('"', person) - person) + "/sessions/" + said.id.value;
  expect_whole_html(path);
  expect_whole_html(path + "?lang=en");
}

}  // namespace
}  // namespace aktiv::casefile
