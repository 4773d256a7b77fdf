// What lay_out promises, on every sample screen, glass, text size and language.
#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "dialogue/scene/geometry.h"
#include "kiosk/ui/painter/sample_scenes.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::ui {
namespace {

struct Glass {
  const char* name;
  int width_px, height_px;
  double px_per_mm;
  Reach reach = Reach::whole;
};

constexpr Glass glasses[] = {{"24 inches", 1920, 1080, 3.614},
                             {"15.6 inches", 1280, 800, 3.81},
                             {"10.1 inches", 1280, 800, 5.88},
                             {"24 inches upright", 1080, 1920, 3.614},
                             {"24 inches, low", 1920, 1080, 3.614, Reach::low},
                             {"24 inches, to the left", 1920, 1080, 3.614, Reach::left},
                             {"24 inches, to the right", 1920, 1080, 3.614, Reach::right},
                             {"15.6 inches, low", 1280, 800, 3.81, Reach::low},
                             {"24 inches upright, low", 1080, 1920, 3.614, Reach::low}};

struct Screen {
  std::string name;
  Scene scene;
  Layout layout;

  const PlacedElement& placed(size_t i) const { return layout.elements[i]; }
  const Element& element(size_t i) const { return scene.elements[i]; }
  size_t count() const { return scene.elements.size(); }
};

bool is_shown(const PlacedElement& placed) {
  return placed.rect.w > 0 && placed.rect.h > 0;
}

// The voice says what a picture of the smallest glass has no room to say.
bool may_stand_without_words(const Screen& screen, size_t i) {
  const Display& glass = screen.layout.display;
  // A key of the keyboard that has a picture is known by it.
  const bool is_known_key =
      screen.element(i).role == Role::letter && screen.placed(i).label.text.empty();
  const RectMm reach = reachable(glass);
  // So does a picture that is only shown where larger buttons, or the reach, have taken its room.
  const bool is_narrow = glass.text_scale > 1 && std::min(reach.w, reach.h) < 220;
  const bool has_lost_room =
      screen.element(i).role == Role::picture && (is_narrow || glass.reach != Reach::whole);
  return (reach.h < 140 || has_lost_room || is_known_key) && screen.placed(i).label.text.empty() &&
         screen.placed(i).picture.h > 6 && !screen.element(i).picture.empty();
}

std::string place_of(const RectMm& r) {
  std::ostringstream text;
  text << "[" << r.x << " " << r.y << " " << r.w << " x " << r.h << "]";
  return text.str();
}

// What is seen of an element: its surface, or its picture and its words where it has none.
void add_seen(const Screen& screen, size_t i, std::vector<std::pair<std::string, RectMm>>& things) {
  const PlacedElement& placed = screen.placed(i);
  const std::string& name = screen.element(i).id.value;
  const bool lies_in_surface = [&] {
    const PlacedElement* place = screen.layout.find(screen.element(i).inside);
    return place != nullptr && place->has_surface;
  }();
  if (lies_in_surface) return;  // TilesLieInTheirPlace looks at those
  if (placed.has_surface) return things.push_back({name, placed.rect});
  if (placed.picture.w > 0) things.push_back({name + " picture", placed.picture});
  if (!placed.label.text.empty()) things.push_back({name + " words", placed.label.box});
}

// The shape an element stands on; null: none.
const Shape* ground_of(const Screen& screen, const ElementId& id) {
  for (const Shape& shape : screen.layout.shapes)
    if (!id.empty() && shape.of == id) return &shape;
  return nullptr;
}

bool is_in_ellipse(const RectMm& inner, const RectMm& around) {
  for (const double x : {inner.x, inner.right()})
    for (const double y : {inner.y, inner.bottom()})
      if (std::hypot((x - around.x - around.w / 2) / (around.w / 2),
                     (y - around.y - around.h / 2) / (around.h / 2)) > 1)
        return false;
  return true;
}

bool is_in_slice(const RectMm& inner, const Shape& slice) {
  const double turn = slice.to - slice.from;
  for (const double x : {inner.x, inner.right()})
    for (const double y : {inner.y, inner.bottom()}) {
      const double dx = x - slice.rect.x - slice.rect.w / 2;
      const double dy = y - slice.rect.y - slice.rect.h / 2;
      double angle = std::atan2(dx, -dy) * 180 / 3.14159265358979;
      if (angle < slice.from) angle += 360;
      if (angle - slice.from > turn || std::hypot(dx, dy) > slice.rect.w / 2) return false;
    }
  return true;
}

bool is_on(const RectMm& rect, const Shape& shape) {
  switch (shape.kind) {
    case Shape::Kind::ellipse:
      return is_in_ellipse(rect, shape.rect);
    case Shape::Kind::slice:
      return is_in_slice(rect, shape);
    case Shape::Kind::area:
    case Shape::Kind::line:
    case Shape::Kind::box:
    case Shape::Kind::tick:
      return is_inside(rect, shape.rect);
  }
  return false;
}

class OnEveryGlass : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto opened = make_measure(std::filesystem::path(AKTIV_BINARY_DIR "/share/aktiv"));
    ASSERT_TRUE(opened) << to_text(opened.error());
    measure = *opened;
    make_screens();
  }

  static Display display(const Glass& glass, double text_scale) {
    return {glass.width_px, glass.height_px, glass.px_per_mm, text_scale, glass.reach, {}};
  }

  template <class Check>
  static void for_each_screen(const Check& check) {
    for (const Screen& screen : screens) {
      SCOPED_TRACE(screen.name);
      check(screen);
    }
  }

  static void make_screens() {
    for (const Glass& glass : glasses)
      for (const double scale : {1.0, 1.5, 2.0})
        for (const char* language : {"da", "en"}) {
          const Display on = display(glass, scale);
          for (Sample& sample : sample_scenes(language, choices_a_page(on))) {
            std::ostringstream name;
            name << sample.name << " on " << glass.name << " at " << scale << " in " << language;
            Layout layout = lay_out(sample.scene, on, measure);
            screens.push_back({name.str(), std::move(sample.scene), std::move(layout)});
          }
        }
  }

  static inline TextMeasure measure;
  static inline std::vector<Screen> screens;
};

