// What every kiosk of a day centre must know of a citizen: it goes with their Patient, comes to the
// other kiosks, and whatever two kiosks have set apart from each other they agree on.
#include <nlohmann/json.hpp>

#include "kiosk/sync/commands.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/testing/centre_fixture.h"

namespace aktiv::sync {
namespace {

using fhir::example_pairs;

TEST_F(Sync, TheCitizenIsKnownThereByTheSignInPicturesAndNoName) {
  outbox.own_traits.signs = {PictureId("signs/sunflower"), PictureId("signs/boat")};
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  const std::string patient = server.now("Patient").front();
  for (const char* part : {"urn:aktiv-dialog:sign", "signs/sunflower", "signs/boat"})
    EXPECT_NE(patient.find(part), std::string::npos) << part;
  EXPECT_EQ(patient.find("\"name\""), std::string::npos);
}

TEST_F(Sync, PicturesThatAreGivenLaterReachAPatientThatIsThere) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.own_traits.signs = {PictureId("signs/sunflower")};
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_NE(server.now("Patient").front().find("signs/sunflower"), std::string::npos);

  outbox.own_traits.signs = {PictureId("signs/boat"), PictureId("signs/cat")};
  EXPECT_EQ(worker.step(), StepKind::arrived);
  const std::string patient = server.now("Patient").front();
  EXPECT_NE(patient.find("signs/boat"), std::string::npos);
  EXPECT_NE(patient.find("signs/cat"), std::string::npos);
  EXPECT_EQ(patient.find("signs/sunflower"), std::string::npos) << "changed, not added to";
  EXPECT_NE(patient.find(example_pairs().citizen.value), std::string::npos);
  EXPECT_EQ(server.count("Patient"), 1);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits) << "sent once";
}

TEST_F(Sync, HowTheCitizenUsesAKioskFollowsInTheirPatient) {
  outbox.own_traits.access.hold_ms = 700;
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()), outbox.own_traits);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits) << "it was made with it";
  outbox.own_traits.access.palette = Palette::dark;
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()), outbox.own_traits);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
}

TEST_F(Sync, WhatAnotherKioskHasSetIsKeptBesideWhatWasSetHere) {
  outbox.own_traits.signs = {PictureId("signs/sunflower")};
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  fhir::Traits there = outbox.own_traits;
  there.access.text_percent = 150;
  server.change("Patient", 0, [&](const std::string& was) { return fhir::bearing(was, there); });
  outbox.own_traits.access.hold_ms = 700;
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(outbox.own_traits.access.text_percent, 150);
  EXPECT_EQ(outbox.own_traits.access.hold_ms, 700);
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()), outbox.own_traits);
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
}

TEST_F(Sync, APatientThatAnotherKioskHasMadeIsAgreedOnWith) {
  outbox.own_traits.access.hold_ms = 700;
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  // As a kiosk that has lost its notes, and knows another setting.
  outbox.patients.clear();
  outbox.own_traits = {};
  outbox.own_traits.access.is_calm = true;
  outbox.keep(example_pairs(8));
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(outbox.own_traits.access.hold_ms, 700);
  EXPECT_EQ(outbox.own_traits.access.is_calm, true);
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()), outbox.own_traits);
}

TEST_F(Sync, WhatIsSetMeanwhileIsNotWrittenOver) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.own_traits.access.hold_ms = 700;
  line.next = {[&](FakeServer& at, const HttpRequest& request) {
    outbox.own_traits.access.hold_ms = 200;  // the mentor's finger, while the line is slow
    return at.answer(request);
  }};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(outbox.own_traits.access.hold_ms, 200);
  settle();
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()).access.hold_ms, 200);
}

