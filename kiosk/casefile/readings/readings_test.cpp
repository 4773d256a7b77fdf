#include "kiosk/casefile/readings/readings.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/readings/packed.h"
#include "kiosk/casefile/support/held_talks.h"

namespace aktiv::casefile {
namespace {

using ::testing::SizeIs;

constexpr int64_t noon_ms = 1'795'350'000'000;

Submission without_record(Submission said) {
  said.session_record.clear();
  return said;
}

TEST(PackedReading, ComesBackAsItWas) {
  for (const Submission& said :
       {fhir::example_pairs(), fhir::example_places(), fhir::example_steps()})
    EXPECT_EQ(std::get<Submission>(*unpacked(packed(said))), without_record(said));
  for (const Observation& seen :
       {fhir::example_observation(), fhir::example_plan(), fhir::example_waiting()})
    EXPECT_EQ(std::get<Observation>(*unpacked(packed(seen))), seen);
  EXPECT_EQ(unpacked(packed({}))->index(), 0U) << "neither: it was taken back, or is not ours";
}

TEST(PackedReading, IsNotMadeOfOtherBytes) {
  const std::string whole = packed(fhir::example_steps());
  for (size_t kept = 0; kept < whole.size(); ++kept)
    EXPECT_FALSE(unpacked(std::string_view(whole).substr(0, kept))) << kept;
}

// Whoever changes what is packed raises reading_form, then writes the new size here.
TEST(PackedReading, HasTheSizeOfItsForm) {
  ASSERT_EQ(reading_form, 3);
  EXPECT_EQ(packed(fhir::example_steps()).size(), 439U);
  EXPECT_EQ(packed(fhir::example_plan()).size(), 244U);
}

class ReadingsTest : public HeldTalksTest {
 protected:
  std::vector<Reading> readings() {
    return *casefile_->database().read([&](Connection& db) {
      const auto person = find_person(db, casefile_->vault(), person_, centre_);
      return readings_of(db, casefile_->vault(), **person);
    });
  }
  Submission said_in(const Reading& reading) { return std::get<Submission>(reading.said); }
  int64_t number(const char* sql) {
    return *casefile_->database().read([&](Connection& db) -> Result<int64_t> {
      Statement row(db, sql);
      row.step();
      return row.number(0);
    });
  }
  void change(const char* sql) {
    const auto done = casefile_->database().write([&](Connection& db) -> Status {
      db.execute(sql);
      return {};
    });
    ASSERT_TRUE(done);
  }
  void make_missing(int at_most) {
    const auto done = casefile_->database().write([&](Connection& db) -> Status {
      const auto person = find_person(db, casefile_->vault(), person_, centre_);
      return make_missing_readings(db, casefile_->vault(), **person, at_most);
    });
    ASSERT_TRUE(done);
  }
  TestJson kept_response(const Submission& said) {
    return json_of(ask(
        "GET", "/fhir/QuestionnaireResponse?identifier=" + said.id.value))["entry"][0]["resource"];
  }
  void put_back(const TestJson& response) {
    ASSERT_EQ(
        put("/fhir/QuestionnaireResponse/" + response["id"].get<std::string>(), response, "W/\"1\"")
            .status,
        200);
  }

  static constexpr const char* count = "SELECT count(*) FROM reading WHERE form = 3";
  std::string centre_ = *casefile_->database().read(
      [](Connection& db) -> Result<std::string> { return centre_named(db, "Dagcenter Nord")->id; });
};

TEST_F(ReadingsTest, StandBesideAnAnswerAsSoonAsItIsKept) {
  const Submission said = hold_and_send("kan_lide", 2, noon_ms);
  EXPECT_EQ(number(count), 1);
  ASSERT_THAT(readings(), SizeIs(1));
  EXPECT_EQ(said_in(readings().front()), without_record(said));
}

TEST_F(ReadingsTest, SayWhatTheNewestVersionSays) {
  const Submission said = hold_and_send("kan_lide", 2, noon_ms);
  auto amended = kept_response(said);
  amended["status"] = "amended";
  for (auto& group : amended["item"])
    if (group["linkId"] == "session")
      for (auto& item : group["item"])
        if (item["linkId"] == "session.confirmed")
          item["answer"][0]["valueBoolean"] = !said.is_confirmed;
  put_back(amended);
  ASSERT_THAT(readings(), SizeIs(1));
  EXPECT_NE(said_in(readings().front()).is_confirmed, said.is_confirmed);
  EXPECT_EQ(number("SELECT version FROM reading"), 2);
}

TEST_F(ReadingsTest, KeepNothingOfWhatWasTakenBack) {
  const Submission said = hold_and_send("kan_lide", 2, noon_ms);
  auto mark = kept_response(said);
  mark["status"] = "entered-in-error";
  put_back(mark);
  ASSERT_THAT(readings(), SizeIs(1));
  EXPECT_TRUE(readings().front().is_withdrawn);
  EXPECT_EQ(readings().front().said.index(), 0U);
  EXPECT_LT(number("SELECT length(body) FROM reading"), 60) << "a seal around nothing";
}

TEST_F(ReadingsTest, AreGoneWithTheirResource) {
  hold_and_send("kan_lide", 2, noon_ms);
  change("DELETE FROM resource WHERE type = 'QuestionnaireResponse'");
  EXPECT_EQ(number("SELECT count(*) FROM reading"), 0);
}

TEST_F(ReadingsTest, MissingOnesAreReadFromTheResourceAndMadeAFewAtATime) {
  const Submission first = hold_and_send("kan_lide", 2, noon_ms);
  now_ms_ += day_ms;
  const Submission second = hold_and_send("to_billeder", 1, noon_ms + day_ms, 2);
  change("UPDATE reading SET form = 0");  // from an earlier program

  ASSERT_THAT(readings(), SizeIs(2));
  EXPECT_EQ(said_in(readings().front()), without_record(first));
  EXPECT_EQ(said_in(readings().back()), without_record(second));

  make_missing(1);
  EXPECT_EQ(number(count), 1);
  make_missing(10);
  EXPECT_EQ(number(count), 2);
  ASSERT_THAT(readings(), SizeIs(2));
  EXPECT_EQ(said_in(readings().back()), without_record(second));
}

TEST_F(ReadingsTest, AreMadeWhenACitizensPageIsOpened) {
  hold_and_send("kan_lide", 2, noon_ms);
  change("DELETE FROM reading");
  enter_as_mentor();
  EXPECT_EQ(get(at()).status, 200);
  EXPECT_EQ(number(count), 1);
}

TEST_F(ReadingsTest, AnAnswerOfAnotherSystemIsCountedNotLost) {
  ASSERT_EQ(
      ask("POST", "/fhir/QuestionnaireResponse", response("s-1", "Patient/" + patient_)).status,
      201);
  EXPECT_EQ(number(count), 1);
  enter_as_mentor();
  EXPECT_THAT(get(at("/sessions")).body, ::testing::HasSubstr("1 svar fra et andet system"));
}

}  // namespace
}  // namespace aktiv::casefile