TEST_F(OnEveryGlass, EveryElementIsOnTheGlass) {
  for_each_screen([](const Screen& screen) {
    const RectMm glass{0, 0, screen.layout.display.width_mm(), screen.layout.display.height_mm()};
    for (size_t i = 0; i < screen.count(); ++i) {
      EXPECT_TRUE(is_shown(screen.placed(i))) << screen.element(i).id.value;
      EXPECT_TRUE(is_inside(screen.placed(i).rect, glass))
          << screen.element(i).id.value << place_of(screen.placed(i).rect);
    }
    for (const RectMm& stone : screen.layout.stones) EXPECT_TRUE(is_inside(stone, glass));
  });
}

TEST_F(OnEveryGlass, WhatCanBeTouchedStandsWhereTheHandReaches) {
  for_each_screen([](const Screen& screen) {
    const RectMm reach = reachable(screen.layout.display);
    for (size_t i = 0; i < screen.count(); ++i) {
      if (!is_target(screen.element(i))) continue;
      EXPECT_TRUE(is_inside(screen.placed(i).rect, reach)) << screen.element(i).id.value;
    }
  });
}

TEST_F(OnEveryGlass, ALowReachIsTheLowestSixtyPerCentOfALargeGlassAndAllOfASmallOne) {
  Display glass = display(glasses[0], 1);
  glass.reach = Reach::low;
  EXPECT_NEAR(reachable(glass).y, 0.4 * glass.height_mm(), 0.01);
  EXPECT_NEAR(reachable(glass).bottom(), glass.height_mm(), 0.01);
  Display small = display(glasses[2], 1);
  small.reach = Reach::low;
  EXPECT_LT(reachable(small).y, 1);
}

TEST_F(OnEveryGlass, AScreenThatIsReadFromTheRightIsTheOtherInALookingGlass) {
  for_each_screen([](const Screen& screen) {
    Scene scene = screen.scene;
    scene.language = "ar";
    Display glass = screen.layout.display;
    if (glass.reach == Reach::left || glass.reach == Reach::right)
      glass.reach = glass.reach == Reach::left ? Reach::right : Reach::left;
    const Layout mirrored = lay_out(scene, glass, measure);
    EXPECT_EQ(mirrored.display, glass) << "the hand reaches where it reached";
    const auto expect_mirrored = [&](const RectMm& there, const RectMm& here) {
      EXPECT_NEAR(there.x, glass.width_mm() - here.right(), 1e-6);
      EXPECT_EQ(there.y, here.y);
      EXPECT_EQ(there.w, here.w);
    };
    if (!screen.layout.question.text.empty())
      expect_mirrored(mirrored.question.box, screen.layout.question.box);
    for (size_t i = 0; i < screen.count(); ++i) {
      expect_mirrored(mirrored.elements[i].rect, screen.placed(i).rect);
      EXPECT_TRUE(mirrored.elements[i].label.runs_from_right);
      if (!screen.placed(i).label.text.empty())
        expect_mirrored(mirrored.elements[i].label.box, screen.placed(i).label.box);
    }
    for (size_t i = 0; i < screen.layout.stones.size(); ++i)
      expect_mirrored(mirrored.stones[i], screen.layout.stones[i]);
  });
}

