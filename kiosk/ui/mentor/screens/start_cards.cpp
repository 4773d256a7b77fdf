// Step 2: decks and themes beside their cards.
#include <algorithm>

#include "kiosk/ui/mentor/screens/start_steps.h"

namespace aktiv::mentor {
namespace {

struct Group {
  std::string id;  // "jobs/mad" for a theme of a deck, or a deck's own id
  std::string label;
};

std::vector<Group> groups_of(const Preparing& preparing) {
  const Work& work = preparing.work;
  const Deck* themes = work.content().deck("themes");
  std::vector<Group> found;
  for (const auto& id : preparing.tool()->decks) {
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

std::vector<const Card*> cards_of(const Content& content, const std::string& group) {
  const auto slash = group.find('/');
  const Deck* deck = content.deck(group.substr(0, slash));
  std::vector<const Card*> cards;
  for (const auto& card : deck ? deck->cards : std::vector<Card>{}) {
    if (card.is_sensitive) continue;
    if (slash == std::string::npos || card.theme == group.substr(slash + 1))
      cards.push_back(content.card(card.ref));
  }
  return cards;
}

double group_h(const Sheet& sheet) {
  return std::max(sheet.least(), sheet.line(Face::bold) * 2 + sheet.gap());
}

double card_h(const Sheet& sheet) {
  return sheet.least() * 1.4 + sheet.line(Face::body) * 2;
}

std::string count_words(const Preparing& preparing) {
  const Work& work = preparing.work;
  const auto limit = preparing.limits();
  const auto count = preparing.prepared.setup.cards.size();
  if (count == 0)
    return work.say(preparing.has_pairs() ? "staff.start.no_cards" : "staff.start.no_cards_themes");
  return work.say(limit.least == limit.most ? "staff.start.count" : "staff.start.count_between",
                  {{"n", std::to_string(count)},
                   {"least", std::to_string(limit.least)},
                   {"most", std::to_string(limit.most)}});
}

double clear_width(const Sheet& sheet, const Preparing& preparing) {
  return sheet.text_width(preparing.work.say("staff.start.clear"), Face::bold) + sheet.pad() * 2;
}

double told_width(const Sheet& sheet, const Preparing& preparing, double w) {
  return sheet.is_narrow() ? w : w - clear_width(sheet, preparing) - sheet.gap() * 2;
}

double count_height(const Sheet& sheet, const Preparing& preparing, double w) {
  const double told =
      sheet.text_height(count_words(preparing), Face::bold, told_width(sheet, preparing, w));
  return sheet.is_narrow() ? told + sheet.gap() + sheet.least() : std::max(told, sheet.least());
}

}  // namespace

void CardStep::show(Sheet& sheet, Preparing& preparing) {
  const double gap = sheet.gap() * 2;
  const double lines = sheet.is_narrow() ? 2 : 1;  // of groups, or of what stands beside them
  const double groups_h = lines * (group_h(sheet) + sheet.gap());
  const auto height_at = [&](double w) {
    return count_height(sheet, preparing, w) + gap + lines * (card_h(sheet) + sheet.gap()) +
           (sheet.is_narrow() ? groups_h + gap : 0);
  };
  is_roomy_ = height_at(sheet.body().w) <= sheet.body().h;
  RectMm room = sheet.scroll("start_cards", height_at);
  show_count(sheet, room, preparing);
  if (!sheet.is_narrow()) {
    auto [groups, cards] = split(room, 0.27, gap);
    show_groups(sheet, groups, preparing);
    return show_cards(sheet, cards, preparing);
  }
  show_groups(sheet, take_top(room, std::max(groups_h, room.h * 0.27), gap), preparing);
  show_cards(sheet, room, preparing);
}

void CardStep::show_count(Sheet& sheet, RectMm& room, Preparing& preparing) const {
  const auto told = count_words(preparing);
  const auto& clear = preparing.work.say("staff.start.clear");
  const double clear_w = clear_width(sheet, preparing);
  RectMm line = take_top(room, count_height(sheet, preparing, room.w), sheet.gap());
  const double told_w = told_width(sheet, preparing, line.w);
  const double told_h = sheet.text_height(told, Face::bold, told_w);
  // Beside the words, or below them where they would stand in a column of their own.
  const double y = sheet.is_narrow() ? line.bottom() - sheet.least() : line.y;
  const double words_h = sheet.is_narrow() ? told_h : line.h;
  sheet.text("cards_count", {line.x, line.y + (words_h - told_h) / 2, told_w, told_h}, told,
             Face::bold);
  if (sheet.button({"clear", clear, false, !preparing.prepared.setup.cards.empty()},
                   {line.right() - clear_w, y, clear_w, sheet.least()}))
    preparing.prepared.setup.cards.clear();
}

void CardStep::show_groups(Sheet& sheet, RectMm room, const Preparing& preparing) {
  const auto all = groups_of(preparing);
  if (group_.empty() && !all.empty()) group_ = all.front().id;
  const double w = sheet.least() * 2.4;
  const auto span = group_pages_.show(sheet, room, all.size(), [&](const RectMm& area) {
    return static_cast<size_t>(Grid::of(area, w, group_h(sheet), sheet.gap()).count());
  });
  const Grid grid = Grid::of(room, w, group_h(sheet), sheet.gap());
  for (size_t i = span.from; i < span.to; ++i)
    if (sheet.key("group:" + all[i].id, grid.cell(static_cast<int>(i - span.from)), all[i].label,
                  true, KeyGlyph::none, all[i].id == group_))
      group_ = all[i].id;
}

void CardStep::show_cards(Sheet& sheet, RectMm room, Preparing& preparing) {
  const auto cards = cards_of(preparing.work.content(), group_);
  const double w = sheet.least() * 2.5;
  const double h = card_h(sheet);
  const auto span = card_pages_.show(sheet, room, cards.size(), [&](const RectMm& area) {
    return static_cast<size_t>(Grid::of(area, w, h, sheet.gap()).count());
  });
  // On a paper that is moved a larger card would stand whole nowhere.
  const double most = is_roomy_ ? 1.8 : 1;
  const Grid grid = Grid::filling(room, span.to - span.from, w, h, sheet.gap(), most);
  auto& chosen = preparing.prepared.setup.cards;
  for (size_t i = span.from; i < span.to; ++i) {
    const auto& ref = cards[i]->ref;
    const auto found = std::find(chosen.begin(), chosen.end(), ref);
    const bool is_chosen = found != chosen.end();
    const bool may_press = is_chosen || chosen.size() < preparing.limits().most;
    if (!sheet.tile(ref.element().value, grid.cell(static_cast<int>(i - span.from)),
                    cards[i]->picture, preparing.work.label(ref), is_chosen, may_press))
      continue;
    if (is_chosen)
      chosen.erase(found);
    else
      chosen.push_back(ref);
  }
}

}  // namespace aktiv::mentor
