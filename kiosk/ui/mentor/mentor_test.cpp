// Stories of mentors at work, told through the elements that stand on the screen.
#include <SDL.h>
#include <gmock/gmock.h>

#include "kiosk/ui/mentor/goals.h"
#include "kiosk/ui/mentor/look.h"
#include "kiosk/ui/mentor/rehearsal/examples.h"
#include "kiosk/ui/mentor/words.h"

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

TEST_F(Area, PrintsTheSheetOfWhatWasSaidBackAndKeepsItWhenThereIsNoPrinter) {
  furnish(hand);
  hand.desk.saved[CitizenId("solsikke")][2].submission.is_confirmed = false;
  hand.desk.saved[CitizenId("solsikke")][0].submission.conversation = ConversationId("talk-a");
  hand.sign_in().press("citizen:solsikke").press("talk:a").press("print_sheet");
  EXPECT_THAT(hand.desk.printed, testing::ElementsAre(ConversationId("talk-a")));
  EXPECT_TRUE(hand.shows("Arket er på vej."));
  hand.desk.has_printer = false;
  hand.press("talk:a").press("print_sheet");
  EXPECT_TRUE(hand.shows("Arket kan ikke printes nu. Det er gemt."));
  hand.press("talk:a");
  EXPECT_TRUE(hand.shows("Arket er ikke printet endnu. Det er gemt her."));
  hand.desk.has_printer = true;
  hand.press("print_sheet");
  EXPECT_FALSE(hand.desk.saved[CitizenId("solsikke")][0].has_sheet_waiting);
  hand.press("talk:c");
  EXPECT_EQ(hand.find("print_sheet"), nullptr) << "nothing was said back";
}

TEST_F(Area, ErasesACitizenOnlyAfterASecondCalmAnswerInAnotherPlace) {
  hand.sign_in().press("citizen:solsikke").press("person").press("erase");
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

TEST_F(Area, LetsTheCitizenChooseTheLockOnTheirOwnScreen) {
  hand.sign_in().press("citizen:solsikke").press("person").press("lock");
  EXPECT_EQ(hand.find("remove"), nullptr);
  hand.press("choose");
  EXPECT_THAT(hand.desk.lock_of, testing::ElementsAre(CitizenId("solsikke")));
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Area, TakesAForgottenLockAway) {
  hand.sign_in().press("citizen:solsikke");
  for (auto& one : hand.desk.people) one.has_lock = one.id == CitizenId("solsikke");
  hand.press("back").press("citizen:solsikke").press("person").press("lock").press("remove");
  EXPECT_EQ(hand.area.screen(), "citizen");
  EXPECT_FALSE(std::ranges::any_of(hand.desk.people, &CitizenSign::has_lock));
}

TEST_F(Area, OpensTheEvaluationForNobodyInParticularAndLeavesTheRoom) {
  hand.sign_in().press("evaluation");
  EXPECT_TRUE(hand.shows("Gå ud af rummet"));
  hand.press("way:2").press("language:en").press("start");
  ASSERT_EQ(hand.desk.evaluated.size(), 1u);
  EXPECT_EQ(hand.desk.evaluated[0].way, 2);
  EXPECT_EQ(hand.desk.evaluated[0].language, "en");
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Area, OpensNoEvaluationOverSomebodysConversation) {
  hand.sign_in();
  hand.desk.held = OngoingConversation{CitizenId("solsikke"), PressedBy::citizen, {}};
  hand.press("evaluation");
  EXPECT_FALSE(hand.find("start")->is_enabled);
  EXPECT_TRUE(hand.shows("En samtale er i gang"));
}

TEST_F(Area, GuidesAMentorThroughATool) {
  hand.sign_in().press("practice").press("tool:min_droem");
  EXPECT_TRUE(hand.shows("Fold drømmen ud"));
  EXPECT_TRUE(hand.shows("Ingen drøm er for stor: Bed ikke om grunde."));
  hand.press("length:60");
  EXPECT_TRUE(hand.shows("Som de 30 minutter."));
}

TEST_F(Area, LetsAnInventedCitizenAnswer) {
  hand.sign_in().press("practice").press("tool:to_billeder").press("go_on");
  hand.press("way:2").press("who:right").press("start");
  ASSERT_EQ(hand.desk.rehearsed.size(), 1u);
  EXPECT_EQ(hand.desk.rehearsed[0].setup.tool, ToolId("to_billeder"));
  EXPECT_EQ(hand.desk.rehearsed[0].setup.way, 2);
  EXPECT_EQ(hand.desk.rehearsed[0].responder.habit, Habit::right);
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Area, LetsTheAnonymousEvaluationBePractised) {
  hand.sign_in().press("practice").press("tool:hvad_synes_du");
  EXPECT_TRUE(hand.shows("Gå ud af rummet."));
  EXPECT_TRUE(hand.shows("Spørg ikke bagefter"));
  hand.press("go_on").press("way:3").press("start");
  ASSERT_EQ(hand.desk.rehearsed.size(), 1u);
  EXPECT_EQ(hand.desk.rehearsed[0].setup.tool, evaluation_tool);
  EXPECT_EQ(hand.desk.rehearsed[0].setup.way, 3);
}

TEST_F(Area, SaysSoWhenSomethingWasNotSaved) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("Smilede");
  hand.desk.loses_writes = true;
  hand.press("save");
  EXPECT_TRUE(hand.shows("Det blev ikke gemt."));
  EXPECT_TRUE(hand.shows("Smilede"));  // and nothing written is lost
}

