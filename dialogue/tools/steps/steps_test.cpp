// The talks that are written as steps: what is asked after what, and what is left when something is
// undone.
#include <set>

#include "dialogue/engine/testing/talk.h"
#include "dialogue/model/day.h"
#include "dialogue/model/submission_json.h"
#include "dialogue/tools/cards_said_back.h"
#include "dialogue/tools/earlier.h"
#include "dialogue/tools/steps/fixed_pairs.h"

namespace aktiv {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// What somebody touches who takes the first that is offered and goes on.
std::string first_choice(const Scene& scene) {
  for (const Element& element : scene.elements)
    if ((element.role == Role::choice || element.role == Role::place) && element.is_enabled &&
        !element.is_selected)
      return element.id.value;
  return "";
}

Talk& answer(Talk& talk, const std::string& element) {
  return talk.touch(element).next();
}

// Passes introductions, and answers with the first choice until this screen comes.
void until(Talk& talk, const std::string& screen) {
  for (int touches = 0; talk.id() != screen && touches < 200; ++touches) {
    const Question& asked = talk.session().view.question;
    const std::string choice = first_choice(talk.scene());
    if (asked.asks_words)
      talk.touch("out:dont_know").next();
    else if (!choice.empty() && talk.session().view.chosen.empty())
      talk.touch(choice).next();
    else
      talk.next();
  }
  ASSERT_EQ(talk.id(), screen);
}

const ToolRun& run_of(const Talk& talk) {
  return talk.session().talk.runs.back();
}

Earlier earlier(const std::string& what, const CardRef& card) {
  Earlier said;
  said.what = what;
  said.card = card;
  return said;
}

TEST(WhatMattersMost, ShufflesTheRestAndKeepsTheOrderOfChoice) {
  Talk talk;
  talk.with_citizens().prepared("det_vigtigste", 3);
  std::vector<CardRef> chosen;
  for (int round = 0; round < 3; ++round) {
    const std::vector<CardRef> shown = talk.session().view.question.shown;
    EXPECT_THAT(shown, SizeIs(10 - round));
    for (const CardRef& card : chosen) EXPECT_THAT(shown, Not(Contains(card)));
    chosen.push_back(shown[1]);
    answer(talk, shown[1].element().value);
  }
  EXPECT_EQ(talk.id(), "t4_en");
  answer(talk, chosen[2].element().value);
  EXPECT_EQ(talk.id(), "t4_har") << "a glass for each of the three";
  for (int glass = 0; glass < 3; ++glass) answer(talk, "place:lidt");
  EXPECT_EQ(talk.id(), "t4_slut");
  EXPECT_EQ(talk.scene().elements.front().id, chosen[2].element()) << "in the middle of the hand";
  const Findings findings = talk.findings();
  for (const CardFinding& finding : findings.cards) {
    EXPECT_EQ(finding.places.at("t4_har"), "lidt");
    EXPECT_EQ(chosen[static_cast<size_t>(finding.favourite) - 1], finding.card);
  }
}

TEST(WhatMattersMost, EndsWhenTwoAreEnough) {
  Talk talk;
  talk.with_citizens().prepared("det_vigtigste", 3);
  answer(talk, talk.session().view.question.shown[0].element().value);
  answer(talk, talk.session().view.question.shown[0].element().value);
  talk.next();  // Færdig
  EXPECT_EQ(talk.id(), "t4_en");
  EXPECT_THAT(talk.session().view.question.shown, SizeIs(2));
}

TEST(WhatICanDo, OffersThreeAnswersWhenFourAreTooMany) {
  Talk talk;
  SessionPrepared fact;
  fact.citizen = CitizenId("c-1");
  fact.setup.tool = ToolId("det_kan_jeg");
  fact.setup.way = 2;
  fact.setup.has_two_places = true;
  fact.starts_at_tool = true;
  talk.with_citizens().give(fact).next();
  EXPECT_THAT(talk.session().view.question.places, SizeIs(3));
}

TEST(WhatICanDo, AsksTwoCardsAgainAndSaysWhereTheAnswersDiffer) {
  Talk talk;
  talk.with_citizens().prepared("det_kan_jeg", 2).next();
  while (talk.id() == "t5_q") answer(talk, "place:selv");
  EXPECT_EQ(talk.id(), "t5_igen");
  answer(talk, "place:med_hjaelp");
  EXPECT_THAT(talk.findings().flags, Contains(Flag::asked_again_differs));
}

TEST(WhatICanDo, IsNotDoubtedWhereEverythingIsDoneAlone) {
  Talk talk;
  talk.with_citizens().prepared("det_kan_jeg", 2).next();
  while (talk.id() == "t5_q" || talk.id() == "t5_igen") answer(talk, "place:selv");
  const Findings findings = talk.findings();
  EXPECT_THAT(findings.flags, Not(Contains(Flag::same_throughout)));
  EXPECT_THAT(findings.suggestions, SizeIs(10)) << "to be seen done in a real place";
}

TEST(EverydayLife, AsksWhetherItShallStayRightAfterEachFace) {
  Talk talk;
  talk.with_citizens().prepared("min_hverdag", 3).next();
  const CardRef area = talk.session().view.question.subject;
  EXPECT_THAT(talk.session().view.question.places, SizeIs(5));
  answer(talk, "place:daarligt");
  EXPECT_EQ(talk.id(), "t6_valg");
  EXPECT_EQ(talk.session().view.question.subject, area);
  answer(talk, "place:anderledes");
  EXPECT_EQ(talk.id(), "t6_q");
  EXPECT_NE(talk.session().view.question.subject, area);
}

TEST(EverydayLife, LeavesOutWhatIsSensitiveUntilItIsChosen) {
  Talk talk;
  talk.with_citizens().prepared("min_hverdag", 2).next();
  EXPECT_EQ(talk.session().view.question.progress.total, 8);
  Talk chosen;
  chosen.with_citizens()
      .prepared("min_hverdag", 2, {{"life", "kaerlighed"}, {"life", "dag"}})
      .next();
  EXPECT_EQ(chosen.session().view.question.progress.total, 2);
}

TEST(EverydayLife, MayEndAfterThreeAreas) {
  Talk talk;
  talk.with_citizens().prepared("min_hverdag", 2).next();
  for (int area = 0; area < 3; ++area) {
    EXPECT_FALSE(talk.session().view.question.may_skip);
    answer(talk, "place:godt");
    answer(talk, "place:som_det_er");
  }
  EXPECT_TRUE(talk.session().view.question.may_skip);
  talk.next();  // Færdig
  EXPECT_EQ(talk.id(), "t6_igen");
}

TEST(EverydayLife, SkippingOneAreaEndsNothing) {
  Talk talk;
  talk.with_citizens().prepared("min_hverdag", 2).next();
  answer(talk, "out:skip");
  EXPECT_EQ(talk.id(), "t6_q");
  EXPECT_EQ(run_of(talk).answers.back().choice, Choice::skipped);
}

TEST(MyPeople, KeepsEachTouchOfSeveralAndTakesOneAwayAgain) {
  Talk talk;
  talk.with_citizens().prepared("mine_mennesker", 2);
  until(talk, "t7_moede");
  const auto before = run_of(talk).answers.size();
  const std::vector<CardRef> shown = talk.session().view.question.shown;
  for (size_t i = 0; i < 3; ++i) talk.touch(shown[i].element().value);
  talk.touch(shown[1].element().value);
  const auto& answers = run_of(talk).answers;
  ASSERT_EQ(answers.size(), before + 2);
  EXPECT_EQ(answers[before].card, shown[0]);
  EXPECT_EQ(answers[before + 1].card, shown[2]);
  auto replayed = replay(talk.journal);
  ASSERT_TRUE(replayed);
  EXPECT_EQ(replayed->runs.back().answers, answers) << "nothing waits for Næste to be kept";
  talk.next();
  EXPECT_EQ(talk.id(), "t7_glad");
}

TEST(MyPeople, NobodyAtAMeetingIsAnAnswer) {
  Talk talk;
  talk.with_citizens().prepared("mine_mennesker", 2);
  until(talk, "t7_moede");
  talk.touch(talk.session().view.question.shown[0].element().value);
  answer(talk, "out:none");
  EXPECT_EQ(run_of(talk).answers.back().choice, Choice::none);
  EXPECT_EQ(talk.id(), "t7_glad");
}

TEST(HowIWorkBest, AsksSixPairsAndThreeMirrorsInWayOne) {
  Talk talk;
  talk.with_citizens().prepared("saadan_bedst", 1).next();
  int asked = 0;
  for (; talk.id() == "t8_q"; ++asked)
    answer(talk, first_by_alphabet(talk.session().view.question));
  EXPECT_EQ(asked, 9);
  EXPECT_EQ(talk.id(), "t8_slut");
  EXPECT_EQ(talk.findings().mirror_same, 3);
  EXPECT_THAT(talk.findings().ranking, IsEmpty()) << "twelve questions are not one order";
}

TEST(HowIWorkBest, SaysAlwaysTheSameSide) {
  Talk talk;
  talk.with_citizens().prepared("saadan_bedst", 2).next();
  while (talk.id() == "t8_q") answer(talk, right_side(talk.session().view.question));
  EXPECT_THAT(talk.findings().flags, Contains(Flag::side_habit));
  EXPECT_EQ(talk.findings().certainty, Certainty::uncertain);
}

TEST(HowIWorkBest, BothAreFineIsNobodysSide) {
  Talk talk;
  talk.with_citizens().prepared("saadan_bedst", 1).next();
  while (talk.id() == "t8_q") answer(talk, "out:both");
  EXPECT_EQ(talk.findings().sides_counted, 0);
  EXPECT_THAT(talk.findings().flags, IsEmpty());
}

TEST(FixedPairs, StandAsOftenOnEachSideAndComeBackTurned) {
  std::vector<CardRef> cards;
  for (int i = 0; i < 24; ++i) cards.push_back({"conds", "c" + std::to_string(100 + i)});
  for (uint64_t seed = 0; seed < 200; ++seed) {
    Draws draws(Seed{seed, 1});
    const auto trials = steps::fixed_pair_trials(cards, 12, 3, draws);
    ASSERT_THAT(trials, SizeIs(15));
    int turned = 0;
    int left_first = 0;
    for (size_t i = 0; i < trials.size(); ++i) {
      if (trials[i].is_mirror) {
        EXPECT_NE(trials[i - 1].first, trials[i].second) << "never right after itself";
        continue;
      }
      turned += trials[i].second < trials[i].first;
      left_first += trials[i].spoken_first == trials[i].first;
    }
    EXPECT_EQ(turned, 6);
    EXPECT_EQ(left_first, 6);
  }
}

TEST(MyStaircase, AsksWhoAndWhenRightAfterEachStep) {
  Talk talk;
  talk.with_citizens().prepared("min_trappe", 3);
  until(talk, "t9_trin1");
  answer(talk, first_choice(talk.scene()));
  EXPECT_EQ(talk.id(), "t9_hvem");
  answer(talk, "place:mig");
  EXPECT_EQ(talk.id(), "t9_hvornaar");
  answer(talk, "place:uge");
  EXPECT_EQ(talk.id(), "t9_trin2");
  talk.touch("out:none").next();
  EXPECT_EQ(talk.id(), "t9_slut");
  talk.next();
  EXPECT_EQ(talk.id(), "t9_mit") << "whose goal it is has a screen of its own";
}

TEST(MyStaircase, BeginsWithTheSmallestSteps) {
  Talk talk;
  talk.with_citizens().prepared("min_trappe", 2);
  until(talk, "t9_trin1");
  int last = 0;
  for (const CardRef& card : talk.session().view.question.shown) {
    EXPECT_GE(built_in().card(card)->value, last);
    last = built_in().card(card)->value;
  }
  EXPECT_EQ(talk.session().view.question.page_size, 4);
}

TEST(MyStaircase, TakesADayInsteadOfNextWeek) {
  Talk talk;
  talk.with_citizens().prepared("min_trappe", 4);
  until(talk, "t9_hvornaar");
  talk.touch("key:date");
  EXPECT_EQ(talk.id(), "choose_date");
  const std::string day = first_choice(talk.scene());
  answer(talk, day);
  const AnswerRecord& said = run_of(talk).answers.back();
  EXPECT_EQ(said.question, "t9_hvornaar");
  EXPECT_EQ(said.choice, Choice::date);
  EXPECT_EQ("date:" + said.date, day);
  EXPECT_EQ(talk.id(), "t9_vise");
}

TEST(Days, AreThoseOfTheCalendar) {
  EXPECT_EQ(day_of(0), (Day{1970, 1, 1, 4}));
  EXPECT_EQ(day_of(-1), (Day{1969, 12, 31, 3}));
  EXPECT_EQ(day_of(20'783).iso(), "2026-11-26");
  EXPECT_EQ(day_of(20'783).weekday, 4);
  EXPECT_EQ(day_of(19'782), (Day{2024, 2, 29, 4}));
  EXPECT_EQ(day_of(11'016), (Day{2000, 2, 29, 2}));
}

TEST(HowIsItGoing, ShowsWhatWasSaidLastTimeOnlyAfterHowItIsNow) {
  Talk talk;
  SessionPrepared fact;
  fact.citizen = CitizenId("c-1");
  fact.setup.tool = ToolId("hvordan_gaar_det");
  fact.setup.way = 3;
  fact.setup.earlier = {earlier("dream", {"jobs", "bage"}), earlier("step", {"steps", "besoege"})};
  fact.starts_at_tool = true;
  talk.with_citizens().give(fact);
  EXPECT_EQ(talk.id(), "t11_hvordan");
  answer(talk, "place:godt");
  EXPECT_EQ(talk.id(), "t11_droem");
  EXPECT_EQ(talk.session().view.question.subject, (CardRef{"jobs", "bage"}));
  answer(talk, "place:samme");
  EXPECT_EQ(talk.id(), "t11_trin");
  EXPECT_EQ(talk.session().view.question.subject, (CardRef{"steps", "besoege"}));
}

Observation plan_with(const char* goal, int64_t at_ms, std::vector<CardRef> steps) {
  Observation seen;
  seen.at_ms = at_ms;
  seen.plan =
      GoalPlan{SubmissionId(goal), "", "", "", "", GoalKind::undecided, "", std::move(steps)};
  return seen;
}

Submission staircase(int64_t finished_ms, const CardRef& step) {
  AnswerRecord said;
  said.question = "t9_trin1";
  said.choice = Choice::card;
  said.card = step;
  Submission kept;
  kept.tool = ToolId("min_trappe");
  kept.finished_ms = finished_ms;
  kept.answers = {said};
  return kept;
}

TEST(MentorsSuggestions, AreThoseOfTheNewestPlanOfEachGoalUntilTheCitizenPlacesThem) {
  const CardRef visit{"steps", "besoege"}, talk{"steps", "tale_med"}, film{"steps", "se_film"};
  EXPECT_THAT(
      suggested_steps({}, {plan_with("g-1", 1, {visit}), plan_with("g-1", 2, {talk})}, built_in()),
      ElementsAre(talk))
      << "a newer plan takes the place of the older";
  EXPECT_THAT(
      suggested_steps({}, {plan_with("g-1", 1, {visit}), plan_with("g-2", 2, {talk, visit})},
                      built_in()),
      ElementsAre(talk, visit))
      << "each once, the newest goal first";
  const std::vector<Observation> seen = {plan_with("g-1", 5, {visit, film})};
  EXPECT_THAT(suggested_steps({staircase(7, visit)}, seen, built_in()), ElementsAre(film));
  EXPECT_THAT(suggested_steps({staircase(3, visit)}, seen, built_in()), ElementsAre(visit, film))
      << "suggested again since";
  EXPECT_THAT(suggested_steps({}, {plan_with("g-1", 1, {{"steps", "gone"}})}, built_in()),
              IsEmpty());
}

// The names of the first steps, on all pages.
std::vector<std::string> names_of_steps(std::vector<Earlier> said) {
  Talk talk;
  SessionPrepared fact;
  fact.citizen = CitizenId("c-1");
  fact.setup.tool = ToolId("min_trappe");
  fact.setup.way = 2;
  fact.setup.earlier = std::move(said);
  fact.starts_at_tool = true;
  talk.with_citizens().give(fact);
  answer(talk, first_choice(talk.scene()));
  EXPECT_EQ(talk.id(), "t9_trin1");
  std::vector<std::string> names;
  for (int page = 0; page < 5; ++page) {
    for (const Element& element : talk.scene().elements)
      if (element.role == Role::choice) names.push_back(element.phrase.shown);
    talk.touch("page:next");
  }
  return names;
}

TEST(MentorsSuggestions, SaySoAndStandWhereTheyStood) {
  const std::vector<std::string> plain = names_of_steps({earlier("dream", {"jobs", "bage"})});
  auto marked = names_of_steps(
      {earlier("dream", {"jobs", "bage"}), earlier(suggested_step, {"steps", "besoege"})});
  EXPECT_THAT(marked, Contains("Besøge stedet – mentors forslag"));
  EXPECT_THAT(marked, Not(Contains("Besøge stedet")));
  std::ranges::replace(marked, "Besøge stedet – mentors forslag", "Besøge stedet");
  std::ranges::sort(marked);
  auto sorted = plain;
  std::ranges::sort(sorted);
  EXPECT_EQ(marked, sorted) << "no other step is missing or joins";
}

TEST(MentorsSuggestions, ReachOnlyTheCitizenWhoseTheyAre) {
  const std::vector<Observation> seen = {plan_with("g-1", 1, {{"steps", "besoege"}})};
  Talk talk;
  talk.with_citizens().prepared("saadan_var_det", 1, {{"jobs", "bage"}});
  talk.give(EarlierFound{CitizenId("c-2"), {}, seen});
  EXPECT_THAT(talk.session().view.suggested_by_staff.steps, IsEmpty());
  talk.give(EarlierFound{CitizenId("c-1"), {}, seen});
  EXPECT_THAT(talk.session().view.suggested_by_staff.steps, SizeIs(1));
}

const Suggestion shorter{"s-1", "Kortere dage"};
const Suggestion pause{"s-2", "Pause kl. 10"};

Observation waiting(int64_t at_ms, std::vector<Suggestion> changes) {
  Observation told;
  told.at_ms = at_ms;
  told.suggestions = std::move(changes);
  return told;
}

Submission answered(const Suggestion& change, Choice choice) {
  AnswerRecord said;
  said.question = "t11_foreslag";
  said.choice = choice;
  said.suggestion = change;
  Submission kept;
  kept.tool = ToolId("hvordan_gaar_det");
  kept.answers = {said};
  return kept;
}

TEST(DayCentresChanges, WaitUntilTheCitizenHasAnsweredThemAsTheyStand) {
  const std::vector<Observation> seen = {waiting(2, {shorter, pause}), waiting(1, {})};
  EXPECT_THAT(suggested_changes({}, seen), ElementsAre(shorter, pause)) << "the newest counts";
  EXPECT_THAT(suggested_changes({answered(shorter, Choice::place)}, seen), ElementsAre(pause));
  EXPECT_THAT(suggested_changes({answered(shorter, Choice::dont_know)}, seen),
              ElementsAre(shorter, pause))
      << "put again another day";
  const Suggestion before{shorter.id, "Kortere uger"};
  EXPECT_THAT(suggested_changes({answered(before, Choice::place)}, seen),
              ElementsAre(shorter, pause))
      << "staff have written it anew since";
}

TEST(DayCentresChanges, AreKeptWithTheAnswerAndAsTheyWereTold) {
  const Submission said = answered(shorter, Choice::place);
  const auto kept = submission_from_json(to_json(said));
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->answers, said.answers);
  for (const Observation& told : {waiting(1, {shorter, pause}), waiting(1, {}), Observation()}) {
    const auto back = observation_from_json(to_json(told));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(*back, told);
  }
}

SessionPrepared follow_up(std::vector<Earlier> said) {
  SessionPrepared fact;
  fact.citizen = CitizenId("c-1");
  fact.setup.tool = ToolId("hvordan_gaar_det");
  fact.setup.way = 2;
  fact.setup.earlier = std::move(said);
  fact.starts_at_tool = true;
  return fact;
}

Earlier put(const Suggestion& change) {
  Earlier one;
  one.what = suggested_change;
  one.id = change.id;
  one.words = change.words;
  return one;
}

TEST(DayCentresChanges, ArePutAfterWhatTheCitizenDecidesAndEachIsAnsweredOnItsOwn) {
  Talk talk;
  talk.with_citizens().give(follow_up({put(shorter), put(pause)}));
  answer(talk, "place:godt");
  EXPECT_EQ(talk.id(), "t11_nu");
  answer(talk, "place:fortsaette");
  EXPECT_EQ(talk.id(), "t11_foreslag");
  EXPECT_EQ(talk.scene().question.shown, "Her er et forslag: “Kortere dage”");
  EXPECT_EQ(talk.scene().question.spoken,
            "Her er et forslag: Kortere dage. Skal vi prøve det, eller skal det være som nu?");
  answer(talk, "place:som_nu");
  EXPECT_EQ(talk.scene().question.shown, "Her er et forslag: “Pause kl. 10”");
  answer(talk, "place:proeve");
  EXPECT_EQ(talk.id(), "t11_med");
  const auto& answers = talk.session().talk.runs.back().answers;
  ASSERT_GE(answers.size(), 4U);
  EXPECT_EQ(answers[2].suggestion, shorter);
  EXPECT_EQ(answers[2].place, "som_nu");
  EXPECT_THAT(answers[2].places, testing::UnorderedElementsAre("proeve", "som_nu", "andet"));
  EXPECT_EQ(answers[3].suggestion, pause);
  EXPECT_EQ(answers[3].place, "proeve");
  EXPECT_TRUE(answers[1].suggestion.empty());
}

TEST(DayCentresChanges, LeaveAFollowUpWithoutThemAsItWasDrawnBefore) {
  Talk talk;
  talk.with_citizens().give(follow_up({}));
  const auto without = talk.session().talk.runs.back().plan.orders.size();
  answer(talk, "place:godt");
  answer(talk, "place:fortsaette");
  EXPECT_EQ(talk.id(), "t11_med");
  Talk other;
  other.with_citizens().give(follow_up({put(shorter)}));
  EXPECT_EQ(other.session().talk.runs.back().plan.orders.size(), without + 1);
}

TEST(HowItWas, IsAnsweredWithOneTouchInWayOne) {
  Talk talk;
  talk.with_citizens().prepared("saadan_var_det", 1, {{"jobs", "bage"}});
  EXPECT_THAT(talk.session().view.question.places, SizeIs(2));
  answer(talk, "place:godt");
  EXPECT_EQ(run_of(talk).answers.back().card, (CardRef{"jobs", "bage"}));
  EXPECT_EQ(talk.id(), "t10_igen");
}

TEST(OwnWords, AreKeptLetterByLetter) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 2).next();
  talk.touch("own:write");
  EXPECT_EQ(talk.id(), "own_typing");
  for (const char* letter : {"letter:shift", "letter:H", "letter:ø", "letter:n", "letter:erase"})
    talk.touch(letter);
  ASSERT_THAT(run_of(talk).answers, SizeIs(1));
  EXPECT_EQ(run_of(talk).answers[0].own.text, "Hø");
  EXPECT_EQ(run_of(talk).answers[0].own.written_by, WrittenBy::citizen);
  EXPECT_EQ(replay(talk.journal)->runs.back().answers[0].own.text, "Hø") << "before Næste";
  talk.touch("letter:erase").touch("letter:erase");
  EXPECT_THAT(run_of(talk).answers, IsEmpty());
  talk.touch("letter:a").next();
  EXPECT_EQ(talk.id(), "t3_kort") << "the open question first, the cards second";
}

// A citizen draws on the pad: every line is kept as the finger is lifted.
TEST(OwnWords, AreKeptLineByLineWhenDrawn) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 2).next();
  talk.touch("own:draw");
  ASSERT_EQ(talk.id(), "own_drawing");
  const std::string screen = talk.scene().screen;
  talk.give(Drawn{screen, {{10, 10}, {20, 30}}}).give(Drawn{screen, {{500, 500}}});
  ASSERT_THAT(run_of(talk).answers, SizeIs(1));
  EXPECT_EQ(run_of(talk).answers[0].own.drawing, "10,10 20,30;500,500");
  EXPECT_EQ(replay(talk.journal)->runs.back().answers[0].own.drawing, "10,10 20,30;500,500");
  talk.touch("key:own_undo");
  EXPECT_EQ(run_of(talk).answers[0].own.drawing, "10,10 20,30");
  talk.touch("key:own_undo");
  EXPECT_THAT(run_of(talk).answers, IsEmpty()) << "an empty sheet is no answer";
  talk.give(Drawn{screen, {{1, 2}}}).next();
  EXPECT_EQ(talk.id(), "t3_kort");
}

TEST(OwnWords, ALineOfAnotherScreenIsNotDrawn) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 2).next();
  const std::string before = talk.scene().screen;
  talk.touch("own:draw").give(Drawn{before, {{10, 10}}});
  EXPECT_THAT(run_of(talk).answers, IsEmpty());
}

TEST(OwnWords, SayWhoseHandWrote) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 2).next();
  talk.touch("own:mentor").touch("letter:a").next();
  EXPECT_EQ(run_of(talk).answers.back().own.written_by, WrittenBy::mentor);
}

