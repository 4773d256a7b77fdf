// F1: the eleven things to try, and what follows from them for this session alone.
#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

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