TEST_F(Area, WhatTheCaseFileDidNotTakeIsToldOnTheFirstScreenAndWithItsReason) {
  hand.desk.view.link = Link::rests;
  hand.desk.view.refused = {"Noget ligger der stadig. Sagde nej."};
  hand.sign_in();
  EXPECT_NE(hand.find("pill:not_taken"), nullptr);
  hand.press("sync");
  EXPECT_TRUE(hand.shows("Resten er sendt."));
  EXPECT_TRUE(hand.shows("Noget ligger der stadig. Sagde nej."));
}

TEST_F(Area, AClockThatIsWrongIsToldOnTheFirstScreenAndByHowMuch) {
  hand.desk.view.link = Link::rests;
  hand.desk.view.clock_ahead_ms = 12 * 60'000;
  hand.sign_in();
  EXPECT_NE(hand.find("pill:clock"), nullptr);
  hand.press("sync");
  EXPECT_TRUE(hand.shows("Alt er sendt."));
  EXPECT_TRUE(
      hand.shows("Kioskens ur er 12 minutter foran sagsmappens. Stil kioskens ur, så "
                 "dagene i sagsmappen passer."));
}

TEST(Words, ASpanIsSaidInTheUnitThatHasTwo) {
  const Texts& texts = house().loaded.content.texts;
  constexpr int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
  EXPECT_EQ(span_words(texts, "da", 2 * minute), "2 minutter");
  EXPECT_EQ(span_words(texts, "da", 2 * hour - 1), "119 minutter");
  EXPECT_EQ(span_words(texts, "da", 2 * hour), "2 timer");
  EXPECT_EQ(span_words(texts, "en", 2 * day - 1), "47 hours");
  EXPECT_EQ(span_words(texts, "da", 400 * day), "400 døgn");
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

TEST_F(Area, OpensTheCitizensOwnAnswersAndLeavesTheScreenToThem) {
  hand.sign_in().press("citizen:solsikke").press("answers");
  EXPECT_THAT(hand.desk.answers_of, testing::ElementsAre(CitizenId("solsikke")));
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Area, NeverLeavesTheListOfThosePresentEmpty) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("Rolig").press("who");
  hand.press("present:staff.present.mentor").press("save");
  EXPECT_THAT(hand.desk.seen.at(0).present, testing::ElementsAre(Present::nobody));
}

struct Photographing : Area {
  const CitizenId solsikke{"solsikke"};
  const PictureId friends{"people/ven"};

  void SetUp() override {
    furnish(hand);
    hand.sign_in();
  }
  mentor::SmallPhotos& kept(const CitizenId& whose) { return hand.desk.pictures.photos[whose]; }
};

TEST_F(Photographing, PutsAFriendsPhotoOnTheCardOfThisCitizenAlone) {
  hand.press("citizen:solsikke").press("person").press("photos").press("card:people/ven");
  EXPECT_TRUE(hand.shows("Nu viser kortet sin tegning."));
  EXPECT_TRUE(hand.shows("Kun denne borger ser det."));
  EXPECT_FALSE(hand.find("take_away")->is_enabled);
  hand.press("choose").press("place:0").press("place:1");
  EXPECT_EQ(hand.area.screen(), "photo_crop");
  hand.press("crop:on").press("crop:on").press("use");
  EXPECT_EQ(hand.area.screen(), "photo");
  EXPECT_TRUE(hand.shows("Fotoet er gemt."));
  EXPECT_TRUE(kept(solsikke).contains(friends));
  EXPECT_TRUE(kept({}).empty());
  EXPECT_THAT(hand.desk.pictures.kept_along, testing::ElementsAre(0.75));
  hand.press("back");
  EXPECT_TRUE(hand.find("card:people/ven")->is_chosen);
  EXPECT_FALSE(hand.find("card:people/forael")->is_chosen);
}

