#include "kiosk/app/drive_opening.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/app/commands/kit.h"

namespace aktiv::app {
namespace {

using Json = nlohmann::json;

template <class All>
std::string joined(const All& all) {
  std::string names;
  for (const std::string& name : all) names += (names.empty() ? "" : ", ") + name;
  return names;
}

// "jobs/bage", "card:jobs/bage", or "bage" alone for a job.
CardRef card_named(std::string text) {
  if (text.starts_with("card:")) text = text.substr(5);
  const CardRef card = CardRef::parse(text);
  return card.list.empty() ? CardRef{"jobs", card.id} : card;
}

void read_tool(const Json& wanted, const Engine& engine, ToolSetup& setup) {
  setup.tool = ToolId(wanted.value("tool", std::string("to_billeder")));
  const ToolDefinition* definition = engine.content().tool(setup.tool);
  if (definition == nullptr || engine.catalogue().find(setup.tool) == nullptr) {
    std::vector<std::string> known;
    for (const ToolId& id : engine.catalogue().ids()) known.push_back(id.value);
    throw Refused{{"unknown tool \"" + setup.tool.value + "\"", "open.tool", joined(known)}};
  }
  setup.way = wanted.value("way", definition->main_way);
  if (std::ranges::find(definition->ways, setup.way) != definition->ways.end()) return;
  std::vector<std::string> ways;
  for (int way : definition->ways) ways.push_back(std::to_string(way));
  throw Refused{
      {"this tool has no way " + std::to_string(setup.way), "open.way", "one of " + joined(ways)}};
}

std::string read_language(const Json& wanted, const Engine& engine) {
  std::string language = wanted.value("lang", std::string("da"));
  if (const Status known = knows_language(engine.content(), language, "open.lang"); !known)
    throw Refused{known.error()};
  return language;
}

std::string read_layout(const Json& wanted) {
  std::string layout = wanted.value("layout", std::string("left_right"));
  if (layout != "left_right" && layout != "top_bottom")
    throw Refused{{"unknown layout \"" + layout + "\"", "open.layout", "left_right or top_bottom"}};
  return layout;
}

void read_cards(const Json& wanted, const Engine& engine, ToolSetup& setup) {
  if (!wanted.contains("cards") || !wanted.at("cards").is_array()) return;
  for (const Json& named : wanted.at("cards")) {
    const CardRef card = card_named(named.get<std::string>());
    if (engine.content().card(card) == nullptr)
      throw Refused{{"unknown card \"" + named.get<std::string>() + "\"", "open.cards",
                     "a card of the decks, such as \"jobs/bage\""}};
    if (std::ranges::find(setup.cards, card) != setup.cards.end())
      throw Refused{
          {"the card \"" + card.text() + "\" stands twice", "open.cards", "each card once"}};
    setup.cards.push_back(card);
  }
  setup.is_extended = setup.cards.size() >= 6;
}

}  // namespace

DriveOpening read_opening(std::string_view request, const Engine& engine) {
  const Json wanted = Json::parse(request).at("open");
  DriveOpening opening;
  SessionPrepared& prepared = opening.prepared;
  prepared.starts_at_tool = true;
  read_tool(wanted, engine, prepared.setup);
  prepared.language = read_language(wanted, engine);
  prepared.setup.layout = read_layout(wanted);
  prepared.setup.has_two_places = wanted.value("two_places", false);
  read_cards(wanted, engine, prepared.setup);
  prepared.setup.is_extended = wanted.value("extended", prepared.setup.is_extended);
  if (wanted.contains("citizen") && wanted.at("citizen").is_string())
    prepared.citizen = CitizenId(wanted.at("citizen").get<std::string>());
  opening.seed = wanted.value("seed", uint64_t{0});
  return opening;
}

}  // namespace aktiv::app
