#include "kiosk/photos/photo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "kiosk/photos/testing.h"

namespace aktiv::photos {
namespace {

using namespace testing_;
using ::testing::HasSubstr;

constexpr PhotoRules small_rules{128, 90};

// Left upper, right upper, left lower, right lower: the colour in the middle of each quarter.
std::array<uint32_t, 4> corners(const Square& square) {
  const auto at = [&](int x, int y) {
    const int quarter = square.side_px / 4;
    return square.pixels[static_cast<size_t>(y * quarter * square.side_px + x * quarter)];
  };
  return {at(1, 1), at(3, 1), at(1, 3), at(3, 3)};
}

bool is_like(uint32_t one, uint32_t other) {
  for (const int shift : {0, 8, 16})
    if (std::abs(static_cast<int>(one >> shift & 255) - static_cast<int>(other >> shift & 255)) >
        16)
      return false;
  return true;
}

void expect_corners(const Square& square, std::array<uint32_t, 4> expected) {
  const auto seen = corners(square);
  for (size_t i = 0; i < 4; ++i)
    EXPECT_TRUE(is_like(seen[i], expected[i])) << "corner " << i << std::hex << ": " << seen[i];
}

std::string refusal_of(const std::string& bytes) {
  const auto square = open_square(bytes, "photo", 128);
  return square ? "" : to_text(square.error());
}

TEST(Photo, OfATelephoneHeldAnyWayStandsUprightOnTheCard) {
  const std::array<uint32_t, 4> expected[] = {
      {red, green, blue, yellow}, {green, red, yellow, blue}, {yellow, blue, green, red},
      {blue, yellow, red, green}, {red, blue, green, yellow}, {blue, red, yellow, green},
      {yellow, green, blue, red}, {green, yellow, red, blue}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    SCOPED_TRACE(orientation);
    const auto square = open_square(camera_jpeg(256, orientation), "photo", 128);
    ASSERT_TRUE(square) << to_text(square.error());
    EXPECT_EQ(square->side_px, 128);
    expect_corners(*square, expected[orientation - 1]);
  }
}

TEST(Photo, LeavesBehindWhatTheCameraWroteAboutItsOwner) {
  const auto taken = camera_jpeg(256, 6);
  ASSERT_THAT(taken, HasSubstr("Ownersen"));

  const auto kept = import_photo(taken, "photo", small_rules);

  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->find("Ownersen"), std::string::npos);
  EXPECT_EQ(kept->find("Exif"), std::string::npos);
  EXPECT_EQ(orientation_of(*kept), 1);
  expect_corners(*open_square(*kept, "kept", 128), {blue, red, yellow, green});
}

TEST(Photo, ThatIsWideIsCroppedInTheMiddleOrWhereTheMentorMovesTheSquare) {
  const auto wide = png(400, 100);

  expect_corners(*open_square(wide, "photo", 100), {red, green, blue, yellow});
  expect_corners(*open_square(wide, "photo", 100, {0.0}), {red, red, blue, blue});
  expect_corners(*open_square(wide, "photo", 100, {1.0}), {green, green, yellow, yellow});
}

TEST(Photo, ThatIsTallIsCroppedAlongItsHeight) {
  expect_corners(*open_square(png(100, 400), "photo", 100, {0.0}), {red, green, red, green});
}

TEST(Photo, IsNeverEnlarged) {
  EXPECT_EQ(open_square(png(90, 70), "photo", 1024)->side_px, 70);
}

TEST(Photo, OfAnotherKindIsRefusedWithTheKindsThatAreRight) {
  EXPECT_THAT(refusal_of("GIF89a..."), HasSubstr("a JPEG or PNG file"));
  EXPECT_THAT(refusal_of(""), HasSubstr("a JPEG or PNG file"));
  EXPECT_THAT(refusal_of(std::string("\0\0\0\x18"
                                     "ftypheic",
                                     12)),
              HasSubstr("Most Compatible"));
}

TEST(Photo, ThatIsTooSmallToShowAnythingIsRefused) {
  EXPECT_THAT(refusal_of(png(63, 200)), HasSubstr("too small: 63 × 200"));
}

TEST(Photo, ThatClaimsToBeHugeIsRefusedBeforeItIsOpened) {
  auto bomb = jpeg(128);
  const auto frame = bomb.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  bomb.replace(frame + 5, 4, "\x70\x00\x70\x00", 4);

  EXPECT_THAT(refusal_of(bomb), HasSubstr("too large: 28672 × 28672"));
}

TEST(Photo, InAFileThatIsTooLargeIsRefusedUnread) {
  EXPECT_THAT(refusal_of(jpeg(128) + std::string(most_bytes, ' ')), HasSubstr("at most 25 MB"));
}

// Whatever a stick holds, the kiosk says so and goes on: the sanitizers watch this one.
TEST(Photo, CutAnywhereIsRefusedOrWhole) {
  for (const auto& whole : {camera_jpeg(96, 6), png(96, 80)}) {
    // The last bytes are the file's end mark; the picture is whole before it.
    for (size_t size = 0; size + 64 < whole.size(); ++size)
      EXPECT_NE(refusal_of(whole.substr(0, size)), "") << size << " of " << whole.size();
    for (size_t size = whole.size() - 64; size < whole.size(); ++size)
      refusal_of(whole.substr(0, size));
  }
}

TEST(Photo, WithAnyBitTurnedIsRefusedOrASquare) {
  for (const auto& whole : {camera_jpeg(96, 6), png(96, 80)}) {
    int opened = 0;
    for (size_t bit = 0; bit<whole.size() * 8; bit += whole.size()> 1000 ? 3 : 1) {
      auto bytes = whole;
      bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
      const auto square = open_square(bytes, "photo", 64);
      if (!square) continue;
      ++opened;
      EXPECT_EQ(square->pixels.size(), static_cast<size_t>(square->side_px * square->side_px));
    }
    RecordProperty("opened", opened);
  }
}

TEST(Photo, IsKeptByTheRulesThatStandInTheContent) {
  const auto rules = read_photo_rules(AKTIV_BINARY_DIR "/share/aktiv");

  ASSERT_TRUE(rules) << to_text(rules.error());
  EXPECT_EQ(rules->side_px, 1024);
}

}  // namespace
}  // namespace aktiv::photos
