#include "kiosk/speech/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cstdlib>
#include <fstream>

#include "kiosk/speech/testing.h"
#include "kiosk/speech/tones.h"

using namespace aktiv::speech;
using testing::EndsWith;
using testing::HasSubstr;

TEST(Settings, WhatIsShippedIsReadable) {
  const auto settings = read_settings(shipped_sounds());
  ASSERT_TRUE(settings) << aktiv::to_text(settings.error());
  EXPECT_EQ(settings->rate_wpm, 140);
  EXPECT_EQ(settings->voices.at("da"), "da");
  EXPECT_EQ(settings->voices.count("en"), 1u);
}

TEST(Settings, AWrongNumberNamesFileLineAndRange) {
  const TempFolder folder;
  auto text = text_of(shipped_sounds());
  text.replace(text.find("rate_wpm = 140"), 14, "rate_wpm = 900");
  const auto file = folder.write("sounds.toml", text);
  const auto settings = read_settings(file);
  ASSERT_FALSE(settings);
  EXPECT_THAT(settings.error().where, EndsWith("sounds.toml:4"));
  EXPECT_THAT(settings.error().what, HasSubstr("rate_wpm"));
  EXPECT_EQ(settings.error().expected, "a number from 80 to 200");
}

TEST(Settings, AMissingSoundIsNamed) {
  const TempFolder folder;
  auto text = text_of(shipped_sounds());
  text.erase(text.find("[help]"));
  const auto settings = read_settings(folder.write("sounds.toml", text));
  ASSERT_FALSE(settings);
  EXPECT_THAT(settings.error().what, HasSubstr("[help] frequency_hz is missing"));
}

TEST(Settings, GarbageIsRefusedWithItsLine) {
  const TempFolder folder;
  const auto settings = read_settings(folder.write("sounds.toml", "[speech]\nrate = = 3\n"));
  ASSERT_FALSE(settings);
  EXPECT_THAT(settings.error().where, EndsWith("sounds.toml:2"));
}

TEST(Settings, NoFileIsRefused) {
  EXPECT_FALSE(read_settings("/nowhere/sounds.toml"));
}

TEST(Tones, SwellAndFadeWithoutAnEdge) {
  const auto pcm = make_tone({500, 100, 0.5, 10, 20});
  ASSERT_EQ(static_cast<int64_t>(pcm.size()), frames_of(100));
  EXPECT_EQ(pcm.front(), 0);
  EXPECT_LT(std::abs(pcm.back()), 200);
  EXPECT_GT(*std::max_element(pcm.begin(), pcm.end()), 15000);
  EXPECT_LE(*std::max_element(pcm.begin(), pcm.end()), 16384);
}
