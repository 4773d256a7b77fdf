#include <algorithm>

#include "dialogue/scene/layout_parts.h"

namespace aktiv::layout {
namespace {

constexpr double step_down = 0.93;

// Rounding in a text engine must not make a text that fits look as if it did not.
constexpr double tolerance_mm = 0.01;

bool is_within(const TextSize& size, double width, double height) {
  return size.w <= width + tolerance_mm && size.h <= height + tolerance_mm;
}

}  // namespace

Fit fit_text(const TextMeasure& measure, std::string_view text, Weight weight, double wished,
             double legible, double width, double height) {
  double em = std::max(wished, legible);
  for (;;) {
    const TextSize size = measure(text, em, weight, width);
    if (is_within(size, width, height)) return {em, size, true};
    if (em <= legible) return {em, size, false};
    em = std::max(legible, em * step_down);
  }
}

GroupFit fit_group(Page& page, std::span<const int> ids, Weight weight, double wished, double width,
                   double height) {
  const double legible = page.ground.sizes.legible;
  GroupFit group{std::max(wished, legible), 0, 0, true};
  for (int index : ids) {
    if (page.label(index).empty()) continue;
    const Fit fit =
        fit_text(page.measure, page.label(index), weight, group.em, legible, width, height);
    group.em = fit.em;
    group.is_whole = group.is_whole && fit.is_whole;
  }
  for (int index : ids) {
    if (page.label(index).empty()) continue;
    const TextSize size = page.measure(page.label(index), group.em, weight, width);
    group.tallest = std::max(group.tallest, size.h);
    group.widest = std::max(group.widest, size.w);
  }
  return group;
}

double balanced_width(const TextMeasure& measure, std::string_view text, Weight weight,
                      const Fit& fit, double width) {
  if (fit.size.lines < 2) return fit.size.w;
  double narrow = width / fit.size.lines;
  double wide = width;
  for (int halving = 0; halving < 6; ++halving) {
    const double middle = (narrow + wide) / 2;
    const TextSize size = measure(text, fit.em, weight, middle);
    const bool holds = size.lines <= fit.size.lines && size.w <= middle + tolerance_mm;
    (holds ? wide : narrow) = middle;
  }
  return wide;
}

void place_text(PlacedText& placed, std::string_view text, const RectMm& box, double em,
                Weight weight, bool is_centred) {
  placed.text.assign(text);
  placed.box = box;
  placed.em = em;
  placed.weight = weight;
  placed.is_centred = is_centred;
}

}  // namespace aktiv::layout
