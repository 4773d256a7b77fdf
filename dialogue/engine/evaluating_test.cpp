// "Hvad synes du om os?": nobody is signed in, nothing is a conversation's, and what is handed in
// tells nothing of who, in which order, or when but the month.
#include <algorithm>
#include <set>

#include "dialogue/engine/testing/talk.h"
#include "dialogue/insight/evaluation.h"

namespace aktiv {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

Talk& begin(Talk& talk, int way) {
  return talk.with_citizens().give(EvaluationOpened{way, "da"});
}

// Past "you write no name", "you answer alone" and the glass that is practised on.
void to_the_questions(Talk& talk) {
  talk.next().next();
  ASSERT_EQ(talk.id(), "t12_oev");
  talk.touch("out:skip").next();
}

bool is_asked(const Talk& talk) {
  return talk.id() == "t12_q";
}

std::string asked(const Talk& talk) {
  return talk.session().view.question.screen_words.substr(6);
}

void answer_all(Talk& talk, const std::string& element) {
  while (is_asked(talk)) talk.touch(element).next();
}

Evaluation handed_in(const Talk& talk) {
  const auto* kept = find_effect<KeepEvaluation>(talk.effects);
  EXPECT_NE(kept, nullptr);
  return kept == nullptr ? Evaluation{} : kept->evaluation;
}

void write(Talk& talk, const std::string& letters) {
  for (const char letter : letters) {
    std::string key(1, letter);
    if (letter == ' ') key = "space";
    if (letter >= 'A' && letter <= 'Z') {
      talk.touch("letter:shift");
    }
    talk.touch("letter:" + key);
  }
}

TEST(Evaluating, IsMarkedAndNeverHandedInWhereStaffPractise) {
  Talk talk;
  EvaluationOpened opened;
  opened.way = 2;
  opened.is_rehearsal = true;
  talk.give(opened);
  EXPECT_FALSE(talk.scene().mark.empty());
  to_the_questions(talk);
  answer_all(talk, "out:dont_know");
  EXPECT_EQ(talk.id(), "t12_slut");
  EXPECT_EQ(find_effect<KeepEvaluation>(talk.effects), nullptr);
}

TEST(Evaluating, GoesFromNoNameToThanksAndLeavesNoTrace) {
  Talk talk;
  begin(talk, 3);
  EXPECT_EQ(talk.id(), "t12_intro");
  to_the_questions(talk);
  answer_all(talk, "place:meget");
  EXPECT_EQ(talk.scene().question.shown, "Hvad er godt?");
  talk.next();
  EXPECT_EQ(talk.scene().question.shown, "Hvad skal være bedre?");
  talk.next();
  EXPECT_EQ(talk.id(), "t12_slut");
  const Evaluation said = handed_in(talk);
  EXPECT_EQ(said.way, 3);
  EXPECT_EQ(said.month, "2027-01");
  ASSERT_THAT(said.answers, SizeIs(8));
  for (const EvaluationAnswer& answer : said.answers) EXPECT_EQ(answer.value, 4);
  EXPECT_THAT(talk.journal, IsEmpty());
  EXPECT_EQ(find_effect<Record>(talk.effects), nullptr);
  EXPECT_THAT(talk.session().view.evaluating->said.answers, IsEmpty());
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_FALSE(talk.session().view.evaluating);
}

TEST(Evaluating, AsksThreeStepsInWayTwoAndNoWords) {
  Talk talk;
  begin(talk, 2);
  to_the_questions(talk);
  EXPECT_EQ(talk.scene().find(ElementId("place:noget")), nullptr);
  answer_all(talk, "place:lidt");
  EXPECT_EQ(talk.id(), "t12_slut");
  for (const EvaluationAnswer& answer : handed_in(talk).answers) EXPECT_EQ(answer.value, 2);
}

TEST(Evaluating, IsNotHeldInWayOne) {
  Talk talk;
  begin(talk, 1);
  EXPECT_EQ(talk.id(), "welcome");
}

TEST(Evaluating, AsksEachQuestionOnceInAnOrderThatIsDrawn) {
  std::set<std::string> firsts;
  for (int day = 0; day < 40; ++day) {
    Talk talk;
    for (int before = 0; before < day; ++before) talk.give(CitizensKnown{});
    begin(talk, 3);
    to_the_questions(talk);
    std::vector<std::string> order;
    while (is_asked(talk)) {
      order.push_back(asked(talk));
      talk.touch("out:dont_know").next();
    }
    firsts.insert(order.front());
    std::ranges::sort(order);
    std::vector<std::string> wanted(evaluation_questions.begin(), evaluation_questions.end());
    std::ranges::sort(wanted);
    EXPECT_EQ(order, wanted);
  }
  EXPECT_GE(firsts.size(), 5u);
}

TEST(Evaluating, TheScaleStandsTheSameWayAllTheWayAndSaysWhich) {
  std::set<std::string> directions;
  for (int day = 0; day < 20; ++day) {
    Talk talk;
    for (int before = 0; before < day; ++before) talk.give(CitizensKnown{});
    begin(talk, 3);
    to_the_questions(talk);
    std::set<std::string> firsts;
    while (is_asked(talk)) {
      firsts.insert(talk.session().view.question.places.front());
      talk.touch("place:noget").next();
    }
    ASSERT_THAT(firsts, SizeIs(1));
    talk.next().next();
    const std::string direction = handed_in(talk).scale_direction;
    EXPECT_EQ(*firsts.begin(), direction == "best_left" ? "rigtig_meget" : "slet_ikke");
    directions.insert(direction);
  }
  EXPECT_THAT(directions, ElementsAre("best_left", "best_right"));
}

TEST(Evaluating, AnyQuestionCanBeSkippedAndDontKnowIsAnAnswer) {
  Talk talk;
  begin(talk, 3);
  to_the_questions(talk);
  const std::string first = asked(talk);
  talk.touch("out:skip").next();
  const std::string second = asked(talk);
  talk.touch("out:dont_know").next();
  answer_all(talk, "place:lidt");
  talk.next().next();
  for (const EvaluationAnswer& answer : handed_in(talk).answers) {
    const Choice wanted = answer.question == first    ? Choice::skipped
                          : answer.question == second ? Choice::dont_know
                                                      : Choice::place;
    EXPECT_EQ(answer.choice, wanted) << answer.question;
  }
}

TEST(Evaluating, TilbageShowsWhatWasAnsweredAndAnotherTouchChangesIt) {
  Talk talk;
  begin(talk, 3);
  to_the_questions(talk);
  const std::string first = asked(talk);
  talk.touch("place:lidt").next().touch("fixed:back");
  EXPECT_EQ(asked(talk), first);
  EXPECT_TRUE(talk.scene().find(ElementId("place:lidt"))->is_selected);
  talk.touch("place:meget").next();
  answer_all(talk, "place:noget");
  talk.next().next();
  for (const EvaluationAnswer& answer : handed_in(talk).answers)
    EXPECT_EQ(answer.value, answer.question == first ? 4 : 3);
}

TEST(Evaluating, ANameIsAskedAboutAndGoesOnlyIfThePersonSaysSo) {
  for (const bool goes : {true, false}) {
    Talk talk;
    begin(talk, 3);
    to_the_questions(talk);
    answer_all(talk, "place:meget");
    write(talk, "jeg er glad for Hanne");
    talk.next();
    EXPECT_EQ(talk.id(), "evaluation_name");
    EXPECT_NE(talk.scene().find(ElementId("text:written"))->phrase.shown.find("Hanne"),
              std::string::npos);
    talk.touch(goes ? "option:remove_name" : "option:keep_words").next();
    EXPECT_EQ(talk.scene().question.shown, "Hvad skal være bedre?");
    talk.next();
    EXPECT_EQ(handed_in(talk).good, goes ? "jeg er glad for …" : "jeg er glad for Hanne");
  }
}

TEST(Evaluating, WordsWithoutANameAreNotAskedAbout) {
  Talk talk;
  begin(talk, 4);
  to_the_questions(talk);
  answer_all(talk, "place:meget");
  write(talk, "de lytter i AKTIV");
  talk.next();
  EXPECT_EQ(talk.scene().question.shown, "Hvad skal være bedre?");
  talk.next();
  EXPECT_EQ(handed_in(talk).good, "de lytter i AKTIV");
}

TEST(Evaluating, StopThrowsAwayAndSaysSo) {
  Talk talk;
  begin(talk, 3);
  to_the_questions(talk);
  talk.touch("place:meget").next();
  talk.touch("fixed:stop").touch("option:stop_today");
  EXPECT_EQ(talk.id(), "thrown");
  talk.next();
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(find_effect<KeepEvaluation>(talk.effects), nullptr);
}

TEST(Evaluating, WhoeverLeavesTheScreenLeavesNothingOnIt) {
  Talk talk;
  begin(talk, 3);
  to_the_questions(talk);
  talk.touch("place:meget").next();
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.id(), "idle");
  talk.wait(60000);
  EXPECT_EQ(talk.id(), "welcome");
  EXPECT_EQ(find_effect<KeepEvaluation>(talk.effects), nullptr);
  EXPECT_FALSE(talk.session().view.evaluating);
}

TEST(Evaluating, ThanksGoAwayByThemselvesWhenNobodyIsThere) {
  Talk talk;
  begin(talk, 2);
  to_the_questions(talk);
  answer_all(talk, "place:meget");
  talk.give(BecameIdle{});
  EXPECT_EQ(talk.id(), "welcome");
}

TEST(Evaluating, APauseNeverLeadsToTheMentor) {
  Talk talk;
  begin(talk, 3);
  to_the_questions(talk);
  talk.touch("fixed:pause");
  EXPECT_EQ(talk.scene().find(ElementId("key:mentor")), nullptr);
  talk.touch("option:go_on");
  EXPECT_TRUE(is_asked(talk));
}

TEST(Evaluating, IsHeldInTheLanguageItWasOpenedInAndTheHouseGetsItsOwnBack) {
  Talk talk;
  talk.with_citizens().give(EvaluationOpened{3, "en"});
  EXPECT_EQ(talk.scene().question.shown, "You do not write your name.");
  talk.touch("fixed:stop").touch("option:stop_today").next();
  EXPECT_EQ(talk.scene().language, "da");
}

}  // namespace
}  // namespace aktiv
