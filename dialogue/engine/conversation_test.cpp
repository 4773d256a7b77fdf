// Whole conversations through the engine, as a person meets them: by what stands on the screen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "dialogue/engine/engine.h"
#include "dialogue/model/submission_json.h"
#include "kiosk/files/content_files.h"

namespace aktiv {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const Content& built_in() {
  static const Loaded loaded =
      read_content(std::filesystem::path(AKTIV_BINARY_DIR) / "share/aktiv");
  EXPECT_THAT(loaded.faults, IsEmpty());
  return loaded.content;
}

// One person at the screen. Time passes only when it is said to.
class Talk {
 public:
  // most_a_page: what the glass carries; 0 = everything.
  explicit Talk(int most_a_page = 0)
      : engine_(built_in()), session_(engine_.start("da", most_a_page)) {}

  Talk& with_citizens() {
    return give(CitizensKnown{{{CitizenId("c-1"), PictureId("signs/sunflower"), {}, true},
                               {CitizenId("c-2"), PictureId("signs/boat"), {}, false}}});
  }
  Talk& prepared(const char* tool, int way, std::vector<CardRef> cards = {}) {
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = ToolId(tool);
    fact.setup.way = way;
    fact.setup.cards = std::move(cards);
    fact.starts_at_tool = true;
    return give(fact);
  }
  template <class Fact>
  Talk& give(Fact fact) {
    Step step = engine_.update(std::move(session_), Stamped{fact, now_ms_, Seed{7, ++chance_}});
    session_ = std::move(step.session);
    for (Effect& effect : step.effects) perform(std::move(effect));
    return *this;
  }
  Talk& touch(const std::string& element) {
    return give(Chosen{scene().screen, ElementId(element)});
  }
  Talk& next() { return touch("next"); }
  Talk& wait(int ms) {
    now_ms_ += ms;
    if (timer_.ms > 0 && ms >= timer_.ms) {
      const WakeAfter due = std::exchange(timer_, WakeAfter{});
      give(TimePassed{due.timer, due.serial});
    }
    return *this;
  }

  Scene scene() const { return engine_.describe(session_); }
  std::string id() const { return scene().id; }
  const Session& session() const { return session_; }
  Findings findings() const { return *engine_.findings(session_); }

  // Goes through the pairs with a rule over the question, until something else is asked.
  void answer_pairs(const std::function<std::string(const Question&)>& rule) {
    while (id() == "t1_q") {
      touch(rule(session_.view.question));
      next();
    }
  }

  std::vector<std::string> journal;
  std::vector<Effect> effects;
  const Engine& engine() const { return engine_; }

 private:
  void perform(Effect effect) {
    if (const auto* record = std::get_if<Record>(&effect))
      journal.push_back(to_json(record->event));
    if (const auto* wake = std::get_if<WakeAfter>(&effect)) timer_ = *wake;
    effects.push_back(std::move(effect));
  }

  Engine engine_;
  Session session_;
  int64_t now_ms_ = 1'800'000'000'000;
  uint64_t chance_ = 0;
  WakeAfter timer_{};
};

std::string right_side(const Question& question) {
  return question.options[1].id.value;
}
std::string first_by_alphabet(const Question& question) {
  return std::min(question.shown[0], question.shown[1]).element().value;
}

template <class Wanted>
const Wanted* find_effect(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects)
    if (const auto* found = std::get_if<Wanted>(&effect)) return found;
  return nullptr;
}

TEST(TwoPictures, AsksTwelveTimesAndShowsWhatWasChosenMost) {
  Talk talk;
  talk.prepared("to_billeder", 1,
                {{"jobs", "bage"}, {"jobs", "passe_dyr"}, {"jobs", "have"}, {"jobs", "musik"}});
  EXPECT_EQ(talk.id(), "t1_intro");
  talk.next();
  int asked = 0;
  talk.answer_pairs([&](const Question& question) {
    ++asked;
    return first_by_alphabet(question);
  });
  EXPECT_EQ(asked, 12);
  EXPECT_EQ(talk.id(), "t1_slut");
  EXPECT_NE(talk.scene().find(ElementId("card:jobs/bage")), nullptr);
  EXPECT_THAT(talk.findings().flags, IsEmpty());
}

