#include <algorithm>
#include <cmath>

#include "dialogue/scene/layout_parts.h"

// Own words that are drawn with a finger or spoken into the microphone.
namespace aktiv::layout {
namespace {

constexpr std::string_view gauge_id = "gauge";
constexpr double words_width = 0.36;    // of a wide glass: the question stands beside the pad
constexpr double subject_share = 0.2;   // of the width, for what the words are about
constexpr double gauge_share = 0.26;    // of the height
constexpr double tallest_gauge = 34.0;  // millimetres on the full glass
constexpr int bars = 12;
constexpr double lowest_bar = 0.3;  // of the gauge: they grow, so that loud is seen without colour
constexpr double bar_gap = 0.35;    // of a bar

// What is drawn on is clear of words as soon as something is drawn.
void fill_pad(Page& page, const RectMm& room) {
  const double side = std::min(room.w, room.h);
  const int index = page.groups.pad;
  PlacedElement& pad = page.placed(index);
  pad.rect = {room.x + (room.w - side) / 2, room.y + (room.h - side) / 2, side, side};
  pad.corner = std::min(page.ground.button_corner(), side * 0.06);
  if (!page.element(index).drawing.empty() || page.label(index).empty()) return;
  const Ground& ground = page.ground;
  const Fit fit = fit_text(page.measure, page.label(index), Weight::regular,
                           ground.em(ground.sizes.caption), ground.sizes.legible, side * 0.9, side);
  page.note(fit.is_whole);
  place_text(
      pad.label, page.label(index),
      {pad.rect.x + side * 0.05, pad.rect.y + (side - fit.size.h) / 2, side * 0.9, fit.size.h},
      fit.em, Weight::regular, true);
}

// The question, its caption and what it is about in a column of their own.
void place_words_beside(Page& page, const RectMm& column) {
  const RectMm whole = page.free;
  page.free = column;
  place_question(page, page.ground.sizes.question);
  place_caption_above(page);
  const RectMm room = place_texts(page, page.groups.texts, page.free, From::top, true);
  if (!page.groups.pictures.empty()) place_pictures(page, page.groups.pictures, room);
  page.free = whole;
}

int gauge_of(const Page& page) {
  for (int index : page.groups.pictures)
    if (page.element(index).id.value == gauge_id) return index;
  return -1;
}

// Bars that grow to the right; as many are full as it is loud.
void draw_bars(Page& page, const RectMm& room, double fill) {
  const double width = room.w / (bars + (bars - 1) * bar_gap);
  const auto full = static_cast<int>(std::lround(std::clamp(fill, 0.0, 1.0) * bars));
  for (int i = 0; i < bars; ++i) {
    const double height = room.h * (lowest_bar + (1 - lowest_bar) * i / (bars - 1));
    const RectMm bar{room.x + i * width * (1 + bar_gap), room.bottom() - height, width, height};
    page.layout.shapes.push_back(
        box_shape(bar, i < full ? Tone::accent : Tone::card, width * 0.25));
  }
}

void fill_gauge(Page& page, int index, const RectMm& room) {
  PlacedElement& gauge = page.placed(index);
  const double height = std::min(room.h, tallest_gauge * page.ground.share);
  const double width = std::min(room.w, height * 7);
  gauge.rect = {room.x + (room.w - width) / 2, room.y + (room.h - height) / 2, width, height};
  gauge.has_surface = false;
  RectMm level = gauge.rect;
  if (page.has_picture(index)) {
    gauge.picture = {level.x, level.y, height, height};
    level.x += height * 1.2;
    level.w -= height * 1.2;
  }
  draw_bars(page, level, page.element(index).fill);
}

}  // namespace

void lay_drawing(Page& page) {
  place_bottom(page);
  if (page.groups.pad < 0) return place_words_beside(page, page.free);
  if (page.ground.is_portrait) {
    place_question(page, page.ground.sizes.question);
    place_caption_above(page);
    RectMm room = place_texts(page, page.groups.texts, page.free, From::top, true);
    if (!page.groups.pictures.empty()) {
      const double height = std::max(20.0, room.h - room.w - page.ground.gap);
      place_pictures(page, page.groups.pictures, {room.x, room.y, room.w, height});
      room.y += height + page.ground.gap;
      room.h -= height + page.ground.gap;
    }
    return fill_pad(page, room);
  }
  const RectMm whole = page.free;
  const double gap = 2 * page.ground.gap;
  const double width = whole.w * words_width;
  place_words_beside(page, {whole.x, whole.y, width, whole.h});
  fill_pad(page, {whole.x + width + gap, whole.y, whole.w - width - gap, whole.h});
}

void lay_recording(Page& page) {
  place_bottom(page);
  place_question_and_caption(page);
  RectMm room = place_texts(page, page.groups.texts, page.free, From::bottom, true);
  const int gauge = gauge_of(page);
  std::erase(page.groups.pictures, gauge);
  const double gap = 2 * page.ground.gap;
  if (!page.groups.pictures.empty()) {
    const double width = room.w * subject_share;
    place_pictures(page, page.groups.pictures, {room.x, room.y, width, room.h});
    room.x += width + gap;
    room.w -= width + gap;
  }
  if (gauge >= 0) {
    const double height = page.groups.choices.empty() ? room.h : room.h * gauge_share;
    fill_gauge(page, gauge, {room.x, room.y, room.w, height});
    room.y += height + gap;
    room.h -= height + gap;
  }
  place_row(page, page.groups.choices, room, std::max(page.ground.gap, 10.0 * page.ground.share));
}

}  // namespace aktiv::layout
