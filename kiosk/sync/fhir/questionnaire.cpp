#include "kiosk/sync/fhir/questionnaire.h"

#include <map>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/fhir/links.h"
#include "kiosk/sync/fhir/names.h"
#include "kiosk/sync/fhir/resources.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::fhir {
namespace {

constexpr char answer_media[] =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia";
constexpr char option_exclusive[] =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

Json item(const char* link, const char* type, bool repeats = false) {
  Json json{{"linkId", link}, {"type", type}};
  if (repeats) json["repeats"] = true;
  return json;
}

Json choice_of_cards(const char* link, bool has_cards, bool repeats) {
  if (!has_cards) return item(link, "open-choice", repeats);
  Json json = item(link, "choice", repeats);
  json["answerValueSet"] = "#cards";
  return json;
}

Json choice_of_names(const char* link, std::string_view system,
                     const std::vector<QuestionnaireName>& names, bool repeats = false) {
  Json json = item(link, names.empty() ? "open-choice" : "choice", repeats);
  for (const auto& name : names) {
    json["answerOption"].push_back({{"valueCoding", coding(system, name.id, name.label)}});
  }
  return json;
}

// The pictures travel once, with the cards that were shown.
Json shown_cards(const QuestionnaireSource& source) {
  Json json = item(links::shown, source.cards.empty() ? "open-choice" : "choice", true);
  for (const auto& [card, label, png] : source.cards) {
    Json option{
        {"valueCoding", coding(std::string(systems::cards) + ":" + card.list, card.id, label)}};
    if (!png.empty()) {
      const Json picture{{"contentType", "image/png"}, {"data", to_base64(png)}};
      option["extension"] = Json::array({{{"url", answer_media}, {"valueAttachment", picture}}});
    }
    json["answerOption"].push_back(std::move(option));
  }
  return json;
}

template <class Enum>
std::vector<QuestionnaireName> names_of_all() {
  std::vector<QuestionnaireName> names;
  for (int i = 0;; ++i) {
    const auto code = code_of(static_cast<Enum>(i));
    if (code.empty()) return names;
    names.push_back({std::string(code), ""});
  }
}

// "Ved ikke" and the other outs stand alone: they are answers, never an addition to one.
Json choice_item() {
  Json json = choice_of_names(links::choice, systems::choice, names_of_all<Choice>());
  for (auto& option : json["answerOption"]) {
    const auto choice = from_code<Choice>(option["valueCoding"]["code"].get<std::string>());
    if (choice == Choice::card || choice == Choice::place) continue;
    option["extension"] = Json::array({{{"url", option_exclusive}, {"valueBoolean", true}}});
  }
  return json;
}

Json session_group() {
  Json group = item(links::session, "group");
  group["item"] = Json::array(
      {item(links::conversation, "string"), item(links::way, "integer"),
       item(links::layout, "open-choice"), item(links::scale, "open-choice"),
       item(links::started, "dateTime"),
       choice_of_names(links::pressed_by, systems::pressed_by, names_of_all<PressedBy>()),
       choice_of_names(links::present, systems::present, names_of_all<Present>(), true),
       item(links::started_by, "string"), item(links::readers, "open-choice", true),
       item(links::said_back, "boolean"), item(links::record_parts, "integer")});
  return group;
}

Json answer_group(const QuestionnaireSource& source) {
  const bool has_cards = !source.cards.empty();
  Json group = item(links::answer, "group", true);
  group["item"] = Json::array(
      {item(links::number, "integer"),
       choice_of_names(links::question, systems::question, source.questions), shown_cards(source),
       choice_of_names(links::places, systems::place, source.places, true),
       choice_of_cards(links::spoken_first, has_cards, false), choice_item(),
       choice_of_cards(links::card, has_cards, false),
       choice_of_names(links::place, systems::place, source.places),
       item(links::is_mirror, "boolean"), item(links::is_repeat, "boolean"),
       item(links::moved, "integer"), item(links::is_confirmed, "boolean"),
       item(links::time, "dateTime")});
  return group;
}

Json finding_group(const QuestionnaireSource& source) {
  Json group = item(links::finding, "group", true);
  group["item"] =
      Json::array({choice_of_cards(links::finding_card, !source.cards.empty(), false),
                   item(links::wins, "integer"), item(links::offered, "integer"),
                   choice_of_names(links::finding_place, systems::place, source.places),
                   item(links::favourite, "integer"), item(links::is_unknown, "boolean"),
                   item(links::is_uncertain, "boolean")});
  return group;
}

Json findings_group(const QuestionnaireSource& source) {
  const bool has_cards = !source.cards.empty();
  Json rank = item(links::rank, "group", true);
  rank["item"] = Json::array({choice_of_cards(links::rank_cards, has_cards, true)});
  Json group = item(links::findings, "group");
  group["item"] = Json::array(
      {finding_group(source), rank, item(links::ranking_is_hidden, "boolean"),
       item(links::mirror_pairs, "integer"), item(links::mirror_same, "integer"),
       item(links::same_side_most, "integer"), item(links::sides_counted, "integer"),
       item(links::last_heard, "integer"),
       choice_of_names(links::flags, systems::flag, names_of_all<Flag>(), true),
       choice_of_cards(links::suggestions, has_cards, true), item(links::wish_way, "open-choice"),
       choice_of_names(links::certainty, systems::certainty, names_of_all<Certainty>())});
  return group;
}

Json value_set_of_cards(const QuestionnaireSource& source) {
  std::map<std::string, Json> concepts;
  for (const auto& [card, label, png] : source.cards) {
    Json entry{{"code", card.id}};
    if (!label.empty()) entry["display"] = label;
    concepts[std::string(systems::cards) + ":" + card.list].push_back(std::move(entry));
  }
  Json include = Json::array();
  for (auto& [system, list] : concepts) include.push_back({{"system", system}, {"concept", list}});
  return {{"resourceType", "ValueSet"},
          {"id", "cards"},
          {"status", "active"},
          {"compose", {{"include", include}}}};
}

std::string key_value(const QuestionnaireSource& source) {
  return source.tool.value + "/" + std::to_string(source.version);
}

Result<Json> resource_of(const QuestionnaireSource& source) {
  if (!is_code(source.tool.value)) return Fault{"no tool", "questionnaire", "the tool's id"};
  for (const auto& card : source.cards) {
    if (is_code(card.card.id) && is_code(card.card.list)) continue;
    return Fault{"not a card's name", source.tool.value, "list and id without spaces"};
  }
  Json resource{
      {"resourceType", "Questionnaire"},
      {"identifier",
       Json::array({{{"system", systems::questionnaires}, {"value", key_value(source)}}})},
      {"url", std::string(systems::questionnaire) + source.tool.value},
      {"version", std::to_string(source.version)},
      {"status", "active"},
      {"subjectType", Json::array({"Patient"})},
      {"item", Json::array({session_group(), answer_group(source), findings_group(source)})}};
  if (!source.title.empty()) resource["title"] = source.title;
  if (!source.language.empty()) resource["language"] = source.language;
  if (!source.cards.empty()) resource["contained"] = Json::array({value_set_of_cards(source)});
  return resource;
}

}  // namespace

Result<std::string> build_questionnaire(const QuestionnaireSource& source) {
  auto resource = resource_of(source);
  if (!resource) return resource.error();
  return to_bytes(*resource, source.tool.value);
}

Result<std::string> build_questionnaire_bundle(const QuestionnaireSource& source) {
  auto resource = resource_of(source);
  if (!resource) return resource.error();
  const std::string key = std::string(systems::questionnaires) + "|" + key_value(source);
  const Json entry{
      {"fullUrl", "urn:uuid:" + uuid_from_name(key)},
      {"resource", *resource},
      {"request",
       {{"method", "POST"}, {"url", "Questionnaire"}, {"ifNoneExist", "identifier=" + key}}}};
  return to_bytes(
      {{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", Json::array({entry})}},
      source.tool.value);
}

}  // namespace aktiv::fhir
