// Every tool is held by every person, and the case file gets what the plain finger said.
#include "tests/persons/persons.h"

#include <cstdio>
#include <map>

#include "dialogue/engine/evaluating.h"
#include "dialogue/responders/testing/respond.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::persons {
namespace {

constexpr int most_screens = 400;
constexpr int most_tries = 20;
constexpr int words_a_minute = 140;

// A 24-inch glass.
Display glass() {
  Display display;
  display.width_px = 1920;
  display.height_px = 1080;
  display.px_per_mm = 1920 / 531.4;
  return display;
}

const TextMeasure& measure() {
  static const TextMeasure made = *ui::make_measure(*share_dir());
  return made;
}

struct Held {
  std::vector<AnswerRecord> answers;
  Evaluation evaluation;  // of the twelfth tool, which is nobody's
  int touches = 0;
  int64_t seconds = 0;
  int slips = 0;
  double noise = 0;     // of what is wanted, not of the hand
  std::string trouble;  // empty: it came to its end
};

const ToolId evaluation_tool{"hvad_synes_du"};

struct Case {
  ToolId tool;
  int way = 1;
};

// One person through one tool.
class Conversation {
 public:
  Conversation(const Case& held, Person& person, double noise)
      : person_(person), talk_(choices_a_page(glass())), hand_(shown()) {
    held_.noise = noise;
    person_.sit_down(hand_);
    if (held.tool == evaluation_tool) {
      talk_.with_citizens().give(EvaluationOpened{held.way, "da"});
      return;
    }
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = held.tool;
    fact.setup.way = held.way;
    fact.starts_at_tool = true;
    talk_.give(fact);
  }

  Held hold() {
    const int64_t from_ms = hand_.now_ms;
    const int touches = person_.touches();
    const Wishes wishes = drawn_wishes(built_in(), draws_);
    for (int screens = 0; is_on() && held_.trouble.empty(); ++screens) {
      if (screens == most_screens) held_.trouble = "it does not end: " + talk_.id();
      const View& view = talk_.session().view;
      if (view.evaluating) held_.evaluation = view.evaluating->said;
      const auto wanted =
          next_touch({Habit::steady, held_.noise}, wishes,
                     {view.question, view.chosen, view.page, view.goes_on_by_itself}, draws_);
      look_and_listen();
      if (wanted)
        have_chosen(*wanted);
      else
        talk_.wait(1600);
    }
    held_.touches = person_.touches() - touches;
    held_.seconds = (hand_.now_ms - from_ms) / 1000;
    const auto said = submissions_of(talk_.session().talk, talk_.session().events,
                                     talk_.engine().catalogue(), built_in());
    if (!said.empty()) held_.answers = said.front().answers;
    return held_;
  }

 private:
  bool is_on() const {
    const View& view = talk_.session().view;
    if (view.stage == Stage::evaluation) return !view.evaluating->is_over(view.step);
    return view.stage == Stage::tool;
  }

  Screen shown() const {
    Screen screen;
    screen.scene = talk_.scene();
    screen.layout = lay_out(screen.scene, glass(), measure());
    return screen;
  }

