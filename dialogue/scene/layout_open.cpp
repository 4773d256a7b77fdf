#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// The open screens: welcome, the calm dark ones, and the picture lock.
namespace aktiv::layout {
namespace {

constexpr double words_share = 0.54;
constexpr double tallest_calm_card = 112.0;  // 420 px at 1080p

// What begins the conversation: the one primary choice, or going on.
Indices take_starts(Page& page) {
  Indices starts = page.groups.choices;
  if (page.groups.next >= 0) starts.push_back(page.groups.next);
  page.groups.next = -1;
  page.groups.choices.clear();
  return starts;
}

double place_starts(Page& page, const Indices& starts, const RectMm& room) {
  const Ground& ground = page.ground;
  const double em = ground.em(ground.sizes.card * 1.2);
  const double height = ground.is_compact ? std::max(ground.target, em * 1.4)
                                          : std::max(ground.target * 1.2, em * 1.7);
  double x = room.x;
  double y = room.y;
  for (int index : starts) {
    const double natural = button_width(page, index, em);
    const double width = std::clamp(natural * 1.2, std::min(room.w, 110 * ground.share), room.w);
    if (x > room.x && x + width > room.right()) {
      x = room.x;
      y += height + ground.gap;
    }
    fill_button(page, index, {x, y, width, height}, em, false);
    x += width + ground.gap * 2;
  }
  if (page.groups.speaker < 0) return y + height - room.y;
  const double side = ground.target;
  if (x + side > room.right()) {
    x = room.x;
    y += height + ground.gap;
  }
  PlacedElement& speaker = page.placed(page.groups.speaker);
  speaker.rect = {x, y + (height - side) / 2, side, side};
  speaker.corner = side / 2;
  const double picture = side * 0.55;
  speaker.picture = {x + (side - picture) / 2, speaker.rect.y + (side - picture) / 2, picture,
                     picture};
  return y + height - room.y;
}

void place_greeting(Page& page, const Indices& starts, const RectMm& room) {
  const Ground& ground = page.ground;
  const double between = ground.is_compact ? 1.5 : 9.0 * ground.share;
  const double starts_height = place_starts(page, starts, room);
  RectMm words = place_texts(page, page.groups.texts, room, From::top, false);
  const double texts_height = words.y - room.y;
  const double most = room.h - starts_height - texts_height - 2 * between;
  const Fit fit = fit_text(page.measure, page.scene.question.shown, Weight::bold,
                           ground.em(ground.sizes.greeting), ground.sizes.legible, room.w, most);
  page.note(fit.is_whole);
  const double total = fit.size.h + texts_height + starts_height + 2 * between;
  const double top = room.y + std::max(0.0, (room.h - total) / 2);
  place_text(page.layout.question, page.scene.question.shown, {room.x, top, room.w, fit.size.h},
             fit.em, Weight::bold, false);
  const double texts_top = top + fit.size.h + between;
  place_texts(page, page.groups.texts, {room.x, texts_top, room.w, room.h}, From::top, false);
  place_starts(page, starts, {room.x, texts_top + texts_height + between, room.w, room.h});
}

void place_dream(Page& page, const RectMm& room) {
  if (page.groups.pictures.empty()) return;
  const double side = std::min(room.w, room.h);
  const int index = page.groups.pictures[0];
  PlacedElement& dream = page.placed(index);
  dream.rect = {room.x + (room.w - side) / 2, room.y + (room.h - side) / 2, side, side};
  dream.corner = side / 2;
  const double picture = side * 0.66;
  dream.picture = {dream.rect.x + (side - picture) / 2, dream.rect.y + (side - picture) / 2,
                   picture, picture};
}

// What was pressed so far, as small squares beside the pictures of the lock; above them where
// width is scarce.
RectMm place_pressed(Page& page, RectMm room) {
  const Indices& ids = page.groups.tiles;
  if (ids.empty()) return room;
  const bool is_beside = !page.ground.is_portrait;
  const double gap = page.ground.gap;
  const double count = static_cast<double>(ids.size());
  const double length = is_beside ? room.h : room.w;
  const double side = std::min({page.ground.target, (is_beside ? room.w * 0.1 : room.h * 0.25),
                                (length - (count - 1) * gap) / count});
  const double first = (length - count * side - (count - 1) * gap) / 2;
  for (size_t i = 0; i < ids.size(); ++i) {
    const double along = first + static_cast<double>(i) * (side + gap);
    PlacedElement& placed = page.placed(ids[i]);
    placed.rect = is_beside ? RectMm{room.x, room.y + along, side, side}
                            : RectMm{room.x + along, room.y, side, side};
    placed.corner = side * 0.2;
    const double inset = side * 0.14;
    placed.picture = {placed.rect.x + inset, placed.rect.y + inset, side - 2 * inset,
                      side - 2 * inset};
  }
  const double used = side + 2 * gap;
  if (is_beside) return {room.x + used, room.y, room.w - used, room.h};
  return {room.x, room.y + used, room.w, room.h - used};
}

}  // namespace

void lay_welcome(Page& page) {
  const Indices starts = take_starts(page);
  place_bottom(page);
  const double inset = page.ground.is_portrait ? 0 : 21.0 * page.ground.share;
  RectMm room = page.free;
  if (page.ground.is_portrait || page.groups.pictures.empty()) {
    const double dream = page.groups.pictures.empty() ? 0 : room.h * 0.42;
    place_dream(page, {room.x, room.y, room.w, dream});
    return place_greeting(page, starts, {room.x, room.y + dream, room.w, room.h - dream});
  }
  const double words = room.w * words_share;
  place_greeting(page, starts, {room.x + inset, room.y, words - inset, room.h});
  const double gap = page.ground.gap * 2;
  place_dream(page, {room.x + words + gap, room.y, room.w - words - gap - inset / 2, room.h});
}

void lay_calm(Page& page) {
  place_bottom(page);
  const double air = page.ground.h * 0.10 * (2 - page.ground.scale);
  page.free.y += air;
  page.free.h -= air;
  place_question(page, page.ground.sizes.calm);
  place_caption_above(page);
  RectMm room = place_texts(page, page.groups.texts, page.free, From::top, true);
  if (!page.groups.pictures.empty()) {
    const double height = page.groups.choices.empty() ? room.h : room.h * 0.45;
    place_pictures(page, page.groups.pictures, {room.x, room.y, room.w, height});
    room.y += height + page.ground.gap;
    room.h -= height + page.ground.gap;
  }
  const double inset = room.h * 0.08;
  const double gap = std::max(page.ground.gap, 26 * page.ground.share * page.ground.share);
  const double height =
      std::min(room.h - 2 * inset, tallest_calm_card * page.ground.share * page.ground.scale);
  place_row(page, page.groups.choices, {room.x, room.y + (room.h - height) / 2, room.w, height},
            gap);
}

void lay_keypad(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
  RectMm room = place_texts(page, page.groups.texts, page.free, From::top, true);
  room = place_pressed(page, room);
  place_grid(page, page.groups.choices, room);
}

}  // namespace aktiv::layout
