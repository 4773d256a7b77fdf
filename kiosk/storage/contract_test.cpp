// What every store promises, over memory and over disk. On disk the store is closed and opened
// again wherever a story says so; in memory that step is left out.
#include <gmock/gmock.h>

#include "kiosk/storage/demonstration.h"
#include "kiosk/storage/testing/fixtures.h"

namespace aktiv::storage {
namespace {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

enum class Where { memory, disk };

class StoreContract : public ::testing::TestWithParam<Where> {
 protected:
  void SetUp() override { open(); }

  void open() {
    const Status opened = open_again(store_, is_on_disk(), dir_, clock_);
    ASSERT_TRUE(opened) << to_text(opened.error());
  }

  void close_and_open_again() { open(); }
  bool is_on_disk() const { return GetParam() == Where::disk; }

  Store& store() { return *store_; }
  Journal& journal() { return store_->journal(); }
  Outbox& outbox() { return store_->outbox(); }
  People& people() { return store_->people(); }
  House& house() { return store_->house(); }

  void enrol() {
    ASSERT_TRUE(house().put_enrolment(
        {"https://localhost:8443", std::string(32, 'p'), "secret", "c", "/fhir"}));
  }

  // A kept conversation with this many submissions.
  std::vector<SubmissionId> keep(const CitizenId& citizen, const std::vector<std::string>& said) {
    const ConversationId talk = conversation(store(), citizen);
    EXPECT_TRUE(append(store(), event(talk, "first")));
    std::vector<NewSubmission> submissions;
    std::vector<SubmissionId> ids;
    for (const auto& bytes : said) {
      ids.push_back(SubmissionId(fresh_uuid()));
      submissions.push_back({ids.back(), bytes});
    }
    const Event last = event(talk, "Gem dem");
    EXPECT_TRUE(journal().finish(talk, {&last, 1}, submissions));
    return ids;
  }

  OutboxState state_of(const SubmissionId& id) {
    const auto items = outbox().items(std::nullopt);
    for (const auto& item : *items)
      if (item.submission == id) return item.state;
    ADD_FAILURE() << "no such submission";
    return OutboxState::kept_here;
  }