TEST_F(Sync, WhatIsSetBackAfterAnAnswerThatWasLostIsSetBackThereToo) {
  outbox.own_traits.access.is_calm = false;
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.own_traits.access.is_calm = true;
  line.next = {well(), lost_after(NoReply::cut_off)};  // it stands there, and nobody has said so
  EXPECT_EQ(worker.step(), StepKind::held);
  outbox.own_traits.access.is_calm = false;
  now += 3'600'000;
  line.next = {well(), lost_before(NoReply::cut_off)};  // and the next try does not even leave
  EXPECT_EQ(worker.step(), StepKind::held);
  settle();
  EXPECT_EQ(outbox.own_traits.access.is_calm, false);
  EXPECT_EQ(fhir::traits_of(server.now("Patient").front()), outbox.own_traits);
}

TEST_F(Sync, APatientThatSomebodyChangedMeanwhileIsReadAnewBeforeItGetsPictures) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.own_traits.signs = {PictureId("signs/sunflower")};
  line.next = {well(), says(412)};
  EXPECT_EQ(worker.step(), StepKind::held);
  EXPECT_EQ(worker.state().why, Why::changed_meanwhile);
  settle();
  EXPECT_NE(server.now("Patient").front().find("signs/sunflower"), std::string::npos);
}

TEST_F(Sync, AServerThatTakesNoPicturesStillGetsTheAnswers) {
  outbox.keep(example_pairs(1));
  EXPECT_EQ(worker.step(), StepKind::arrived);
  outbox.own_traits.signs = {PictureId("signs/sunflower")};
  line.next = {well(), says(422)};
  EXPECT_EQ(worker.step(), StepKind::quarantined);
  outbox.keep(example_pairs(8));  // the same citizen
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(server.count("QuestionnaireResponse"), 2);
}

TEST_F(Sync, ACitizenWithoutAPictureHasNone) {
  outbox.keep(example_pairs());
  EXPECT_EQ(worker.step(), StepKind::arrived);
  EXPECT_EQ(server.now("Patient").front().find("extension"), std::string::npos);
}

// Another kiosk of the same centre at the same case file. It looks once a step() that has nothing
// else to do, after `a_while`.
TEST_F(Centre, WhoKeptSomethingSignsInAtTheOtherKioskAndFindsItAsTheyUseIt) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(kitchen.outbox.citizens.at(citizen.value), sunflower());
  EXPECT_EQ(kitchen.worker.state().citizens_changed, 1);
  EXPECT_EQ(kitchen.worker.step(), StepKind::nothing_waits) << "there is nothing to say back";
  EXPECT_EQ(look(kitchen), StepKind::looked);
  EXPECT_EQ(kitchen.worker.state().citizens_changed, 1) << "and nothing is told twice";
}

TEST_F(Centre, AnotherCentreLearnsOfNobody) {
  keeps_something(hall, 1, sunflower());
  EXPECT_EQ(elsewhere.worker.step(), StepKind::looked);
  EXPECT_TRUE(elsewhere.outbox.citizens.empty());
}

TEST_F(Centre, AKioskWithoutACentreNeverLooks) {
  EXPECT_EQ(worker.step(), StepKind::nothing_waits);
  EXPECT_EQ(worker.next_due_ms(), 0);
  EXPECT_TRUE(server.calls.empty());
}

TEST_F(Centre, WhatIsSetAtOneKioskIsInForceAtTheOther) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  kitchen.worker.step();
  kitchen.outbox.citizens[citizen.value].access.text_percent = 150;
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived);
  hall.outbox.citizens[citizen.value].access.is_calm = true;  // not yet told to anybody
  EXPECT_EQ(hall.worker.step(), StepKind::arrived);
  EXPECT_EQ(look(kitchen), StepKind::looked);
  for (Kiosk* kiosk : {&hall, &kitchen}) {
    const auto& access = kiosk->outbox.citizens.at(citizen.value).access;
    EXPECT_EQ(access.hold_ms, 700);
    EXPECT_EQ(access.text_percent, 150);
    EXPECT_EQ(access.is_calm, true);
  }
  EXPECT_EQ(kitchen.worker.state().citizens_changed, 2);
}