TEST(TwoPictures, AlwaysTouchingTheRightSideHidesTheRanking) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(right_side);
  EXPECT_THAT(talk.findings().flags, Contains(Flag::side_habit));
  EXPECT_TRUE(talk.findings().ranking.empty());
  EXPECT_EQ(talk.id(), "t1_slut_all");
  EXPECT_EQ(std::ranges::count(talk.scene().elements, Role::picture, &Element::role), 4);
}

TEST(TwoPictures, AChoiceGoesOnByItselfAfterItWasShownAndAnotherTouchChangesIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const Scene first = talk.scene();
  const std::string left = first.elements[0].id.value;
  const std::string right = first.elements[1].id.value;
  talk.touch(left).wait(600).touch(right);
  EXPECT_TRUE(talk.scene().find(ElementId(right))->is_selected);
  EXPECT_FALSE(talk.scene().find(ElementId(left))->is_selected);
  talk.wait(1600);
  ASSERT_EQ(talk.session().talk.runs.back().answers.size(), 1u);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].card.element().value, right);
  EXPECT_EQ(talk.session().view.question.progress.done, 1);
}

TEST(TwoPictures, NotKnowingACardAsksWhichAndIsNotDislikingIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const CardRef unfamiliar = talk.session().view.question.shown[0];
  talk.touch("out:unknown").next();
  EXPECT_EQ(talk.id(), "which");
  talk.touch(unfamiliar.element().value).next();
  EXPECT_EQ(talk.id(), "t1_q");
  EXPECT_THAT(talk.findings().suggestions, Contains(unfamiliar));
}

TEST(TwoPictures, ThreeDontKnowInARowIsEnough) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  for (int i = 0; i < 3; ++i) talk.touch("out:dont_know").next();
  EXPECT_NE(talk.id(), "t1_q");
  EXPECT_THAT(talk.findings().flags, Contains(Flag::three_dont_know));
}

TEST(TwoPictures, BackUndoesTheLastAnswer) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const auto first = talk.session().view.question.shown;
  talk.touch(right_side(talk.session().view.question)).next();
  talk.touch("fixed:back");
  EXPECT_EQ(talk.session().view.question.shown, first);
  EXPECT_THAT(talk.session().talk.runs.back().answers, IsEmpty());
}

TEST(TwoPictures, AStaleTouchIsDropped) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  const Scene old = talk.scene();
  talk.touch(old.elements[0].id.value).next();
  talk.give(Chosen{old.screen, old.elements[1].id});
  EXPECT_EQ(talk.session().talk.runs.back().answers.size(), 1u);
}

TEST(Like, ThemesThenPlacesThenFavouritesThenTheTable) {
  Talk talk;
  talk.prepared("kan_lide", 2);
  EXPECT_EQ(talk.id(), "t2_tema");
  talk.touch(talk.scene().elements[0].id.value).next();
  talk.touch(talk.scene().elements[0].id.value).next();
  EXPECT_EQ(talk.id(), "t2_intro");
  talk.next();
  int placed = 0;
  while (talk.id() == "t2_q") {
    talk.touch(placed % 3 == 0 ? "place:kan_ikke_lide" : "place:kan_lide").next();
    ++placed;
  }
  EXPECT_GE(placed, 10);  // eight cards or more, and two again
  EXPECT_LE(placed, 14);
  EXPECT_EQ(talk.id(), "t2_fav");
  while (talk.id() == "t2_fav") talk.touch(talk.scene().elements[0].id.value).next();
  EXPECT_EQ(talk.id(), "board");
}

TEST(Like, OnlyThePageThatWasShownIsLogged) {
  Talk talk;
  talk.prepared("kan_lide", 2);
  talk.touch("page:next");
  std::vector<CardRef> on_screen;
  for (const Element& element : talk.scene().elements)
    if (element.role == Role::choice)
      on_screen.push_back(CardRef::parse(element.id.value.substr(5)));
  talk.touch(on_screen[0].element().value);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].shown, on_screen);
}

