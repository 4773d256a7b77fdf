#include <algorithm>

#include "dialogue/scene/layout_parts.h"

namespace aktiv::layout {

Texts texts_of(const Page& page) {
  int first = static_cast<int>(page.scene.elements.size());
  for (const Indices* group : {&page.groups.choices, &page.groups.pictures, &page.groups.places})
    if (!group->empty()) first = std::min(first, group->front());
  Texts texts;
  for (int index : page.groups.texts)
    (index < first ? texts.heading : texts.below).push_back(index);
  return texts;
}

RectMm place_texts(Page& page, std::span<const int> ids, RectMm room, From side, bool is_centred,
                   Weight weight) {
  const Ground& ground = page.ground;
  // A word that is to be read, not heard, is as large as the question.
  const Sizes& sizes = ground.sizes;
  const double wished = ground.em(weight == Weight::bold       ? sizes.question
                                  : weight == Weight::semibold ? sizes.card
                                                               : sizes.caption);
  for (int index : ids) {
    if (page.label(index).empty()) continue;
    const Fit fit = fit_text(page.measure, page.label(index), weight, wished, ground.sizes.legible,
                             room.w, room.h * 0.5);
    page.note(fit.is_whole);
    const double width = balanced_width(page.measure, page.label(index), weight, fit, room.w);
    const double y = side == From::top ? room.y : room.bottom() - fit.size.h;
    const double x = is_centred ? room.x + (room.w - width) / 2 : room.x;
    PlacedElement& placed = page.placed(index);
    placed.rect = {x, y, width, fit.size.h};
    placed.has_surface = false;
    place_text(placed.label, page.label(index), placed.rect, fit.em, weight, is_centred);
    const double used = fit.size.h + ground.gap;
    room.h -= used;
    if (side == From::top) room.y += used;
  }
  return room;
}

}  // namespace aktiv::layout
