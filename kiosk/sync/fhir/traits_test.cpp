// How a citizen uses a kiosk follows them in their Patient, and two kiosks that were apart agree.
#include "kiosk/sync/fhir/traits.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "dialogue/model/access_numbers.h"

namespace aktiv::fhir {
namespace {

using Json = nlohmann::json;

const std::string bare = R"({"resourceType":"Patient","id":"17"})";

AccessProfile everything() {
  AccessProfile access;
  for (const AccessNumber& number : access_numbers) access.*number.at = number.least;
  access.palette = Palette::dark;
  access.reach = Reach::low;
  access.has_words = false;
  access.is_calm = true;
  access.goes_on_by_itself = true;
  access.timbre = Timbre::deeper;
  access.operated_by = OperatedBy::two_switches;
  access.is_heard = false;
  access.scan_by = ScanBy::lines;
  access.scan_is_heard = true;
  access.choose_switch = "key:Space";
  access.step_switch = "pad:a";
  return access;
}

AccessProfile with_hold(int ms) {
  AccessProfile access;
  access.hold_ms = ms;
  return access;
}

TEST(Traits, ComeBackAsTheyWereGiven) {
  const Traits traits{{PictureId("signs/sunflower"), PictureId("signs/boat")}, everything()};
  EXPECT_EQ(traits_of(bearing(bare, traits)), traits);
  EXPECT_EQ(traits_of(bearing(bare, {})), Traits{});
  EXPECT_EQ(Json::parse(bearing(bearing(bare, traits), {})), Json::parse(bare));
}

TEST(Traits, TheNextMeetingIsAgreedOnLikeASetting) {
  Traits agreed{{PictureId("signs/sunflower")}, {}, "Tirsdag kl. 10"};
  Traits here = agreed, there = agreed;
  here.next_meeting = "Onsdag,\nhos \"Mette\" 🙂";
  there.access.hold_ms = 300;
  EXPECT_EQ(changed(agreed, here), std::set<std::string>{"next_meeting"});
  const Traits both = merged(agreed, {}, here, there);
  EXPECT_EQ(both.next_meeting, here.next_meeting);
  EXPECT_EQ(both.access.hold_ms, 300);
  EXPECT_EQ(traits_of(bearing(bare, both)), both);
  here.next_meeting.clear();
  EXPECT_EQ(merged(agreed, {}, here, there).next_meeting, "") << "it is over";
  EXPECT_EQ(merged(agreed, {}, agreed, here).next_meeting, "") << "at another kiosk too";
  EXPECT_EQ(bearing(bearing(bare, both), here).find("next-meeting"), std::string::npos);
}

TEST(Traits, TakeThePlaceOfThoseBeforeAndLeaveWhatOthersHaveAdded) {
  Json patient = Json::parse(bare);
  patient["name"] = {{{"text", "known there"}}};
  patient["extension"] = {{{"url", "https://else.where"}, {"valueString", "theirs"}}};
  const std::string first =
      bearing(patient.dump(), {{PictureId("signs/sunflower")}, with_hold(500)});
  const std::string second = bearing(first, {{PictureId("signs/cat")}, {}});
  EXPECT_EQ(second.find("signs/sunflower"), std::string::npos);
  EXPECT_EQ(second.find("hold_ms"), std::string::npos);
  EXPECT_NE(second.find("known there"), std::string::npos);
  EXPECT_NE(second.find("theirs"), std::string::npos);
}

TEST(Traits, ASettingOfANewerKioskIsPassedByAndStays) {
  Json patient = Json::parse(bare);
  patient["extension"] = {{{"url", "urn:aktiv-dialog:access"},
                           {"extension",
                            {{{"url", "blinks"}, {"valueInteger", 3}},
                             {{"url", "hold_ms"}, {"valueInteger", 700}},
                             {{"url", "text_percent"}, {"valueInteger", 5}},
                             {{"url", "palette"}, {"valueString", "rosy"}},
                             "no setting"}}}};
  const Traits known = traits_of(patient.dump());
  EXPECT_EQ(known.access, with_hold(700)) << "what is out of its range is not understood either";
  const std::string after = bearing(patient.dump(), {{}, with_hold(200)});
  EXPECT_NE(after.find("blinks"), std::string::npos);
  EXPECT_EQ(traits_of(after).access, with_hold(200));
}

TEST(Traits, WhatIsNoPatientBearsNothing) {
  for (const char* text : {"", "[]", "{", "17", R"({"extension":"x"})", R"({"extension":[7]})"})
    EXPECT_EQ(traits_of(text), Traits{}) << text;
  EXPECT_EQ(bearing("[]", {}), "[]");
}

TEST(Traits, TwoKiosksThatWereApartKeepWhatEitherHasLearned) {
  Traits base{{PictureId("signs/sunflower")}, with_hold(500)};
  base.access.is_calm = true;
  Traits here = base, there = base;
  here.access.text_percent = 150;
  here.access.is_calm.reset();
  there.access.palette = Palette::dark;
  there.signs = {PictureId("signs/boat")};
  const Traits both = merged(base, {}, here, there);
  EXPECT_EQ(both.access.text_percent, 150);
  EXPECT_EQ(both.access.palette, Palette::dark);
  EXPECT_EQ(both.access.hold_ms, 500);
  EXPECT_FALSE(both.access.is_calm) << "taken away here";
  EXPECT_EQ(both.signs, there.signs);
}

TEST(Traits, OfASettingThatBothHaveChangedTheLastThatComesHolds) {
  const Traits base{{}, with_hold(500)};
  EXPECT_EQ(merged(base, {}, {{}, with_hold(800)}, {{}, with_hold(200)}).access, with_hold(800));
  EXPECT_EQ(merged(base, {}, base, {{}, with_hold(200)}).access, with_hold(200));
}

TEST(Traits, WhatWasToldAndSetBackIsOursWhateverCameOfTheTelling) {
  const Traits agreed{{PictureId("signs/sunflower")}, with_hold(500)};
  const Traits told{{PictureId("signs/boat")}, with_hold(800)};
  const auto names = changed(agreed, told);
  EXPECT_EQ(names, (std::set<std::string>{"hold_ms", "signs"}));
  EXPECT_EQ(merged(agreed, names, agreed, told), agreed) << "it stands there, and goes back";
  EXPECT_EQ(merged(agreed, names, agreed, agreed), agreed);
  EXPECT_EQ(merged(agreed, names, {agreed.signs, {}}, told).access, AccessProfile{})
      << "taken away";
}

TEST(Traits, AKioskThatKnowsNothingYetLearnsAll) {
  const Traits there{{PictureId("signs/boat")}, everything()};
  EXPECT_EQ(merged({}, {}, {}, there), there);
}

}  // namespace
}  // namespace aktiv::fhir