TEST(Like, ACardDroppedOnAPlaceIsAsGoodAsATouch) {
  Talk talk;
  talk.prepared("kan_lide", 2, {{"jobs", "bage"}, {"jobs", "have"}}).next();
  talk.give(Dropped{talk.scene().screen, ElementId("card:jobs/bage"), ElementId("place:midt")});
  EXPECT_TRUE(talk.scene().find(ElementId("place:midt"))->is_selected);
  EXPECT_EQ(talk.session().talk.runs.back().answers[0].place, "midt");
}

TEST(Like, OneColumnForAllSuggestsTwoPictures) {
  Talk talk;
  talk.prepared("kan_lide", 2,
                {{"jobs", "bage"},
                 {"jobs", "have"},
                 {"jobs", "musik"},
                 {"jobs", "sy"},
                 {"jobs", "post"},
                 {"jobs", "foto"}})
      .next();
  while (talk.id() == "t2_q") talk.touch("place:kan_lide").next();
  EXPECT_THAT(talk.findings().flags, Contains(Flag::same_throughout));
}

TEST(Engine, AConversationIsTheFoldOfItsEvents) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(first_by_alphabet);
  const auto replayed = replay(talk.journal);
  ASSERT_TRUE(replayed) << to_text(replayed.error());
  EXPECT_EQ(*replayed, talk.session().talk);
}

// To the end of a prepared tool, and into F2.
void to_the_end(Talk& talk) {
  talk.prepared("to_billeder", 1).next();
  talk.answer_pairs(first_by_alphabet);
  talk.next();
  while (talk.id() == "t1_vis") talk.touch("place:besoege").next();
  EXPECT_EQ(talk.id(), "f4_1");
  talk.next();
  EXPECT_EQ(talk.id(), "f4_2");
  talk.next();
  EXPECT_EQ(talk.id(), "f4_3");
  talk.touch("option:like_this").next();
}

TEST(Consent, KeepingAndSharingAsksASecondCalmTimeAndKeepsOneSubmission) {
  Talk talk;
  to_the_end(talk);
  EXPECT_EQ(talk.id(), "f2_4");
  talk.touch("option:keep").next();
  EXPECT_EQ(talk.id(), "f2_5");
  talk.touch("card:people/forael").next();
  EXPECT_EQ(talk.id(), "f2_share");
  talk.touch("option:share_yes").next();
  EXPECT_EQ(talk.id(), "f2_6");
  talk.next();
  const auto* keep = find_effect<Keep>(talk.effects);
  ASSERT_NE(keep, nullptr);
  ASSERT_EQ(keep->submissions.size(), 1u);
  EXPECT_THAT(keep->submissions[0].readers, Contains("forael"));
  EXPECT_TRUE(keep->submissions[0].is_confirmed);
  EXPECT_EQ(talk.id(), "f4_4") << "\"saved\" is not said before the disk has it";
  talk.give(Kept{});
  EXPECT_EQ(talk.id(), "kept");
}

TEST(Consent, WhoWasSignedInWhenItBeganGoesWithTheAnswersAndStandsApartFromWhoPressed) {
  for (const char* mentor : {"mette", ""}) {
    Talk talk;
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = ToolId("to_billeder");
    fact.setup.way = 1;
    fact.pressed_by = PressedBy::partner_scanning;
    fact.started_by = MentorId(mentor);
    fact.starts_at_tool = true;
    talk.give(fact).next();
    talk.touch(first_by_alphabet(talk.session().view.question)).next();
    // What the journal holds opens as it was, and so does a journal from before the field.
    const auto opened = event_from_json(talk.journal.front());
    ASSERT_TRUE(opened);
    EXPECT_EQ(std::get<Opened>(*opened).started_by, MentorId(mentor));
    EXPECT_EQ(talk.journal.front().find("started_by") == std::string::npos, *mentor == 0);
    const auto replayed = replay(talk.journal);
    ASSERT_TRUE(replayed);
    const auto kept = submissions_of(*replayed, talk.session().events, Catalogue(), built_in());
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].started_by, MentorId(mentor));
    EXPECT_EQ(kept[0].pressed_by, PressedBy::partner_scanning);
    EXPECT_EQ(*submission_from_json(to_json(kept[0])), kept[0]);
  }
}

