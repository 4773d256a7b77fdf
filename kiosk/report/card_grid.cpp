#include "kiosk/report/card_grid.h"

#include <algorithm>

#include "kiosk/report/fitted_text.h"

namespace aktiv::report {
namespace {

constexpr int kMostColumns = 6;
constexpr int kMostLines = 2;         // of a label
constexpr double kWordsShare = 0.46;  // of a card whose words stand beside the picture
constexpr double kLabelShare = 0.14;  // em by the height of the card
constexpr double kLabelBesideShare = 0.24;
constexpr double kLettersWorth = 2;    // a millimetre of em, in millimetres of picture
constexpr double kHalfEmpty = 0.7;     // worth of the same cards in an empty room
constexpr double kPictureShape = 1.2;  // a little wider than high, as most drawings are

// A row with one card beside rows of two looks forgotten.
bool leaves_one_alone(int cards, int columns) {
  const std::vector<int> rows = rows_of(cards, columns);
  return std::ranges::max(rows) > 1 && std::ranges::min(rows) == 1;
}

// One size for all labels, and the height of the highest.
void fit_labels(CardGrid& grid, const std::vector<std::string>& labels, double width,
                const SheetLook& look, const TextMeasure& measure) {
  const double least = look.text.label_least;
  const double share = grid.is_beside ? kLabelBesideShare : kLabelShare;
  grid.em = std::clamp(grid.height * share, least, look.text.label_most);
  for (const std::string& label : labels)
    grid.em = std::min(
        grid.em, fit_words(label, Weight::semibold, grid.em, least, width, kMostLines, measure).em);
  for (const std::string& label : labels) {
    const std::string words = breakable(label, Weight::semibold, grid.em, width, measure);
    grid.label_height =
        std::max(grid.label_height, measure(words, grid.em, Weight::semibold, width).h);
  }
}

void divide_card(CardGrid& grid, const std::vector<std::string>& labels, const SheetLook& look,
                 const TextMeasure& measure) {
  const double inset = std::min(look.cards.inset, std::min(grid.width, grid.height) * 0.09);
  const double w = grid.width - 2 * inset, h = grid.height - 2 * inset;
  grid.is_beside = grid.width >= look.cards.beside * grid.height;
  if (grid.is_beside) {
    const double words = grid.width * kWordsShare - inset;
    fit_labels(grid, labels, words, look, measure);
    grid.picture_in = {inset, inset, w - words - inset, h};
    grid.label_in = {inset + w - words, inset, words, h};
    return;
  }
  fit_labels(grid, labels, w, look, measure);
  const double over = inset * 0.7;
  grid.picture_in = {inset, inset, w, h - grid.label_height - over};
  grid.label_in = {inset, inset + h - grid.label_height, w, grid.label_height};
}

// How large pictures and words become, and how much of the room is filled; 0 where words or
// pictures have no room.
double worth_of(const CardGrid& grid, double filled, const SheetLook& look) {
  const bool is_room = grid.height >= look.cards.least_height &&
                       grid.label_height <= grid.label_in.h + 0.01 &&
                       grid.picture_in.h >= look.cards.least_height / 3;
  const double picture = std::min(grid.picture_in.w, grid.picture_in.h * kPictureShape);
  return is_room ? (picture + kLettersWorth * grid.em) * (kHalfEmpty + (1 - kHalfEmpty) * filled)
                 : 0;
}

}  // namespace

std::vector<int> rows_of(int cards, int columns) {
  const int rows = (cards + columns - 1) / columns;
  std::vector<int> in_row(static_cast<size_t>(rows), cards / rows);
  int fuller = cards % rows;
  if (fuller % 2 == 1 && rows % 2 == 1) ++in_row[static_cast<size_t>(rows / 2)], --fuller;
  for (int i = 0; i < fuller; ++i) {
    const int from_end = i / 2;
    ++in_row[static_cast<size_t>(i % 2 == 0 ? from_end : rows - 1 - from_end)];
  }
  return in_row;
}

CardGrid grid_of(const std::vector<int>& groups, const std::vector<std::string>& labels,
                 double width, double height, const SheetLook& look, const TextMeasure& measure) {
  CardGrid best;
  double best_worth = 0;
  const int largest = *std::ranges::max_element(groups);
  for (int columns = 1; columns <= std::min(kMostColumns, largest); ++columns) {
    if (std::ranges::any_of(groups, [&](int cards) { return leaves_one_alone(cards, columns); }))
      continue;
    CardGrid grid;
    int gaps = 0;
    for (const int cards : groups) {
      const std::vector<int> rows = rows_of(cards, columns);
      grid.columns = std::max(grid.columns, std::ranges::max(rows));
      grid.rows += static_cast<int>(rows.size());
      gaps += static_cast<int>(rows.size()) - 1;
    }
    grid.width = (width - (grid.columns - 1) * look.cards.gap) / grid.columns;
    grid.height =
        std::min((height - gaps * look.cards.gap) / grid.rows, grid.width * look.cards.tallest);
    if (grid.height < look.cards.least_height) continue;
    divide_card(grid, labels, look, measure);
    const double filled = (grid.rows * grid.height + gaps * look.cards.gap) / height;
    if (const double worth = worth_of(grid, filled, look); worth > best_worth) {
      best_worth = worth;
      best = grid;
    }
  }
  return best;
}

}  // namespace aktiv::report