TEST(OwnWords, AreTakenBackAsAnyLastAnswer) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 2).next();
  talk.touch("own:write").touch("letter:a").touch("fixed:back");
  EXPECT_THAT(run_of(talk).answers, IsEmpty());
  EXPECT_EQ(talk.id(), "t3_q");
}

TEST(OwnWords, TakeThePlaceOfACardThatWasJustChosen) {
  Talk talk;
  talk.with_citizens().prepared("min_trappe", 2);
  talk.touch(first_choice(talk.scene())).touch("key:own_words").touch("own:write");
  talk.touch("letter:b").next();
  ASSERT_THAT(run_of(talk).answers, SizeIs(1));
  EXPECT_EQ(run_of(talk).answers[0].question, "t9_maal");
  EXPECT_EQ(run_of(talk).answers[0].choice, Choice::words);
  EXPECT_EQ(talk.id(), "t9_trin1");
}

TEST(OwnWords, ComeARowAtATimeOnASmallGlass) {
  Talk talk(4);
  talk.with_citizens().prepared("min_droem", 2).next();
  talk.touch("own:write");
  std::set<std::string> met;
  for (int page = 0; page < 3; ++page) {
    for (const Element& element : talk.scene().elements)
      if (element.role == Role::letter) met.insert(element.id.value);
    talk.touch("page:next");
  }
  EXPECT_THAT(met, Contains("letter:a"));
  EXPECT_THAT(met, Contains("letter:å"));
  EXPECT_THAT(met, SizeIs(34)) << "31 letters and signs, capital, space, delete";
}