TEST(Consent, ThrowingAwayAsksASecondTimeAndThenNothingIsLeft) {
  Talk talk;
  to_the_end(talk);
  talk.touch("option:throw_away").next();
  EXPECT_EQ(find_effect<ThrowAway>(talk.effects), nullptr);
  talk.touch("option:throw_away").next();
  EXPECT_NE(find_effect<ThrowAway>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<Keep>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "thrown");
}

TEST(Consent, NotKnowingIsNoThirdOutcome) {
  Talk talk;
  to_the_end(talk);
  talk.touch("out:dont_know").next();
  EXPECT_EQ(talk.id(), "f2_3");
  talk.next();
  EXPECT_EQ(talk.id(), "f2_4");
}

TEST(Frames, StopAsksOnceMoreAndThenAsksWhatToDoWithWhatWasDone) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch(right_side(talk.session().view.question)).next();
  talk.touch("fixed:stop");
  EXPECT_EQ(talk.id(), "stop_ask");
  talk.touch("option:stop_today");
  EXPECT_EQ(talk.id(), "f2_4");
}

TEST(Frames, PauseSaysSavedOnlyWhenTheDiskHasIt) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch("fixed:pause");
  EXPECT_EQ(talk.id(), "pause_secret");
  while (talk.session().view.unrecorded > 0) talk.give(Recorded{});
  EXPECT_EQ(talk.id(), "pause");
  talk.touch("option:go_on");
  EXPECT_EQ(talk.id(), "t1_q");
}

TEST(Frames, APauseGivesBackTheScreenWithWhatWasChosenOnIt) {
  Talk talk;
  talk.prepared("kan_lide", 2).next();
  const std::string first = talk.session().view.question.options[0].id.value;
  talk.touch(first).touch("fixed:pause").touch("option:go_on");
  EXPECT_TRUE(talk.scene().find(ElementId(first))->is_selected);
  EXPECT_TRUE(talk.scene().find(ElementId("next"))->is_enabled);
}

TEST(Frames, APauseWhileAskedWhichCardIsUnknownLeavesTheAnswersAlone) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch("out:unknown").next();
  EXPECT_EQ(talk.id(), "which");
  talk.touch("fixed:pause").touch("option:go_on");
  ASSERT_EQ(talk.id(), "which");
  talk.touch("option:both").next();
  talk.touch(first_by_alphabet(talk.session().view.question));
  const auto& answers = talk.session().talk.runs.back().answers;
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].choice, Choice::unknown);
  EXPECT_EQ(answers[1].choice, Choice::card);
}

TEST(Paging, ASmallGlassAsksInPagesAndLogsThePage) {
  Talk talk(4);
  talk.prepared("kan_lide", 3).next();
  const auto on_screen = [&] {
    return std::ranges::count(talk.scene().elements, Role::choice, &Element::role);
  };
  EXPECT_EQ(on_screen(), 4);
  const Scene first = talk.scene();
  talk.touch("page:next");
  EXPECT_LE(on_screen(), 4);
  EXPECT_NE(talk.scene().elements[0].id, first.elements[0].id);
}

TEST(Frames, HelpStaysUntilItIsDismissed) {
  Talk talk;
  talk.prepared("to_billeder", 1).next().touch("fixed:help");
  EXPECT_NE(find_effect<CallForHelp>(talk.effects), nullptr);
  talk.wait(600000);
  EXPECT_EQ(talk.id(), "help");
  talk.touch("option:help_done");
  EXPECT_EQ(talk.id(), "t1_q");
}