  MovedClock clock_;
  TempDir dir_;
  std::unique_ptr<Store> store_;
};

std::string name_of_where(const ::testing::TestParamInfo<Where>& info) {
  return info.param == Where::memory ? "Memory" : "Disk";
}

INSTANTIATE_TEST_SUITE_P(Stores, StoreContract, ::testing::Values(Where::memory, Where::disk),
                         name_of_where);

TEST_P(StoreContract, GivesEventsBackInTheOrderInWhichTheyWereKept) {
  const auto talk = conversation(store(), citizen(store(), "signs/sun"));
  ASSERT_TRUE(append(store(), event(talk, "one")));
  clock_.jump_wall(-10 * 365 * day_ms);
  ASSERT_TRUE(append(store(), event(talk, "two")));
  const std::vector<Event> more{event(talk, "three"), event(talk, "")};
  ASSERT_TRUE(journal().append(more));
  close_and_open_again();
  EXPECT_THAT(said(store(), talk), ElementsAre("one", "two", "three", ""));
  EXPECT_EQ((*journal().load_events(talk))[3].sequence, 4u);
  EXPECT_EQ((*journal().load_events(talk))[2].event, more[0]);
}

TEST_P(StoreContract, KeepsAnEventOnceThoughItIsAskedTwice) {
  const auto talk = conversation(store(), citizen(store(), "signs/sun"));
  Event once = event(talk, "one");
  ASSERT_TRUE(append(store(), once));
  ASSERT_TRUE(append(store(), once));
  EXPECT_THAT(said(store(), talk), ElementsAre("one"));
  once.payload = "something else";
  EXPECT_FALSE(append(store(), once));
  EXPECT_THAT(said(store(), talk), ElementsAre("one"));
}

TEST_P(StoreContract, RefusesAnEventOfNoConversationAndKeepsNothingOfItsBatch) {
  const auto talk = conversation(store(), citizen(store(), "signs/sun"));
  const std::vector<Event> batch{event(talk, "one"), event(ConversationId("nobody"), "two")};
  EXPECT_FALSE(journal().append(batch));
  EXPECT_THAT(said(store(), talk), IsEmpty());
}

TEST_P(StoreContract, RefusesAConversationTwiceOrWithAnUnknownCitizen) {
  const auto who = citizen(store(), "signs/sun");
  const auto talk = conversation(store(), who);
  EXPECT_FALSE(journal().start(talk, who));
  EXPECT_FALSE(journal().start(ConversationId(fresh_uuid()), CitizenId("stranger")));
}

TEST_P(StoreContract, OffersAnUnfinishedConversationToItsCitizenOnly) {
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  const auto talk = conversation(store(), sun);
  ASSERT_TRUE(append(store(), event(talk, "one")));
  EXPECT_THAT(*journal().unfinished(sun), IsEmpty());
  ASSERT_TRUE(journal().leave_unfinished(talk));
  close_and_open_again();
  EXPECT_THAT(*journal().unfinished(cat), IsEmpty());
  ASSERT_THAT(*journal().unfinished(sun), SizeIs(1));
  EXPECT_EQ((*journal().unfinished(sun))[0].id, talk);
  EXPECT_EQ((*journal().unfinished(sun))[0].events, 1u);
  ASSERT_TRUE(journal().take_up_again(talk));
  ASSERT_TRUE(append(store(), event(talk, "two")));
  EXPECT_THAT(said(store(), talk), ElementsAre("one", "two"));
}

TEST_P(StoreContract, SaysWhoIsInATalkNow) {
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  EXPECT_FALSE(*journal().is_in_a_talk(sun));
  const auto talk = conversation(store(), sun);
  EXPECT_TRUE(*journal().is_in_a_talk(sun));
  EXPECT_FALSE(*journal().is_in_a_talk(cat));
  ASSERT_TRUE(journal().leave_unfinished(talk));
  EXPECT_FALSE(*journal().is_in_a_talk(sun));
}

TEST_P(StoreContract, FinishesWithEventsAndOutboxTogetherOrNotAtAll) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"bytes of one"});
  const auto talk = conversation(store(), sun);
  const Event last = event(talk, "Gem dem");
  const std::vector<NewSubmission> again{{SubmissionId(fresh_uuid()), "new"}, {ids[0], "known"}};
  EXPECT_FALSE(journal().finish(talk, {&last, 1}, again));
  EXPECT_THAT(said(store(), talk), IsEmpty());
  EXPECT_EQ((*journal().find(talk))->state, ConversationState::open);
  EXPECT_THAT(*outbox().items(sun), SizeIs(1));
}

TEST_P(StoreContract, TakesNoMoreEventsOnceFinished) {
  const auto sun = citizen(store(), "signs/sun");
  keep(sun, {"x"});
  const auto talk = (*outbox().items(sun))[0].conversation;
  EXPECT_FALSE(append(store(), event(talk, "late")));
  EXPECT_FALSE(journal().throw_away(talk));
  EXPECT_EQ((*journal().find(talk))->state, ConversationState::finished);
  EXPECT_THAT(said(store(), talk), ElementsAre("first", "Gem dem"));
}

TEST_P(StoreContract, LeavesNothingOfWhatIsThrownAway) {
  const auto sun = citizen(store(), "signs/sun");
  const auto talk = conversation(store(), sun);
  const auto other = conversation(store(), sun);
  ASSERT_TRUE(append(store(), event(talk, "one")));
  ASSERT_TRUE(append(store(), event(other, "stays")));
  ASSERT_TRUE(people().put_observation({"o", sun, talk, "smiled", false}));
  ASSERT_TRUE(journal().throw_away(talk));
  close_and_open_again();
  EXPECT_FALSE(journal().find(talk)->has_value());
  EXPECT_FALSE(journal().load_events(talk));
  EXPECT_THAT(*people().observations(sun), IsEmpty());
  EXPECT_THAT(said(store(), other), ElementsAre("stays"));
}