TEST_F(Centre, WhatWasKeptGoesBeforeAnybodyIsLookedFor) {
  kitchen.outbox.keep(example_pairs());
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived);
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
}

TEST_F(Centre, LooksSometimesAndSaysWhen) {
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  const int64_t next = kitchen.worker.next_due_ms();
  EXPECT_GE(next, now + Waits().look_ms / 2);
  EXPECT_LE(next, now + Waits().look_ms);
  now = next - 1;
  EXPECT_EQ(kitchen.worker.step(), StepKind::nothing_waits);
  now = next;
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
}

TEST_F(Centre, AListOfManyPagesIsReadToItsEnd) {
  server.page_size = 3;
  for (unsigned i = 1; i <= 8; ++i)
    keeps_something(hall, i, {{PictureId("signs/p" + std::to_string(i))}, {}});
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(kitchen.outbox.citizens.size(), 8u);
}

TEST_F(Centre, ALinkOutOfTheCaseFileIsNotFollowed) {
  line.next = {says(200, {}, R"({"type":"searchset",
    "link":[{"relation":"next","url":"https://elsewhere.example/other?x=1"}]})")};
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(line.sent.size(), 1u);
}

TEST_F(Centre, OnlyWhatHasChangedIsReadAgain) {
  keeps_something(hall, 1, sunflower());
  server.clock_ms += 3'600'000;
  keeps_something(hall, 2, {{PictureId("signs/boat")}, {}});
  kitchen.worker.step();
  const auto asked = [&](const std::string& what) {
    std::string last;
    for (const auto& one : line.sent)
      if (one.path.starts_with("/fhir/Patient?")) last = one.path;
    return last.find(what) != std::string::npos;
  };
  EXPECT_FALSE(asked("_lastUpdated")) << "all, once";
  look(kitchen);
  EXPECT_TRUE(asked("_lastUpdated=ge2026"));
}

TEST_F(Centre, ALookThatFailsIsQuietAndComesAgain) {
  keeps_something(hall, 1, sunflower());
  line.next = {lost_before(NoReply::unreachable)};
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(kitchen.worker.state().why, Why::nothing) << "nothing of the kiosk's own waits";
  EXPECT_EQ(kitchen.worker.state().next_try_ms, 0);
  kitchen.outbox.keep(example_pairs(5));
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived) << "and what is kept meanwhile goes at once";
  now = kitchen.worker.next_due_ms();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(kitchen.outbox.citizens.size(), 1u);
}

TEST_F(Centre, NobodyIsLookedForWhileTheLinkIsHeld) {
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  kitchen.outbox.keep(example_pairs());
  for (int tries = 0; tries < 6; ++tries) {  // the waits grow past the next look
    line.next = {lost_before(NoReply::unreachable)};
    EXPECT_EQ(kitchen.worker.step(), StepKind::held);
    EXPECT_EQ(kitchen.worker.step(), StepKind::waits);
    EXPECT_EQ(kitchen.worker.next_due_ms(), kitchen.worker.state().next_try_ms);
    now = kitchen.worker.next_due_ms();
  }
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived);
}

TEST_F(Centre, AListThatIsCutShortIsReadFromItsBeginning) {
  server.page_size = 2;
  for (unsigned i = 1; i <= 5; ++i)
    keeps_something(hall, i, {{PictureId("signs/p" + std::to_string(i))}, {}});
  line.next = {well(), lost_before(NoReply::cut_off)};
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.empty());
  now = kitchen.worker.next_due_ms();
  kitchen.worker.step();
  EXPECT_EQ(kitchen.outbox.citizens.size(), 5u);
}

