#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// Small pictures in time order along a line, each with its word above the line and its face below;
// long stories go on in a second row.
namespace aktiv::layout {
namespace {

constexpr double above_share = 0.74;  // of a row's height
constexpr double line_mm = 2.2;
constexpr double dot_mm = 6.5;
constexpr int most_rows = 3;
constexpr double face_of_picture = 0.8;
constexpr double widest = 1.15;  // of a row's height

struct Rows {
  int rows = 1, columns = 1;
  double w = 0, h = 0;
  double worth = -1;
};

Rows shape_of(const Page& page, const RectMm& room, int count, int rows) {
  Rows shape{rows, (count + rows - 1) / rows};
  const double gap = page.ground.gap;
  shape.h = (room.h - (rows - 1) * 2 * gap) / rows;
  shape.w = std::min((room.w - (shape.columns - 1) * gap) / shape.columns, shape.h * widest);
  return shape;
}

double worth(Page& page, const Indices& ids, const Rows& shape) {
  const double above = shape.h * above_share - dot_mm * page.ground.share;
  const GroupFit fit = fit_group(page, ids, Weight::semibold,
                                 page.ground.em(page.ground.sizes.caption), shape.w, above * 0.7);
  const double picture = std::min(shape.w * 0.76, above - fit.tallest);
  return fit.is_whole ? picture : std::min(shape.w, above) / 1000;
}

Rows best_rows(Page& page, const Indices& ids, const RectMm& room) {
  Rows best;
  for (int rows = 1; rows <= most_rows; ++rows) {
    Rows shape = shape_of(page, room, static_cast<int>(ids.size()), rows);
    shape.worth = worth(page, ids, shape);
    if (best.worth < 0 || shape.worth > best.worth * 1.05) best = shape;
  }
  return best;
}

// The face below the line; the element reaches around it, for it is its own.
void fill_face(Page& page, int index, const RectMm& column, double y) {
  PlacedElement& placed = page.placed(index);
  placed.rect = column;
  for (int face : tiles_in(page, page.element(index).id)) {
    const double room = column.bottom() - y;
    const double side = std::min(room, column.w * face_of_picture);
    PlacedElement& tile = page.placed(face);
    tile.rect =
        tile.picture = {column.x + (column.w - side) / 2, y + (room - side) / 2, side, side};
    tile.has_surface = false;
  }
}

void draw_line(Page& page, const std::vector<RectMm>& columns, double y) {
  const double share = page.ground.share;
  const double from = columns.front().x + columns.front().w * 0.1;
  const double to = columns.back().right() - columns.back().w * 0.1;
  page.layout.shapes.push_back(line_shape({{from, y}, {to, y}}, Tone::accent, line_mm * share));
  const double side = dot_mm * share;
  for (const RectMm& column : columns)
    page.layout.shapes.push_back(
        ellipse({column.x + column.w / 2 - side / 2, y - side / 2, side, side}, Tone::soft));
}

}  // namespace

void lay_line(Page& page) {
  RectMm room = begin_result(page);
  room = place_texts(page, texts_of(page).heading, room, From::top, true);
  const Indices& ids = page.groups.pictures;
  if (ids.empty()) return;
  // Long stories need height for a second row more than they need the whole width.
  if (best_rows(page, ids, room).worth < best_rows(page, ids, beside_next(page, room)).worth)
    room = beside_next(page, room);
  const Rows shape = best_rows(page, ids, room);
  const double gap = page.ground.gap;
  const double dot = dot_mm * page.ground.share;
  const double above = shape.h * above_share;
  std::vector<RectMm> upper;
  const double height = shape.rows * shape.h + (shape.rows - 1) * 2 * gap;
  const double top = room.y + (room.h - height) / 2;
  for (int row = 0; row < shape.rows; ++row) {
    const int first = row * shape.columns;
    const int in_row = std::min(shape.columns, static_cast<int>(ids.size()) - first);
    if (in_row <= 0) break;
    // A second row begins where the first began, as lines of writing do.
    const int across = shape.rows > 1 ? shape.columns : in_row;
    const double width = across * shape.w + (across - 1) * gap;
    std::vector<RectMm> columns;
    for (int i = 0; i < in_row; ++i)
      columns.push_back({room.x + (room.w - width) / 2 + i * (shape.w + gap),
                         top + row * (shape.h + 2 * gap), shape.w, shape.h});
    draw_line(page, columns, columns[0].y + above - dot / 2);
    for (const RectMm& column : columns)
      upper.push_back({column.x, column.y, column.w, above - dot - 1});
  }
  fill_pictures(page, ids, upper, page.ground.em(page.ground.sizes.caption));
  for (size_t i = 0; i < ids.size(); ++i)
    fill_face(page, ids[i], {upper[i].x, upper[i].y, upper[i].w, shape.h}, upper[i].y + above + 1);
}

}  // namespace aktiv::layout
