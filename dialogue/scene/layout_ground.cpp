#include <algorithm>
#include <numeric>

#include "dialogue/scene/layout_parts.h"

namespace aktiv::layout {
namespace {

// Room for the four labels in em, wide enough for Danish and English; a longer language wraps. They
// follow from the display alone, so that a fixed button stands in the same place on every screen.
constexpr std::array<double, 4> inline_ems = {7.1, 9.0, 6.9, 6.3};
constexpr std::array<double, 4> stacked_ems = {4.6, 6.1, 4.1, 3.4};
constexpr double stacked_height_em = 2.5;
constexpr double stacked_more_em = 0.3;  // on the full glass
constexpr double least_upright =
    1.2;  // height of its width: a squarer glass holds rows, as a wide one does
constexpr double step_down = 0.95;
constexpr double stones_share = 0.10;  // of the width, kept for the stones
constexpr double bar_share = 0.20;     // of the height, at most
constexpr double compact_bar_share = 0.179;
constexpr double mentor_ems = 6.5;
constexpr double stacked_mentor_ems = 4.6;

double total(const std::array<double, 4>& ems, double em, double gap) {
  return std::accumulate(ems.begin(), ems.end(), 0.0) * em + 3 * gap;
}

double shorter_side(const Ground& ground) {
  return std::min(ground.w, ground.h);
}

// Default 25 mm; only the smallest glass (10.1 inches, 136 mm high) goes down towards 20.
double target_of(const Ground& ground) {
  const Sizes& sizes = ground.sizes;
  const double side = shorter_side(ground);
  if (side >= 200) return std::clamp(sizes.target * ground.share, sizes.default_target, 30.0);
  const double share = std::clamp((side - 140) / 60, 0.0, 1.0);
  return sizes.least_target + share * (sizes.default_target - sizes.least_target);
}

double bar_height(const Ground& ground, double em, bool is_stacked) {
  return std::max(ground.target, is_stacked
                                     ? em * (stacked_height_em + stacked_more_em * ground.share)
                                     : em * 1.9);
}

bool bar_fits(const Ground& ground, double em, bool is_stacked) {
  const double room = ground.w - 2 * ground.margin;
  const double stones = ground.is_portrait ? 0 : ground.w * stones_share;
  const auto& ems = is_stacked ? stacked_ems : inline_ems;
  return total(ems, em, ground.gap) + stones <= room &&
         bar_height(ground, em, is_stacked) <=
             ground.h * (ground.is_compact ? compact_bar_share : bar_share);
}

void choose_bar(Ground& ground) {
  const double legible = ground.sizes.legible;
  const double wished = ground.em(ground.sizes.button);
  ground.fixed_em = std::max(legible, std::min(wished, wished * 0.9));
  if (bar_fits(ground, wished, false)) {
    ground.fixed_em = wished;
    return;
  }
  if (bar_fits(ground, ground.fixed_em, false)) return;
  ground.fixed_is_stacked = true;
  ground.fixed_em = wished;
  while (ground.fixed_em > legible && !bar_fits(ground, ground.fixed_em, true))
    ground.fixed_em = std::max(legible, ground.fixed_em * step_down);
}

void place_bar_across_top(Ground& ground) {
  const auto& ems = ground.fixed_is_stacked ? stacked_ems : inline_ems;
  const double height = bar_height(ground, ground.fixed_em, ground.fixed_is_stacked);
  const double between = std::max(ground.gap, 5.3 * ground.share);
  ground.fixed[0] = {ground.margin, ground.edge, ems[0] * ground.fixed_em, height};
  double right = ground.w - ground.margin;
  for (size_t i = 3; i >= 1; --i) {
    const double width = ems[i] * ground.fixed_em;
    ground.fixed[i] = {right - width, ground.edge, width, height};
    right -= width + between;
  }
  ground.stones = {ground.fixed[0].right() + between, ground.edge,
                   right - ground.fixed[0].right() - between, height};
}

// Portrait glass stands tall: what is touched most often lies low, within reach from a wheelchair.
void place_bar_across_bottom(Ground& ground) {
  const auto& ems = ground.fixed_is_stacked ? stacked_ems : inline_ems;
  const double height = bar_height(ground, ground.fixed_em, ground.fixed_is_stacked);
  const double room = ground.w - 2 * ground.margin - 3 * ground.gap;
  const double stretch = room / (total(ems, 1, 0));
  double x = ground.margin;
  for (size_t i = 0; i < 4; ++i) {
    const double width = ems[i] * stretch;
    ground.fixed[i] = {x, ground.h - ground.edge - height, width, height};
    x += width + ground.gap;
  }
  ground.stones = {ground.margin, ground.edge, ground.w - 2 * ground.margin, 17.5 * ground.share};
}

}  // namespace

double Ground::em(double wished) const {
  return std::max(sizes.legible, wished * share) * scale;
}

Ground ground_of(const Display& display) {
  Ground ground;
  ground.sizes = display.sizes;
  ground.w = display.width_mm();
  ground.h = display.height_mm();
  ground.share = display.glass_share();
  ground.scale = std::clamp(display.text_scale, 1.0, 2.0);
  ground.is_portrait = ground.h > ground.w * least_upright;
  ground.gap = display.sizes.gap;
  ground.margin = std::max(3.5, 10.6 * ground.share * ground.share);
  ground.edge = std::max(3.5, 6.35 * ground.share);
  ground.target = target_of(ground);
  ground.is_compact = !ground.is_portrait && ground.h < 170;
  ground.air = std::max(ground.gap, 7.5 * ground.share * ground.share);
  choose_bar(ground);
  if (ground.is_portrait) {
    place_bar_across_bottom(ground);
    ground.row_bottom = ground.fixed[0].y - 2 * ground.gap;
  } else {
    place_bar_across_top(ground);
    ground.row_bottom = ground.h - ground.edge;
  }
  const double mentor_width =
      std::min((ground.fixed_is_stacked ? stacked_mentor_ems : mentor_ems) * ground.fixed_em,
               (ground.w - 2 * ground.margin) / 3);
  const double mentor_height = std::max(ground.target, 1.5 * ground.fixed_em);
  ground.mentor = {ground.margin, ground.row_bottom - mentor_height, mentor_width, mentor_height};
  return ground;
}

}  // namespace aktiv::layout
