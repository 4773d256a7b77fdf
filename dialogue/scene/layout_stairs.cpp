#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

// The way to a dream: steps that rise from left to right, a ramp that rises as they do, so that the
// picture is true for whoever rolls too, and the dream at the top. A path is the same without a
// rise, over stones.
namespace aktiv::layout {
namespace {

constexpr std::string_view goal_id = "picture:goal";
constexpr std::string_view here_id = "picture:here";
constexpr double goal_width = 0.17;   // of the glass, beside the steps
constexpr double foot_columns = 0.8;  // "you are here", before the first step
constexpr double goal_height = 0.27;  // of an upright glass
constexpr double rise_share = 0.085;  // of the height, a step
constexpr double here_columns = 1.5;  // and on a later one
constexpr double here_share = 0.24;   // of the height
constexpr double least_step = 0.6;    // of the height: lower stairs before smaller pictures
constexpr double widest_step = 1.0;   // width over height
constexpr double tiles_share = 0.24;  // of a step's height
constexpr double tick_mm = 14.0;
constexpr double least_words = 26.0;  // millimetres: narrower rows show pictures alone

struct Way {
  Indices steps;
  int goal = -1, here = -1, next = -1;  // next: which of the steps is selected
};

Way way_of(const Page& page) {
  Way way;
  for (int index : page.groups.pictures) {
    const std::string& id = page.element(index).id.value;
    if (id == goal_id)
      way.goal = index;
    else if (id == here_id)
      way.here = index;
    else
      way.steps.push_back(index);
  }
  for (size_t i = 0; i < way.steps.size(); ++i)
    if (page.element(way.steps[i]).is_selected) way.next = static_cast<int>(i);
  return way;
}

struct Stairs {
  RectMm room;  // the steps' own, the foot before them included
  RectMm goal;
  double left = 0;   // of the first step
  double width = 0;  // of a step, its gap included
  double rise = 0;   // from step to step
  double body = 0;   // of every step, above the ramp
  double here = 0;   // height of "you are here"
  double floor = 0;