TEST_F(Centre, AServerThatShowsNobodyAListStillGetsTheAnswers) {
  for (const int status : {400, 401, 403, 404}) {
    line.next = {says(status)};
    EXPECT_EQ(kitchen.worker.step(), StepKind::looked) << status;
    EXPECT_FALSE(kitchen.worker.state().is_paused) << "answers may well be taken: " << status;
    EXPECT_EQ(kitchen.worker.next_due_ms(), now + Waits().longest_ms) << "asked seldom";
    kitchen.worker.resume();  // staff ask at once
  }
  kitchen.outbox.keep(example_pairs());
  EXPECT_EQ(kitchen.worker.step(), StepKind::arrived);
}

TEST_F(Centre, WhoWasErasedHereDoesNotComeBack) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  kitchen.outbox.erased.insert(citizen.value);
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.empty());
  EXPECT_EQ(kitchen.worker.state().citizens_changed, 0);
}

// As the case file leaves a Patient of whom everything was erased.
void erase_there(FakeServer& server, int at = 0) {
  server.change("Patient", at, [](const std::string& was) { return fhir::erased(was); });
}

TEST_F(Centre, WhoWasErasedThereIsErasedAtEveryKioskWithWhatNeverWasSent) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  Submission late = example_pairs(2);
  late.citizen = citizen;
  erase_there(server);
  server.clock_ms += 3'600'000;
  kitchen.outbox.keep(late);
  line.next = {says(410)};  // what the case file says to answers of theirs
  EXPECT_EQ(kitchen.worker.step(), StepKind::quarantined);
  EXPECT_EQ(look(kitchen), StepKind::looked);
  EXPECT_EQ(look(hall), StepKind::looked);
  for (Kiosk* kiosk : {&hall, &kitchen}) {
    EXPECT_TRUE(kiosk->outbox.citizens.empty());
    EXPECT_TRUE(kiosk->outbox.rows().empty());
    EXPECT_TRUE(kiosk->outbox.erased.contains(citizen.value));
  }
  EXPECT_EQ(kitchen.worker.state().citizens_changed, 2) << "they came, and they went";
}

TEST_F(Centre, NobodyIsTakenOutOfATalkAndGoesAfterIt) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  erase_there(server);
  server.clock_ms += 3'600'000;
  hall.outbox.in_a_talk.insert(citizen.value);
  EXPECT_EQ(look(hall), StepKind::looked);
  EXPECT_TRUE(hall.outbox.citizens.contains(citizen.value));
  hall.outbox.in_a_talk.clear();
  server.clock_ms += 3'600'000;
  EXPECT_EQ(look(hall), StepKind::looked);
  EXPECT_TRUE(hall.outbox.citizens.empty());
}

TEST_F(Centre, WhoIsErasedTakesNobodyElseWithThem) {
  const CitizenId gone = keeps_something(hall, 1, sunflower());
  const CitizenId stays = keeps_something(hall, 2, {{PictureId("signs/boat")}, {}});
  erase_there(server);
  server.clock_ms += 3'600'000;
  EXPECT_EQ(look(hall), StepKind::looked);
  EXPECT_FALSE(hall.outbox.citizens.contains(gone.value));
  EXPECT_TRUE(hall.outbox.citizens.contains(stays.value));
}

TEST_F(Centre, APatientThatIsNotActiveForAnotherReasonErasesNobody) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  server.change("Patient", 0, [](const std::string& was) {
    auto patient = nlohmann::json::parse(was);
    patient["active"] = false;
    return patient.dump();
  });
  server.clock_ms += 3'600'000;
  EXPECT_EQ(look(hall), StepKind::looked);
  EXPECT_TRUE(hall.outbox.citizens.contains(citizen.value));
}

TEST_F(Centre, AFullDiskErasesWithTheNextLook) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  erase_there(server);
  server.clock_ms += 3'600'000;
  hall.outbox.refuses_to_write = true;
  EXPECT_EQ(look(hall), StepKind::looked);
  hall.outbox.refuses_to_write = false;
  now += Waits().longest_ms;
  EXPECT_EQ(look(hall), StepKind::looked);
  EXPECT_FALSE(hall.outbox.citizens.contains(citizen.value));
}

