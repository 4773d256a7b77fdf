// A screen and a hand for this room's stories: two cards side by side, an out, a fixed button; or a
// card to sort.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/input/hand.h"

namespace aktiv::input {

struct Screen : Shown {
  Screen& with(std::string id, Role role, RectMm rect) {
    Element element;
    element.id = ElementId(std::move(id));
    element.role = role;
    element.order = static_cast<int>(scene.elements.size()) + 1;
    PlacedElement placed;
    placed.id = element.id;
    placed.rect = rect;
    scene.elements.push_back(element);
    layout.elements.push_back(placed);
    return *this;
  }
  Element& element(const std::string& id) {
    return *std::find_if(scene.elements.begin(), scene.elements.end(),
                         [&](const Element& element) { return element.id.value == id; });
  }
};

inline Screen screen(const std::string& id) {
  Screen screen;
  screen.scene.screen = id;
  screen.layout.display.px_per_mm = 4;
  return screen;
}

inline Screen two_cards(const std::string& id = "t1_q#1") {
  return screen(id)
      .with("card:jobs/bage", Role::choice, {20, 40, 60, 60})
      .with("card:jobs/have", Role::choice, {83, 40, 60, 60})
      .with("out:dont_know", Role::out, {20, 110, 60, 20})
      .with("fixed:stop", Role::fixed, {120, 140, 25, 20})
      .with("question", Role::text, {20, 5, 120, 20});
}

inline Screen sorting() {
  return screen("t2_q#1")
      .with("card:jobs/bage", Role::movable, {60, 10, 40, 40})
      .with("place:kan_lide", Role::place, {10, 80, 60, 40})
      .with("place:kan_ikke_lide", Role::place, {90, 80, 60, 40})
      .with("out:unknown", Role::out, {10, 130, 40, 20});
}

}  // namespace aktiv::input