TEST(Frames, IdleWarnsTwentySecondsAndThenKeepsItAsUnfinished) {
  Talk talk;
  talk.prepared("to_billeder", 1).next();
  talk.touch(right_side(talk.session().view.question)).next();
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.id(), "idle");
  talk.touch("option:more_time");
  EXPECT_EQ(talk.id(), "t1_q");
  talk.give(BecameIdle{}).wait(20000);
  EXPECT_NE(find_effect<PutAway>(talk.effects), nullptr);
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_THAT(talk.session().events, IsEmpty());
}

TEST(SigningIn, ThePictureOpensAFreshConversationAndTheLockTheEarlierAnswers) {
  Talk talk;
  talk.with_citizens().next();
  EXPECT_EQ(talk.id(), "who");
  talk.touch("card:signs/sunflower").next();
  EXPECT_EQ(talk.id(), "lock");
  for (const char* picture : {"lock:sunflower", "lock:boat", "lock:cat"}) talk.touch(picture);
  ASSERT_NE(find_effect<CheckLock>(talk.effects), nullptr);
  talk.give(LockRefused{CitizenId("c-1"), false});
  EXPECT_EQ(talk.id(), "lock_wrong");
  talk.give(LockOpened{CitizenId("c-1")});
  talk.give(UnfinishedFound{CitizenId("c-1"), {}});
  EXPECT_EQ(talk.id(), "listen");
}

TEST(MyAnswers, AKeptTableLiesAsItLayAndStoppingEarlyShowsWhatWasTouched) {
  Submission table;
  table.tool = ToolId("kan_lide");
  table.answers.resize(1);
  table.answers[0].places = {"kan_ikke_lide", "kan_lide"};
  table.findings.cards.resize(2);
  table.findings.cards[0].card = {"jobs", "bage"};
  table.findings.cards[0].place = "kan_ikke_lide";
  table.findings.cards[1].card = {"jobs", "have"};
  table.findings.cards[1].place = "kan_lide";
  Submission begun;
  begun.tool = ToolId("kan_lide");
  begun.answers.resize(1);
  begun.answers[0].choice = Choice::card;
  begun.answers[0].card = {"themes", "mad"};
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  talk.give(LockOpened{CitizenId("c-1")}).give(KeptFound{CitizenId("c-1"), {table, begun}});
  EXPECT_EQ(talk.id(), "answers_kept");
  EXPECT_EQ(talk.scene().find(ElementId("card:jobs/bage"))->inside.value, "place:kan_ikke_lide");
  EXPECT_EQ(talk.scene().find(ElementId("card:jobs/have"))->inside.value, "place:kan_lide");
  talk.touch("key:more");
  EXPECT_NE(talk.scene().find(ElementId("card:themes/mad")), nullptr);
}

TEST(SigningIn, WithoutTheLockNothingEarlierIsOffered) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next().touch("key:skip_lock");
  EXPECT_EQ(talk.id(), "listen");
  EXPECT_EQ(find_effect<FindUnfinished>(talk.effects), nullptr);
  talk.give(UnfinishedFound{CitizenId("c-1"), {"anything"}});
  EXPECT_EQ(talk.id(), "listen");
}

TEST(SigningIn, AnUnfinishedConversationGoesOnWhereItWas) {
  Talk earlier;
  earlier.prepared("to_billeder", 1).next();
  for (int i = 0; i < 5; ++i) earlier.touch(right_side(earlier.session().view.question)).next();

  Talk talk;
  talk.with_citizens().next().touch("card:signs/sunflower").next();
  talk.give(LockOpened{CitizenId("c-1")}).give(UnfinishedFound{CitizenId("c-1"), earlier.journal});
  EXPECT_EQ(talk.id(), "unfinished");
  talk.touch("option:go_on_last").next();
  talk.touch("option:aloud").next();
  EXPECT_EQ(talk.id(), "t1_intro");
  talk.next();
  EXPECT_EQ(talk.session().view.question.progress.done, 5);
  EXPECT_EQ(talk.session().talk, earlier.session().talk);
}

TEST(SigningIn, SecretLeavesNothing) {
  Talk talk;
  talk.with_citizens().next().touch("key:secret");
  talk.touch("option:silent").next();
  EXPECT_EQ(talk.id(), "f2_secret");
  for (const Effect& effect : talk.effects) {
    const auto* record = std::get_if<Record>(&effect);
    EXPECT_TRUE(record == nullptr || record->citizen.empty());
  }
}

