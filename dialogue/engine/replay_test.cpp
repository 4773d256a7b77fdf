// What the mentor sees afterwards is what the citizen met: no other screen, no other side.
#include "dialogue/engine/replay.h"

#include <functional>

#include "dialogue/engine/testing/talk.h"

namespace aktiv {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Engine& engine() {
  static const Engine made(built_in());
  return made;
}

// A conversation that remembers every screen on which something was answered.
class Met {
 public:
  explicit Met(const char* tool, int way = 1, int most_a_page = 0)
      : session_(engine().start("en", most_a_page)) {
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = ToolId(tool);
    fact.setup.way = way;
    fact.language = "en";
    fact.starts_at_tool = true;
    give(fact);
  }
  Scene scene() const { return engine().describe(session_); }
  bool asks(const char* screen) const { return scene().id == screen; }
  void touch(const std::string& element) { give(Chosen{scene().screen, ElementId(element)}); }
  void answer(const std::string& element) {
    touch(element);
    met.push_back(scene());
    touch("next");
  }
  // The first that can be chosen on the screen.
  std::string first(Role role) const {
    const Scene shown = scene();
    const auto found = std::ranges::find(shown.elements, role, &Element::role);
    return found == shown.elements.end() ? "" : found->id.value;
  }
  void to_the_end() {
    for (int presses = 0; presses < 200 && session_.view.stage == Stage::tool; ++presses) {
      const std::string place = first(Role::place);
      const std::string choice = place.empty() ? first(Role::choice) : place;
      choice.empty() ? touch("next") : answer(choice);
    }
  }
  std::string record() const {
    const auto made =
        submissions_of(session_.talk, session_.events, engine().catalogue(), built_in());
    return made.empty() ? "" : made.front().session_record;
  }
  std::vector<AnswerRecord> answers() const { return session_.talk.runs.back().answers; }

  std::vector<Scene> met;

 private:
  template <class Fact>
  void give(Fact fact) {
    Step step = engine().update(std::move(session_), Stamped{fact, ++now_ms_, Seed{7, ++chance_}});
    session_ = std::move(step.session);
  }

