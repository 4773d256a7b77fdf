// Stories of mentors at work, told through the elements that stand on the screen.
#include <SDL.h>
#include <gmock/gmock.h>

#include "kiosk/ui/mentor/look.h"
#include "kiosk/ui/mentor/testing/examples.h"

namespace aktiv::mentor {
namespace {

const House& house() {
  return House::laid(AKTIV_BINARY_DIR "/share/aktiv");
}

struct Area : testing::Test {
  Hand hand{house(), Display{}};
};

TEST_F(Area, AsksAFreshKioskForItsFirstMentor) {
  hand.open();
  EXPECT_EQ(hand.area.screen(), "first_mentor");
  EXPECT_FALSE(hand.find("go_on")->is_enabled);  // nothing is chosen beforehand
  hand.press("sign:boat").press("go_on").write("Mette").press("go_on");
  hand.digits("2580").press("go_on").digits("2581").press("go_on");
  EXPECT_TRUE(hand.desk.known.empty());  // the two PINs differ
  hand.digits("2580").press("go_on").digits("2580").press("go_on");
  ASSERT_EQ(hand.desk.known.size(), 1u);
  EXPECT_EQ(hand.desk.known[0].sign.name, "Mette");
  EXPECT_EQ(hand.desk.known[0].pin, "2580");
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, OpensWithTheRightPinAndShowsOnlyItsDots) {
  hand.desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
  hand.open().press("mentor:mette").digits("2580");
  EXPECT_EQ(hand.find("pin_dots")->text, "••••");
  EXPECT_FALSE(hand.shows("Mette"));  // no name before the PIN
  hand.press("open");
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, ShowsTheWaitAfterFiveWrongPinsAndCountsItDown) {
  hand.desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
  hand.open().press("mentor:mette");
  hand.digits("1111").press("open");
  EXPECT_TRUE(hand.shows("4 forsøg tilbage"));
  for (int i = 0; i < 4; ++i) hand.digits("1111").press("open");
  EXPECT_TRUE(hand.shows("30 sekunder"));
  EXPECT_FALSE(hand.find("digit:1")->is_enabled);
  EXPECT_THAT(hand.area.due_ms(), testing::Optional(testing::Le(1000)));
  hand.pass(20'000);
  EXPECT_TRUE(hand.shows("10 sekunder"));
  hand.pass(10'500);
  hand.digits("2580").press("open");
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, LetsAMentorTypeAgainWhenTheWaitIsOverThoughNobodyTouches) {
  hand.desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
  hand.open().press("mentor:mette");
  for (int i = 0; i < 5; ++i) hand.digits("1111").press("open");
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, SDL_PIXELFORMAT_RGB888);
  for (int second = 0; second <= 31; ++second) {
    hand.now_ms += 1'000;
    if (hand.area.wants_frame()) hand.area.draw(surface);
  }
  EXPECT_TRUE(hand.find("digit:1")->is_enabled);
  EXPECT_FALSE(hand.area.wants_frame());  // and then it rests
  SDL_FreeSurface(surface);
}

TEST_F(Area, RefusesTakenPicturesInWordsAndTakesASecondOne) {
  hand.sign_in()
      .press("new_citizen")
      .press("first:sunflower")
      .press("go_on")
      .press("without_second");
  EXPECT_TRUE(hand.shows("En anden borger har allerede det billede."));
  EXPECT_EQ(hand.desk.people.size(), 2u);
  hand.press("second:train").press("create");
  ASSERT_EQ(hand.desk.people.size(), 3u);
  EXPECT_EQ(hand.desk.people[2].second, PictureId("signs/train"));
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, KeepsAnObservationApartFromWhatTheCitizenAnswered) {
  furnish(hand);
  hand.desk.seen.clear();
  const auto before = hand.desk.saved[CitizenId("solsikke")].front().submission;
  hand.sign_in().press("citizen:solsikke").press("talk:a").press("observe");
  hand.write("Smilede ").press("key:shift").press("key:d").press("key:a").press("who");
  hand.press("pressed:staff.pressed.pointing")
      .press("present:staff.present.relative")
      .press("save");
  ASSERT_EQ(hand.desk.seen.size(), 1u);
  const auto& seen = hand.desk.seen[0];
  EXPECT_EQ(seen.seen, "Smilede Da");
  EXPECT_EQ(seen.mentor, MentorId("mette"));
  EXPECT_EQ(seen.conversation, before.conversation);
  EXPECT_EQ(seen.pressed_by, PressedBy::mentor_for_pointing);
  EXPECT_THAT(seen.present, testing::ElementsAre(Present::mentor, Present::relative));
  EXPECT_EQ(hand.desk.saved[CitizenId("solsikke")].front().submission, before);
}

TEST_F(Area, StartsExactlyWhatWasAgreed) {
  hand.sign_in().press("citizen:solsikke").press("start");
  hand.press("tool:to_billeder")
      .press("way:2")
      .press("how:top_bottom")
      .press("language:en")
      .press("go_on");
  hand.press("card:jobs/bage");
  EXPECT_FALSE(hand.find("go_on")->is_enabled);  // one card is too few for pairs
  hand.press("card:jobs/servere").press("card:jobs/vaske_op").press("card:jobs/lave_mad");
  EXPECT_FALSE(hand.find("group:forms")->is_chosen);
  hand.press("go_on")
      .press("pressed:staff.pressed.scanning")
      .press("practice")
      .press("present:staff.present.mentor");
  hand.press("begin");
  ASSERT_EQ(hand.desk.started.size(), 1u);
  const auto& started = hand.desk.started[0];
  EXPECT_EQ(started.citizen, CitizenId("solsikke"));
  EXPECT_EQ(started.started_by, MentorId("mette"));
  EXPECT_EQ(started.setup.tool, ToolId("to_billeder"));
  EXPECT_EQ(started.setup.way, 2);
  EXPECT_EQ(started.setup.layout, "top_bottom");
  EXPECT_EQ(started.language, "en");
  EXPECT_FALSE(started.setup.is_extended);
  EXPECT_THAT(started.setup.cards,
              testing::ElementsAre(CardRef{"jobs", "bage"}, CardRef{"jobs", "servere"},
                                   CardRef{"jobs", "vaske_op"}, CardRef{"jobs", "lave_mad"}));
  EXPECT_EQ(started.pressed_by, PressedBy::partner_scanning);
  EXPECT_THAT(started.present, testing::ElementsAre(Present::nobody));
  EXPECT_FALSE(started.wants_practice);
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Area, OffersSixCardsOnlyWhereTheWayCarriesThem) {
  hand.sign_in().press("citizen:solsikke").press("start").press("tool:to_billeder");
  EXPECT_EQ(hand.find("how:extended"), nullptr);
  hand.press("way:2")
      .press("how:extended")
      .press("way:1")
      .press("go_on")
      .press("go_on")
      .press("begin");
  EXPECT_FALSE(hand.desk.started.at(0).setup.is_extended);
}

TEST_F(Area, TellsResultsFlagsAndWhereTheyLieInWords) {
  furnish(hand);
  hand.sign_in().press("citizen:solsikke");
  EXPECT_TRUE(hand.shows("Bage, Passe dyr · gentaget"));
  EXPECT_TRUE(hand.shows("7 kan lide · 3 midt imellem · 2 kan ikke lide"));
  EXPECT_TRUE(hand.shows("Rangfølge vises ikke"));
  hand.press("talk:c");
  EXPECT_TRUE(hand.shows("valgte næsten altid samme side"));
  EXPECT_TRUE(hand.shows("Sagsmappen ville ikke tage imod dette."));
  hand.press("send_again");
  EXPECT_EQ(hand.desk.saved[CitizenId("solsikke")][2].whereabouts, Whereabouts::waiting);
}

TEST_F(Area, ErasesACitizenOnlyAfterASecondCalmAnswerInAnotherPlace) {
  hand.sign_in().press("citizen:solsikke").press("erase");
  const RectMm first = hand.find("erase_all")->rect;
  hand.press("erase_all");
  const RectMm second = hand.find("erase_yes")->rect;
  EXPECT_TRUE(second.y > first.bottom() || second.x > first.right());
  EXPECT_EQ(hand.desk.people.size(), 2u);
  hand.press("keep");
  EXPECT_EQ(hand.desk.people.size(), 2u);
  hand.press("erase").press("erase_all").press("erase_yes");
  EXPECT_EQ(hand.desk.people.size(), 1u);
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, SetsALockOfThreePicturesInOrder) {
  hand.sign_in().press("citizen:solsikke").press("lock").press("lock:cat").press("lock:boat");
  EXPECT_FALSE(hand.find("save")->is_enabled);
  hand.press("lock:cat").press("save");
  EXPECT_THAT(hand.desk.locks[CitizenId("solsikke")],
              testing::ElementsAre(PictureId("signs/cat"), PictureId("signs/boat"),
                                   PictureId("signs/cat")));
  hand.press("lock").press("remove");
  EXPECT_TRUE(hand.desk.locks.empty());
}

TEST_F(Area, SaysSoWhenSomethingWasNotSaved) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("Smilede");
  hand.desk.loses_writes = true;
  hand.press("save");
  EXPECT_TRUE(hand.shows("Det blev ikke gemt."));
  EXPECT_TRUE(hand.shows("Smilede"));  // and nothing written is lost
}

TEST_F(Area, EnrolsWithACodeInGroupsOfFive) {
  hand.sign_in().press("sync").press("enrol").write("sagsmappe.example:8443").press("field:code");
  hand.write("abcdefghij").press("key:k");
  EXPECT_EQ(hand.find("field:code")->text, "ABCDE-FGHIJ-K");
  hand.area.feed(EditKey::erase);
  hand.area.settle();
  EXPECT_EQ(hand.find("field:code")->text, "ABCDE-FGHIJ");
  EXPECT_FALSE(hand.find("do_enrol")->is_enabled);
  hand.write("klmnpqrstuvwxyz0123456789abcdeextra").press("do_enrol");
  EXPECT_EQ(hand.desk.enrolled_code.size(), 47u);
  EXPECT_EQ(hand.area.screen(), "sync");
}

TEST_F(Area, ClosesItselfAfterTwoMinutesAndKeepsWhatWasBegun) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("Rolig i dag");
  hand.pass(95'000);
  EXPECT_TRUE(hand.find("idle") != nullptr);
  hand.press("field:seen");
  EXPECT_TRUE(hand.find("idle") == nullptr);
  hand.pass(120'000);
  EXPECT_FALSE(hand.area.is_open());
  EXPECT_TRUE(hand.area.elements().empty());
  EXPECT_EQ(hand.desk.times_left, 1);
  hand.sign_in().press("citizen:solsikke").press("observe");
  EXPECT_TRUE(hand.shows("Rolig i dag"));
}

TEST_F(Area, LetsGoWhenTheFingerSlidesOffAndHeedsOneFinger) {
  hand.sign_in();
  const auto about = *hand.find("about");
  const auto sync = *hand.find("sync");
  hand.touch(input::Phase::down, about);
  hand.touch(input::Phase::down, sync, 2);
  hand.touch(input::Phase::up, sync, 2);
  hand.touch(input::Phase::move, sync);
  hand.touch(input::Phase::up, sync);
  hand.area.settle();
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Area, CanBeWalkedThroughWithThreeKeys) {
  hand.sign_in();
  const auto press = [&](input::Key key) {
    hand.area.feed(input::RawKey{key, true, false, hand.now_ms});
    hand.area.settle();
  };
  press(input::Key::forward);
  press(input::Key::choose);
  EXPECT_FALSE(hand.area.is_open());  // the first is always "Tilbage til borgeren"
}

TEST_F(Area, DrawsOnlyWhenSomethingChanged) {
  hand.sign_in();
  EXPECT_TRUE(hand.area.wants_frame());  // settled, and not yet on the glass
  SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, SDL_PIXELFORMAT_RGB888);
  hand.area.draw(surface);
  EXPECT_FALSE(hand.area.wants_frame());
  EXPECT_THAT(hand.area.due_ms(), testing::Optional(90'000));
  hand.area.desk_changed();
  EXPECT_TRUE(hand.area.wants_frame());
  SDL_FreeSurface(surface);
}

TEST_F(Area, PaintsOurColoursOnWhicheverSurfaceItIsGiven) {
  furnish(hand);
  hand.sign_in();
  for (const uint32_t format : {SDL_PIXELFORMAT_RGB888, SDL_PIXELFORMAT_ARGB8888}) {
    SDL_Surface* surface = SDL_CreateRGBSurfaceWithFormat(0, 1920, 1080, 32, format);
    hand.area.draw(surface);
    const auto at = [&](int x, int y) {
      return static_cast<const uint32_t*>(surface->pixels)[y * surface->pitch / 4 + x] & 0xFFFFFF;
    };
    EXPECT_EQ(at(4, 4), 0x14213Du);      // the header is ink
    EXPECT_EQ(at(4, 600), 0xFBF6ECu);    // beside the cards is paper
    EXPECT_EQ(at(800, 700), 0xFFFFFFu);  // within a card
    SDL_FreeSurface(surface);
  }
}

TEST_F(Area, TellsTheConversationUnderWayAndChangesWhoPresses) {
  hand.desk.held =
      OngoingConversation{CitizenId("solsikke"), PressedBy::citizen, {Present::mentor}};
  hand.sign_in().press("hands:staff.pressed.pointing");
  EXPECT_EQ(hand.desk.held->pressed_by, PressedBy::mentor_for_pointing);
  hand.press("put_away");
  EXPECT_FALSE(hand.desk.held.has_value());
}

// --- every screen, on every glass
// -------------------------------------------------------------------------

void expect_fit(const Hand& hand, const std::string& where) {
  const auto elements = hand.area.elements();
  const double width = hand.display.width_mm();
  const double height = hand.display.height_mm();
  for (const auto& e : elements) {
    const auto what = where + " " + e.name;
    EXPECT_GE(e.rect.x, -0.01) << what;
    EXPECT_GE(e.rect.y, -0.01) << what;
    EXPECT_LE(e.rect.right(), width + 0.01) << what;
    EXPECT_LE(e.rect.bottom(), height + 0.01) << what;
    EXPECT_GE(e.em_mm, hand.display.sizes.legible - 0.2) << what;
    if (!e.is_target()) continue;
    EXPECT_GE(e.rect.w, 20 - 0.01) << what;
    EXPECT_GE(e.rect.h, 20 - 0.01) << what;
    for (const auto& other : elements) {
      if (&other == &e || !other.is_target()) continue;
      const bool is_apart =
          e.rect.right() <= other.rect.x + 0.01 || other.rect.right() <= e.rect.x + 0.01 ||
          e.rect.bottom() <= other.rect.y + 0.01 || other.rect.bottom() <= e.rect.y + 0.01;
      EXPECT_TRUE(is_apart) << what << " lies on " << other.name;
    }
  }
  // Words stand within what is pressed, or clear of it.
  for (const auto& words : elements)
    for (const auto& e : elements) {
      if (words.is_target() || !e.is_target()) continue;
      const auto& t = words.rect;
      const bool is_within = t.x >= e.rect.x - 0.5 && t.right() <= e.rect.right() + 0.5 &&
                             t.y >= e.rect.y - 0.5 && t.bottom() <= e.rect.bottom() + 0.5;
      const bool is_clear = t.right() <= e.rect.x + 0.5 || e.rect.right() <= t.x + 0.5 ||
                            t.bottom() <= e.rect.y + 0.5 || e.rect.bottom() <= t.y + 0.5;
      EXPECT_TRUE(is_within || is_clear) << where << ": " << words.name << " meets " << e.name;
    }
  ASSERT_TRUE(hand.find("back_to_citizen") != nullptr) << where;
  const auto& back = hand.find("back_to_citizen")->rect;
  EXPECT_LT(back.x, width * 0.1) << where;
  EXPECT_GT(back.bottom(), height * 0.9) << where;
}

class EveryGlass : public testing::TestWithParam<std::tuple<Display, std::string>> {};

TEST_P(EveryGlass, CarriesEveryScreenWithTargetsOfTwentyMillimetres) {
  Hand hand(house(), std::get<0>(GetParam()), std::get<1>(GetParam()));
  hand.open();
  expect_fit(hand, "first mentor");
  hand.press("sign:sunflower").press("go_on").write("Mette");
  expect_fit(hand, "name");
  hand.press("go_on");
  expect_fit(hand, "first pin");
  hand.press("back_to_citizen");
  furnish(hand);
  hand.sign_in();
  expect_fit(hand, "home");
  hand.press("citizen:solsikke");
  expect_fit(hand, "citizen");
  while (hand.find("talk:c") == nullptr) hand.press("talks:on");
  hand.press("talk:c");
  expect_fit(hand, "citizen, one conversation");
  const auto& texts = house().loaded.content.texts;
  for (const char* flag :
       {"flag.side_habit", "flag.mirror_disagrees", "staff.sync.why.refused_content"})
    EXPECT_TRUE(hand.shows(texts.get(std::get<1>(GetParam()), flag))) << flag;
  hand.press("observe").write("Smilede");
  expect_fit(hand, "observation");
  hand.press("who");
  expect_fit(hand, "observation, who");
  hand.press("back").press("lock");
  expect_fit(hand, "lock");
  hand.press("back").press("erase").press("erase_all");
  expect_fit(hand, "erase");
  hand.press("keep").press("start").press("way:2");
  expect_fit(hand, "start, tool");
  hand.press("go_on");
  expect_fit(hand, "start, cards");
  hand.press("go_on");
  expect_fit(hand, "start, who");
  hand.press("back").press("back").press("tool:kan_lide");
  expect_fit(hand, "start, tool, sorting");
  hand.press("go_on");
  expect_fit(hand, "start, cards, sorting");
  hand.press("go_on");
  expect_fit(hand, "start, who, sorting");
  hand.press("back").press("back").press("back").press("back").press("sync");
  expect_fit(hand, "sync");
  hand.press("back").press("about");
  expect_fit(hand, "about");
  hand.press("back")
      .press("new_citizen")
      .press("first:sunflower")
      .press("go_on")
      .press("without_second");
  expect_fit(hand, "new citizen");
  hand.desk.view = {};
  hand.press("back").press("back").press("sync").press("enrol");
  expect_fit(hand, "enrol");
}

INSTANTIATE_TEST_SUITE_P(Glasses, EveryGlass,
                         testing::Combine(testing::Values(Display{}, glass_of(1920, 1080, 15.6),
                                                          glass_of(1080, 1920, 23)),
                                          testing::Values("da", "en")),
                         [](const auto& about) {
                           const Display& glass = std::get<0>(about.param);
                           return std::to_string(glass.width_px) + "px" +
                                  std::to_string(int(glass.width_mm())) + "mm_" +
                                  std::get<1>(about.param);
                         });

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
