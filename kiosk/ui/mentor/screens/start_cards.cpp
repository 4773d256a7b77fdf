// Step 2: decks and themes beside their cards.
#include <algorithm>

#include "kiosk/ui/mentor/screens/start_steps.h"

namespace aktiv::mentor {
namespace {

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
  const auto height_at = [&](double w) {
    return count_height(sheet, preparing, w) + gap + CardBoard::least_height(sheet);
  };
  const bool is_roomy = height_at(sheet.body().w) <= sheet.body().h;
  RectMm room = sheet.scroll("start_cards", height_at);
  show_count(sheet, room, preparing);
  const Work& work = preparing.work;
  board_.show(sheet, room, work, card_groups(work, preparing.tool()->decks), is_roomy,
              [&](const Card& card, const RectMm& at) { show_card(sheet, at, card, preparing); });
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

void CardStep::show_card(Sheet& sheet, const RectMm& at, const Card& card, Preparing& preparing) {
  auto& chosen = preparing.prepared.setup.cards;
  const auto found = std::find(chosen.begin(), chosen.end(), card.ref);
  const bool is_chosen = found != chosen.end();
  const bool may_press = is_chosen || chosen.size() < preparing.limits().most;
  if (!sheet.tile(card.ref.element().value, at, card.picture, preparing.work.label(card.ref),
                  is_chosen, may_press))
    return;
  if (is_chosen)
    chosen.erase(found);
  else
    chosen.push_back(card.ref);
}

}  // namespace aktiv::mentor