TEST_P(StoreContract, HoldsASecretConversationWithoutKeepingIt) {
  const auto talk = conversation(store(), std::nullopt);
  ASSERT_TRUE(append(store(), event(talk, "hemmelig")));
  EXPECT_THAT(said(store(), talk), ElementsAre("hemmelig"));
  EXPECT_FALSE((*journal().find(talk))->citizen);
  const std::vector<NewSubmission> one{{SubmissionId("s"), "x"}};
  EXPECT_FALSE(journal().finish(talk, {}, one));
  EXPECT_TRUE(journal().finish(talk, {}, {}));
  ASSERT_TRUE(journal().throw_away(talk));
  EXPECT_FALSE(journal().find(talk)->has_value());
}

TEST_P(StoreContract, ForgetsASecretConversationThatIsLeft) {
  const auto talk = conversation(store(), std::nullopt);
  ASSERT_TRUE(append(store(), event(talk, "hemmelig")));
  ASSERT_TRUE(journal().leave_unfinished(talk));
  EXPECT_FALSE(journal().find(talk)->has_value());
}

TEST_P(StoreContract, ErasesWhatWasLeftForThirtyDays) {
  const auto sun = citizen(store(), "signs/sun");
  ASSERT_EQ(*journal().purge_unfinished(), 0);
  const auto old = conversation(store(), sun);
  ASSERT_TRUE(journal().leave_unfinished(old));
  for (int day = 0; day < 29; ++day) {
    clock_.pass(day_ms);
    ASSERT_EQ(*journal().purge_unfinished(), 0);
  }
  const auto fresh = conversation(store(), sun);
  ASSERT_TRUE(journal().leave_unfinished(fresh));
  clock_.pass(2 * day_ms);
  EXPECT_EQ(*journal().purge_unfinished(), 1);
  EXPECT_FALSE(journal().find(old)->has_value());
  EXPECT_TRUE(journal().find(fresh)->has_value());
}

TEST_P(StoreContract, AClockThatLeapsTenYearsErasesNobodysConversation) {
  const auto sun = citizen(store(), "signs/sun");
  const auto talk = conversation(store(), sun);
  ASSERT_TRUE(journal().leave_unfinished(talk));
  ASSERT_EQ(*journal().purge_unfinished(), 0);
  clock_.jump_wall(10 * 365 * day_ms);
  EXPECT_EQ(*journal().purge_unfinished(), 0);
  clock_.jump_wall(-10 * 365 * day_ms);
  EXPECT_EQ(*journal().purge_unfinished(), 0);
  EXPECT_TRUE(journal().find(talk)->has_value());
  clock_.jump_wall(31 * day_ms);  // off over the holidays
  EXPECT_EQ(*journal().purge_unfinished(), 0);
  clock_.pass(day_ms + 1);
  EXPECT_EQ(*journal().purge_unfinished(), 1);
}

TEST_P(StoreContract, KeepsAnswersHereUntilACaseFileIsEnrolled) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a"});
  EXPECT_EQ(state_of(ids[0]), OutboxState::kept_here);
  EXPECT_THAT(*outbox().citizens_waiting(), IsEmpty());
  EXPECT_FALSE(outbox().next(sun)->has_value());
  enrol();
  EXPECT_EQ(state_of(ids[0]), OutboxState::pending);
  EXPECT_THAT(*outbox().citizens_waiting(), ElementsAre(sun));
  EXPECT_EQ((*outbox().next(sun))->submission, ids[0]);
  EXPECT_EQ(*outbox().submission_bytes(ids[0]), "a");
}

TEST_P(StoreContract, SendsACitizensSubmissionsInTheirOrder) {
  enrol();
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  const auto first = keep(sun, {"a", "b"});
  const auto others = keep(cat, {"c"});
  for (const auto& id : first) {
    EXPECT_EQ((*outbox().next(sun))->submission, id);
    ASSERT_TRUE(outbox().put_bytes(id, "request"));
    ASSERT_TRUE(outbox().mark_sending(id));
    close_and_open_again();
    EXPECT_EQ((*outbox().next(sun))->submission, id);
    EXPECT_EQ((*outbox().next(sun))->state, OutboxState::in_flight);
    EXPECT_EQ(*outbox().request_bytes(id), "request");
    ASSERT_TRUE(outbox().mark_acknowledged(id, "receipt"));
  }
  EXPECT_FALSE(outbox().next(sun)->has_value());
  EXPECT_THAT(*outbox().citizens_waiting(), ElementsAre(cat));
  EXPECT_EQ(*outbox().counts(), (OutboxCounts{0, 1, 2, 0, 0}));
}