TEST_F(Photographing, TellsInWordsWhyAPhotoIsNotTaken) {
  hand.press("citizen:solsikke")
      .press("person")
      .press("photos")
      .press("card:people/ven")
      .press("choose");
  hand.press("place:0").press("place:3");
  EXPECT_EQ(hand.area.screen(), "stick");
  EXPECT_TRUE(hand.shows("IMG_2043.heic kan ikke bruges. Det skal være JPEG eller PNG."));
  hand.desk.pictures.is_full = true;
  hand.press("place:1").press("use");
  EXPECT_TRUE(hand.shows("Fotoet kunne ikke gemmes på kiosken."));
  EXPECT_TRUE(kept(solsikke).empty());
}

TEST_F(Photographing, WaitsForAStickAndLooksAgain) {
  hand.desk.pictures.plugged.clear();
  hand.press("photos").press("card:people/ven").press("choose");
  EXPECT_EQ(hand.area.screen(), "sticks");
  EXPECT_TRUE(hand.shows("Sæt en USB-nøgle med billeder i kiosken."));
  hand.desk.pictures.plugged = {{"/media/a", "MENTOR", true}};
  hand.press("again");
  EXPECT_EQ(hand.area.screen(), "stick") << "the only stick is opened at once";
  hand.desk.pictures.folders.erase("/media/a/sommer");
  hand.press("place:0");
  EXPECT_TRUE(hand.shows("Mappen kan ikke læses."));
  hand.press("back").press("back");
  EXPECT_EQ(hand.area.screen(), "photo");
}

TEST_F(Photographing, BringsTheDrawingBackForEverybody) {
  hand.desk.pictures.photos[{}][friends] = {};
  hand.press("photos").press("card:people/ven");
  EXPECT_TRUE(hand.shows("Alle borgere på denne kiosk ser det."));
  hand.press("take_away");
  EXPECT_TRUE(hand.shows("Fotoet er væk."));
  EXPECT_TRUE(hand.shows("Nu viser kortet sin tegning."));
  EXPECT_TRUE(kept({}).empty());
}

TEST_F(Photographing, GivesTheCitizenAFaceInTheMiddleOfTheirRings) {
  hand.press("citizen:solsikke").press("person").press("photos").press("self").press("choose");
  hand.press("place:0").press("place:2").press("use");
  EXPECT_TRUE(kept(solsikke).contains(PictureId("ui/person")));
}

TEST_F(Photographing, KeepsOnlyThePageThatIsLookedAt) {
  hand.press("photos").press("card:people/ven").press("choose").press("place:0");
  ASSERT_NE(hand.reach("place:1"), nullptr);
  hand.press("files:on");
  EXPECT_EQ(hand.find("place:1"), nullptr);
  hand.press("files:back");
  EXPECT_NE(hand.find("place:1"), nullptr);
}

TEST_F(Area, WritesWhenTheyMeetNextForTheCitizensSheet) {
  hand.sign_in().press("citizen:solsikke").press("person").press("meeting");
  hand.write("Tirsdag kl. 10").press("save");
  EXPECT_EQ(hand.desk.meetings[CitizenId("solsikke")], "Tirsdag kl. 10");
  EXPECT_EQ(hand.area.screen(), "citizen");
  hand.press("person").press("meeting");
  EXPECT_EQ(hand.find("field:meeting")->text, "Tirsdag kl. 10");
  hand.desk.loses_writes = true;
  hand.write("!").press("save");
  EXPECT_TRUE(hand.shows("ikke gemt"));
}

TEST_F(Area, HandsTheScreenOverForThePictureGuide) {
  hand.sign_in().press("citizen:solsikke").press("person").press("access").press("guide");
  EXPECT_THAT(hand.desk.fitting_of, testing::ElementsAre(CitizenId("solsikke")));
  EXPECT_FALSE(hand.area.is_open()) << "the citizen's screen stands there";
}