TEST(NoDream, IsAFullAnswer) {
  Talk talk;
  talk.with_citizens().prepared("min_droem", 3).next();
  answer(talk, "out:none");
  EXPECT_NE(talk.session().view.stage, Stage::tool) << "nothing more is asked";
  EXPECT_EQ(run_of(talk).answers.back().choice, Choice::none);
}

TEST(Earlier, IsTheNewestDreamAndEveryVisit) {
  const auto submission = [](const char* tool, int64_t at, const char* question,
                             const CardRef& card) {
    Submission kept;
    kept.tool = ToolId(tool);
    kept.finished_ms = at;
    AnswerRecord said;
    said.question = question;
    said.choice = Choice::card;
    said.card = card;
    kept.answers = {said};
    return kept;
  };
  const auto all = earlier_of({submission("min_droem", 2, "t3_kort", {"jobs", "have"}),
                               submission("min_droem", 1, "t3_kort", {"jobs", "bage"}),
                               submission("saadan_var_det", 3, "t10_q", {"jobs", "a"}),
                               submission("saadan_var_det", 4, "t10_q", {"jobs", "b"})},
                              {}, built_in());
  std::vector<std::string> cards;
  for (const Earlier& said : all) cards.push_back(said.what + " " + said.card.id);
  EXPECT_THAT(cards, ElementsAre("dream have", "visit a", "visit b"));
}

