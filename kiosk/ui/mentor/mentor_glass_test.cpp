// Every screen of the mentor's area on every glass that the kiosk accepts.
#include <gmock/gmock.h>

#include "kiosk/ui/mentor/look.h"
#include "kiosk/ui/mentor/rehearsal/examples.h"
#include "kiosk/ui/mentor/rehearsal/tour.h"

namespace aktiv::mentor {
namespace {

const House& house() {
  return House::laid(AKTIV_BINARY_DIR "/share/aktiv");
}

bool are_apart(const RectMm& a, const RectMm& b, double air) {
  return a.right() <= b.x + air || b.right() <= a.x + air || a.bottom() <= b.y + air ||
         b.bottom() <= a.y + air;
}

bool is_within(const RectMm& inner, const RectMm& outer, double air) {
  return inner.x >= outer.x - air && inner.right() <= outer.right() + air &&
         inner.y >= outer.y - air && inner.bottom() <= outer.bottom() + air;
}

void expect_fit_here(const Hand& hand, const std::string& where) {
  const auto elements = hand.area.elements();
  const RectMm glass{0, 0, hand.display.width_mm(), hand.display.height_mm()};
  for (const auto& e : elements) {
    const auto what = where + " " + e.name;
    EXPECT_TRUE(is_within(e.rect, glass, 0.01)) << what << " is not whole on the glass";
    EXPECT_GE(e.em_mm, hand.display.sizes.legible - 0.2) << what;
    for (const auto& other : elements) {
      if (&other == &e) continue;
      if (e.is_target() && other.is_target()) {
        EXPECT_TRUE(are_apart(e.rect, other.rect, 0.01)) << what << " lies on " << other.name;
      } else if (e.is_target()) {  // words stand within what is pressed, or clear of it
        EXPECT_TRUE(is_within(other.rect, e.rect, 0.5) || are_apart(other.rect, e.rect, 0.5))
            << what << " meets " << other.name;
      } else if (!other.is_target()) {
        EXPECT_TRUE(are_apart(e.rect, other.rect, 0.5)) << what << " lies over " << other.name;
      }
    }
    if (!e.is_target()) continue;
    EXPECT_GE(e.rect.w, 20 - 0.01) << what;
    EXPECT_GE(e.rect.h, 20 - 0.01) << what;
    EXPECT_FALSE(e.role != MentorRole::field && e.text.empty()) << what << " has no name";
  }
  ASSERT_TRUE(hand.find("back_to_citizen") != nullptr) << where;
  const auto& back = hand.find("back_to_citizen")->rect;
  EXPECT_LT(back.x, glass.w * 0.1) << where;
  EXPECT_GT(back.bottom(), glass.h * 0.9) << where;
}

// Somewhere on the paper.
bool tells(Hand& hand, const std::string& words) {
  hand.to_top();
  while (!hand.shows(words) && hand.may_press("scroll:down")) hand.tap("scroll:down");
  return hand.shows(words);
}

class EveryGlass : public testing::TestWithParam<std::tuple<Display, std::string>> {};

TEST_P(EveryGlass, CarriesEveryScreenWithTargetsOfTwentyMillimetres) {
  const auto& [glass, language] = GetParam();
  tour(house(), glass, language,
       [](Hand& hand, const std::string& where) { expect_fit_here(hand, where); });
}

TEST_P(EveryGlass, LetsEachCardOfAThemeBeChosen) {
  const auto& [glass, language] = GetParam();
  Hand hand(house(), glass, language);
  hand.sign_in().press("citizen:solsikke").press("start").press("go_on");
  const auto turn = [&](const std::string& name, const char* arrow) {
    while (hand.reach(name) == nullptr && hand.reach(arrow) != nullptr && hand.may_press(arrow))
      hand.tap(arrow);
  };
  for (const char* card : {"bage", "servere", "vaske_op", "lave_mad"}) {
    const std::string name = std::string("card:jobs/") + card;
    turn(name, "cards:on");
    turn(name, "cards:back");
    ASSERT_NE(hand.reach(name), nullptr) << name;
    hand.tap(name);
  }
  EXPECT_TRUE(hand.may_press("go_on"));
}

TEST_P(EveryGlass, LeavesNoFlagOut) {
  const auto& [glass, language] = GetParam();
  Hand hand(house(), glass, language);
  furnish(hand);
  hand.sign_in().press("citizen:solsikke");
  while (hand.reach("talk:c") == nullptr) hand.press("talks:on");
  hand.press("talk:c");
  const auto& texts = house().loaded.content.texts;
  for (const char* flag :
       {"flag.side_habit", "flag.mirror_disagrees", "staff.sync.why.refused_content"})
    EXPECT_TRUE(tells(hand, texts.get(language, flag))) << flag;
}

INSTANTIATE_TEST_SUITE_P(Glasses, EveryGlass,
                         testing::Combine(testing::Values(Display{}, glass_of(1920, 1080, 15.6),
                                                          glass_of(1280, 800, 10.1),
                                                          glass_of(800, 1280, 10.1),
                                                          glass_of(1080, 1920, 23)),
                                          testing::Values("da", "en")),
                         [](const auto& about) {
                           const Display& glass = std::get<0>(about.param);
                           return std::to_string(glass.width_px) + "px" +
                                  std::to_string(int(glass.width_mm())) + "mm_" +
                                  std::get<1>(about.param);
                         });

// --- small glass
// -------------------------------------------------------------------------------------------

struct TenInches : testing::Test {
  Hand hand{house(), glass_of(1280, 800, 10.1)};
};

TEST_F(TenInches, LetsAMentorInByAPinWhoseKeysLieOnNothingElse) {
  hand.sign_in();
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(TenInches, WritesEveryLetterOnKeysThatComeInPages) {
  hand.sign_in().press("citizen:solsikke").press("observe");
  for (const char* letter : {"s", "m", "å", "a"}) {
    while (hand.find(std::string("key:") + letter) == nullptr) hand.tap("key:page");
    hand.tap(std::string("key:") + letter);
  }
  hand.tap("key:signs").tap("key:1");
  EXPECT_EQ(hand.find("field:seen")->text, "småa1");
}

TEST_F(TenInches, KeepsWhatFindsNoRoomBehindMore) {
  hand.sign_in().press("citizen:solsikke");
  EXPECT_EQ(hand.find("person"), nullptr);
  hand.tap("more");
  EXPECT_EQ(hand.find("talks"), nullptr);  // the body is the menu's
  hand.tap("person");
  EXPECT_EQ(hand.area.screen(), "person");
  hand.press("back");
  EXPECT_NE(hand.find("talks"), nullptr);  // and it is closed when one comes back
}

TEST_F(TenInches, BeginsEachPaperAtItsTop) {
  hand.sign_in().press("citizen:solsikke").press("start");
  while (hand.may_press("scroll:down")) hand.tap("scroll:down");
  hand.press("go_on");
  EXPECT_FALSE(hand.may_press("scroll:up"));
}

TEST_F(TenInches, ShowsAPartOnlyWhereItStandsWhole) {
  furnish(hand);
  hand.sign_in().press("citizen:solsikke");
  const double top = hand.find("scroll:up")->rect.y;
  const double bottom = hand.find("scroll:down")->rect.bottom();
  while (hand.may_press("scroll:down")) {
    for (const auto& e : hand.area.elements())
      if (e.name.starts_with("talk:") || e.name.starts_with("take_up:")) {
        EXPECT_GE(e.rect.y, top - 0.6) << e.name;
        EXPECT_LE(e.rect.bottom(), bottom + 0.6) << e.name;
      }
    hand.tap("scroll:down");
  }
}

TEST(ShortGlass, StillShowsWhatStaffSaw) {
  Hand hand(house(), glass_of(1280, 800, 15.6));
  furnish(hand);
  hand.sign_in().press("citizen:solsikke");
  EXPECT_TRUE(tells(hand, "Tydelig glæde ved hunde"));
}

TEST(ShortGlass, TellsThatItClosesInsteadOfTheTitleAndNeverOverIt) {
  Hand hand(house(), glass_of(1080, 1920, 23));
  hand.sign_in();
  EXPECT_NE(hand.find("title"), nullptr);
  hand.pass(95'000);
  EXPECT_NE(hand.find("idle"), nullptr);
  EXPECT_EQ(hand.find("title"), nullptr);
}

// --- contrast
// ----------------------------------------------------------------------------------------------

TEST(Look, CarriesTextAtSevenToOneEverywhere) {
  const auto look = read_look(house().share, house().theme);
  ASSERT_TRUE(look) << to_text(look.error());
  const auto& c = look->theme.colours;
  for (const auto& pill : {look->pill_kept, look->pill_waiting, look->pill_trouble})
    EXPECT_GE(ui::contrast(pill, look->pill_text), 7.0);
  for (const auto& ground : {c.paper, c.card, c.accent_soft})
    EXPECT_GE(ui::contrast(c.ink, ground), 7.0);
  for (const auto& ground : {c.paper, c.card}) EXPECT_GE(ui::contrast(c.muted, ground), 7.0);
  EXPECT_GE(ui::contrast(c.card, c.ink), 7.0);
  EXPECT_GE(ui::contrast(c.accent_ink, c.accent), 7.0);
}

}  // namespace
}  // namespace aktiv::mentor