TEST_F(Area, SetsHowACitizenUsesTheKioskAtEveryPress) {
  hand.sign_in().press("citizen:solsikke").press("person").press("access");
  hand.press("next_step");
  EXPECT_TRUE(hand.find("text:house")->is_chosen);
  hand.press("text:150").press("back").press("set:hold").press("hold:500");
  hand.press("back").press("set:next").press("next:0");
  AccessProfile wanted;
  wanted.text_percent = 150;
  wanted.hold_ms = 500;
  wanted.goes_on_by_itself = false;
  EXPECT_EQ(hand.desk.uses[CitizenId("solsikke")], wanted);
  hand.press("back").press("set:hold").press("hold:house");
  hand.press("back").press("back").press("back");
  EXPECT_TRUE(hand.shows("Bogstaver: 150 %"));
  EXPECT_TRUE(hand.shows("Ét valg går videre: Med Næste"));
  EXPECT_FALSE(hand.shows("Hold fingeren"));
}

TEST_F(Area, ShowsWhatIsInForceWhereAWishWasNotKept) {
  hand.sign_in()
      .press("citizen:solsikke")
      .press("person")
      .press("access")
      .press("set:text")
      .press("text:125");
  hand.desk.loses_writes = true;
  hand.press("text:200");
  EXPECT_TRUE(hand.shows("ikke gemt"));
  EXPECT_TRUE(hand.find("text:125")->is_chosen);
}

TEST_F(Area, ProposesHoldAndPauseFromFivePresses) {
  hand.sign_in().press("citizen:solsikke").press("person").press("access").press("try_out");
  const MentorElement tile = *hand.find("press");
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(hand.find("use"), nullptr);
    for (const int lasts : {90, 600}) {  // a brush on the way, and the press
      hand.touch(input::Phase::down, tile);
      hand.now_ms += lasts;
      hand.touch(input::Phase::up, tile);
      hand.now_ms += 300;
    }
    hand.area.settle();
    hand.pass(3000);
  }
  EXPECT_TRUE(hand.shows("Forslag"));
  hand.press("use");
  const AccessProfile& set = hand.desk.uses[CitizenId("solsikke")];
  EXPECT_EQ(set.same_touch_ms, 400);
  EXPECT_EQ(set.hold_ms, 300);
  EXPECT_EQ(hand.area.screen(), "access");
}

TEST_F(Area, AsksOnlyWhatMattersToHowSomebodyChooses) {
  hand.sign_in().press("citizen:solsikke").press("person").press("access");
  EXPECT_EQ(hand.reach("set:period"), nullptr);
  hand.press("set:operated").press("operated:2").press("back");
  EXPECT_NE(hand.reach("set:period"), nullptr);
  EXPECT_EQ(hand.reach("set:step_switch"), nullptr);
  hand.press("set:operated").press("operated:1").press("back");
  EXPECT_NE(hand.reach("set:dwell"), nullptr);
  EXPECT_EQ(hand.reach("set:hold"), nullptr);
}

TEST_F(Area, KnowsACitizensSwitchByItsPress) {
  hand.sign_in().press("citizen:solsikke").press("person").press("access");
  EXPECT_FALSE(hand.area.feed_switch("pad:a"));
  hand.press("set:operated").press("operated:3").press("back");
  hand.press("set:choose_switch");
  EXPECT_TRUE(hand.area.feed_switch("key:Space"));
  hand.area.settle();
  EXPECT_TRUE(hand.shows("Tasten Space"));
  hand.press("back").press("set:step_switch").press("step_switch:mouse:left");
  const AccessProfile& known = hand.desk.uses[CitizenId("solsikke")];
  EXPECT_EQ(known.choose_switch, "key:Space");
  EXPECT_EQ(known.step_switch, "mouse:left");
  hand.press("step_switch:house");
  EXPECT_EQ(hand.desk.uses[CitizenId("solsikke")].step_switch, "");
}

TEST_F(Area, OffersAStepOfAnotherKiosksToo) {
  hand.desk.uses[CitizenId("solsikke")].hold_ms = 750;
  hand.sign_in().press("citizen:solsikke").press("person").press("access");
  hand.press("set:hold");
  EXPECT_TRUE(hand.find("hold:750")->is_chosen);
  EXPECT_EQ(hand.find("hold:750")->text, "0,75 sek.");
}

struct WithAGoal : Area {
  void SetUp() override {
    furnish(hand);
    hand.sign_in().press("citizen:solsikke").press("goals");
  }
};

TEST_F(WithAGoal, TellsItAsTheCitizenSaidItWithWhoHelpsAndWhen) {
  EXPECT_TRUE(hand.shows("“Bage”"));
  EXPECT_TRUE(hand.shows("Borgeren har sagt: Det er mit mål."));
  EXPECT_TRUE(hand.shows("1. Besøge stedet · Ven · 3. dec."));
  EXPECT_TRUE(hand.shows("2. Jeg tager bussen selv"));
  EXPECT_EQ(hand.find("field:specific")->text, "");
  EXPECT_FALSE(hand.find("save")->is_enabled);
}

