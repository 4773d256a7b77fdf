// What aids are told of a screen.
#include "kiosk/app/assist_trees.h"

#include <gmock/gmock.h>

namespace aktiv::app {
namespace {

using assist::Kind;

struct Screen {
  Scene scene;
  Layout layout;

  Screen() {
    scene.screen = "t1_q#1";
    scene.question.shown = "Hvad vil du helst?";
    layout.display.width_px = 1920;
    layout.display.height_px = 1080;
    layout.display.px_per_mm = 4;
    layout.question.text = scene.question.shown;
    layout.question.box = {10, 5, 100, 20};
  }
  Element& add(const std::string& id, Role role, Phrase phrase) {
    Element element;
    element.id = ElementId(id);
    element.role = role;
    element.phrase = std::move(phrase);
    PlacedElement placed;
    placed.id = element.id;
    placed.rect = {10, 40, 60, 60};
    scene.elements.push_back(element);
    layout.elements.push_back(placed);
    return scene.elements.back();
  }
};

TEST(AssistTree, BeginsWithTheQuestionAndHasEveryThingInOrder) {
  Screen screen;
  screen.add("card:jobs/bage", Role::choice, {"Bage", "Du bager brød og kager."});
  screen.add("next", Role::next, {"Næste", "Næste"});
  const auto tree = assist_tree(screen.scene, screen.layout, ElementId("next"));
  ASSERT_EQ(tree.items.size(), 3u);
  EXPECT_EQ(tree.title, "Hvad vil du helst?");
  EXPECT_EQ(tree.items[0].kind, Kind::label);
  EXPECT_EQ(tree.items[1].kind, Kind::toggle);
  EXPECT_EQ(tree.items[1].name, "Bage");
  EXPECT_EQ(tree.items[1].description, "Du bager brød og kager.");
  EXPECT_EQ(tree.items[1].x, 40);
  EXPECT_EQ(tree.items[1].w, 240);
  EXPECT_EQ(tree.items[2].kind, Kind::button);
  EXPECT_EQ(tree.items[2].description, "") << "said as it is shown";
  EXPECT_EQ(tree.focused, "next");
}

TEST(AssistTree, APictureWithoutWordsHasItsSpokenName) {
  Screen screen;
  screen.add("card:jobs/bage", Role::choice, {"", "Du bager brød og kager."});
  EXPECT_EQ(assist_tree(screen.scene, screen.layout, {}).items[1].name, "Du bager brød og kager.");
}

TEST(AssistTree, ALocksKeysHaveNoName) {
  Screen screen;
  screen.add("lock:sunflower", Role::key, {"Solsikke", "En solsikke."}).is_sealed = true;
  const auto item = assist_tree(screen.scene, screen.layout, {}).items[1];
  EXPECT_EQ(item.name, "");
  EXPECT_EQ(item.description, "");
}

TEST(AssistTree, WhatIsNotOnTheGlassIsNotInIt) {
  Screen screen;
  screen.add("card:jobs/bage", Role::choice, {"Bage", "Bage"});
  screen.layout.elements[0].rect.w = 0;
  EXPECT_EQ(assist_tree(screen.scene, screen.layout, {}).items.size(), 1u);
}

TEST(AssistTree, IsMadeOfTheMentorsListToo) {
  Display display;
  display.px_per_mm = 4;
  const auto tree = assist_tree(
      "home",
      {{"title", mentor::MentorRole::text, "Mentor · Mette", {0, 0, 100, 20}, true, false, 5},
       {"set:text", mentor::MentorRole::choice, "Store", {0, 30, 60, 20}, true, true, 5}},
      display);
  EXPECT_EQ(tree.id, "mentor.home");
  EXPECT_EQ(tree.title, "Mentor · Mette");
  EXPECT_EQ(tree.items[1].kind, Kind::toggle);
  EXPECT_TRUE(tree.items[1].is_chosen);
}

TEST(Announcement, IsWhatTheScreenSays) {
  Scene scene;
  scene.speech = {{"", "Hvad vil du helst?", {}}, {"", "Bage?", {}}};
  EXPECT_EQ(announcement(scene), "Hvad vil du helst? Bage?");
}

}  // namespace
}  // namespace aktiv::app
