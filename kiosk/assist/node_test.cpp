// The things of the tree as ATK reads them; no bus is needed.
#include "kiosk/assist/node.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace aktiv::assist {
namespace {

struct Unref {
  void operator()(AtkObject* object) const { g_object_unref(object); }
};
using Owned = std::unique_ptr<AtkObject, Unref>;

Item card() {
  Item item;
  item.id = "card:jobs/bage";
  item.part = "choice";
  item.name = "Bage";
  item.description = "Du bager brød og kager.";
  item.kind = Kind::toggle;
  item.x = 100, item.y = 200, item.w = 300, item.h = 250;
  return item;
}

bool has(AtkObject* object, AtkStateType state) {
  AtkStateSet* set = atk_object_ref_state_set(object);
  const bool is_in = atk_state_set_contains_state(set, state) != 0;
  g_object_unref(set);
  return is_in;
}

struct Nodes : testing::Test {
  Owned frame{new_node(ATK_ROLE_FRAME, nullptr)};
  AtkObject* button = new_node(role_of(Kind::toggle), frame.get());

  Nodes() {
    update(button, card());
    node_of(button).window_x = 10;
    node_of(button).window_y = 20;
    add_child(frame.get(), button);
  }
};

TEST_F(Nodes, HaveNameDescriptionRoleAndPlace) {
  EXPECT_STREQ(atk_object_get_name(button), "Bage");
  EXPECT_STREQ(atk_object_get_description(button), "Du bager brød og kager.");
  EXPECT_STREQ(atk_object_get_accessible_id(button), "card:jobs/bage");
  EXPECT_EQ(atk_object_get_role(button), ATK_ROLE_TOGGLE_BUTTON);
  int x = 0, y = 0, w = 0, h = 0;
  atk_component_get_extents(ATK_COMPONENT(button), &x, &y, &w, &h, ATK_XY_WINDOW);
  EXPECT_EQ((std::array{x, y, w, h}), (std::array{100, 200, 300, 250}));
  atk_component_get_extents(ATK_COMPONENT(button), &x, &y, &w, &h, ATK_XY_SCREEN);
  EXPECT_EQ((std::array{x, y}), (std::array{110, 220})) << "on the desktop";
}

TEST_F(Nodes, KnowTheirParentAndTheirPlaceAmongTheOthers) {
  AtkObject* second = new_node(role_of(Kind::label), frame.get());
  add_child(frame.get(), second);
  EXPECT_EQ(atk_object_get_n_accessible_children(frame.get()), 2);
  EXPECT_EQ(atk_object_get_index_in_parent(second), 1);
  EXPECT_EQ(atk_object_get_parent(second), frame.get());
  const Owned found(atk_object_ref_accessible_child(frame.get(), 0));
  EXPECT_EQ(found.get(), button);
  EXPECT_EQ(atk_object_ref_accessible_child(frame.get(), 2), nullptr);
}

TEST_F(Nodes, ArePressedWhileTheyMayBe) {
  int presses = 0;
  node_of(button).press = [&] { ++presses; };
  ASSERT_EQ(atk_action_get_n_actions(ATK_ACTION(button)), 1);
  EXPECT_STREQ(atk_action_get_name(ATK_ACTION(button), 0), "click");
  EXPECT_TRUE(atk_action_do_action(ATK_ACTION(button), 0));
  Item off = card();
  off.is_enabled = false;
  update(button, off);
  EXPECT_FALSE(atk_action_do_action(ATK_ACTION(button), 0));
  EXPECT_FALSE(has(button, ATK_STATE_ENABLED));
  EXPECT_EQ(presses, 1);
}

TEST_F(Nodes, TellWhatIsChosenAndWhereTheKeyboardStands) {
  EXPECT_FALSE(has(button, ATK_STATE_CHECKED));
  Item chosen = card();
  chosen.is_chosen = true;
  update(button, chosen);
  set_focused(button, true);
  EXPECT_TRUE(has(button, ATK_STATE_CHECKED));
  EXPECT_TRUE(has(button, ATK_STATE_FOCUSED));
  EXPECT_TRUE(has(button, ATK_STATE_FOCUSABLE));
  set_focused(button, false);
  EXPECT_FALSE(has(button, ATK_STATE_FOCUSED));
}

TEST_F(Nodes, ALabelIsNotPressed) {
  const Owned label(new_node(role_of(Kind::label), nullptr));
  Item words;
  words.name = "Hvad vil du helst?";
  update(label.get(), words);
  EXPECT_EQ(atk_action_get_n_actions(ATK_ACTION(label.get())), 0);
  EXPECT_FALSE(has(label.get(), ATK_STATE_FOCUSABLE));
}

TEST_F(Nodes, ThatAreGoneDoNothingMore) {
  int presses = 0;
  node_of(button).press = [&] { ++presses; };
  const Owned kept(ATK_OBJECT(g_object_ref(button)));  // an aid still holds it
  remove_children(frame.get());
  EXPECT_FALSE(atk_action_do_action(ATK_ACTION(kept.get()), 0));
  EXPECT_EQ(presses, 0);
  EXPECT_EQ(atk_object_get_n_accessible_children(frame.get()), 0);
}

TEST(Bus, WithoutOneTheKioskGoesOn) {
  ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
  ::setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
  Assist assist("AKTIV-dialog", [] {});
  EXPECT_EQ(assist.state(), State::no_bus);
  assist.show({});
  assist.announce("Hvad vil du helst?");
  EXPECT_TRUE(assist.take().empty());
}

}  // namespace
}  // namespace aktiv::assist
