// Each item that the mentor's screens are held to, kept once and broken once.
#include "kiosk/app/audit/mentor_items.h"

#include <gmock/gmock.h>

namespace aktiv::app {
namespace {

using mentor::MentorElement;
using mentor::MentorRole;

constexpr double kEm = 9.2;

MentorElement key(const std::string& name, const RectMm& rect) {
  return {name, MentorRole::button, name, rect, true, false, kEm};
}

MentorElement words(const std::string& name, const RectMm& rect) {
  return {name, MentorRole::text, name, rect, true, false, kEm};
}

audit::Report seen(const MentorElements& elements) {
  audit::Report report;
  check_mentor_elements(report, "screen", elements, Display{});
  return report;
}

std::vector<int> broken(const audit::Report& report) {
  std::vector<int> items;
  for (const auto& breach : report.breaches()) items.push_back(breach.item);
  return items;
}

const RectMm kHere{50, 50, 40, 20};

TEST(MentorItems, TwoKeysAndAHeadingAreRight) {
  const auto report =
      seen({words("heading", {50, 30, 40, 12}), key("a", kHere), key("b", {93, 50, 20, 20})});
  EXPECT_THAT(broken(report), testing::IsEmpty());
  for (const int item : {1, 4, 7, 21, 22, 25, 27}) EXPECT_GT(report.held(item), 0) << item;
}

TEST(MentorItems, ALowKeyIsTooSmall) {
  EXPECT_THAT(broken(seen({key("a", {50, 50, 40, 19})})), testing::ElementsAre(1));
}

TEST(MentorItems, TwoKeysStandTooClose) {
  EXPECT_THAT(broken(seen({key("a", kHere), key("b", {92, 50, 20, 20})})), testing::ElementsAre(4));
}

TEST(MentorItems, AKeyAtTheEdgeIsMissed) {
  EXPECT_THAT(broken(seen({key("a", {1, 50, 40, 20})})), testing::ElementsAre(7));
}

TEST(MentorItems, SmallLettersAreNotRead) {
  auto small = words("small", kHere);
  small.em_mm = 8;
  EXPECT_THAT(broken(seen({small})), testing::ElementsAre(21));
}

TEST(MentorItems, WhatLeavesTheGlassIsCut) {
  EXPECT_THAT(broken(seen({words("long", {50, 280, 40, 20})})), testing::ElementsAre(22));
}

TEST(MentorItems, WordsOverWordsAreNotRead) {
  EXPECT_THAT(broken(seen({words("a", kHere), words("b", {60, 60, 40, 20})})),
              testing::ElementsAre(25));
}

TEST(MentorItems, WordsThatLeaveTheirKeyAreNotItsOwn) {
  EXPECT_THAT(broken(seen({key("a", kHere), words("label", {60, 60, 40, 8})})),
              testing::ElementsAre(25));
  EXPECT_THAT(broken(seen({key("a", kHere), words("label", {52, 55, 30, 12})})),
              testing::IsEmpty());
}

TEST(MentorItems, AKeyWithoutANameSaysNothingToWhoDoesNotSeeIt) {
  auto arrow = key("arrow", kHere);
  arrow.text.clear();
  EXPECT_THAT(broken(seen({arrow})), testing::ElementsAre(27));
}

// --- painted
// -----------------------------------------------------------------------------------------------

struct Painted {
  explicit Painted(uint32_t ground) : words(1920 * 1080, ground) {}
  void fill(const RectMm& rect, uint32_t colour) {
    const double scale = Display{}.px_per_mm;
    for (int y = int(rect.y * scale); y < int(rect.bottom() * scale); ++y)
      for (int x = int(rect.x * scale); x < int(rect.right() * scale); ++x)
        words[static_cast<size_t>(y) * 1920 + static_cast<size_t>(x)] = colour;
  }
  std::vector<int> broken_by(const MentorElement& element) const {
    audit::Report report;
    const Pixels pixels{
        reinterpret_cast<const unsigned char*>(words.data()), 1920 * 4, {0, 0, 1920, 1080}};
    check_mentor_paint(report, "screen", {element}, Display{}, pixels);
    return broken(report);
  }
  std::vector<uint32_t> words;
};

TEST(MentorItems, PaleWordsAreNotRead) {
  Painted dark(0xFFFFFF);
  dark.fill({60, 55, 10, 5}, 0x14213D);
  EXPECT_THAT(dark.broken_by(words("dark", kHere)), testing::IsEmpty());
  Painted pale(0xFFFFFF);
  pale.fill({60, 55, 10, 5}, 0x808080);
  EXPECT_THAT(pale.broken_by(words("pale", kHere)), testing::ElementsAre(19));
}

TEST(MentorItems, APaleEdgeIsNotFound) {
  auto field = key("field", kHere);
  field.text.clear();
  Painted clear(0xFBF6EC);
  clear.fill(kHere, 0x14213D);
  EXPECT_THAT(clear.broken_by(field), testing::IsEmpty());
  Painted pale(0xFBF6EC);
  pale.fill(kHere, 0xFFFFFF);
  EXPECT_THAT(pale.broken_by(field), testing::ElementsAre(20));
}

TEST(MentorItems, WhatCannotBePressedNowMayBeQuieter) {
  auto resting = key("resting", kHere);
  resting.is_enabled = false;
  EXPECT_THAT(Painted(0xFFFFFF).broken_by(resting), testing::IsEmpty());
}

}  // namespace
}  // namespace aktiv::app
