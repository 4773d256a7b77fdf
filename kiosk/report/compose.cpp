#include "kiosk/report/compose.h"

#include <algorithm>
#include <map>

#include "dialogue/content/phrases.h"
#include "dialogue/model/language.h"

namespace aktiv::report {
namespace {

SheetCard card_of(const CardRef& ref, const std::string& language, const Content& content) {
  // A card's picture may be the day centre's own.
  const Card* card = content.card(ref);
  return {card == nullptr ? PictureId(ref.text()) : card->picture,
          content.texts.get(language, ref.list + "." + ref.id + ".label")};
}

}  // namespace

Sheet compose(const SheetFacts& facts, const Content& content) {
  const auto text = [&](const std::string& name) {
    return content.texts.get(facts.language, "sheet." + name + ".shown");
  };
  Sheet sheet;
  sheet.title = text("title");
  sheet.runs_from_right = runs_from_right(facts.language);
  sheet.signs = facts.signs;
  std::map<ToolId, size_t> places;
  for (const ToolCards& chosen : facts.chosen) {
    const auto [place, is_new] = places.try_emplace(chosen.tool, sheet.groups.size());
    if (is_new) sheet.groups.push_back({text(chosen.tool.value), {}});
    std::vector<SheetCard>& cards = sheet.groups[place->second].cards;
    for (const CardRef& ref : chosen.cards) {
      SheetCard card = card_of(ref, facts.language, content);
      if (std::ranges::find(cards, card) == cards.end()) cards.push_back(std::move(card));
    }
  }
  sheet.own_words_heading = text("own_words");
  for (const ToolCards& said : facts.chosen)
    for (const std::string& words : said.own_words)
      sheet.own_words.push_back(fill(text("quote"), {{"own.words", words}}));
  sheet.next_meeting = {text("next_meeting"), facts.next_meeting, PictureId("steps/tale_med")};
  sheet.mentor = {text("mentor"), facts.mentor, PictureId("ui/mentor")};
  return sheet;
}

}  // namespace aktiv::report