// Each tool in each of its ways, to its end.
class EveryTalk : public ::testing::TestWithParam<std::tuple<const char*, int>> {};

TEST_P(EveryTalk, ReachesItsEndAndCanBeUndoneToItsBeginning) {
  const auto& [tool, way] = GetParam();
  Talk talk;
  talk.with_citizens().prepared(tool, way);
  for (int touches = 0; talk.session().view.stage == Stage::tool && touches < 400; ++touches) {
    const std::string choice = first_choice(talk.scene());
    const Question& asked = talk.session().view.question;
    if (asked.asks_words && !talk.session().view.own)
      talk.touch("own:write").touch("letter:a");
    else if (!choice.empty() && talk.session().view.chosen.empty())
      talk.touch(choice);
    talk.next();
  }
  EXPECT_NE(talk.session().view.stage, Stage::tool);
  EXPECT_TRUE(run_of(talk).is_ended);
  EXPECT_THAT(talk.findings().flags, Not(Contains(Flag::half_a_set)));
  EXPECT_EQ(replay(talk.journal)->runs.back(), run_of(talk));
  const size_t answers = run_of(talk).answers.size();
  EXPECT_GT(answers, 0u);
  // Where there is nothing to say back, the talk is over and another may begin.
  if (talk.session().view.stage != Stage::said_back) return;
  for (size_t back = 0; back < 3 * answers + 20 && !run_of(talk).answers.empty(); ++back)
    talk.touch("fixed:back");
  EXPECT_THAT(run_of(talk).answers, IsEmpty());
}