TEST_P(StoreContract, NeverBuildsARequestTwice) {
  enrol();
  const auto ids = keep(citizen(store(), "signs/sun"), {"a"});
  ASSERT_TRUE(outbox().put_bytes(ids[0], "request"));
  EXPECT_TRUE(outbox().put_bytes(ids[0], "request"));
  EXPECT_FALSE(outbox().put_bytes(ids[0], "another"));
  EXPECT_EQ(*outbox().request_bytes(ids[0]), "request");
}

TEST_P(StoreContract, IsNotSentBeforeItIsWrittenDownAsUnsent) {
  enrol();
  const auto ids = keep(citizen(store(), "signs/sun"), {"a"});
  EXPECT_FALSE(outbox().mark_sending(ids[0]));
  EXPECT_FALSE(outbox().mark_acknowledged(ids[0], ""));
  ASSERT_TRUE(outbox().put_bytes(ids[0], "request"));
  EXPECT_FALSE(outbox().mark_acknowledged(ids[0], ""));
  ASSERT_TRUE(outbox().mark_sending(ids[0]));
  ASSERT_TRUE(outbox().mark_not_acknowledged(ids[0], "503", 99));
  EXPECT_EQ(state_of(ids[0]), OutboxState::bytes_built);
  const auto item = (*outbox().items(std::nullopt))[0];
  EXPECT_EQ(item.attempts, 1);
  EXPECT_EQ(item.reason, "503");
  EXPECT_EQ(item.not_before_ms, 99);
}

TEST_P(StoreContract, QuarantinesOneAndTheRestGoesOn) {
  enrol();
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a", "b"});
  ASSERT_TRUE(outbox().put_bytes(ids[0], "request"));
  ASSERT_TRUE(outbox().mark_sending(ids[0]));
  ASSERT_TRUE(outbox().mark_quarantined(ids[0], "422"));
  EXPECT_EQ((*outbox().next(sun))->submission, ids[1]);
  EXPECT_EQ(outbox().counts()->quarantined, 1);
  ASSERT_TRUE(outbox().release_quarantined(ids[0]));
  EXPECT_EQ((*outbox().next(sun))->submission, ids[0]);
  EXPECT_EQ(*outbox().request_bytes(ids[0]), "request");
}

TEST_P(StoreContract, ShowsACitizenWhatWasKeptAndTakesItBack) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a", "b"});
  ASSERT_TRUE(outbox().take_back(ids[0]));
  close_and_open_again();
  ASSERT_THAT(*outbox().list_kept(sun), SizeIs(1));
  EXPECT_EQ((*outbox().list_kept(sun))[0].bytes, "b");
  EXPECT_EQ(state_of(ids[0]), OutboxState::withdrawn);
  EXPECT_FALSE(outbox().submission_bytes(ids[0]));
  const auto talk = (*outbox().items(sun))[0].conversation;
  EXPECT_THAT(said(store(), talk), IsEmpty());
  ASSERT_TRUE(outbox().take_back(ids[1]));
  ASSERT_TRUE(outbox().take_back(ids[1]));
  EXPECT_EQ((*journal().find(talk))->state, ConversationState::taken_back);
  enrol();
  EXPECT_THAT(*outbox().withdrawals(), IsEmpty()) << "nothing of it ever left";
}

TEST_P(StoreContract, LeavesAWithdrawalWhereSomethingMayHaveArrived) {
  enrol();
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a", "b"});
  for (const auto& id : ids) {
    ASSERT_TRUE(outbox().put_bytes(id, "request"));
    ASSERT_TRUE(outbox().mark_sending(id));
  }
  ASSERT_TRUE(outbox().mark_acknowledged(ids[0], "version 1"));
  ASSERT_TRUE(outbox().take_back(ids[0]));
  ASSERT_TRUE(outbox().take_back(ids[1]));
  ASSERT_TRUE(outbox().mark_acknowledged(ids[1], "came late"));
  close_and_open_again();
  const auto due = *outbox().withdrawals();
  ASSERT_THAT(due, SizeIs(2));
  EXPECT_EQ(due[0].receipt, "version 1");
  EXPECT_EQ(due[1].receipt, "came late");
  ASSERT_TRUE(outbox().mark_withdrawal_acknowledged(ids[0]));
  EXPECT_THAT(*outbox().withdrawals(), SizeIs(1));
  EXPECT_EQ(state_of(ids[0]), OutboxState::withdrawn);
}

