#include <algorithm>
#include <cmath>
#include <numbers>

#include "dialogue/scene/layout_parts.h"

// Equal slices around a middle, from the top and on with the clock. In each slice its picture and,
// nearer to the middle, its face; its word stands outside, beside its slice.
namespace aktiv::layout {
namespace {

constexpr double rim = 2.2;        // millimetres kept free along a slice's edges, on the full glass
constexpr double word_gap = 4.0;   // between the rim and the words
constexpr double smallest = 0.56;  // of the largest wheel: smaller ones do without words
constexpr double shrink = 0.96;
constexpr double most_picture = 0.62;       // of the radius
constexpr double most_face = 0.75;          // of its picture
constexpr double widest_word = 0.85;        // of the radius, inside a slice
constexpr double least_beside_word = 0.22;  // of the radius: a smaller picture leaves its word
constexpr double tick_share = 0.19;
constexpr double upright = 0.3;  // sine: nearer to the top or bottom, words are centred

struct Wheel {
  double x = 0, y = 0, r = 0;
  int count = 0;
  double edge = 0;

  double turn() const { return 2 * std::numbers::pi / count; }
  double middle(int slice) const { return (slice + 0.5) * turn(); }
  PointMm at(double angle, double distance) const {
    if (count == 1) return {x, y + 0.55 * r - distance};
    return {x + distance * std::sin(angle), y - distance * std::cos(angle)};
  }
};

RectMm square(const PointMm& middle, double side) {
  return {middle.x - side / 2, middle.y - side / 2, side, side};
}

// A picture with its word below, as one block around a point.
RectMm block(const PointMm& middle, double picture, const TextSize& word) {
  const double w = std::max(picture, word.w);
  const double h = picture + word.h;
  return {middle.x - w / 2, middle.y - h / 2, w, h};
}

bool holds(const Wheel& wheel, int slice, const PointMm& point) {
  const double dx = point.x - wheel.x;
  const double dy = point.y - wheel.y;
  const double distance = std::hypot(dx, dy);
  if (distance > wheel.r - wheel.edge) return false;
  if (wheel.count == 1) return true;
  const double off =
      std::remainder(std::atan2(dx, -dy) - wheel.middle(slice), 2 * std::numbers::pi);
  const double from_edge = wheel.turn() / 2 - std::abs(off);
  if (from_edge <= 0) return false;
  return from_edge > std::numbers::pi / 2 || distance * std::sin(from_edge) >= wheel.edge;
}

bool holds(const Wheel& wheel, int slice, const RectMm& rect) {
  for (const double px : {rect.x, rect.right()})
    for (const double py : {rect.y, rect.bottom()})
      if (!holds(wheel, slice, PointMm{px, py})) return false;
  return true;
}

// The largest picture that every slice holds at this distance from the middle, its word below it.
double largest_picture(const Wheel& wheel, double distance, const TextSize& word) {
  double low = 0;
  double high = wheel.r * 1.2;
  for (int halving = 0; halving < 14; ++halving) {
    const double side = (low + high) / 2;
    bool is_held = true;
    for (int slice = 0; is_held && slice < wheel.count; ++slice)
      is_held = holds(wheel, slice, block(wheel.at(wheel.middle(slice), distance), side, word));
    (is_held ? low : high) = side;
  }
  return low;
}

struct Inside {
  double picture = 0, picture_at = 0, face = 0, face_at = 0;
  TextSize word = {};
};

bool are_apart(const Wheel& wheel, const Inside& inside) {
  for (int slice = 0; slice < wheel.count; ++slice) {
    const double angle = wheel.middle(slice);
    const RectMm a = block(wheel.at(angle, inside.picture_at), inside.picture, inside.word);
    const RectMm b = square(wheel.at(angle, inside.face_at), inside.face);
    const double dx = std::max(a.x - b.right(), b.x - a.right());
    const double dy = std::max(a.y - b.bottom(), b.y - a.bottom());
    if (std::max(dx, dy) < wheel.edge / 2) return false;
  }
  return true;
}

Inside best_inside(const Wheel& wheel, bool has_faces, const TextSize& word) {
  Inside best;
  double best_worth = 0;
  for (double far = 0.3; far < 0.92; far += 0.04) {
    const double side =
        std::min(largest_picture(wheel, far * wheel.r, word), most_picture * wheel.r);
    Inside tried{side, far * wheel.r, 0, 0, word};
    if (!has_faces && tried.picture > best.picture) best = tried;
    for (double near = 0.2; has_faces && near < far; near += 0.04) {
      tried.face_at = near * wheel.r;
      tried.face = std::min(largest_picture(wheel, tried.face_at, {}), tried.picture * most_face);
      const double worth = tried.picture * tried.face;
      if (worth <= best_worth || !are_apart(wheel, tried)) continue;
      best_worth = worth;
      best = tried;
    }
  }
  return best;
}

struct Words {
  double em = 0;
  std::vector<RectMm> boxes;
  bool is_whole = false;
};

// Beside the slice, away from the wheel; above or below it where the slice points up or down.
RectMm word_box(const Page& page, const Wheel& wheel, int slice, int index, double em,
                const RectMm& room, bool& is_whole) {
  const double angle = wheel.count == 1 ? std::numbers::pi / 2 : wheel.middle(slice);
  const double away = wheel.r + std::max(2.0, word_gap * page.ground.share);
  const PointMm at{wheel.x + away * std::sin(angle), wheel.y - away * std::cos(angle)};
  const double sine = std::sin(angle);
  const bool is_centred = std::abs(sine) < upright;
  const double width = is_centred ? room.w / 2 : sine > 0 ? room.right() - at.x : at.x - room.x;
  const TextSize size = page.measure(page.label(index), em, Weight::semibold, width);
  is_whole = is_whole && size.w <= width + 0.01 && size.lines < 3;
  const double x = is_centred ? at.x - size.w / 2 : sine > 0 ? at.x : at.x - size.w;
  const double y = at.y - size.h / 2 - std::cos(angle) * size.h / 2;
  return {x, y, size.w, size.h};
}

bool meet(const RectMm& a, const RectMm& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Words plan_words(const Page& page, const Wheel& wheel, const RectMm& room, double em) {
  Words words{em, {}, true};
  const Indices& ids = page.groups.pictures;
  for (int slice = 0; slice < wheel.count; ++slice) {
    const int index = ids[static_cast<size_t>(slice)];
    const RectMm box = word_box(page, wheel, slice, index, em, room, words.is_whole);
    const bool is_in = box.x >= room.x && box.y >= room.y && box.right() <= room.right() &&
                       box.bottom() <= room.bottom();
    const auto touches = [&](const RectMm& other) { return meet(box, other); };
    if (!is_in || std::ranges::any_of(words.boxes, touches)) words.is_whole = false;
    words.boxes.push_back(box);
  }
  return words;
}

// As large a wheel as leaves room for all words; where none does, the largest, and the voice says
// them.
Words choose_radius(Page& page, Wheel& wheel, const RectMm& room) {
  const Ground& ground = page.ground;
  const double largest = std::min(room.w, room.h) / 2;
  const double wished = ground.em(ground.sizes.caption);
  for (double r = largest; r >= largest * smallest; r *= shrink) {
    wheel.r = r;
    for (double em = wished;; em = std::max(ground.sizes.legible, em * 0.9)) {
      Words words = plan_words(page, wheel, room, em);
      if (words.is_whole) return words;
      if (em <= ground.sizes.legible) break;
    }
  }
  wheel.r = largest;
  if (ground.scale > 1) page.note(false);
  return {};
}

Shape slice_shape(const Page& page, const Wheel& wheel, int slice) {
  const Element& element = page.element(page.groups.pictures[static_cast<size_t>(slice)]);
  const double turn = 360.0 / wheel.count;
  const double side = 2 * wheel.r;
  const Tone tone = element.is_selected ? Tone::chosen : Tone::card;
  const RectMm around = square({wheel.x, wheel.y}, side);
  if (wheel.count == 1) {
    Shape whole = ellipse(around, tone);
    whole.of = element.id;
    return whole;
  }
  Shape shape;
  shape.kind = Shape::Kind::slice;
  shape.tone = tone;
  shape.rect = around;
  shape.from = slice * turn;
  shape.to = (slice + 1) * turn;
  shape.of = element.id;
  return shape;
}

// Chosen slices last: their thick edges lie over their neighbours'. Ticks in the outer corner,
// where neither picture nor word is.
void draw_wheel(Page& page, const Wheel& wheel) {
  for (const bool chosen : {false, true})
    for (int slice = 0; slice < wheel.count; ++slice)
      if (page.element(page.groups.pictures[static_cast<size_t>(slice)]).is_selected == chosen)
        page.layout.shapes.push_back(slice_shape(page, wheel, slice));
  for (int slice = 0; slice < wheel.count; ++slice) {
    if (!page.element(page.groups.pictures[static_cast<size_t>(slice)]).is_selected) continue;
    const double side = std::max(5.0, tick_share * wheel.r);
    const double angle = slice * wheel.turn() + side * 0.62 / wheel.r;
    const double distance = wheel.r - side * 0.1;
    Shape tick = ellipse(
        square({wheel.x + distance * std::sin(angle), wheel.y - distance * std::cos(angle)}, side),
        Tone::accent);
    tick.kind = Shape::Kind::tick;
    page.layout.shapes.push_back(tick);
  }
}

// Wide slices hold their words.
Inside with_words(Page& page, const Wheel& wheel, bool has_faces, double& em) {
  const Indices& ids = page.groups.pictures;
  for (em = page.ground.em(page.ground.sizes.caption);;
       em = std::max(page.ground.sizes.legible, em * 0.9)) {
    TextSize word;
    for (int index : ids) {
      const TextSize size =
          page.measure(page.label(index), em, Weight::semibold, wheel.r * widest_word);
      word.w = std::max(word.w, size.w);
      word.h = std::max(word.h, size.h);
    }
    const Inside inside = best_inside(wheel, has_faces, word);
    if (inside.picture >= wheel.r * least_beside_word) return inside;
    if (em <= page.ground.sizes.legible) return {};
  }
}

RectMm around(const RectMm& a, const RectMm& b) {
  const double x = std::min(a.x, b.x);
  const double y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

void fill_slice(Page& page, const Wheel& wheel, int slice, const Inside& inside,
                const Words& words) {
  const int index = page.groups.pictures[static_cast<size_t>(slice)];
  const double angle = wheel.middle(slice);
  PlacedElement& placed = page.placed(index);
  const RectMm whole = block(wheel.at(angle, inside.picture_at), inside.picture, inside.word);
  placed.picture = {whole.x + (whole.w - inside.picture) / 2, whole.y, inside.picture,
                    inside.picture};
  placed.rect = placed.picture;
  placed.has_surface = false;
  for (int face : tiles_in(page, page.element(index).id)) {
    PlacedElement& tile = page.placed(face);
    tile.rect = tile.picture = square(wheel.at(angle, inside.face_at), inside.face);
    tile.has_surface = false;
  }
  if (words.em <= 0 || page.label(index).empty()) return;
  const bool is_inside = words.boxes.empty();
  RectMm box{whole.x, placed.picture.bottom(), whole.w, inside.word.h};
  if (!is_inside) box = words.boxes[static_cast<size_t>(slice)];
  place_text(placed.label, page.label(index), box, words.em, Weight::semibold, is_inside);
  placed.rect = around(placed.rect, box);
}

}  // namespace

void lay_wheel(Page& page) {
  RectMm room = begin_result(page);
  room = place_texts(page, texts_of(page).heading, room, From::top, true);
  if (page.groups.pictures.empty()) return;
  room = beside_next(page, room);
  Wheel wheel;
  wheel.count = static_cast<int>(page.groups.pictures.size());
  wheel.x = room.x + room.w / 2;
  wheel.y = room.y + room.h / 2;
  wheel.edge = std::max(1.2, rim * page.ground.share);
  const bool has_faces = !page.groups.tiles.empty();
  wheel.r = std::min(room.w, room.h) / 2;
  Words words;
  Inside inside = with_words(page, wheel, has_faces, words.em);
  if (inside.picture <= 0) {
    words = choose_radius(page, wheel, room);
    inside = best_inside(wheel, has_faces, {});
  }
  draw_wheel(page, wheel);
  for (int slice = 0; slice < wheel.count; ++slice) fill_slice(page, wheel, slice, inside, words);
}

}  // namespace aktiv::layout
