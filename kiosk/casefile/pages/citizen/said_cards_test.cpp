// What was said stands under its heading, in the citizen's own words and order.
#include "kiosk/casefile/pages/citizen/said_cards.h"

#include <gmock/gmock.h>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/support/casefile_fixture.h"
#include "kiosk/sync/fhir/example.h"

namespace aktiv::casefile {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Words& danish() {
  static const Words words(built_in_content(), "da");
  return words;
}

std::string page_of(const std::vector<Submission>& newest_first) {
  CitizenView view;
  view.folder.submissions = newest_first;
  return said_cards(danish(), view).str();
}

AnswerRecord choice_of(const std::string& question, Choice choice, const CardRef& card = {}) {
  AnswerRecord answer;
  answer.question = question;
  answer.choice = choice;
  answer.card = card;
  return answer;
}

TEST(SaidCards, StandUnderThreeHeadingsThatAreAlwaysThere) {
  const std::string page = page_of({});
  const size_t dreams = page.find("Drømme");
  const size_t ability = page.find("Formåen");
  const size_t potential = page.find("Potentiale");
  ASSERT_NE(potential, std::string::npos);
  EXPECT_LT(dreams, ability);
  EXPECT_LT(ability, potential);
  EXPECT_THAT(page, HasSubstr("Ingen samtaler om dette endnu."));
}

TEST(SaidCards, TellTheNewestOfEachTalk) {
  Submission newer = fhir::example_steps(1), older = fhir::example_steps(2);
  newer.answers[2].own.text = "ud at sejle";
  older.answers[2].own.text = "hjem igen";
  const std::string page = page_of({newer, older});
  EXPECT_THAT(page, HasSubstr("ud at sejle"));
  EXPECT_THAT(page, Not(HasSubstr("hjem igen")));
}

TEST(SaidCards, QuoteOwnWordsAsTheyCameAndSayWhoseHandWrote) {
  const std::string page = page_of({fhir::example_steps()});
  EXPECT_THAT(page,
              HasSubstr("<q class=\"own\" dir=\"auto\">Jeg vil &lt;b&gt;gerne&lt;/b&gt; ud</q>"));
  EXPECT_THAT(page, HasSubstr("Mentor skrev borgerens ord"));
}

TEST(SaidCards, DrawWhatWasDrawn) {
  EXPECT_THAT(page_of({fhir::example_steps()}),
              HasSubstr("<path d=\"M120 80L122 91M400 400L400 400\">"));
}

TEST(SaidCards, WriteADayAsPeopleDo) {
  EXPECT_THAT(page_of({fhir::example_steps()}), HasSubstr("3. dec. 2026"));
}

TEST(SaidCards, NameAPlaceByTheScaleItStoodOn) {
  EXPECT_EQ(place_words(danish(), "midt", {"daarligt", "midt", "godt"}), "Midt imellem");
  EXPECT_EQ(place_words(danish(), "med_hjaelp", {"selv", "med_hjaelp", "laere", "ikke_nu"}),
            "Med hjælp");
  EXPECT_EQ(place_words(danish(), "of_another_kiosk", {}), "of_another_kiosk");
}

TEST(SaidToQuestions, GoingOnAfterSomethingWasChosenIsNoAnswer) {
  Submission said;
  said.answers = {choice_of("t6_tale", Choice::card, {"life", "dag"}),
                  choice_of("t6_tale", Choice::skipped)};
  const auto questions = said_to_questions(said);
  ASSERT_EQ(questions.size(), 1u);
  EXPECT_EQ(questions[0].answers.size(), 1u);
}

TEST(SaidToQuestions, WhatWasPassedByIsStillThere) {
  Submission said;
  said.answers = {choice_of("t6_tale", Choice::skipped)};
  EXPECT_EQ(said_to_questions(said)[0].answers.size(), 1u);
}

TEST(SaidToQuestions, ACardThatWasMovedStandsWhereItWasPutLast) {
  Submission said;
  said.answers = {choice_of("t7_q", Choice::place, {"people", "ven"}),
                  choice_of("t7_q", Choice::place, {"people", "ven"})};
  said.answers[0].place = "taet";
  said.answers[1].place = "lidt_vaek";
  const auto questions = said_to_questions(said);
  ASSERT_EQ(questions[0].answers.size(), 1u);
  EXPECT_EQ(questions[0].answers[0].place, "lidt_vaek");
}

}  // namespace
}  // namespace aktiv::casefile
