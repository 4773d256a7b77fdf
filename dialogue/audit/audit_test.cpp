// Each check is met with a screen that breaks it: a check that cannot fail is none.
#include <gtest/gtest.h>

#include <set>

#include "dialogue/audit/glass_items.h"
#include "dialogue/audit/screen_items.h"
#include "dialogue/audit/statement.h"
#include "dialogue/audit/talk_items.h"
#include "kiosk/files/content_files.h"

namespace aktiv::audit {
namespace {

// Letters half as wide as they are high, one line.
TextSize measure(std::string_view text, double em, Weight, double) {
  return {0.5 * em * static_cast<double>(text.size()), 1.2 * em, 1};
}

struct Screen {
  Scene scene;
  Layout layout;

  Screen() {
    scene.id = scene.question.shown = scene.question.spoken = "Hvad vil du helst?";
    scene.language = "da";
    scene.speech = {{"", scene.question.spoken, {}}};
    layout.display = {1920, 1080, 1920 / 531.0, 1.0, {}};
    layout.question.text = scene.question.shown;
    layout.question.box = {20, 20, 300, 30};
    layout.question.em = 19;
    add("speaker", Role::speaker, {330, 20, 30, 30});
    add("card:jobs/bage", Role::choice, {50, 80, 100, 100});
    add("card:jobs/have", Role::choice, {200, 80, 100, 100});
  }
  void add(const char* id, Role role, RectMm rect) {
    Element element;
    element.id = ElementId(id);
    element.role = role;
    element.phrase = {"Bage", "Bage"};
    element.picture = PictureId("jobs/bage");
    element.order = static_cast<int>(scene.elements.size()) + 1;
    scene.elements.push_back(element);
    PlacedElement placed;
    placed.id = element.id;
    placed.rect = rect;
    placed.label.text = element.phrase.shown;
    placed.label.box = {rect.x + 5, rect.bottom() - 20, rect.w - 10, 15};
    placed.label.em = 10;
    placed.picture = {rect.x + 5, rect.y + 2, rect.w - 10, rect.h - 30};
    layout.elements.push_back(placed);
  }
  Element& card() { return scene.elements[1]; }
  RectMm& rect() { return layout.elements[1].rect; }