TEST_P(StoreContract, KeepsTheSheetThatNoPrinterTookUntilItIsOnPaper) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a", "b"});
  const auto talk = (*outbox().items(sun))[0].conversation;
  ASSERT_TRUE(store().sheets().keep(talk, ids, "%PDF 1"));
  ASSERT_TRUE(store().sheets().keep(talk, ids, "%PDF 2"));
  close_and_open_again();
  EXPECT_EQ(store().sheets().find(talk)->value_or(""), "%PDF 2");
  EXPECT_THAT(*store().sheets().waiting(sun), ElementsAre(talk));
  ASSERT_TRUE(store().sheets().forget(talk));
  ASSERT_TRUE(store().sheets().forget(talk));
  close_and_open_again();
  EXPECT_FALSE(store().sheets().find(talk)->has_value());
  EXPECT_THAT(*store().sheets().waiting(sun), IsEmpty());
}

TEST_P(StoreContract, DropsASheetThatSaysWhatWasTakenBackAndTakesNoSuch) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a", "b"});
  const auto talk = (*outbox().items(sun))[0].conversation;
  ASSERT_TRUE(store().sheets().keep(talk, ids, "both"));
  ASSERT_TRUE(outbox().take_back(ids[0]));
  close_and_open_again();
  EXPECT_FALSE(store().sheets().find(talk)->has_value());
  EXPECT_FALSE(store().sheets().keep(talk, ids, "drawn before it was taken back"));
  ASSERT_TRUE(store().sheets().keep(talk, std::vector{ids[1]}, "the other alone"));
  EXPECT_EQ(store().sheets().find(talk)->value_or(""), "the other alone");
  ASSERT_TRUE(outbox().take_back(ids[1]));
  EXPECT_FALSE(store().sheets().keep(talk, {}, "nothing is left to say"));
  EXPECT_THAT(*store().sheets().waiting(sun), IsEmpty());
}

TEST_P(StoreContract, DropsASheetThatNamesAnotherMeeting) {
  const auto sun = citizen(store(), "signs/sun");
  const auto ids = keep(sun, {"a"});
  const auto talk = (*outbox().items(sun))[0].conversation;
  ASSERT_TRUE(people().put_next_meeting(sun, "Tirsdag kl. 10"));
  ASSERT_TRUE(store().sheets().keep(talk, ids, "Tirsdag"));
  ASSERT_TRUE(people().put_next_meeting(sun, "Tirsdag kl. 10"));
  EXPECT_TRUE(store().sheets().find(talk)->has_value()) << "the same meeting";
  ASSERT_TRUE(people().put_next_meeting(sun, "Onsdag kl. 9"));
  EXPECT_FALSE(store().sheets().find(talk)->has_value());
}

TEST_P(StoreContract, ErasesEverythingAboutACitizen) {
  enrol();
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  const auto ids = keep(sun, {"a"});
  const auto others = keep(cat, {"b"});
  const auto talk = conversation(store(), sun);
  ASSERT_TRUE(people().put_profile(sun, "way 2"));
  ASSERT_TRUE(people().put_patient(sun, "Patient/1"));
  ASSERT_TRUE(people().put_photo(sun, PictureId("people/ven"), "a friend"));
  ASSERT_TRUE(people().set_lock(sun, {PictureId("signs/a"), PictureId("signs/b")}));
  ASSERT_TRUE(people().put_observation({"o", sun, {}, "smiled", false}));
  const auto kept = (*outbox().items(sun))[0].conversation;
  ASSERT_TRUE(store().sheets().keep(kept, ids, "%PDF"));
  ASSERT_TRUE(people().erase_citizen(sun));
  close_and_open_again();
  ASSERT_THAT(*people().citizens(), SizeIs(1));
  EXPECT_FALSE(store().sheets().find(kept)->has_value());
  EXPECT_FALSE(journal().find(talk)->has_value());
  EXPECT_FALSE(people().profile(sun)->has_value());
  EXPECT_FALSE(people().patient(sun)->has_value());
  EXPECT_THAT(*people().photos(sun), IsEmpty());
  EXPECT_FALSE(people().lock_state(sun));
  EXPECT_THAT(*people().observations(sun), IsEmpty());
  ASSERT_THAT(*outbox().items(std::nullopt), SizeIs(1));
  EXPECT_EQ(*outbox().submission_bytes(others[0]), "b");
}

