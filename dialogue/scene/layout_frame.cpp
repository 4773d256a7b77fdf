#include <algorithm>

#include "dialogue/scene/layout_parts.h"

namespace aktiv::layout {
namespace {

constexpr std::array<std::string_view, 4> fixed_ids = {"fixed:back", "fixed:help", "fixed:pause",
                                                       "fixed:stop"};
constexpr double question_share = 0.26;  // of the glass, at most
constexpr double caption_share = 0.16;

constexpr double stone_gap = 0.4;      // of a stone
constexpr double current_stone = 1.5;  // of a stone

double stones_width(int count, double stone) {
  return ((count - 1) * (1 + stone_gap) + current_stone) * stone;
}

void place_stone_row(Page& page, int first, int count, const RectMm& room, double stone) {
  double x = room.x + (room.w - stones_width(count, stone)) / 2;
  const double middle = room.y + room.h / 2;
  for (int i = first; i < first + count; ++i) {
    const double side = i == page.scene.progress.done ? current_stone * stone : stone;
    page.layout.stones.push_back({x, middle - side / 2, side, side});
    x += side + stone_gap * stone;
  }
}

double speaker_distance(const Ground& ground) {
  return std::max(ground.gap, 7.4 * ground.share);
}

// The speaker is a target of its own and stands before the question's first line.
void place_speaker(Page& page, double x, double middle, double side) {
  if (page.groups.speaker < 0) return;
  PlacedElement& speaker = page.placed(page.groups.speaker);
  speaker.rect = {x, middle - side / 2, side, side};
  speaker.corner = side / 2;
  const double picture = side * 0.55;
  speaker.picture = {x + (side - picture) / 2, middle - picture / 2, picture, picture};
}

}  // namespace

void place_fixed(Page& page) {
  for (int index : page.groups.fixed) {
    const auto found = std::find(fixed_ids.begin(), fixed_ids.end(), page.element(index).id.value);
    if (found == fixed_ids.end()) continue;
    const size_t slot = static_cast<size_t>(found - fixed_ids.begin());
    fill_button(page, index, page.ground.fixed[slot], page.ground.fixed_em,
                page.ground.fixed_is_stacked);
  }
}

void place_stones(Page& page) {
  const int total = page.scene.progress.total;
  if (total <= 0) return;
  const RectMm& room = page.stones;
  const double wished = std::min(11.6 * page.ground.share, room.h / current_stone);
  double stone = std::min(wished, wished * room.w / stones_width(total, wished));
  if (stone > wished * 0.45 || total < 8) return place_stone_row(page, 0, total, room, stone);
  const int first_row = (total + 1) / 2;
  const RectMm upper{room.x, room.y, room.w, room.h / 2};
  const RectMm lower{room.x, room.y + room.h / 2, room.w, room.h / 2};
  const double half = std::min(wished, room.h / 2 / current_stone);
  stone = std::min(half, half * room.w / stones_width(first_row, half));
  place_stone_row(page, 0, first_row, upper, stone);
  place_stone_row(page, first_row, total - first_row, lower, stone);
}

void place_question(Page& page, double wished_em, double most_height) {
  const bool has_speaker = page.groups.speaker >= 0;
  const std::string& text = page.scene.question.shown;
  if (text.empty() && !has_speaker) return;
  const Ground& ground = page.ground;
  const double side = has_speaker ? ground.target : 0;
  const double between = has_speaker ? speaker_distance(ground) : 0;
  const double room = page.free.w - side - between;
  const double most = most_height > 0 ? most_height : ground.h * question_share;
  const Fit fit = fit_text(page.measure, text, Weight::bold, ground.em(wished_em),
                           ground.sizes.legible, room, most);
  page.note(fit.is_whole);
  const double width = balanced_width(page.measure, text, Weight::bold, fit, room);
  const double height = std::max(side, fit.size.h);
  const double left = page.free.x + (page.free.w - side - between - width) / 2;
  const double middle = page.free.y + height / 2;
  place_speaker(page, left, middle, side);
  const RectMm box{left + side + between, middle - fit.size.h / 2, width, fit.size.h};
  place_text(page.layout.question, text, box, fit.em, Weight::bold, !has_speaker);
  const double used = height + ground.air;
  page.free.y += used;
  page.free.h -= used;
}

double place_caption(Page& page, const RectMm& room, bool is_centred) {
  const std::string& text = page.scene.caption;
  if (text.empty()) return 0;
  const Ground& ground = page.ground;
  const double most = std::min(room.h, ground.h * caption_share);
  const Fit fit = fit_text(page.measure, text, Weight::regular, ground.em(ground.sizes.caption),
                           ground.sizes.legible, room.w, most);
  page.note(fit.is_whole);
  const double width = balanced_width(page.measure, text, Weight::regular, fit, room.w);
  const double x = is_centred ? room.x + (room.w - width) / 2 : room.x;
  place_text(page.layout.caption, text, {x, room.y, width, fit.size.h}, fit.em, Weight::regular,
             is_centred);
  return fit.size.h;
}

void place_caption_above(Page& page) {
  const double used = place_caption(page, page.free, true);
  if (used <= 0) return;
  page.free.y += used + page.ground.gap;
  page.free.h -= used + page.ground.gap;
}

namespace {

// Both beside the speaker at the legible size, the caption in two lines at most.
bool place_both_beside_speaker(Page& page) {
  const Ground& ground = page.ground;
  const double side = ground.target;
  const double between = speaker_distance(ground);
  const double left = page.free.x + side + between;
  const double room = page.free.right() - left;
  const std::string& question = page.scene.question.shown;
  const std::string& caption = page.scene.caption;
  const double em = ground.sizes.legible;
  const TextSize upper = page.measure(question, em, Weight::bold, room);
  const TextSize lower = page.measure(caption, em, Weight::regular, room);
  if (upper.lines > 1 || lower.lines > 2) return false;
  const double height = std::max(side, upper.h + lower.h);
  const double top = page.free.y + (height - upper.h - lower.h) / 2;
  place_speaker(page, page.free.x, page.free.y + height / 2, side);
  place_text(page.layout.question, question, {left, top, room, upper.h}, em, Weight::bold, false);
  place_text(page.layout.caption, caption, {left, top + upper.h, room, lower.h}, em,
             Weight::regular, false);
  page.free.y += height + ground.air;
  page.free.h -= height + ground.air;
  return true;
}

}  // namespace

void place_question_and_caption(Page& page) {
  const bool is_scarce = page.ground.is_compact && !page.scene.caption.empty() &&
                         page.groups.speaker >= 0 && page.ground.scale <= 1;
  if (is_scarce && place_both_beside_speaker(page)) return;
  place_question(page, page.ground.sizes.question);
  place_caption_above(page);
}

}  // namespace aktiv::layout