  Report report() const {
    Report report;
    check_targets(report, "screen", scene, layout);
    check_words(report, "screen", scene, layout, measure);
    check_scene(report, "screen", scene, "da", 12);
    return report;
  }
  // Whether this item, and no other, is broken.
  testing::AssertionResult breaks_only(int item) const {
    const Report found = report();
    for (const Item& each : items)
      if ((found.broken(each.number) > 0) != (each.number == item))
        return testing::AssertionFailure() << to_text(found);
    return testing::AssertionSuccess();
  }
};

TEST(Audit, AScreenThatIsAsItShouldBeBreaksNothing) {
  const Report report = Screen().report();
  EXPECT_TRUE(report.breaches().empty()) << to_text(report);
  EXPECT_GT(report.held(1), 0);
}

TEST(Audit, ASmallCardBreaksTheSizes) {
  Screen screen;
  screen.rect().w = 22;
  screen.layout.elements[1].picture = {};
  EXPECT_TRUE(screen.breaks_only(2));
  screen.rect().w = 19;
  EXPECT_EQ(screen.report().broken(1), 1);
}

TEST(Audit, CardsThatLieCloseBreakTheGap) {
  Screen screen;
  screen.rect().x = 98;
  EXPECT_TRUE(screen.breaks_only(4));
}

TEST(Audit, ACardAtTheEdgeIsFound) {
  Screen screen;
  screen.rect() = {1, 80, 100, 100};
  EXPECT_TRUE(screen.breaks_only(7));
}

TEST(Audit, SmallLettersAreFound) {
  Screen screen;
  screen.layout.elements[1].label.em = 8;
  EXPECT_TRUE(screen.breaks_only(21));
}

TEST(Audit, DoubledTextThatIsCutIsFound) {
  Screen screen;
  screen.layout.display.text_scale = 2;
  screen.layout.elements[1].label.em = 60;
  EXPECT_TRUE(screen.breaks_only(22));
}

TEST(Audit, WordsOverAPictureAreFound) {
  Screen screen;
  screen.layout.elements[1].label.box.y = screen.rect().y;
  EXPECT_TRUE(screen.breaks_only(25));
}

TEST(Audit, SomethingThatTheScanPassesByIsFound) {
  Screen screen;
  screen.card().order = 0;
  EXPECT_TRUE(screen.breaks_only(18));
}

TEST(Audit, ACardWithoutSpeechIsFound) {
  Screen screen;
  screen.card().phrase.spoken.clear();
  EXPECT_EQ(screen.report().broken(27), 1);
  EXPECT_EQ(screen.report().broken(39), 1);
}

TEST(Audit, AScreenThatCannotBeHeardAgainIsFound) {
  Screen screen;
  screen.scene.elements[0].id = ElementId("other");
  EXPECT_TRUE(screen.breaks_only(28));
}

TEST(Audit, StopWithoutPauseIsFound) {
  Screen screen;
  screen.add("fixed:stop", Role::fixed, {400, 20, 40, 30});
  EXPECT_TRUE(screen.breaks_only(30));
}

TEST(Audit, AnotherLanguageIsFound) {
  Screen screen;
  screen.scene.language = "en";
  EXPECT_TRUE(screen.breaks_only(31));
}

TEST(Audit, WordsThatAreHeardAndNowhereReadAreFound) {
  Screen screen;
  screen.scene.speech.push_back({"", "Du kan vælge.", {}});
  EXPECT_TRUE(screen.breaks_only(32));
  screen.scene.caption = "Du kan vælge.";
  EXPECT_TRUE(screen.report().breaches().empty());
  screen.scene.speech.back().text = "Du kan vælge. Du kan også vente.";
  EXPECT_TRUE(screen.breaks_only(32)) << "each sentence of it";
}

TEST(Audit, ALockThatIsSaidIsFound) {
  Screen screen;
  screen.card().is_sealed = true;
  screen.scene.speech.push_back({"", "Bage", screen.card().id});
  EXPECT_TRUE(screen.breaks_only(34));
}

TEST(Audit, TwoQuestionsAndNumbersAreFound) {
  Screen screen;
  screen.scene.question.shown += " Hvorfor?";
  EXPECT_EQ(screen.report().broken(38), 1);
  screen = Screen();
  screen.card().phrase.shown = "3 af 12";
  EXPECT_TRUE(screen.breaks_only(41));
}

TEST(Audit, FixedButtonsThatMoveAreFound) {
  Screen one;
  one.add("fixed:stop", Role::fixed, {400, 20, 40, 30});
  Screen other;
  other.add("fixed:stop", Role::fixed, {405, 20, 40, 30});
  Report report;
  FixedPlaces places;
  places.check(report, "one", one.scene, one.layout);
  places.check(report, "other", other.scene, other.layout);
  EXPECT_EQ(report.held(40), 1);
  EXPECT_EQ(report.broken(40), 1);
}

TEST(Audit, ABreachThatIsMetAgainIsOneBreach) {
  Report report;
  for (int i = 0; i < 3; ++i) report.expect(1, false, "here", [] { return "18 mm"; });
  EXPECT_EQ(report.broken(1), 1);
  EXPECT_NE(to_text(report).find("here: 18 mm; expected: what is touched is at least 20 mm"),
            std::string::npos);
}

TEST(Audit, WhatWasCheckedNowhereIsNamed) {
  const std::vector<int> left = unchecked(Report());
  EXPECT_EQ(left.size(), 50u);  // all but those that need the kiosk itself
}

// A conversation in which a step goes wrong.
class AuditedStep : public testing::Test {
 protected:
  AuditedStep() : loaded_(read_content(AKTIV_BINARY_DIR "/share/aktiv")), engine_(loaded_.content) {
    SessionPrepared prepared;
    prepared.citizen = CitizenId("c-1");
    prepared.setup.tool = ToolId("to_billeder");
    prepared.setup.way = 1;
    prepared.starts_at_tool = true;
    before_ = give(engine_.start("da"), prepared).session;
    before_ = give(before_, touch("next")).session;
    before_ = give(before_, touch(before_.view.question.options[0].id.value)).session;
    before_ = give(before_, touch("next")).session;
  }
  Step give(const Session& session, Intent intent) {
    return engine_.update(session, Stamped{std::move(intent), 1, Seed{1, ++chance_}});
  }
  Chosen touch(const std::string& id) const {
    return {engine_.describe(before_).screen, ElementId(id)};
  }
  Report report(Intent intent, const Step& step) const {
    Report report;
    const Scene shown = engine_.describe(before_);
    const Scene then = engine_.describe(step.session);
    check_step(report, engine_, {before_, shown, Stamped{std::move(intent), 1, {}}, step, then});
    return report;
  }