TEST_P(StoreContract, RemembersWhomItWasToldToForget) {
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  const auto boat = citizen(store(), "signs/boat");
  EXPECT_FALSE(*people().was_erased(sun));
  ASSERT_TRUE(people().erase_citizen(sun));
  ASSERT_TRUE(people().erase_citizen(cat));
  close_and_open_again();
  EXPECT_TRUE(*people().was_erased(sun));
  EXPECT_TRUE(*people().was_erased(cat));
  EXPECT_FALSE(*people().was_erased(boat));
}

TEST_P(StoreContract, KnowsCitizensByTheirPicturesAndGivesAPairOnce) {
  const auto sun = citizen(store(), "signs/sun");
  EXPECT_FALSE(people().add_citizen({CitizenId("x"), PictureId("signs/sun"), {}, "", false}));
  ASSERT_TRUE(people().add_citizen(
      {CitizenId("x"), PictureId("signs/sun"), PictureId("signs/cat"), "c", false}));
  EXPECT_FALSE(people().change_signs(CitizenId("x"), PictureId("signs/sun"), {}));
  ASSERT_TRUE(people().change_signs(sun, PictureId("signs/boat"), {}));
  ASSERT_TRUE(people().change_centre(sun, "north"));
  close_and_open_again();
  const auto all = *people().citizens();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0], (Citizen{sun, PictureId("signs/boat"), {}, "north", false}));
}

TEST_P(StoreContract, KeepsAProfile) {
  const auto sun = citizen(store(), "signs/sun");
  EXPECT_FALSE(people().profile(sun)->has_value());
  ASSERT_TRUE(people().put_profile(sun, "way 1"));
  ASSERT_TRUE(people().put_profile(sun, "way 2"));
  close_and_open_again();
  EXPECT_EQ(*people().profile(sun), "way 2");
}

TEST_P(StoreContract, KnowsWhenACitizenAndTheirMentorMeetNext) {
  const auto sun = citizen(store(), "signs/sun");
  EXPECT_EQ(*people().next_meeting(sun), "");
  ASSERT_TRUE(people().put_next_meeting(sun, "Tirsdag kl. 10"));
  close_and_open_again();
  EXPECT_EQ(*people().next_meeting(sun), "Tirsdag kl. 10");
  ASSERT_TRUE(people().put_next_meeting(sun, ""));
  EXPECT_EQ(*people().next_meeting(sun), "");
  EXPECT_FALSE(people().put_next_meeting(CitizenId("nobody"), "Onsdag"));
}

TEST_P(StoreContract, KeepsTheNewestPhotoOfAPersonForEachCitizenApart) {
  const auto sun = citizen(store(), "signs/sun");
  const auto cat = citizen(store(), "signs/cat");
  const PictureId friends("people/ven"), bakery("jobs/bage");
  ASSERT_TRUE(people().put_profile(sun, "way 2"));
  ASSERT_TRUE(people().put_photo(sun, friends, "last year"));
  ASSERT_TRUE(people().put_photo(sun, bakery, "the bakery"));
  ASSERT_TRUE(people().put_photo(sun, friends, "this year"));
  ASSERT_TRUE(people().put_photo(cat, friends, "another friend"));
  EXPECT_FALSE(people().put_photo(sun, friends, ""));
  EXPECT_FALSE(people().put_photo(CitizenId("nobody"), friends, "a stranger"));
  close_and_open_again();
  EXPECT_THAT(*people().photos(sun),
              ElementsAre(Pair(bakery, "the bakery"), Pair(friends, "this year")));
  ASSERT_TRUE(people().remove_photo(sun, friends));
  ASSERT_TRUE(people().remove_photo(sun, friends));  // nothing to take away is no failure
  EXPECT_THAT(*people().photos(sun), ElementsAre(Pair(bakery, "the bakery")));
  EXPECT_THAT(*people().photos(cat), ElementsAre(Pair(friends, "another friend")));
  EXPECT_EQ(*people().profile(sun), "way 2");
}

