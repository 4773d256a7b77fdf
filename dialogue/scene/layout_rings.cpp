#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

// Rings around the citizen's own sign, from the nearest to the outermost, and a field beside them
// for what is outside. Each ring has its name at its top, where it is widest; what lies in it
// stands to both sides of the middle.
namespace aktiv::layout {
namespace {

constexpr std::string_view middle_id = "picture:middle";
constexpr double outside_width = 0.2;    // of a wide glass
constexpr double outside_height = 0.24;  // of an upright one
constexpr double below = 0.05;           // of the height, between two rings at the bottom
constexpr double least_picture = 8.0;    // millimetres: smaller ones leave their words
constexpr double roomy_picture = 24.0;   // beside words larger than the legible size
constexpr double largest_picture = 34.0;
constexpr double middle_share = 0.38;              // of the inner ring's height below its name
constexpr double broken_at[] = {0.52, 0.66, 1.0};  // of a word's length: narrow, or low
constexpr double least_share = 0.4;                // of the outer ring's width, for the inner one
constexpr double most_share = 0.88;
constexpr double air = 2.0;

struct Oval {
  double x = 0, y = 0, a = 0, b = 0;  // its middle and half axes

  // Half its width where it is narrowest between two heights.
  double within(double top, double bottom) const {
    const double far = std::max(std::abs(top - y), std::abs(bottom - y)) / b;
    return far >= 1 ? 0 : a * std::sqrt(1 - far * far);
  }
  // Half its width where it is widest between them.
  double reach(double top, double bottom) const {
    const double near =
        top <= y && y <= bottom ? 0 : std::min(std::abs(top - y), std::abs(bottom - y));
    return near >= b ? 0 : a * std::sqrt(1 - near * near / (b * b));
  }
  RectMm rect() const { return {x - a, y - b, 2 * a, 2 * b}; }
};

Oval oval_in(const RectMm& rect) {
  return {rect.x + rect.w / 2, rect.y + rect.h / 2, rect.w / 2, rect.h / 2};
}

struct Tile {
  double picture = 0, w = 0, h = 0, em = 0;  // em 0: without words
};

struct Row {
  double top = 0, from = 0, to = 0;  // from and to: distances from the middle line, on both sides
  int capacity = 0;                  // on one side
};

struct Ring {
  int place = -1;
  Oval oval;
  RectMm name;  // its picture and word
  Indices tiles;
};

struct Name {
  double em = 0, picture = 0, gap = 0;
  bool has_words = true;
};

double name_width(const Page& page, int index, const Name& name) {
  const double words =
      name.has_words ? page.measure(page.label(index), name.em, Weight::bold, 0).w + name.gap : 0;
  return words + name.picture;
}

Name plan_name(const Page& page) {
  Name name;
  name.em = page.ground.em(page.ground.sizes.caption);
  name.has_words = !page.ground.is_compact;
  name.picture = name.has_words ? 1.25 * name.em : 8.5;
  name.gap = 0.35 * name.em;
  return name;
}

// So far below the top of its oval that the name is inside it.
RectMm name_rect(Page& page, int index, const Oval& oval, const Name& name) {
  const double w = name_width(page, index, name);
  const double h = name.picture;
  for (double depth = 1.5; depth < oval.b; depth += 0.5) {
    const double top = oval.y - oval.b + depth;
    if (oval.within(top, top + h) >= w / 2 + air) return {oval.x - w / 2, top, w, h};
  }
  page.note(false);
  return {oval.x - w / 2, oval.y - h / 2, w, h};
}

void fill_name(Page& page, int index, const RectMm& rect, const Name& name) {
  PlacedElement& placed = page.placed(index);
  placed.rect = rect;
  placed.has_surface = false;
  placed.picture = {rect.x, rect.y, name.picture, name.picture};
  if (!name.has_words) return;
  const TextSize size = page.measure(page.label(index), name.em, Weight::bold, 0);
  const double x = rect.x + name.picture + name.gap;
  place_text(placed.label, page.label(index), {x, rect.y + (rect.h - size.h) / 2, size.w, size.h},
             name.em, Weight::bold, false);
  const double more = std::max(0.0, (size.h - rect.h) / 2);
  placed.rect.y -= more;
  placed.rect.h += 2 * more;
}

// Rows of tiles of one size inside the ring, around its middle height.
std::vector<Row> rows_of(const Ring& ring, const Oval* inner, const RectMm& hole, const Tile& tile,
                         int count, double gap) {
  const double top = ring.name.bottom() + gap;
  const double bottom = ring.oval.y + ring.oval.b - air;
  const double middle = inner != nullptr ? inner->y : hole.y + hole.h / 2;
  std::vector<Row> rows;
  for (int i = 0; i < count; ++i) {
    Row row;
    row.top = middle + (i - count / 2.0) * (tile.h + gap) + gap / 2;
    const double low = row.top + tile.h;
    if (row.top < top - ring.name.h * 1.5 || low > bottom) return {};
    row.to = ring.oval.within(row.top, low) - air;
    row.from = inner != nullptr ? inner->reach(row.top, low) + air : 0;
    if (row.top < hole.bottom() + gap && low > hole.y - gap)
      row.from = std::max(row.from, hole.w / 2 + gap);
    if (row.top < top) row.from = std::max(row.from, ring.name.w / 2 + gap);
    row.from = std::max(row.from, gap / 2);
    row.capacity = std::max(0, static_cast<int>((row.to - row.from + gap) / (tile.w + gap)));
    rows.push_back(row);
  }
  return rows;
}

std::vector<Row> rows_that_hold(const Ring& ring, const Oval* inner, const RectMm& hole,
                                const Tile& tile, double gap) {
  for (int count = 1; count <= 6; ++count) {
    std::vector<Row> rows = rows_of(ring, inner, hole, tile, count, gap);
    int capacity = 0;
    for (const Row& row : rows) capacity += 2 * row.capacity;
    if (capacity >= static_cast<int>(ring.tiles.size())) return rows;
  }
  return {};
}

struct Plan {
  std::vector<Ring> rings;
  RectMm hole;  // the middle
  Tile tile;
};

bool all_hold(const Plan& plan, const Tile& tile, double gap) {
  for (size_t i = 0; i < plan.rings.size(); ++i) {
    if (plan.rings[i].tiles.empty()) continue;
    const Oval* inner = i > 0 ? &plan.rings[i - 1].oval : nullptr;
    if (rows_that_hold(plan.rings[i], inner, plan.hole, tile, gap).empty()) return false;
  }
  return true;
}

// Room for every word, broken so that it is no longer than this share of its length.
TextSize words_of(const Page& page, double em, double broken) {
  TextSize most;
  for (int index : page.groups.tiles) {
    if (page.label(index).empty()) continue;
    const double whole = page.measure(page.label(index), em, Weight::semibold, 0).w;
    const TextSize size = page.measure(page.label(index), em, Weight::semibold, whole * broken);
    most.w = std::max(most.w, size.w);
    most.h = std::max(most.h, size.h);
  }
  return most;
}

Tile largest_tile(const Page& page, const Plan& plan, double em, double least) {
  const double most = largest_picture * std::max(0.6, page.ground.share);
  std::vector<TextSize> words = {{}};
  if (em > 0) words.clear();
  for (const double broken : broken_at)
    if (em > 0) words.push_back(words_of(page, em, broken));
  for (double side = most; side >= least; side *= 0.95)
    for (const TextSize& word : words) {
      const Tile tile{side, std::max(side, word.w), side + word.h, em};
      if (all_hold(plan, tile, page.ground.gap * 0.8)) return tile;
    }
  return {};
}

// The ovals for one width of the inner rings, in shares of the outer one.
Plan plan_rings(Page& page, const Indices& places, const RectMm& room, const Name& name,
                double share) {
  Plan plan;
  RectMm rect = room;
  const size_t count = places.size();
  for (size_t i = count; i-- > 0;) {
    Ring ring;
    ring.place = places[i];
    ring.oval = oval_in(rect);
    ring.name = name_rect(page, ring.place, ring.oval, name);
    ring.tiles = tiles_in(page, page.element(ring.place).id);
    plan.rings.insert(plan.rings.begin(), ring);
    const double top = ring.name.bottom() + air;
    const double width = room.w * (1 - (1 - share) * static_cast<double>(count - i) /
                                           std::max<double>(1, static_cast<double>(count) - 1));
    rect = {room.x + (room.w - width) / 2, top, width, rect.bottom() - room.h * below - top};
  }
  const Ring& inner = plan.rings.front();
  const double height = inner.oval.y + inner.oval.b - inner.name.bottom();
  const double side = height * middle_share;
  plan.hole = {inner.oval.x - side / 2, inner.name.bottom() + (height - side) * 0.4, side, side};
  return plan;
}

double worth(const Tile& tile) {
  return tile.picture + (tile.em > 0 ? 1000 : 0);
}

Plan best_plan(Page& page, const Indices& places, const RectMm& room, const Name& name) {
  const Ground& ground = page.ground;
  const bool was_whole = page.is_whole;
  Plan best;
  bool best_is_whole = false;
  for (double share = least_share; share < most_share; share += 0.04) {
    page.is_whole = true;
    Plan plan = plan_rings(page, places, room, name, share);
    plan.tile = largest_tile(page, plan, ground.em(ground.sizes.caption), roomy_picture);
    if (plan.tile.w <= 0) plan.tile = largest_tile(page, plan, ground.sizes.legible, least_picture);
    if (plan.tile.w <= 0) plan.tile = largest_tile(page, plan, 0, 3);
    const bool is_better = best.rings.empty() || (page.is_whole && !best_is_whole) ||
                           (page.is_whole == best_is_whole && worth(plan.tile) > worth(best.tile));
    if (!is_better) continue;
    best = std::move(plan);
    best_is_whole = page.is_whole;
  }
  page.is_whole = was_whole && best_is_whole;
  return best;
}

void fill_tile_in(Page& page, int index, double x, double y, const Tile& tile) {
  PlacedElement& placed = page.placed(index);
  placed.rect = {x, y, tile.w, tile.h};
  placed.has_surface = false;
  placed.picture = {x + (tile.w - tile.picture) / 2, y, tile.picture, tile.picture};
  if (tile.em <= 0 || page.label(index).empty()) return;
  const TextSize size = page.measure(page.label(index), tile.em, Weight::semibold, tile.w);
  place_text(placed.label, page.label(index), {x, y + tile.picture, tile.w, size.h}, tile.em,
             Weight::semibold, true);
}

struct Lobe {
  Row row;
  double side = 1;  // -1: to the left
  int taken = 0;
};

// Each to where there is most room left, to the left and the right in turn.
void fill_ring(Page& page, const Ring& ring, const std::vector<Row>& rows, const Tile& tile,
               double gap) {
  std::vector<Lobe> lobes;
  for (const Row& row : rows)
    for (const double side : {-1.0, 1.0})
      if (row.capacity > 0) lobes.push_back({row, side});
  if (lobes.empty()) return;
  std::vector<size_t> where;
  const auto fullness = [](const Lobe& lobe) {
    return static_cast<double>(lobe.taken) / lobe.row.capacity;
  };
  for (size_t i = 0; i < ring.tiles.size(); ++i) {
    size_t least = 0;
    for (size_t j = 1; j < lobes.size(); ++j)
      if (fullness(lobes[j]) < fullness(lobes[least]) - 1e-9) least = j;
    ++lobes[least].taken;
    where.push_back(least);
  }
  std::vector<int> placed(lobes.size(), 0);
  for (size_t i = 0; i < ring.tiles.size(); ++i) {
    const Lobe& lobe = lobes[where[i]];
    const double width = lobe.taken * tile.w + (lobe.taken - 1) * gap;
    const double from = (lobe.row.from + lobe.row.to - width) / 2;
    const double near = from + placed[where[i]]++ * (tile.w + gap);
    const double x = lobe.side > 0 ? ring.oval.x + near : ring.oval.x - near - tile.w;
    fill_tile_in(page, ring.tiles[i], x, lobe.row.top, tile);
  }
}

Tone tone_of(size_t ring) {
  return ring == 0 ? Tone::soft : ring == 1 ? Tone::faint : Tone::card;
}

void fill_rings(Page& page, const Plan& plan, const Name& name) {
  const double gap = page.ground.gap * 0.8;
  for (size_t i = plan.rings.size(); i-- > 0;) {
    Shape shape = ellipse(plan.rings[i].oval.rect(), tone_of(i));
    shape.of = page.element(plan.rings[i].place).id;
    page.layout.shapes.push_back(shape);
  }
  for (size_t i = 0; i < plan.rings.size(); ++i) {
    const Ring& ring = plan.rings[i];
    fill_name(page, ring.place, ring.name, name);
    const Oval* inner = i > 0 ? &plan.rings[i - 1].oval : nullptr;
    if (!ring.tiles.empty())
      fill_ring(page, ring, rows_that_hold(ring, inner, plan.hole, plan.tile, gap), plan.tile, gap);
  }
  for (int index : page.groups.pictures)
    if (page.element(index).id.value == middle_id)
      fill_pictures(page, {&index, 1}, {&plan.hole, 1}, page.ground.sizes.legible);
}

// What is outside all rings has a field of its own.
void fill_outside(Page& page, int place, const RectMm& field, const Name& name) {
  Shape shape = box_shape(field, Tone::card, page.ground.card_corner());
  shape.of = page.element(place).id;
  page.layout.shapes.push_back(shape);
  const double pad = std::max(2.0, 4.0 * page.ground.share);
  const RectMm inner = inside_of(field, pad);
  const double w = std::min(inner.w, name_width(page, place, name));
  const RectMm head{inner.x + (inner.w - w) / 2, inner.y, w, name.picture};
  page.note(name_width(page, place, name) <= inner.w);
  fill_name(page, place, head, name);
  const Indices tiles = tiles_in(page, page.element(place).id);
  const double used = head.h + page.ground.gap;
  const RectMm room{inner.x, inner.y + used, inner.w, inner.h - used};
  place_pictures(page, tiles, room, page.ground.sizes.caption * 0.9);
  for (int index : tiles) page.placed(index).has_surface = false;
}

double next_width(Page& page) {
  return page.groups.next < 0 ? 0 : page.placed(page.groups.next).rect.w;
}

}  // namespace

void lay_rings(Page& page) {
  RectMm room = begin_result(page);
  room = place_texts(page, texts_of(page).heading, room, From::top, true);
  Indices places = page.groups.places;
  if (places.empty()) return;
  const Name name = plan_name(page);
  if (places.size() > 1) {
    const double gap = 2 * page.ground.gap;
    RectMm field = room;
    if (page.ground.is_portrait) {
      field.h = room.h * outside_height;
      field.y = room.bottom() - field.h;
      room.h -= field.h + gap;
    } else {
      const double words = name_width(page, places.back(), name) + 14 * page.ground.share;
      field.w = std::max({room.w * outside_width, words, next_width(page)});
      field.x = room.right() - field.w;
      room = beside_next(page, room);
      room.w = field.x - gap - room.x;
    }
    fill_outside(page, places.back(), field, name);
    places.pop_back();
  }
  fill_rings(page, best_plan(page, places, room, name), name);
}

}  // namespace aktiv::layout
