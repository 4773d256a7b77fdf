#include "kiosk/app/drive_result.h"

#include <nlohmann/json.hpp>

#include "dialogue/model/words.h"

namespace aktiv::app {
namespace {

using Json = nlohmann::json;

Json trials_json(const ToolRun& run) {
  Json trials = Json::array();
  for (const AnswerRecord& answer : run.answers) {
    Json trial = {{"number", answer.number},
                  {"question", answer.question},
                  {"mirror", answer.is_mirror},
                  {"repeat", answer.is_repeat},
                  {"moved", answer.moved},
                  {"choice", word(answer.choice)},
                  {"chosen", nullptr},
                  {"out", nullptr},
                  {"side", nullptr}};
    if (answer.shown.size() == 2) {
      trial["left"] = answer.shown[0].text();
      trial["right"] = answer.shown[1].text();
      trial["spoken_first"] = answer.spoken_first.text();
    }
    if (answer.choice == Choice::card) {
      trial["chosen"] = answer.card.text();
      if (answer.shown.size() == 2)
        trial["side"] = answer.card == answer.shown[0] ? "left" : "right";
    } else if (answer.choice == Choice::place) {
      trial["card"] = answer.card.text();
      trial["place"] = answer.place;
      trial["places"] = answer.places;
    } else {
      trial["out"] = word(answer.choice);
      if (!answer.card.empty()) trial["card"] = answer.card.text();
    }
    trials.push_back(std::move(trial));
  }
  return trials;
}

Json findings_json(const Findings& findings) {
  Json wins = Json::object();
  Json offered = Json::object();
  Json places = Json::object();
  Json favourites = Json::array();
  for (const CardFinding& finding : findings.cards) {
    if (finding.offered > 0) {
      wins[finding.card.text()] = finding.wins;
      offered[finding.card.text()] = finding.offered;
    }
    if (!finding.place.empty()) places[finding.card.text()] = finding.place;
    if (finding.favourite > 0)
      favourites.push_back({{"card", finding.card.text()}, {"order", finding.favourite}});
  }
  Json ranking = Json::array();
  for (const auto& tie : findings.ranking) {
    Json cards = Json::array();
    for (const CardRef& card : tie) cards.push_back(card.text());
    ranking.push_back(std::move(cards));
  }
  Json flags = Json::array();
  for (Flag flag : findings.flags) flags.push_back(word(flag));
  Json suggestions = Json::array();
  for (const CardRef& card : findings.suggestions) suggestions.push_back(card.text());
  Json json = {{"wins", wins},
               {"offered", offered},
               {"places", places},
               {"favourites", favourites},
               {"flags", flags},
               {"suggestions", suggestions},
               {"certainty", word(findings.certainty)},
               {"mirror", {{"same", findings.mirror_same}, {"pairs", findings.mirror_pairs}}},
               {"same_side", {{"most", findings.same_side_most}, {"of", findings.sides_counted}}},
               {"last_heard", findings.last_heard}};
  json["ranking"] = findings.ranking_is_hidden ? Json(nullptr) : ranking;
  return json;
}

}  // namespace

std::string drive_result(const ToolRun& run, const Findings& findings) {
  Json result = findings_json(findings);
  result["tool"] = run.setup.tool.value;
  result["way"] = run.setup.way;
  result["layout"] = run.setup.layout;
  result["scale_direction"] = run.plan.scale_direction;
  result["definition_version"] = run.definition_version;
  result["ended"] = run.is_ended;
  result["confirmed"] = run.is_said_back;
  result["trials"] = trials_json(run);
  return result.dump();
}

}  // namespace aktiv::app