  double top(int step) const { return floor - body - (step + 1) * rise; }
  RectMm step(int index, double gap) const {
    return {left + index * width, top(index), width - gap, body + (index + 1) * rise};
  }
};

bool is_path(const Page& page) {
  return page.scene.arrangement == Arrangement::path;
}

double stone_height(const Page& page) {
  return is_path(page) ? std::max(3.5, 9.0 * page.ground.share) : 0;
}

// Low enough that "you are here" has room above the step before the next one.
void choose_heights(const Page& page, const Way& way, Stairs& stairs) {
  const double count = static_cast<double>(way.steps.size());
  const double height = stairs.room.h - stone_height(page);
  const bool stands_on_step = way.here >= 0 && way.next > 0;
  stairs.here = way.here >= 0 ? height * here_share : 0;
  stairs.rise = is_path(page) ? 0 : height * rise_share;
  stairs.floor = stairs.room.bottom() - stone_height(page);
  for (;;) {
    stairs.body = height - count * stairs.rise;
    if (stands_on_step)
      stairs.body = std::min(stairs.body, height - stairs.here - way.next * stairs.rise);
    if (stairs.body >= height * least_step || stairs.rise < 1) return;
    stairs.rise *= 0.9;
  }
}

// On upright glass the dream stands above the last steps, else in a column of its own after them.
Stairs plan_stairs(Page& page, const Way& way, const RectMm& room) {
  Stairs stairs;
  stairs.room = beside_next(page, room);
  const double gap = 2 * page.ground.gap;
  const double count = static_cast<double>(std::max<size_t>(1, way.steps.size()));
  const double foot = way.here >= 0 && way.next == 0 ? foot_columns : 0;
  double aside = 0;
  if (way.goal >= 0 && page.ground.is_portrait) {
    stairs.goal = {room.x + room.w * 0.35, room.y, room.w * 0.65, room.h * goal_height};
    stairs.room.y += stairs.goal.h + gap;
    stairs.room.h -= stairs.goal.h + gap;
  } else if (way.goal >= 0) {
    aside = std::max(room.right() - stairs.room.right(), room.w * goal_width);
    stairs.room.w = room.right() - aside - stairs.room.x;
  }
  choose_heights(page, way, stairs);
  stairs.width = std::min(stairs.room.w / (count + foot), stairs.body * widest_step);
  const double whole = stairs.width * (count + foot) + aside;
  const double left = room.x + (room.w - whole) / 2;
  stairs.left = left + foot * stairs.width;
  if (aside > 0)
    stairs.goal = {stairs.left + count * stairs.width + gap, room.y, aside - gap, room.h};
  return stairs;
}

// A tile's picture with its word beside it; false where the word has no room.
bool fill_row(Page& page, int index, const RectMm& rect, double em) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.has_surface = false;
  placed.picture = {rect.x, rect.y, rect.h, rect.h};
  if (page.label(index).empty()) return true;
  const double left = rect.x + rect.h + 1.5;
  const double width = rect.right() - left;
  const TextSize size = page.measure(page.label(index), em, Weight::regular, width);
  if (size.w > width || size.h > rect.h + 0.01 || width < least_words) return false;
  place_text(placed.label, page.label(index), {left, rect.y + (rect.h - size.h) / 2, width, size.h},
             em, Weight::regular, false);
  return true;
}

bool fill_rows(Page& page, const Indices& tiles, const RectMm& room, double em) {
  const double height = em * 1.35;
  const double gap = 1.2;
  double y = room.y;
  for (int index : tiles) {
    if (y + height > room.bottom() + 0.01) return false;
    if (!fill_row(page, index, {room.x, y, room.w, height}, em)) return false;
    y += height + gap;
  }
  return true;
}

void fill_faces(Page& page, const Indices& tiles, const RectMm& room) {
  const double count = static_cast<double>(tiles.size());
  const double gap = 1.5;
  const double side = std::min(room.h, (room.w - (count - 1) * gap) / count);
  double x = room.x + (room.w - count * side - (count - 1) * gap) / 2;
  for (int index : tiles) {
    PlacedElement& placed = page.placed(index);
    placed.rect = placed.picture = {x, room.bottom() - side, side, side};
    placed.label = {};
    placed.has_surface = false;
    x += side + gap;
  }
}

size_t most_tiles(const Page& page, const Way& way) {
  size_t most = 0;
  for (int step : way.steps) most = std::max(most, tiles_in(page, page.element(step).id).size());
  return most;
}

// Who helps, when and how it went: one a row with its word, or the pictures beside each other; all
// steps alike.
double fill_step_tiles(Page& page, const Way& way, const Stairs& stairs, double pad) {
  const size_t most = most_tiles(page, way);
  if (most == 0) return 0;
  const double em = page.ground.sizes.legible;
  const double rows = static_cast<double>(most) * (em * 1.35 + 1.2);
  const double gap = 1.0;
  const auto room_of = [&](size_t i, double height) {
    const RectMm step = stairs.step(static_cast<int>(i), gap);
    return RectMm{step.x + 1.5 * pad, step.y + stairs.body - pad - height, step.w - 2.5 * pad,
                  height};
  };
  bool has_rows = rows < stairs.body * 0.45;
  for (size_t i = 0; has_rows && i < way.steps.size(); ++i)
    has_rows = fill_rows(page, tiles_in(page, page.element(way.steps[i]).id), room_of(i, rows), em);
  if (has_rows) return rows + 1;
  const double height = stairs.body * tiles_share;
  for (size_t i = 0; i < way.steps.size(); ++i) {
    const Indices tiles = tiles_in(page, page.element(way.steps[i]).id);
    if (!tiles.empty()) fill_faces(page, tiles, room_of(i, height));
  }
  return height + 1;
}

void fill_steps(Page& page, const Way& way, const Stairs& stairs) {
  const double gap = 1.0;
  const double pad = std::max(1.8, 3.6 * page.ground.share);
  const double tiles = fill_step_tiles(page, way, stairs, pad);
  std::vector<RectMm> rects;
  for (size_t i = 0; i < way.steps.size(); ++i) {
    const RectMm step = stairs.step(static_cast<int>(i), gap);
    rects.push_back({step.x + pad, step.y + pad, step.w - 2 * pad, stairs.body - tiles - 2 * pad});
  }
  fill_pictures(page, way.steps, rects, page.ground.em(page.ground.sizes.caption));
}

Shape area(std::vector<PointMm> points, Tone tone) {
  Shape shape;
  shape.kind = Shape::Kind::area;
  shape.tone = tone;
  shape.points = std::move(points);
  return shape;
}

void draw_step(Page& page, const Way& way, const Stairs& stairs, size_t i) {
  const Element& step = page.element(way.steps[i]);
  const double corner = page.ground.button_corner() * 0.8;
  Shape shape = box_shape(stairs.step(static_cast<int>(i), 1.0),
                          step.is_selected ? Tone::chosen : Tone::card, corner);
  shape.of = step.id;
  page.layout.shapes.push_back(shape);
}

void draw_tick(Page& page, const RectMm& step) {
  const double side = std::min(std::max(7.0, tick_mm * page.ground.share), step.w * 0.3);
  Shape tick = ellipse({step.right() - side * 0.8, step.y - side * 0.3, side, side}, Tone::accent);
  tick.kind = Shape::Kind::tick;
  page.layout.shapes.push_back(tick);
}

// In front of the steps, from the floor up to the last one.
void draw_ramp(Page& page, const Way& way, const Stairs& stairs) {
  const double count = static_cast<double>(way.steps.size());
  const double end = stairs.left + count * stairs.width - 1;
  const double left = std::max(page.ground.margin, stairs.left - stairs.width * 0.25);
  page.layout.shapes.push_back(
      area({{left, stairs.floor}, {end, stairs.floor - count * stairs.rise}, {end, stairs.floor}},
           Tone::soft));
}

void draw_path(Page& page, const Way& way, const Stairs& stairs) {
  const double height = stone_height(page);
  const double count = static_cast<double>(way.steps.size());
  const double left = std::max(page.ground.margin, stairs.left - stairs.width * 0.25);
  const double right = stairs.left + count * stairs.width - 1;
  const double band = height * 0.7;
  page.layout.shapes.push_back(
      box_shape({left, stairs.floor + height - band, right - left, band}, Tone::soft, band / 2));
  for (size_t i = 0; i < way.steps.size(); ++i) {
    const RectMm step = stairs.step(static_cast<int>(i), 1.0);
    const double width = std::min(step.w * 0.6, height * 4);
    page.layout.shapes.push_back(
        ellipse({step.x + (step.w - width) / 2, stairs.floor, width, height}, Tone::card));
  }
}

// A bubble, as dreams have, with smaller ones down to the last step.
void fill_goal(Page& page, const Way& way, const Stairs& stairs) {
  if (way.goal < 0) return;
  const bool is_beside = !page.ground.is_portrait;
  RectMm bubble = stairs.goal;
  if (is_beside) bubble.h = std::min(bubble.h * 0.8, bubble.w * 1.35);
  const double corner = std::min(bubble.w, bubble.h) * 0.28;
  const RectMm last = stairs.step(static_cast<int>(way.steps.size()) - 1, 1.0);
  for (const double size : {0.11, 0.07}) {
    const double side = std::min(bubble.w, bubble.h) * size * 1.2;
    const double along = size > 0.1 ? 0.12 : 0.03;
    RectMm dot{bubble.x + bubble.w * along, bubble.bottom() + (size > 0.1 ? 0.8 : side * 1.9 + 1.2),
               side, side};
    if (!is_beside) dot.x = std::min(dot.x, last.x + last.w / 2);
    const double low = is_beside ? stairs.goal.bottom() : stairs.room.y;
    if (dot.bottom() < low) page.layout.shapes.push_back(ellipse(dot, Tone::card));
  }
  Shape shape = box_shape(bubble, Tone::card, corner);
  shape.of = page.element(way.goal).id;
  page.layout.shapes.push_back(shape);
  const RectMm inner = inside_of(bubble, std::max(2.5, corner * 0.3));
  fill_pictures(page, {&way.goal, 1}, {&inner, 1}, page.ground.em(page.ground.sizes.card));
}

// At the foot of the next step: on the step before it, or on the ground before the first.
void fill_here(Page& page, const Way& way, const Stairs& stairs) {
  if (way.here < 0) return;
  const int before = way.next < 0 ? static_cast<int>(way.steps.size()) - 1 : way.next - 1;
  const bool is_on_ground = before < 0;
  // Above the steps before it there is only air: its words may reach out over them.
  const double right = stairs.left + (before + 1) * stairs.width;
  const double reach = std::max(stairs.left, right - stairs.width * here_columns);
  const double width = is_on_ground ? stairs.width * foot_columns - page.ground.gap
                                    : right - reach - page.ground.gap;
  const double bottom = is_on_ground ? stairs.floor - 1 : stairs.top(before) - 1;
  const double height = is_on_ground ? std::min(stairs.body, stairs.here * 1.4) : stairs.here - 2;
  const double x = is_on_ground ? stairs.left - stairs.width * foot_columns : reach;
  const RectMm rect{x, bottom - height, width, height};
  fill_pictures(page, {&way.here, 1}, {&rect, 1}, page.ground.em(page.ground.sizes.caption));
}

}  // namespace

void lay_stairs(Page& page) {
  RectMm room = begin_result(page);
  room = place_texts(page, texts_of(page).heading, room, From::top, true);
  const Way way = way_of(page);
  if (way.steps.empty()) return place_pictures(page, page.groups.pictures, room);
  const Stairs stairs = plan_stairs(page, way, room);
  if (is_path(page)) draw_path(page, way, stairs);
  for (size_t i = 0; i < way.steps.size(); ++i)
    if (static_cast<int>(i) != way.next) draw_step(page, way, stairs, i);
  if (way.next >= 0) draw_step(page, way, stairs, static_cast<size_t>(way.next));
  if (!is_path(page)) draw_ramp(page, way, stairs);
  if (way.next >= 0) draw_tick(page, stairs.step(way.next, 1.0));
  fill_steps(page, way, stairs);
  fill_goal(page, way, stairs);
  fill_here(page, way, stairs);
}

}  // namespace aktiv::layout