TEST_F(Centre, SamePicturesAreForStaffToSeeAndComeWhenTheyAreOthers) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  kitchen.outbox.citizens["here"] = sunflower();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_EQ(kitchen.worker.state().signs_taken, 1);
  EXPECT_FALSE(kitchen.outbox.citizens.contains(citizen.value));
  kitchen.outbox.citizens["here"].signs = {PictureId("signs/boat")};
  server.clock_ms += 3'600'000;
  EXPECT_EQ(look(kitchen), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.contains(citizen.value));
  EXPECT_EQ(kitchen.worker.state().signs_taken, 0);
}

TEST_F(Centre, OneCitizensTroubleKeepsNobodyElseAway) {
  const CitizenId odd = keeps_something(hall, 1, sunflower());
  kitchen.worker.step();
  hall.outbox.citizens[odd.value].access.is_calm = true;
  hall.worker.step();
  const CitizenId next = keeps_something(hall, 2, {{PictureId("signs/boat")}, {}});
  a_while();
  line.next = {well(), says(500)};  // the list, then the first one's Patient
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.contains(next.value));
  EXPECT_EQ(kitchen.outbox.citizens.at(odd.value).access.is_calm, std::nullopt);
  EXPECT_EQ(look(kitchen), StepKind::looked);
  EXPECT_EQ(kitchen.outbox.citizens.at(odd.value).access.is_calm, true);
}

TEST_F(Centre, APatientFromBeforeCentresWereKeptIsTaggedOnce) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  hall.outbox.patients.at(citizen.value).centre.clear();
  server.change("Patient", 0, [](const std::string& was) {
    auto patient = nlohmann::json::parse(was);
    patient["meta"].erase("tag");
    return patient.dump();
  });
  EXPECT_EQ(hall.worker.step(), StepKind::arrived);
  EXPECT_TRUE(fhir::is_at_centre(server.now("Patient").front(), "Nord, Aalborg"));
  EXPECT_EQ(look(kitchen), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.contains(citizen.value));
}

TEST_F(Centre, WhatIsNoCitizenOfOursIsPassedBy) {
  keeps_something(hall, 1, sunflower());
  const std::string good = server.now("Patient").front();
  const auto listed = [&](const std::function<void(nlohmann::json&)>& work) {
    auto patient = nlohmann::json::parse(good);
    work(patient);
    return nlohmann::json{{"resource", patient}};
  };
  nlohmann::json page{{"type", "searchset"}};
  page["entry"] = {listed([](auto& p) { p["meta"].erase("tag"); }),  // a server that knows no tags
                   listed([](auto& p) { p["active"] = false; }),
                   listed([](auto& p) { p["identifier"][0]["value"] = "../../etc"; }),
                   listed([](auto& p) { p["extension"][0]["valueString"] = "../secret"; }),
                   listed([](auto& p) { p.erase("extension"); }),
                   listed([](auto& p) { p["resourceType"] = "Group"; }),
                   nlohmann::json(7)};
  line.next = {says(200, {}, page.dump())};
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.empty());
}

TEST_F(Centre, AFullDiskTakesInNobodyYet) {
  const CitizenId citizen = keeps_something(hall, 1, sunflower());
  kitchen.outbox.refuses_to_write = true;
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.empty());
  kitchen.outbox.refuses_to_write = false;
  now = kitchen.worker.next_due_ms();
  EXPECT_EQ(kitchen.worker.step(), StepKind::looked);
  EXPECT_TRUE(kitchen.outbox.citizens.contains(citizen.value));
}

TEST_F(Centre, ByHandTheCitizensComeToo) {
  keeps_something(hall, 1, sunflower());
  EXPECT_EQ(sync_once(kitchen.worker).arrived, 0);
  EXPECT_EQ(kitchen.outbox.citizens.size(), 1u);
}

}  // namespace
}  // namespace aktiv::sync
