// The mentor's area from keys that one feels: a keyboard that somebody has plugged in.
#include <gmock/gmock.h>

#include "kiosk/ui/mentor/rehearsal/examples.h"

namespace aktiv::mentor {
namespace {

struct Keys : testing::Test {
  Hand hand{House::laid(AKTIV_BINARY_DIR "/share/aktiv"), Display{}};

  void strike(input::Key key) {
    hand.area.feed(input::RawKey{key, true, false, hand.now_ms});
    hand.area.settle();
  }
  void strike(EditKey key) {
    hand.area.feed(key);
    hand.area.settle();
  }
  // Tab until the wanted one has the focus, then Enter.
  void walk_to(const std::string& name) {
    size_t steps = 0;
    for (const auto& e : hand.area.elements()) {
      steps += e.is_target() && e.is_enabled;
      if (e.name == name) break;
    }
    for (size_t i = 0; i < steps; ++i) strike(input::Key::forward);
    strike(EditKey::enter);
  }
};

TEST_F(Keys, WalkToTheFirstThatIsAlwaysBackToTheCitizen) {
  hand.sign_in();
  strike(input::Key::forward);
  strike(input::Key::choose);
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Keys, ReachWhatIsPressedAndPressIt) {
  furnish(hand);
  hand.sign_in();
  walk_to("citizen:solsikke");
  EXPECT_EQ(hand.area.screen(), "citizen");
  walk_to("talk:c");
  EXPECT_NE(hand.find("send_again"), nullptr);
}

TEST_F(Keys, TypeAPinAndOpenWithEnter) {
  hand.desk.known = {{{MentorId("mette"), PictureId("signs/key"), "Mette"}, "2580"}};
  hand.open();
  walk_to("mentor:mette");
  hand.write("2580");
  strike(EditKey::enter);
  EXPECT_EQ(hand.area.screen(), "home");
}

TEST_F(Keys, ArrowsWalkWhereNothingIsWritten) {
  hand.sign_in();
  strike(EditKey::right);
  strike(EditKey::right);
  strike(EditKey::left);
  strike(EditKey::enter);  // again on the first
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Keys, ArrowsMoveTheCaretWhereSomethingIsWritten) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("Glad");
  strike(EditKey::left);
  hand.write("r");
  EXPECT_EQ(hand.find("field:seen")->text, "Glard");
}

TEST_F(Keys, TheSpaceThatPressesIsNotWritten) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("En");
  hand.write(" ");
  EXPECT_EQ(hand.find("field:seen")->text, "En ");
  for (int i = 0; i < 3; ++i) strike(input::Key::forward);  // "Hvem var der?"
  strike(input::Key::choose);
  hand.write(" ");
  EXPECT_NE(hand.find("write"), nullptr);
  hand.press("write");
  EXPECT_EQ(hand.find("field:seen")->text, "En ");
}

TEST_F(Keys, WritingGoesOnAfterAWalk) {
  hand.sign_in().press("citizen:solsikke").press("observe").write("En");
  strike(input::Key::forward);
  hand.write("d").write(" ");
  EXPECT_EQ(hand.find("field:seen")->text, "End ");
}

TEST_F(Keys, EscapeGoesBackAndAtLastToTheCitizen) {
  hand.sign_in().press("citizen:solsikke").press("person").press("lock");
  strike(EditKey::leave);
  EXPECT_EQ(hand.area.screen(), "person");
  strike(EditKey::leave);
  EXPECT_EQ(hand.area.screen(), "citizen");
  strike(EditKey::leave);
  EXPECT_EQ(hand.area.screen(), "home");
  strike(EditKey::leave);
  EXPECT_FALSE(hand.area.is_open());
}

TEST_F(Keys, EscapeErasesNobody) {
  hand.sign_in().press("citizen:solsikke").press("person").press("erase").press("erase_all");
  strike(EditKey::leave);
  EXPECT_EQ(hand.area.screen(), "person");
  EXPECT_EQ(hand.desk.people.size(), 2u);
}

}  // namespace
}  // namespace aktiv::mentor