  Session session_;
  int64_t now_ms_ = 1'800'000'000'000;
  uint64_t chance_ = 0;
};

// What a person sees of a screen: the words, the pictures, where they stand, what is chosen.
std::vector<std::string> seen(const Scene& scene) {
  std::vector<std::string> seen = {scene.question.shown, scene.question.spoken};
  for (const Element& element : scene.elements) {
    if (element.role == Role::fixed || element.role == Role::next) continue;
    seen.push_back(element.id.value + (element.is_selected ? " chosen " : " ") +
                   element.picture.value + " " + element.phrase.shown);
  }
  return seen;
}

class Replay : public testing::TestWithParam<std::pair<const char*, int>> {};

TEST_P(Replay, ShowsEachScreenAsTheCitizenMetIt) {
  Met talk(GetParam().first, GetParam().second);
  talk.to_the_end();
  const auto screens = replay_screens(talk.record(), engine());
  ASSERT_TRUE(screens) << to_text(screens.error());
  ASSERT_EQ(screens->size(), talk.met.size());
  ASSERT_GT(screens->size(), 5u);
  for (size_t i = 0; i < screens->size(); ++i) {
    EXPECT_EQ(seen((*screens)[i].scene), seen(talk.met[i])) << "screen " << i + 1;
    EXPECT_EQ((*screens)[i].answer, talk.answers()[i]);
    EXPECT_FALSE((*screens)[i].is_undone);
  }
}

INSTANTIATE_TEST_SUITE_P(BothTools, Replay,
                         testing::Values(std::pair("to_billeder", 1), std::pair("to_billeder", 2),
                                         std::pair("kan_lide", 2), std::pair("kan_lide", 3)));

TEST(Replay, WhatASmallGlassShowedInPagesComesBackInItsPages) {
  Met talk("kan_lide", 3, 4);
  while (!talk.asks("t2_tema")) talk.touch("next");
  talk.touch("page:next");
  talk.to_the_end();
  const auto screens = replay_screens(talk.record(), engine());
  ASSERT_TRUE(screens) << to_text(screens.error());
  ASSERT_EQ(screens->size(), talk.met.size());
  for (size_t i = 0; i < screens->size(); ++i)
    for (const Element& element : talk.met[i].elements)
      if (element.role == Role::choice) {
        EXPECT_NE((*screens)[i].scene.find(element.id), nullptr) << i << " " << element.id.value;
      }
}

TEST(Replay, WhoChangesTheirMindIsShownWithTheLastTouch) {
  Met talk("to_billeder");
  talk.touch("next");
  const Scene pair = talk.scene();
  talk.touch(pair.elements[0].id.value);
  talk.answer(pair.elements[1].id.value);
  const auto screens = replay_screens(talk.record(), engine());
  ASSERT_TRUE(screens) << to_text(screens.error());
  ASSERT_EQ(screens->size(), 1u);
  EXPECT_FALSE((*screens)[0].scene.elements[0].is_selected);
  EXPECT_TRUE((*screens)[0].scene.elements[1].is_selected);
}

TEST(Replay, GoingBackShowsBothTimes) {
  Met talk("to_billeder");
  talk.touch("next");
  const std::string left = talk.scene().elements[0].id.value;
  talk.answer(left);
  talk.touch("fixed:back");
  talk.answer("out:dont_know");
  const auto screens = replay_screens(talk.record(), engine());
  ASSERT_TRUE(screens) << to_text(screens.error());
  ASSERT_EQ(screens->size(), 2u);
  EXPECT_TRUE((*screens)[0].is_undone);
  EXPECT_EQ((*screens)[0].answer.card.element().value, left);
  EXPECT_FALSE((*screens)[1].is_undone);
  EXPECT_EQ((*screens)[1].answer.choice, Choice::dont_know);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

// A record may come from a newer kiosk, or from somebody who wishes us ill.
TEST(Replay, WhatDoesNotFitIsAFaultAndNeverAnotherScreen) {
  Met talk("kan_lide", 2);
  talk.to_the_end();
  const std::string record = talk.record();
  const std::vector<std::string> broken = {
      replaced(record, "\"definition_version\":", "\"definition_version\":9"),
      replaced(record, "\"tool\":\"kan_lide\"", "\"tool\":\"no_tool\""),
      replaced(record, "\"orders\":[[", "\"orders\":[[\"jobs/no_card\"],["),
      replaced(record, "\"question\":\"t2_q\"", "\"question\":\"t1_q\""),
      replaced(record, "\"number\":2", "\"number\":7"),
      replaced(record, "\"event\":\"tool_started\"", "\"event\":\"tool_started_anew\""),
      record.substr(0, record.size() / 2),
      record.substr(record.find("{\"answer\"")),
      "not JSON\n"};
  for (const std::string& one : broken) {
    const auto screens = replay_screens(one, engine());
    ASSERT_FALSE(screens) << one.substr(0, 200);
    EXPECT_THAT(screens.error().where, HasSubstr("session record, line "));
    EXPECT_THAT(to_text(screens.error()), Not(HasSubstr("jobs/")));
  }
}

TEST(Replay, AWayThatNobodyKnowsAndEmptyOrdersAreRefused) {
  Met talk("kan_lide", 2);
  talk.to_the_end();
  const std::string record = talk.record();
  const size_t setup = record.find("\"setup\"");
  const size_t way = record.find("\"way\":2", setup);
  ASSERT_NE(way, std::string::npos);
  EXPECT_FALSE(replay_screens(std::string(record).replace(way, 7, "\"way\":77"), engine()));
  const size_t orders = record.find("\"orders\":[");
  const size_t end = record.find("]]", orders);
  EXPECT_FALSE(replay_screens(
      std::string(record).replace(orders, end + 2 - orders, "\"orders\":[]"), engine()));
}

TEST(Replay, AnEmptyRecordHasNoScreens) {
  const auto screens = replay_screens("", engine());
  ASSERT_TRUE(screens);
  EXPECT_TRUE(screens->empty());
}

}  // namespace
}  // namespace aktiv
