#include "kiosk/ui/mentor/screens/card_board.h"

#include <algorithm>

namespace aktiv::mentor {
namespace {

// Those that a person may meet without being asked.
std::vector<const Card*> cards_of(const Content& content, const std::string& group) {
  const auto slash = group.find('/');
  const Deck* deck = content.deck(group.substr(0, slash));
  std::vector<const Card*> cards;
  if (deck == nullptr) return cards;
  for (const Card& card : deck->cards) {
    if (card.is_sensitive) continue;
    if (slash == std::string::npos || card.theme == group.substr(slash + 1)) cards.push_back(&card);
  }
  return cards;
}

double card_height(const Sheet& sheet) {
  return sheet.least() * 1.4 + sheet.line(Face::body) * 2;
}

// Lines of groups, or of what stands beside them.
double lines(const Sheet& sheet) {
  return sheet.is_narrow() ? 2 : 1;
}

double groups_height(const Sheet& sheet) {
  return lines(sheet) * (CardBoard::group_height(sheet) + sheet.gap());
}

}  // namespace

std::vector<CardGroup> card_groups(const Work& work, const std::vector<std::string>& decks) {
  const Deck* themes = work.content().deck("themes");
  std::vector<CardGroup> found;
  for (const auto& id : decks) {
    const Deck* deck = work.content().deck(id);
    if (deck == nullptr) continue;
    bool has_themes = false;
    for (const auto& theme : themes ? themes->cards : std::vector<Card>{}) {
      const bool is_here =
          std::any_of(deck->cards.begin(), deck->cards.end(),
                      [&](const Card& card) { return card.theme == theme.ref.id; });
      if (is_here) found.push_back({id + "/" + theme.ref.id, work.label(theme.ref)});
      has_themes = has_themes || is_here;
    }
    if (!has_themes) found.push_back({id, work.say("staff.deck." + id)});
  }
  return found;
}

double CardBoard::group_height(const Sheet& sheet) {
  return std::max(sheet.least(), sheet.line(Face::bold) * 2 + sheet.gap());
}

double CardBoard::least_height(const Sheet& sheet) {
  return lines(sheet) * (card_height(sheet) + sheet.gap()) +
         (sheet.is_narrow() ? groups_height(sheet) + sheet.gap() * 2 : 0);
}

void CardBoard::show(Sheet& sheet, const RectMm& room, const Work& work,
                     const std::vector<CardGroup>& groups, bool is_roomy,
                     const ShowCard& show_card) {
  const double gap = sheet.gap() * 2;
  RectMm beside = room;
  if (sheet.is_narrow()) {
    show_groups(sheet, take_top(beside, std::max(groups_height(sheet), room.h * 0.27), gap),
                groups);
  } else {
    const auto [first, second] = split(room, 0.27, gap);
    show_groups(sheet, first, groups);
    beside = second;
  }
  const auto cards = cards_of(work.content(), group_);
  const double w = sheet.least() * 2.5;
  const double h = card_height(sheet);
  const auto span = card_pages_.show(sheet, beside, cards.size(), [&](const RectMm& area) {
    return static_cast<size_t>(Grid::of(area, w, h, sheet.gap()).count());
  });
  // On a paper that is moved a larger card would stand whole nowhere.
  const double most = is_roomy ? 1.8 : 1;
  const Grid grid = Grid::filling(beside, span.to - span.from, w, h, sheet.gap(), most);
  for (size_t i = span.from; i < span.to; ++i)
    show_card(*cards[i], grid.cell(static_cast<int>(i - span.from)));
}

void CardBoard::show_groups(Sheet& sheet, RectMm room, const std::vector<CardGroup>& groups) {
  if (group_.empty() && !groups.empty()) group_ = groups.front().id;
  const double w = sheet.least() * 2.4;
  const double h = group_height(sheet);
  const auto span = group_pages_.show(sheet, room, groups.size(), [&](const RectMm& area) {
    return static_cast<size_t>(Grid::of(area, w, h, sheet.gap()).count());
  });
  const Grid grid = Grid::of(room, w, h, sheet.gap());
  for (size_t i = span.from; i < span.to; ++i)
    if (sheet.key("group:" + groups[i].id, grid.cell(static_cast<int>(i - span.from)),
                  groups[i].label, true, KeyGlyph::none, groups[i].id == group_))
      group_ = groups[i].id;
}

}  // namespace aktiv::mentor
