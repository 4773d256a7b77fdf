#include "kiosk/speech/voice_shelf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>

#include "kiosk/speech/testing.h"

using namespace aktiv::speech;
using testing::Lt;

namespace {

constexpr int64_t roomy = 1 << 20;
const FixedTexts fixed = {{"da", {{"", "Hej. Vi øver os lidt først.", {}}}}};

Pcm tone(int ms) {
  Pcm pcm(static_cast<size_t>(frames_of(ms)));
  for (size_t at = 0; at < pcm.size(); ++at)
    pcm[at] = static_cast<int16_t>(8000 * std::sin(static_cast<double>(at) * 0.1));
  return pcm;
}

int64_t bytes_in(const std::filesystem::path& folder) {
  int64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    bytes += static_cast<int64_t>(entry.file_size());
  return bytes;
}

}  // namespace

TEST(VoiceShelf, KeepsWhatEverybodyHearsAndItsSentences) {
  const TempFolder folder;
  const VoiceShelf shelf(folder.path(), roomy, fixed);
  EXPECT_TRUE(shelf.keeps("da", "Hej. Vi øver os lidt først."));
  EXPECT_TRUE(shelf.keeps("da", "Vi øver os lidt først."));
  EXPECT_FALSE(shelf.keeps("en", "Hej."));
  EXPECT_FALSE(shelf.keeps("da", "Du valgte at bage.")) << "what a citizen said lies in no file";
}

TEST(VoiceShelf, HasItStillTheNextDay) {
  const TempFolder folder;
  VoiceShelf(folder.path() / "spoken", roomy, fixed).put("piper da Hej.", tone(700));
  const VoiceShelf shelf(folder.path() / "spoken", roomy, fixed);
  const auto found = shelf.find("piper da Hej.");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, tone(700));
  EXPECT_FALSE(shelf.find("piper en Hej."));
}

TEST(VoiceShelf, AFileThatIsDamagedIsAsIfItHadNotBeenThere) {
  const TempFolder folder;
  VoiceShelf shelf(folder.path(), roomy, fixed);
  shelf.put("Hej.", tone(700));
  const auto file = std::filesystem::directory_iterator(folder.path())->path();
  std::filesystem::resize_file(file, 21);
  EXPECT_FALSE(shelf.find("Hej."));
  EXPECT_FALSE(shelf.has("Hej.")) << "it is made anew";
}

TEST(VoiceShelf, StaysWithinItsRoom) {
  const TempFolder folder;
  constexpr int64_t little = 300'000;
  VoiceShelf shelf(folder.path(), little, fixed);
  for (int i = 0; i < 20; ++i) {
    shelf.put("text " + std::to_string(i), tone(1000));
    ASSERT_THAT(bytes_in(folder.path()), Lt(little + 1));
  }
  EXPECT_TRUE(shelf.has("text 19"));
  EXPECT_FALSE(shelf.has("text 0"));
}

TEST(VoiceShelf, WithoutAFolderKeepsNothing) {
  VoiceShelf shelf({}, roomy, fixed);
  shelf.put("Hej.", tone(100));
  EXPECT_FALSE(shelf.has("Hej."));
}