TEST_P(StoreContract, OpensALockByItsPicturesInOrder) {
  const auto sun = citizen(store(), "signs/sun");
  const std::vector<PictureId> own{PictureId("signs/a"), PictureId("signs/b")};
  const std::vector<PictureId> other{PictureId("signs/b"), PictureId("signs/a")};
  EXPECT_FALSE(people().check_lock(sun, own));
  EXPECT_FALSE(people().set_lock(sun, {PictureId("signs/a")}));
  ASSERT_TRUE(people().set_lock(sun, own));
  close_and_open_again();
  EXPECT_TRUE((*people().citizens())[0].has_lock);
  EXPECT_EQ(*people().check_lock(sun, other), (LockAnswer{false, 4, 0}));
  EXPECT_TRUE(people().check_lock(sun, own)->is_open);
  EXPECT_EQ(people().lock_state(sun)->tries_left, 5);
  ASSERT_TRUE(people().remove_lock(sun));
  EXPECT_FALSE((*people().citizens())[0].has_lock);
}

TEST_P(StoreContract, AFifthWrongPinWaitsAndTheWaitSurvivesARestart) {
  const MentorId mentor("m");
  ASSERT_TRUE(people().add_mentor({mentor, PictureId("signs/key"), "Mia", "north"}, "1234"));
  for (int left = 4; left > 0; --left)
    EXPECT_EQ(*people().check_pin(mentor, "0000"), (LockAnswer{false, left, 0}));
  EXPECT_EQ(people().check_pin(mentor, "0000")->wait_ms, 30 * second_ms);
  EXPECT_FALSE(people().check_pin(mentor, "1234")->is_open) << "not even the right one";
  clock_.pass(10 * second_ms);
  close_and_open_again();
  EXPECT_EQ(people().pin_state(mentor)->wait_ms, 20 * second_ms);
  clock_.pass(20 * second_ms);
  EXPECT_EQ(people().check_pin(mentor, "0000")->wait_ms, 60 * second_ms);
  clock_.pass(60 * second_ms);
  EXPECT_TRUE(people().check_pin(mentor, "1234")->is_open);
  EXPECT_EQ(*people().pin_state(mentor), (LockAnswer{false, 5, 0}));
}

TEST_P(StoreContract, AClockThatJumpsNeitherShortensNorLengthensAWait) {
  const MentorId mentor("m");
  ASSERT_TRUE(people().add_mentor({mentor, PictureId("signs/key"), "Mia", ""}, "1234"));
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(people().check_pin(mentor, "0000"));
  for (const int64_t jump : {hour_ms, -hour_ms, 3650 * day_ms, -7300 * day_ms}) {
    clock_.jump_wall(jump);
    close_and_open_again();
    EXPECT_EQ(people().pin_state(mentor)->wait_ms, 30 * second_ms) << jump;
  }
  if (is_on_disk()) {
    clock_.jump_wall(-hour_ms);
    clock_.reboot();
    close_and_open_again();
    EXPECT_EQ(people().pin_state(mentor)->wait_ms, 30 * second_ms);
  }
  clock_.pass(29 * second_ms);
  EXPECT_EQ(people().pin_state(mentor)->wait_ms, second_ms);
  clock_.pass(second_ms);
  EXPECT_TRUE(people().check_pin(mentor, "1234")->is_open);
}

TEST_P(StoreContract, RefusesWhatCannotBeAPin) {
  for (const char* pin : {"", "123", "12a4", "1234567890123"})
    EXPECT_FALSE(people().add_mentor({MentorId("m"), PictureId("signs/key"), "Mia", ""}, pin))
        << pin;
  EXPECT_THAT(*people().mentors(), IsEmpty());
}

