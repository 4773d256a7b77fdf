#include <algorithm>

#include "dialogue/scene/layout_parts.h"

// The card stands in the middle above the places, as far from the first place as from the last, so
// that no place is nearer to the hand.
namespace aktiv::layout {
namespace {

constexpr double card_share = 0.42;  // of the free height
constexpr double card_width = 0.36;  // of the free width
constexpr double speaker_gap = 10.0;

// Where the card's word is the question, it is not written twice.
bool question_is_the_card(const Page& page) {
  if (page.groups.movables.empty()) return false;
  const std::string& question = page.scene.question.shown;
  return question.empty() || question == page.label(page.groups.movables[0]);
}

void place_speaker_beside(Page& page, const RectMm& card) {
  if (page.groups.speaker < 0) return;
  const double side = page.ground.target;
  const double between = std::max(page.ground.gap, speaker_gap * page.ground.share);
  PlacedElement& speaker = page.placed(page.groups.speaker);
  const double x = std::max(page.free.x, card.x - between - side);
  speaker.rect = {x, card.y + (card.h - side) / 2, side, side};
  speaker.corner = side / 2;
  const double picture = side * 0.55;
  speaker.picture = {speaker.rect.x + (side - picture) / 2, speaker.rect.y + (side - picture) / 2,
                     picture, picture};
}

bool caption_stands_beside(Page& page, const RectMm& room) {
  if (page.ground.is_portrait || page.scene.caption.empty()) return false;
  const Ground& ground = page.ground;
  const double em = ground.em(ground.sizes.caption);
  return fit_text(page.measure, page.scene.caption, Weight::regular, em, ground.sizes.legible,
                  room.w, room.h)
      .is_whole;
}

RectMm card_rect(const Page& page) {
  const RectMm& free = page.free;
  const double share = page.ground.is_portrait ? 0.34 : card_share;
  const double height =
      std::max(free.h * share, page.ground.sizes.least_target + page.ground.step());
  double width = std::max(free.w * card_width, std::min(free.w * 0.5, height * 1.6));
  if (page.ground.is_compact) width = free.w * 0.5;
  if (page.ground.is_portrait)
    width = std::min(free.w - 2 * (page.ground.target + speaker_gap), height * 1.5);
  return {free.x + (free.w - width) / 2, free.y, width, height};
}

void place_card(Page& page) {
  RectMm card = card_rect(page);
  const double between = std::max(page.ground.gap, speaker_gap * page.ground.share);
  const auto beside = [&] {
    return RectMm{card.right() + between, card.y, page.free.right() - card.right() - between,
                  card.h - page.ground.step()};
  };
  if (caption_stands_beside(page, beside())) {
    const RectMm room = beside();
    const double height = place_caption(page, room, false);
    page.layout.caption.box.y += (room.h - height) / 2;
  } else {
    place_caption_above(page);
    card = card_rect(page);
  }
  fill_cards(page, page.groups.movables, std::span(&card, 1),
             page.ground.em(page.ground.sizes.card * 1.15));
  if (question_is_the_card(page)) place_speaker_beside(page, card);
  const double used = card.h + page.ground.gap;
  page.free.y += used;
  page.free.h -= used;
}

void place_places(Page& page) {
  const double gap = std::max(page.ground.gap, 6.5 * page.ground.share);
  const double count = static_cast<double>(page.groups.places.size());
  const double width = (page.free.w - (count - 1) * gap) / count;
  std::vector<RectMm> rects;
  double x = page.free.x;
  for (size_t i = 0; i < page.groups.places.size(); ++i, x += width + gap)
    rects.push_back({x, page.free.y, width, page.free.h});
  fill_places(page, rects);
}

}  // namespace

void lay_sorting(Page& page) {
  place_bottom(page);
  if (!question_is_the_card(page)) place_question(page, page.ground.sizes.question);
  page.free = place_texts(page, page.groups.texts, page.free, From::top, true);
  if (page.groups.movables.empty())
    place_caption_above(page);
  else
    place_card(page);
  if (!page.groups.choices.empty()) {
    const double height = page.free.h * 0.4;
    place_grid(page, page.groups.choices,
               {page.free.x, page.free.bottom() - height, page.free.w, height});
    page.free.h -= height + page.ground.gap;
  }
  place_places(page);
}

}  // namespace aktiv::layout