TEST_F(OnEveryGlass, WhatCanBeTouchedIsTwentyMillimetres) {
  for_each_screen([](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i) {
      if (!is_target(screen.element(i))) continue;
      const RectMm& rect = screen.placed(i).rect;
      EXPECT_GE(std::min(rect.w, rect.h), 20 - rounding_mm)
          << screen.element(i).id.value << place_of(rect);
    }
  });
}

TEST_F(OnEveryGlass, WhatCanBeTouchedIsThreeMillimetresApart) {
  for_each_screen([](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i)
      for (size_t j = i + 1; j < screen.count(); ++j) {
        if (!is_target(screen.element(i)) || !is_target(screen.element(j))) continue;
        EXPECT_GE(distance(screen.placed(i).rect, screen.placed(j).rect), 3 - rounding_mm)
            << screen.element(i).id.value << place_of(screen.placed(i).rect) << " and "
            << screen.element(j).id.value << place_of(screen.placed(j).rect);
      }
  });
}

TEST_F(OnEveryGlass, NothingLiesOverAnythingElse) {
  for_each_screen([](const Screen& screen) {
    std::vector<std::pair<std::string, RectMm>> things;
    for (size_t i = 0; i < screen.count(); ++i) add_seen(screen, i, things);
    if (!screen.layout.question.text.empty())
      things.push_back({"question", screen.layout.question.box});
    if (!screen.layout.caption.text.empty())
      things.push_back({"caption", screen.layout.caption.box});
    for (const RectMm& stone : screen.layout.stones) things.push_back({"stone", stone});
    if (screen.layout.crown.w > 0) things.push_back({"crown", screen.layout.crown});
    for (size_t i = 0; i < things.size(); ++i)
      for (size_t j = i + 1; j < things.size(); ++j)
        EXPECT_FALSE(lie_over_each_other(things[i].second, things[j].second))
            << things[i].first << place_of(things[i].second) << " and " << things[j].first
            << place_of(things[j].second);
  });
}

TEST_F(OnEveryGlass, TilesLieInTheirPlaceBelowItsWordAndApart) {
  for_each_screen([](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i) {
      if (screen.element(i).inside.empty()) continue;
      const PlacedElement* place = screen.layout.find(screen.element(i).inside);
      ASSERT_NE(place, nullptr);
      const Shape* ground = ground_of(screen, screen.element(i).inside);
      EXPECT_TRUE(ground != nullptr ? is_on(screen.placed(i).rect, *ground)
                                    : is_inside(screen.placed(i).rect, place->rect))
          << screen.element(i).id.value << place_of(screen.placed(i).rect);
      if (!place->label.text.empty()) {
        EXPECT_GT(distance(screen.placed(i).rect, place->label.box), 0)
            << screen.element(i).id.value;
      }
      for (size_t j = i + 1; j < screen.count(); ++j)
        if (!screen.element(j).inside.empty()) {
          EXPECT_GT(distance(screen.placed(i).rect, screen.placed(j).rect), 1);
        }
    }
  });
}

TEST_F(OnEveryGlass, WordsAreWholeLegibleAndInsideTheirElement) {
  for_each_screen([](const Screen& screen) {
    const auto expect_whole = [&](const std::string& name, const PlacedText& text,
                                  const RectMm& around) {
      const TextSize size = measure(text.text, text.em, text.weight, text.box.w);
      EXPECT_LE(size.w, text.box.w + rounding_mm) << name;
      EXPECT_LE(size.h, text.box.h + rounding_mm) << name;
      EXPECT_TRUE(is_inside(text.box, around))
          << name << place_of(text.box) << " in " << place_of(around);
      EXPECT_GE(text.em, Sizes{}.legible - 1e-9) << name;
    };
    const RectMm glass{0, 0, screen.layout.display.width_mm(), screen.layout.display.height_mm()};
    for (size_t i = 0; i < screen.count(); ++i) {
      const PlacedText& label = screen.placed(i).label;
      if (!label.text.empty())
        expect_whole(screen.element(i).id.value, label, screen.placed(i).rect);
    }
    if (!screen.layout.question.text.empty())
      expect_whole("question", screen.layout.question, glass);
    if (!screen.layout.caption.text.empty()) expect_whole("caption", screen.layout.caption, glass);
  });
}