  Loaded loaded_;
  Engine engine_;
  Session before_;
  uint64_t chance_ = 0;
};

TEST_F(AuditedStep, BackThatUndoesNothingIsFound) {
  const Chosen back = touch("fixed:back");
  EXPECT_EQ(report(back, give(before_, back)).broken(42), 0);
  EXPECT_EQ(report(back, Step{before_, {}}).broken(42), 1);
}

TEST_F(AuditedStep, AnIdleKioskThatForgetsIsFound) {
  const Step warned = give(before_, BecameIdle{});
  EXPECT_EQ(report(BecameIdle{}, warned).held(46), 1);
  Step short_warning = warned;
  for (Effect& effect : short_warning.effects)
    if (auto* wake = std::get_if<WakeAfter>(&effect)) wake->ms = 19'000;
  EXPECT_EQ(report(BecameIdle{}, short_warning).broken(46), 1);
  EXPECT_EQ(report(BecameIdle{}, Step{engine_.start("da"), {}}).broken(45), 1);
}

TEST_F(AuditedStep, KeepingWithoutAskingAndLeavingSomethingBehindAreFound) {
  EXPECT_EQ(report(Kept{}, Step{before_, {Keep{}}}).broken(43), 1);
  EXPECT_EQ(report(LeftByMentor{}, Step{before_, {WipeSession{}}}).broken(49), 1);
}

TEST_F(AuditedStep, EarlierAnswersWithoutTheLockAreFound) {
  Session opened = before_;
  opened.view.stage = Stage::my_answers;
  opened.view.has_access = false;
  EXPECT_EQ(report(LeftByMentor{}, Step{opened, {}}).broken(51), 1);
}

const Criterion& criterion(const std::string& source) {
  return *std::ranges::find(criteria(), source, [](const Criterion& one) { return one.source; });
}

TEST(Statement, SaysMetOnlyOfWhatWasCheckedAndHeld) {
  Report report;
  const Criterion& targets = criterion("WCAG 2.2 2.5.8");
  EXPECT_EQ(verdict(targets, report), "not checked");
  report.expect(1, true, "here", [] { return ""; });
  EXPECT_EQ(verdict(targets, report), "met");
  report.expect(1, false, "there", [] { return "19 mm"; });
  EXPECT_EQ(verdict(targets, report), "not met");
}

TEST(Statement, NeverSaysMetOfWhatNeedsARulerOrIsMissing) {
  Report report;
  for (const Item& item : items) report.expect(item.number, true, "all", [] { return ""; });
  EXPECT_EQ(verdict(criterion("EN 301 549 8.3"), report), "to be measured on the kiosk");
  EXPECT_EQ(verdict(criterion("EN 301 549 4.2.7, staff"), report), "not met");
  EXPECT_EQ(verdict(criterion("WCAG 2.2 4.1.2"), report), "partly met");
  EXPECT_EQ(verdict(criterion("EN 301 549 5.2"), report), "partly met");
}

TEST(Statement, EachCriterionIsShownBySomethingOrSaysWhyNot) {
  std::set<int> used;
  for (const Criterion& one : criteria()) {
    const bool is_shown = one.by[0] != 0;
    EXPECT_EQ(one.standing == Standing::checked, is_shown && std::string(one.note).empty())
        << one.source;
    EXPECT_TRUE(is_shown || !std::string(one.note).empty()) << one.source;
    for (const int item : one.by) used.insert(item);
  }
  EXPECT_LE(*used.rbegin(), static_cast<int>(items.size()));
}

TEST(Statement, IsATableThatNamesTheNumberOfChecks) {
  Report report;
  for (int i = 0; i < 7; ++i) report.expect(1, true, "all", [] { return ""; });
  const std::string text = statement(report, "0.1.0", "2026-11-28");
  EXPECT_NE(text.find("| WCAG 2.2 2.5.8 | targets of 24 CSS pixels | met | 1 (7 held) |  |"),
            std::string::npos);
}

}  // namespace
}  // namespace aktiv::audit