TEST_F(WithAGoal, KeepsTheMentorsFieldsBesideItAndNeverInIt) {
  const auto said = hand.desk.saved[CitizenId("solsikke")];
  hand.press("field:specific").write("Bager boller på Skovbo").press("back");
  hand.press("kind:develop").press("save");
  EXPECT_TRUE(hand.shows("Felterne er gemt ved siden af borgerens ord."));
  const Observation& kept = hand.desk.seen.back();
  ASSERT_TRUE(kept.plan);
  EXPECT_EQ(kept.plan->goal, SubmissionId("e"));
  EXPECT_EQ(kept.plan->specific, "Bager boller på Skovbo");
  EXPECT_EQ(kept.plan->kind, GoalKind::develop);
  EXPECT_EQ(kept.mentor, MentorId("mette"));
  EXPECT_TRUE(kept.seen.empty());
  EXPECT_FALSE(hand.find("save")->is_enabled);
  EXPECT_TRUE(hand.find("kind:develop")->is_chosen);
  for (size_t i = 0; i < said.size(); ++i)
    EXPECT_EQ(hand.desk.saved[CitizenId("solsikke")][i].submission, said[i].submission);
}

TEST_F(WithAGoal, KeepsWhatIsBegunWhenTheAreaClosesItself) {
  hand.press("field:measurable").write("Tre gange");
  hand.pass(200'000);
  EXPECT_FALSE(hand.area.is_open());
  hand.open().press("mentor:mette").digits("2580").press("open");
  hand.press("citizen:solsikke").press("goals");
  EXPECT_EQ(hand.find("field:measurable")->text, "Tre gange");
  EXPECT_TRUE(hand.find("save")->is_enabled);
}

TEST_F(WithAGoal, SaysThatNothingIsKeptOnAFullDisk) {
  hand.press("kind:keep");
  hand.desk.loses_writes = true;
  hand.press("save");
  EXPECT_TRUE(hand.shows("ikke gemt"));
  EXPECT_TRUE(hand.find("kind:keep")->is_chosen);
  EXPECT_TRUE(hand.find("save")->is_enabled);
}

TEST_F(Area, TellsWhatWasSaidInATalkThatRanksNothing) {
  const auto said = staircase("e", hand.utc_ms);
  EXPECT_EQ(result_words(house().loaded.content, "da", said),
            "Bage, Besøge stedet, “Jeg tager bussen selv” · foreløbig");
  Submission day = followed_up("d", hand.utc_ms);
  day.tool = ToolId("min_hverdag");
  const auto put = [&](const char* area, const char* face) {
    AnswerRecord one;
    one.question = "t6_q";
    one.choice = Choice::place;
    one.card = CardRef{"life", area};
    one.place = face;
    day.answers.push_back(one);
  };
  day.answers.clear();
  put("penge", "daarligt");
  put("hjem", "rigtig_godt");
  put("venner", "daarligt");
  EXPECT_EQ(result_words(house().loaded.content, "da", day),
            "1 rigtig godt · 2 dårligt · foreløbig");
}

TEST_F(Area, TellsHowTheStepsOfAGoalWentAndAtMostThreeGoals) {
  const int64_t day = 86'400'000;
  const auto goals = goals_in_words(house().loaded.content, "da",
                                    {{followed_up("late", 60 * day), Whereabouts::kept_here, ""},
                                     {staircase("e1", 50 * day), Whereabouts::kept_here, ""},
                                     {staircase("e2", 40 * day), Whereabouts::kept_here, ""},
                                     {staircase("e3", 30 * day), Whereabouts::kept_here, ""},
                                     {staircase("e4", 20 * day), Whereabouts::kept_here, ""}});
  ASSERT_EQ(goals.size(), most_goals);
  EXPECT_EQ(goals[0].id, SubmissionId("e1"));
  EXPECT_EQ(goals[0].steps[0].state, "Næsten");
  EXPECT_EQ(goals[0].steps[1].state, "");
}

TEST_F(Area, TellsThatWhatWasSeenWasSeenInPractice) {
  furnish(hand);
  hand.sign_in().press("citizen:solsikke").press("observe").write("Dækkede bord alene på Skovbo");
  hand.press("who").press("seen_in:practice").press("save");
  EXPECT_EQ(hand.desk.seen.back().seen_in, SeenIn::practice);
  EXPECT_TRUE(hand.shows("Set i praksis: Dækkede bord alene"));
}

}  // namespace
}  // namespace aktiv::mentor