TEST_F(OnEveryGlass, EveryShownWordIsPlaced) {
  for_each_screen([](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i)
      if (screen.element(i).id.value == "text:written") {
        EXPECT_TRUE(screen.element(i).phrase.shown.ends_with(screen.placed(i).label.text));
      } else if (screen.element(i).look != Look::tile && !may_stand_without_words(screen, i) &&
                 screen.element(i).drawing.empty()) {
        EXPECT_EQ(screen.placed(i).label.text, screen.element(i).phrase.shown);
      }
    EXPECT_EQ(screen.layout.caption.text, screen.scene.caption);
  });
}

TEST_F(OnEveryGlass, PicturesStandInTheirElementBesideTheWords) {
  for_each_screen([](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i) {
      const PlacedElement& placed = screen.placed(i);
      if (placed.picture.w <= 0 || placed.picture.h <= 0) continue;
      EXPECT_TRUE(is_inside(placed.picture, placed.rect)) << screen.element(i).id.value;
      if (!placed.label.text.empty()) {
        EXPECT_FALSE(lie_over_each_other(placed.picture, placed.label.box))
            << screen.element(i).id.value;
      }
    }
  });
}

TEST_F(OnEveryGlass, OutsAreAsLargeAsEachOther) {
  for_each_screen([](const Screen& screen) {
    std::optional<RectMm> first;
    for (size_t i = 0; i < screen.count(); ++i) {
      if (screen.element(i).role != Role::out) continue;
      if (!first) first = screen.placed(i).rect;
      EXPECT_NEAR(screen.placed(i).rect.w, first->w, 1e-9);
      EXPECT_NEAR(screen.placed(i).rect.h, first->h, 1e-9);
      EXPECT_EQ(screen.placed(i).label.em, [&] {
        for (size_t k = 0; k < screen.count(); ++k)
          if (screen.element(k).role == Role::out) return screen.placed(k).label.em;
        return 0.0;
      }());
    }
  });
}

TEST_F(OnEveryGlass, ChoicesAreAsLargeAsEachOtherAndSoAreTheirWords) {
  for_each_screen([](const Screen& screen) {
    const PlacedElement* first = nullptr;
    for (size_t i = 0; i < screen.count(); ++i) {
      if (screen.element(i).role != Role::choice) continue;
      if (first == nullptr) first = &screen.placed(i);
      EXPECT_NEAR(screen.placed(i).rect.w, first->rect.w, 1e-9);
      EXPECT_NEAR(screen.placed(i).rect.h, first->rect.h, 1e-9);
      EXPECT_EQ(screen.placed(i).label.em, first->label.em);
    }
  });
}

TEST_F(OnEveryGlass, FixedButtonsAndTheMentorsSignNeverMove) {
  std::map<std::string, RectMm> seen;
  for_each_screen([&](const Screen& screen) {
    for (size_t i = 0; i < screen.count(); ++i) {
      const Element& element = screen.element(i);
      if (element.role != Role::fixed && element.id.value != "key:mentor") continue;
      std::ostringstream key;
      key << element.id.value << screen.layout.display.px_per_mm << screen.layout.display.width_px
          << screen.layout.display.text_scale << static_cast<int>(screen.layout.display.reach);
      const auto [known, is_new] = seen.emplace(key.str(), screen.placed(i).rect);
      EXPECT_EQ(known->second, screen.placed(i).rect) << element.id.value;
    }
  });
  EXPECT_EQ(seen.size(), std::size(glasses) * 3u * 5u);
}

TEST_F(OnEveryGlass, TheSameSceneIsLaidTheSameTwice) {
  for_each_screen([](const Screen& screen) {
    const Layout again = lay_out(screen.scene, screen.layout.display, measure);
    EXPECT_EQ(again.elements, screen.layout.elements);
    EXPECT_EQ(again.stones, screen.layout.stones);
    EXPECT_EQ(again.question, screen.layout.question);
  });
}

}  // namespace
}  // namespace aktiv::ui
