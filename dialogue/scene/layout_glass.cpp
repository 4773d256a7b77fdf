// The glass itself: what of it is reached, how much it carries, and whether it is large enough.
#include <algorithm>
#include <cmath>
#include <utility>

#include "dialogue/model/language.h"
#include "dialogue/scene/layout_parts.h"

namespace aktiv {
namespace {

constexpr double low_share = 0.6;
constexpr double side_share = 0.7;       // a staircase of nine steps has room for its words
constexpr double least_longer_mm = 217;  // 10.1 inches, what every screen is laid on
constexpr double least_shorter_mm = 136;
constexpr double least_diagonal_in = 10.0;
constexpr double least_side_mm = 130.0;
constexpr double mm_an_inch = 25.4;

// Square millimetres of glass: 15.6 inches (16:9 or 16:10) and larger carry every way.
constexpr double area_for_every_way = 62'000;
constexpr double area_for_eight = 45'000;

std::string in_words(double value) {
  return std::to_string(static_cast<int>(std::lround(value)));
}

// What can be reached, as a glass of its own in whole pixels, and where it begins.
struct Part {
  Display glass;
  PointMm at;
};

Part part_of(const Display& display) {
  const RectMm reach = reachable(display);
  Part part{display, {}};
  const auto in_px = [&](double mm) {
    return static_cast<int>(std::lround(mm * display.px_per_mm));
  };
  part.glass.width_px = in_px(reach.w);
  part.glass.height_px = in_px(reach.h);
  part.at = {reach.x > 0 ? display.width_mm() - part.glass.width_mm() : 0,
             reach.y > 0 ? display.height_mm() - part.glass.height_mm() : 0};
  return part;
}

RectMm beyond(const Display& display, const Part& part) {
  const double w = display.width_mm();
  const double h = display.height_mm();
  if (display.reach == Reach::low) return {0, 0, w, part.at.y};
  const double rest = w - part.glass.width_mm();
  return {part.at.x > 0 ? 0 : w - rest, 0, rest, h};
}

template <class Change>
void for_each_rect(Layout& layout, Change change) {
  change(layout.question.box);
  change(layout.caption.box);
  change(layout.band);
  change(layout.mark.box);
  change(layout.crown);
  for (RectMm& rect : layout.stones) change(rect);
  for (RectMm& rect : layout.panels) change(rect);
  for (Shape& shape : layout.shapes) change(shape.rect);
  for (PlacedElement& placed : layout.elements) {
    change(placed.rect);
    change(placed.picture);
    change(placed.label.box);
  }
}

void move_by(Layout& layout, PointMm by) {
  for_each_rect(layout, [&](RectMm& rect) {
    rect.x += by.x;
    rect.y += by.y;
  });
  for (Shape& shape : layout.shapes)
    for (PointMm& point : shape.points) point = {point.x + by.x, point.y + by.y};
}

Layout lay_in_reach(const Scene& scene, const Display& display, const TextMeasure& measure) {
  if (display.reach == Reach::whole) return layout::lay_on_glass(scene, display, measure);
  const Part part = part_of(display);
  Layout layout = layout::lay_on_glass(scene, part.glass, measure);
  move_by(layout, part.at);
  layout.display = display;
  if (layout::may_have_crown(scene)) layout.crown = beyond(display, part);
  return layout;
}

// As a looking glass shows it, words apart: they stand in their mirrored boxes as they are read.
void mirror(Layout& layout) {
  const double w = layout.display.width_mm();
  const auto turn = [&](RectMm& rect) {
    if (rect.w > 0) rect.x = w - rect.right();
  };
  for_each_rect(layout, turn);
  for (PlacedText* text : {&layout.question, &layout.caption, &layout.mark})
    text->runs_from_right = true;
  for (PlacedElement& placed : layout.elements) placed.label.runs_from_right = true;
  for (Shape& shape : layout.shapes) {
    for (PointMm& point : shape.points) point.x = w - point.x;
    shape.from = -std::exchange(shape.to, -shape.from);
  }
}

Reach other_side(Reach reach) {
  if (reach == Reach::left) return Reach::right;
  return reach == Reach::right ? Reach::left : reach;
}

}  // namespace

RectMm reachable(const Display& display) {
  const double w = display.width_mm();
  const double h = display.height_mm();
  const auto length_of = [](double whole, double share, double other) {
    const double least = other >= least_longer_mm ? least_shorter_mm : least_longer_mm;
    return std::min(whole, std::max(whole * share, least));
  };
  const double low = length_of(h, low_share, w);
  const double side = length_of(w, side_share, h);
  switch (display.reach) {
    case Reach::whole:
      break;
    case Reach::low:
      return {0, h - low, w, low};
    case Reach::left:
      return {0, 0, side, h};
    case Reach::right:
      return {w - side, 0, side, h};
  }
  return {0, 0, w, h};
}

Layout lay_out(const Scene& scene, const Display& display, const TextMeasure& measure) {
  if (!runs_from_right(scene.language)) return lay_in_reach(scene, display, measure);
  Display mirrored = display;
  mirrored.reach = other_side(display.reach);
  Layout layout = lay_in_reach(scene, mirrored, measure);
  mirror(layout);
  layout.display = display;
  return layout;
}

int choices_a_page(const Display& whole) {
  const Display display = part_of(whole).glass;
  const double area = display.width_mm() * display.height_mm();
  if (area < area_for_every_way) return 4;
  const double carried = area / std::clamp(display.text_scale, 1.0, 2.0);
  if (carried >= area_for_every_way) return 12;
  return carried >= area_for_eight ? 8 : 6;
}

Status fits(const Display& display) {
  const double w = display.width_mm();
  const double h = display.height_mm();
  const double diagonal_in = std::hypot(w, h) / mm_an_inch;
  const double shorter = std::min(w, h);
  if (diagonal_in >= least_diagonal_in && shorter >= least_side_mm) return {};
  return Fault{"the display is too small: " + in_words(w) + " x " + in_words(h) + " mm", "display",
               "at least 10.1 inches with its shorter side 130 mm or more, so that targets of "
               "20 mm and letters of 6 mm fit"};
}

}  // namespace aktiv