  // A screen that is new is read aloud first; the scan waits for it.
  void look_and_listen() {
    screen_ = shown();
    hand_.show(screen_);
    if (screen_.scene.screen == heard_) return;
    heard_ = screen_.scene.screen;
    int64_t words = 0;
    for (const auto& utterance : screen_.scene.speech)
      words += 1 + std::ranges::count(utterance.text, ' ');
    hand_.input.wait_for_voice(true, hand_.now_ms);
    hand_.live(words * 60'000 / words_a_minute);
    hand_.input.wait_for_voice(false, hand_.now_ms);
    hand_.live(1);
  }

  // What a press led to; nothing, or one thing chosen after the other.
  std::vector<ElementId> press(const ElementId& wanted) {
    const size_t before = hand_.all<input::Tapped>().size();
    person_.choose(hand_, screen_, wanted);
    std::vector<ElementId> chosen;
    for (const auto& tap : hand_.all<input::Tapped>()) chosen.push_back(tap.element);
    chosen.erase(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(before));
    forget_but_where_it_stands();
    return chosen;
  }
  void forget_but_where_it_stands() {
    const auto rings = hand_.all<input::ScanMoved>();
    const auto focus = hand_.all<input::FocusMoved>();
    hand_.happened.clear();
    if (!rings.empty()) hand_.happened.emplace_back(rings.back());
    if (!focus.empty()) hand_.happened.emplace_back(focus.back());
  }

  void have_chosen(const ElementId& wanted) {
    for (int tries = 0; tries < most_tries; ++tries) {
      if (!screen_.layout.find(wanted)) break;
      const auto chosen = press(wanted);
      if (chosen.empty()) ++held_.slips;
      bool is_done = false;
      for (const auto& element : chosen) {
        if (is_done) continue;  // the screen that it was meant for is gone
        if (element == wanted) {
          talk_.touch(wanted.value);
          is_done = true;
        } else {
          ++held_.slips;
          put_right(element);
        }
      }
      if (is_done) return;
      look_and_listen();
    }
    held_.trouble = person_.name() + " does not come to " + wanted.value + " on " + talk_.id();
  }

  // Back where it went on; the same once more where it lies chosen and nothing else was wanted.
  void put_right(const ElementId& mistaken) {
    const std::string screen = talk_.scene().screen;
    talk_.touch(mistaken.value);
    look_and_listen();
    if (talk_.scene().screen == screen) {
      const Element* element = screen_.scene.find(mistaken);
      if (element && element->is_selected) press_plainly(mistaken);
      return;
    }
    if (!is_on() || !screen_.layout.find(ElementId("fixed:back"))) {
      held_.trouble = "a slip to " + mistaken.value + " leads to " + talk_.id();
      return;
    }
    press_plainly(ElementId("fixed:back"));
  }
  void press_plainly(const ElementId& element) {
    for (int tries = 0; tries < most_tries; ++tries)
      for (const auto& chosen : press(element))
        if (chosen == element) {
          talk_.touch(element.value);
          return look_and_listen();
        }
    held_.trouble = person_.name() + " does not come to " + element.value;
  }

  Person& person_;
  Talk talk_;
  input::Hand hand_;
  Screen screen_;
  std::string heard_;
  Draws draws_{Seed{5, 3}};
  Held held_;
};

std::vector<Case> every_case() {
  std::vector<Case> cases;
  for (const ToolDefinition& tool : built_in().tools)
    for (const int way : tool.ways) cases.push_back({tool.id, way});
  for (const int way : {2, 3, 4}) cases.push_back({evaluation_tool, way});
  return cases;
}

std::string text_of(const Case& held) {
  return held.tool.value + ", way " + std::to_string(held.way);
}

std::string cell(const Held& held) {
  return std::to_string(held.touches) + "/" + std::to_string(held.seconds) + "/" +
         std::to_string(held.slips);
}

TEST(EveryPerson, SaysInEveryToolWhatTheFingerSays) {
  const auto finger = plain_finger();
  const Persons persons = everybody();
  std::printf("touches / seconds / slips\n%-28s %14s", "", finger->name().c_str());
  for (const auto& person : persons) std::printf(" %14s", person->name().c_str());
  std::printf("\n");
  for (const Case& held : every_case()) {
    const Held said = Conversation(held, *finger, 0.1).hold();
    ASSERT_EQ(said.trouble, "") << text_of(held);
    ASSERT_FALSE(said.answers.empty() && said.evaluation.answers.empty()) << text_of(held);
    EXPECT_EQ(said.slips, 0) << text_of(held);
    std::printf("%-28s %14s", text_of(held).c_str(), cell(said).c_str());
    for (const auto& person : persons) {
      const Held other = Conversation(held, *person, 0.1).hold();
      EXPECT_EQ(other.trouble, "") << text_of(held);
      EXPECT_TRUE(other.answers == said.answers && other.evaluation == said.evaluation)
          << person->name() << " in " << text_of(held);
      std::printf(" %14s", cell(other).c_str());
    }
    std::printf("\n");
  }
}

// What was meant, whatever was put right on the way.
std::vector<std::string> meant(const Held& held) {
  std::vector<std::string> all;
  for (const auto& answer : held.answers)
    all.push_back(answer.question + " " + std::to_string(static_cast<int>(answer.choice)) + " " +
                  answer.card.text() + " " + answer.place + " " + answer.own.text + answer.date);
  std::ranges::sort(all);
  return all;
}

// Set faster than they can follow: what they choose by mistake they can put right by the same
// hands.
TEST(SomebodyInAHurry, StillEndsWithWhatTheyMeant) {
  const auto finger = plain_finger();
  for (const auto& person : hurried()) {
    int slips = 0;
    for (const Case& held : every_case()) {
      const Held said = Conversation(held, *finger, 0).hold();
      const Held other = Conversation(held, *person, 0).hold();
      slips += other.slips;
      EXPECT_EQ(other.trouble, "") << person->name() << " in " << text_of(held);
      EXPECT_EQ(meant(other), meant(said)) << person->name() << " in " << text_of(held);
      EXPECT_TRUE(other.evaluation == said.evaluation) << person->name() << " in " << text_of(held);
    }
    std::printf("%s: %d slips\n", person->name().c_str(), slips);
    EXPECT_GT(slips, 0) << person->name();
  }
}

}  // namespace
}  // namespace aktiv::persons