TEST_P(StoreContract, KnowsMentorsByTheirSigns) {
  ASSERT_TRUE(people().add_mentor({MentorId("m"), PictureId("signs/key"), "Mia", "north"}, "1234"));
  EXPECT_FALSE(
      people().add_mentor({MentorId("n"), PictureId("signs/key"), "Noah", "north"}, "1234"));
  ASSERT_TRUE(people().set_pin(MentorId("m"), "98765"));
  close_and_open_again();
  EXPECT_THAT(*people().mentors(),
              ElementsAre(Mentor{MentorId("m"), PictureId("signs/key"), "Mia", "north"}));
  EXPECT_TRUE(people().check_pin(MentorId("m"), "98765")->is_open);
  ASSERT_TRUE(people().remove_mentor(MentorId("m")));
  EXPECT_FALSE(people().check_pin(MentorId("m"), "98765"));
}

TEST_P(StoreContract, LetsAnObservationLeaveOnlyWithAKeptConversation) {
  const auto sun = citizen(store(), "signs/sun");
  const auto talk = conversation(store(), sun);
  ASSERT_TRUE(people().put_observation({"about the talk", sun, talk, "smiled", false}));
  ASSERT_TRUE(people().put_observation({"about the day", sun, {}, "rested", false}));
  ASSERT_THAT(*people().observations(sun), SizeIs(2));
  ASSERT_THAT(*people().observations_waiting(), SizeIs(1));
  EXPECT_EQ((*people().observations_waiting())[0].bytes, "rested");
  ASSERT_TRUE(journal().finish(talk, {}, {}));
  ASSERT_TRUE(people().mark_observation_acknowledged("about the day"));
  close_and_open_again();
  ASSERT_THAT(*people().observations_waiting(), SizeIs(1));
  EXPECT_EQ((*people().observations_waiting())[0].bytes, "smiled");
}

TEST_P(StoreContract, KeepsTheHousesOwnAffairs) {
  const std::string kiosk = *house().kiosk_id();
  EXPECT_EQ(kiosk.size(), 36u);
  EXPECT_FALSE(house().enrolment()->has_value());
  enrol();
  ASSERT_TRUE(house().put_setting("volume", "7"));
  ASSERT_TRUE(house().add_help_call({"h1", 5}));
  ASSERT_TRUE(house().add_help_call({"h2", 3}));
  close_and_open_again();
  EXPECT_EQ(*house().kiosk_id(), kiosk);
  EXPECT_EQ((*house().enrolment())->credential, "secret");
  EXPECT_EQ(*house().setting("volume"), "7");
  EXPECT_FALSE(house().setting("nothing")->has_value());
  EXPECT_THAT(*house().help_calls_waiting(), ElementsAre(HelpCall{"h1", 5}, HelpCall{"h2", 3}));
  ASSERT_TRUE(house().mark_help_call_acknowledged("h1"));
  EXPECT_THAT(*house().help_calls_waiting(), SizeIs(1));
  ASSERT_TRUE(house().clear_enrolment());
  EXPECT_FALSE(house().enrolment()->has_value());
}

TEST_P(StoreContract, KeepsHowItSignsInAtSomebodyElsesServer) {
  EXPECT_EQ(*house().device_key(), "");
  ASSERT_TRUE(house().put_device_key("a private key"));
  const Enrolment other{
      "https://fhir.example", "", "", "Nord", "/r4", "kiosk-7", "https://login.example/token",
      "system/Patient.crus"};
  ASSERT_TRUE(house().put_enrolment(other));
  close_and_open_again();
  EXPECT_EQ(*house().device_key(), "a private key");
  EXPECT_EQ(*house().enrolment(), other);
  ASSERT_TRUE(house().clear_enrolment());
  EXPECT_EQ(*house().device_key(), "a private key") << "registered, and good for the next time";
}

TEST_P(StoreContract, SeedsTheDemonstrationOnceAndNeverAmongPersons) {
  ASSERT_TRUE(seed_demonstration(store()));
  close_and_open_again();
  ASSERT_TRUE(seed_demonstration(store()));
  ASSERT_THAT(*people().citizens(), SizeIs(3));
  ASSERT_THAT(*people().mentors(), SizeIs(1));
  EXPECT_TRUE(people().check_pin((*people().mentors())[0].id, demonstration_pin)->is_open);
}

TEST_P(StoreContract, RefusesADemonstrationWhereThereArePersons) {
  citizen(store(), "signs/sun");
  EXPECT_FALSE(seed_demonstration(store()));
  EXPECT_THAT(*people().citizens(), SizeIs(1));
}

}  // namespace
}  // namespace aktiv::storage