std::vector<std::tuple<const char*, int>> every_talk() {
  return {{"min_droem", 2},       {"min_droem", 3},        {"min_droem", 4},
          {"det_vigtigste", 2},   {"det_vigtigste", 3},    {"det_kan_jeg", 2},
          {"det_kan_jeg", 3},     {"min_hverdag", 2},      {"min_hverdag", 3},
          {"min_hverdag", 4},     {"mine_mennesker", 2},   {"mine_mennesker", 3},
          {"mine_mennesker", 4},  {"saadan_bedst", 1},     {"saadan_bedst", 2},
          {"saadan_bedst", 3},    {"min_trappe", 2},       {"min_trappe", 3},
          {"min_trappe", 4},      {"saadan_var_det", 1},   {"saadan_var_det", 2},
          {"saadan_var_det", 3},  {"hvordan_gaar_det", 2}, {"hvordan_gaar_det", 3},
          {"hvordan_gaar_det", 4}};
}
INSTANTIATE_TEST_SUITE_P(EachInEachWay, EveryTalk, ::testing::ValuesIn(every_talk()),
                         [](const auto& each) {
                           return std::string(std::get<0>(each.param)) + "_way_" +
                                  std::to_string(std::get<1>(each.param));
                         });

// What the citizen's sheet quotes: once each, and only of what was said back and kept as it is.
TEST(SaidBack, HoldsWhatWasSaidInOwnWords) {
  Talk engine_of;
  AnswerRecord said;
  said.question = "t3_q";
  said.choice = Choice::words;
  said.own.text = "Jeg vil bo ved havet";
  ToolRun run;
  run.setup.tool = ToolId("min_droem");
  run.setup.way = 3;
  run.answers = {said, said};
  Conversation talk;
  talk.runs = {run};
  const Engine& engine = engine_of.engine();
  EXPECT_THAT(cards_said_back(talk, engine.catalogue(), engine.content()), IsEmpty());
  talk.runs[0].is_said_back = true;
  const auto back = cards_said_back(talk, engine.catalogue(), engine.content());
  ASSERT_THAT(back, SizeIs(1));
  EXPECT_THAT(back[0].own_words, ElementsAre("Jeg vil bo ved havet"));
}

}  // namespace
}  // namespace aktiv