TEST(SigningIn, WhoIsSecretSeesTheAnswersOnceMoreAndThenTheyAreGone) {
  Talk talk;
  SessionPrepared secret;
  secret.setup.tool = ToolId("to_billeder");
  secret.setup.way = 1;
  secret.starts_at_tool = true;
  talk.give(secret).next();
  const std::string chosen = first_by_alphabet(talk.session().view.question);
  talk.touch(chosen).next().touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "f2_secret_end");
  EXPECT_NE(talk.scene().find(ElementId(chosen)), nullptr);
  talk.next();
  EXPECT_NE(find_effect<ThrowAway>(talk.effects), nullptr);
  EXPECT_EQ(find_effect<Keep>(talk.effects), nullptr);
  EXPECT_TRUE(talk.session().events.empty());
}

// The whole practice, with a rule for what is touched.
Talk practised(const std::function<std::string(const PracticeItem&, const Question&)>& rule) {
  Talk talk;
  talk.with_citizens().next().touch("card:signs/boat").next().touch("option:aloud").next();
  while (talk.id().starts_with("f2_")) {
    if (talk.id() == "f2_4") talk.touch("option:keep");
    talk.next();
  }
  while (talk.session().view.stage == Stage::practice) {
    for (const PracticeItem& item : built_in().practice)
      if (talk.id() == "practice." + item.id) talk.touch(rule(item, talk.session().view.question));
    talk.next();
  }
  return talk;
}

std::string as_asked(const PracticeItem& item, const Question&) {
  if (item.is_free) return CardRef{"practice", "coffee"}.element().value;
  return item.right.list == "buttons" ? "out:dont_know" : item.right.element().value;
}

TEST(Practice, AllElevenAndReadingSuggestsWayThree) {
  const Talk talk = practised(as_asked);
  EXPECT_EQ(talk.id(), "choose_tool");
  EXPECT_EQ(talk.session().talk.way, 3);
}

TEST(Practice, WrongPicturesMeanObjectsFirstAndOnlyToolOne) {
  const Talk talk = practised([](const PracticeItem& item, const Question& question) {
    return item.id == "p2" ? question.options[0].id.value : as_asked(item, question);
  });
  EXPECT_NE(find_effect<TellStaff>(talk.effects), nullptr);
  EXPECT_NE(talk.scene().find(ElementId("tool:to_billeder")), nullptr);
  EXPECT_EQ(talk.scene().find(ElementId("tool:kan_lide")), nullptr);
}

TEST(Practice, TheSameSideTwiceForDifferentThingsStartsTopToBottom) {
  const Talk talk = practised([](const PracticeItem& item, const Question& question) {
    return item.is_free ? question.options[0].id.value : as_asked(item, question);
  });
  EXPECT_EQ(talk.session().talk.layout, "top_bottom");
}

TEST(Frames, FinishedAfterAToolLeadsToWhatToDoWithTheAnswers) {
  Talk talk = practised(as_asked);
  talk.touch("tool:kan_lide").next();
  while (talk.id() != "choose_tool") {
    const Scene scene = talk.scene();
    std::string choice;
    for (const Element& element : scene.elements)
      if (choice.empty() && (element.role == Role::choice || element.role == Role::place))
        choice = element.id.value;
    if (talk.id() == "f4_3") choice = "option:like_this";
    if (!choice.empty()) talk.touch(choice);
    talk.next();
  }
  EXPECT_TRUE(talk.scene().find(ElementId("next"))->is_enabled);
  talk.next();
  EXPECT_EQ(talk.id(), "f2_4");
}

TEST(Practice, NothingOfItReachesTheJournal) {
  const Talk talk = practised(as_asked);
  for (const std::string& line : talk.journal) EXPECT_EQ(line.find("practice"), std::string::npos);
  EXPECT_TRUE(talk.session().view.practice.chosen.empty());
}

}  // namespace
}  // namespace aktiv
