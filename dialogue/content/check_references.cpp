#include <algorithm>
#include <set>
#include <string>

#include "dialogue/content/draft.h"

namespace aktiv {
namespace {

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::vector<std::string> deck_names(const Content& content) {
  std::vector<std::string> names;
  for (const auto& deck : content.decks) names.push_back(deck.id);
  return names;
}

void check_card(const Card& card, Draft& draft) {
  for (const auto& tag : card.tags) {
    if (is_among(draft.tags, tag)) continue;
    draft.fault("the card " + card.ref.text() + " has the unknown tag '" + tag + "'", card.where,
                "one of tags.toml: " + listed(draft.tags));
  }
  if (card.theme.empty() || draft.content.card({"themes", card.theme}) != nullptr) return;
  draft.fault("the card " + card.ref.text() + " has the unknown theme '" + card.theme + "'",
              card.where, "the id of a card in the deck 'themes'");
}

void check_decks(Draft& draft) {
  std::set<std::string> decks;
  for (const auto& deck : draft.content.decks) {
    if (!decks.insert(deck.id).second)
      draft.fault("the deck '" + deck.id + "' stands twice", deck.where, "one deck an id");
    std::set<std::string> cards;
    for (const auto& card : deck.cards) {
      if (!cards.insert(card.ref.id).second)
        draft.fault("the card " + card.ref.text() + " stands twice", card.where, "one card an id");
      check_card(card, draft);
    }
  }
}

void check_item(const PracticeItem& item, Draft& draft) {
  if (item.options.size() < 2 || item.options.size() > 3) {
    draft.fault(
        "practice item '" + item.id + "' has " + std::to_string(item.options.size()) + " options",
        item.where, "two or three");
  }
  for (const auto& option : item.options) {
    if (draft.content.card(option) != nullptr) continue;
    draft.fault("practice item '" + item.id + "' names the unknown card " + option.text(),
                item.where, "a card of a loaded deck");
  }
  const auto& options = item.options;
  const bool is_offered = std::find(options.begin(), options.end(), item.right) != options.end();
  if (!item.right.empty() && !is_offered) {
    draft.fault("practice item '" + item.id + "' does not offer " + item.right.text(), item.where,
                "'right' as one of its options");
  }
}

void check_practice(Draft& draft) {
  std::set<std::string> items;
  for (const auto& item : draft.content.practice) {
    if (!items.insert(item.id).second)
      draft.fault("practice item '" + item.id + "' stands twice", item.where, "one item an id");
    check_item(item, draft);
  }
}

void check_ways(const ToolDefinition& tool, Draft& draft) {
  const auto name = "the tool '" + tool.id.value + "'";
  const auto& ways = tool.ways;
  if (ways.empty()) draft.fault(name + " has no ways", tool.where, "ways = [1, 2]");
  for (const int way : ways) {
    if (draft.content.way_limits.contains(way)) continue;
    draft.fault(name + " names way " + std::to_string(way), tool.where,
                "ways 1 to 4, each with its [[way]] in conversation.toml");
  }
  if (std::find(ways.begin(), ways.end(), tool.main_way) == ways.end())
    draft.fault(name + " has a main way that is not among its ways", tool.where, "one of its ways");
}

void check_tool(const ToolDefinition& tool, Draft& draft) {
  const auto name = "the tool '" + tool.id.value + "'";
  check_ways(tool, draft);
  if (tool.decks.empty()) draft.fault(name + " has no decks", tool.where, "decks = [\"jobs\"]");
  if (tool.screens.empty())
    draft.fault(name + " has no screens", tool.where, "screens = [\"t1_q\"]");
  auto needed = tool.decks;
  if (!tool.themes.empty()) needed.push_back(tool.themes);
  if (!tool.places.empty()) needed.push_back(tool.places);
  for (const auto& deck : needed) {
    if (draft.content.deck(deck) != nullptr) continue;
    draft.fault(name + " names the unknown deck '" + deck + "'", tool.where,
                "one of: " + listed(deck_names(draft.content)));
  }
}

void check_tools(Draft& draft) {
  std::set<std::string> ids;
  std::set<int> numbers;
  for (const auto& tool : draft.content.tools) {
    if (!ids.insert(tool.id.value).second)
      draft.fault("the tool '" + tool.id.value + "' stands twice", tool.where,
                  "one definition an id");
    if (!numbers.insert(tool.number).second)
      draft.fault("the number " + std::to_string(tool.number) + " stands twice", tool.where,
                  "one each");
    check_tool(tool, draft);
  }
}

}  // namespace

void check_references(Draft& draft) {
  check_decks(draft);
  check_practice(draft);
  check_tools(draft);
}

std::vector<Fault> check_pictures(const Content& content, const std::set<PictureId>& known) {
  std::vector<Fault> faults;
  const auto need = [&](const PictureId& picture, const std::string& where) {
    if (picture.empty() || known.contains(picture)) return;
    faults.push_back({"the picture '" + picture.value + "' does not exist", where,
                      "a picture of assets/pictures/pictures.toml"});
  };
  for (const auto& deck : content.decks)
    for (const auto& card : deck.cards) need(card.picture, card.where);
  for (const auto& item : content.practice) need(item.picture, item.where);
  for (const auto& tool : content.tools) need(tool.picture, tool.where);
  for (const auto& step : content.fitting)
    for (const auto& choice : step.choices) need(PictureId("ui/" + choice.name), step.where);
  return faults;
}

}  // namespace aktiv
