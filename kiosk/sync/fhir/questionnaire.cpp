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
constexpr char translation[] = "http://hl7.org/fhir/StructureDefinition/translation";
constexpr char option_exclusive[] =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

// What stands beside a text, in the member whose name begins with "_"; null: no other language.
Json translated(const Words& words) {
  Json extensions = Json::array();
  for (const auto& [language, text] : words.translations) {
    if (words.text.empty() || text.empty()) continue;
    const Json parts = Json::array(
        {{{"url", "lang"}, {"valueCode", language}}, {{"url", "content"}, {"valueString", text}}});
    extensions.push_back({{"url", translation}, {"extension", parts}});
  }
  return extensions.empty() ? Json() : Json{{"extension", std::move(extensions)}};
}

Json coding_in_words(std::string_view system, const std::string& code, const Words& words) {
  Json json = coding(system, code, words.text);
  if (Json others = translated(words); !others.is_null()) json["_display"] = std::move(others);
  return json;
}

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
    json["answerOption"].push_back({{"valueCoding", coding_in_words(system, name.id, name.label)}});
  }
  return json;
}

// The pictures travel once, with the cards that were shown.
Json shown_cards(const QuestionnaireSource& source) {
  Json json = item(links::shown, source.cards.empty() ? "open-choice" : "choice", true);
  for (const auto& [card, label, png] : source.cards) {
    Json option{{"valueCoding",
                 coding_in_words(std::string(systems::cards) + ":" + card.list, card.id, label)}};
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
    names.push_back({std::string(code), {}});
  }
}

bool is_out(std::optional<Choice> choice) {
  return choice == Choice::none || choice == Choice::dont_know || choice == Choice::unknown ||
         choice == Choice::skipped;
}

// "Ved ikke" and the other outs stand alone: they are answers, never an addition to one.
Json choice_item() {
  Json json = choice_of_names(links::choice, systems::choice, names_of_all<Choice>());
  for (auto& option : json["answerOption"]) {
    const auto choice = from_code<Choice>(option["valueCoding"]["code"].get<std::string>());
    if (!is_out(choice)) continue;
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

Json own_group() {
  Json group = item(links::own, "group");
  group["item"] = Json::array(
      {item(links::own_text, "text"),
       choice_of_names(links::own_written_by, systems::written_by, names_of_all<WrittenBy>()),
       item(links::own_clip, "string"), item(links::own_clip_ms, "integer"),
       item(links::own_drawing, "text")});
  return group;
}

Json suggestion_group(const char* link, const char* id, const char* words, bool is_repeated) {
  Json group = item(link, "group", is_repeated);
  group["item"] = Json::array({item(id, "string"), item(words, "text")});
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
       item(links::time, "dateTime"), own_group(), item(links::date, "date"),
       suggestion_group(links::suggestion, links::suggestion_id, links::suggestion_words, false)});
  return group;
}

Json finding_group(const QuestionnaireSource& source) {
  Json placed = item(links::placed, "group", true);
  placed["item"] =
      Json::array({choice_of_names(links::placed_question, systems::question, source.questions),
                   choice_of_names(links::placed_place, systems::place, source.places)});
  Json group = item(links::finding, "group", true);
  group["item"] =
      Json::array({choice_of_cards(links::finding_card, !source.cards.empty(), false),
                   item(links::wins, "integer"), item(links::offered, "integer"),
                   choice_of_names(links::finding_place, systems::place, source.places),
                   item(links::favourite, "integer"), item(links::is_unknown, "boolean"),
                   item(links::is_uncertain, "boolean"), placed,
                   choice_of_names(links::chosen_in, systems::question, source.questions, true)});
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
    if (!label.text.empty()) entry["display"] = label.text;
    for (const auto& [language, text] : label.translations)
      entry["designation"].push_back({{"language", language}, {"value", text}});
    concepts[std::string(systems::cards) + ":" + card.list].push_back(std::move(entry));
  }
  Json include = Json::array();
  for (auto& [system, list] : concepts) include.push_back({{"system", system}, {"concept", list}});
  return {{"resourceType", "ValueSet"},
          {"id", "cards"},
          {"status", "active"},
          {"compose", {{"include", include}}}};
}

Json plan_group() {
  Json group = item(links::plan, "group");
  group["item"] =
      Json::array({item(links::plan_goal, "string"), item(links::plan_specific, "text"),
                   item(links::plan_measurable, "text"), item(links::plan_realistic, "text"),
                   item(links::plan_time_bound, "text"),
                   choice_of_names(links::plan_kind, systems::goal_kind, names_of_all<GoalKind>()),
                   item(links::plan_intervention_goal, "text"),
                   choice_of_cards(links::plan_steps, false, true)});
  return group;
}

Json waiting_group() {
  Json group = item(links::waiting, "group");
  group["item"] = Json::array(
      {item(links::waiting_number, "integer"),
       suggestion_group(links::waiting_change, links::waiting_id, links::waiting_words, true)});
  return group;
}

Json observation_items() {
  return Json::array(
      {item(links::seen_conversation, "string"),
       choice_of_names(links::seen_pressed_by, systems::pressed_by, names_of_all<PressedBy>()),
       choice_of_names(links::seen_present, systems::present, names_of_all<Present>(), true),
       choice_of_names(links::seen_in, systems::seen_in, names_of_all<SeenIn>()),
       item(links::seen, "text"), plan_group(), waiting_group()});
}

std::string key_value(const std::string& id, int version) {
  return id + "/" + std::to_string(version);
}

// What every one of our questionnaires is known by.
Json named(const std::string& id, int version, const Words& title, const std::string& language,
           Json items) {
  Json resource{
      {"resourceType", "Questionnaire"},
      {"identifier",
       Json::array({{{"system", systems::questionnaires}, {"value", key_value(id, version)}}})},
      {"meta",
       {{"tag", Json::array(
                    {{{"system", systems::form}, {"code", std::to_string(questionnaire_form)}}})}}},
      {"url", std::string(systems::questionnaire) + id},
      {"version", std::to_string(version)},
      {"status", "active"},
      {"subjectType", Json::array({"Patient"})},
      {"item", std::move(items)}};
  if (!title.text.empty()) resource["title"] = title.text;
  if (Json others = translated(title); !others.is_null()) resource["_title"] = std::move(others);
  if (!language.empty()) resource["language"] = language;
  return resource;
}

Json observation_of(const ObservationSource& source) {
  return named(observation_questionnaire, observation_version, source.title, source.language,
               observation_items());
}

Result<std::string> stored_once(const Json& resource) {
  const std::string value = resource["identifier"][0]["value"];
  const std::string key = std::string(systems::questionnaires) + "|" + value;
  const Json entry{
      {"fullUrl", "urn:uuid:" + uuid_from_name(key)},
      {"resource", resource},
      {"request",
       {{"method", "POST"}, {"url", "Questionnaire"}, {"ifNoneExist", "identifier=" + key}}}};
  return to_bytes(
      {{"resourceType", "Bundle"}, {"type", "transaction"}, {"entry", Json::array({entry})}},
      value);
}

Result<Json> resource_of(const QuestionnaireSource& source) {
  if (!is_code(source.tool.value)) return Fault{"no tool", "questionnaire", "the tool's id"};
  for (const auto& card : source.cards) {
    if (is_code(card.card.id) && is_code(card.card.list)) continue;
    return Fault{"not a card's name", source.tool.value, "list and id without spaces"};
  }
  Json resource =
      named(source.tool.value, source.version, source.title, source.language,
            Json::array({session_group(), answer_group(source), findings_group(source)}));
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
  const auto resource = resource_of(source);
  if (!resource) return resource.error();
  return stored_once(*resource);
}

Result<std::string> build_observation_questionnaire(const ObservationSource& source) {
  return to_bytes(observation_of(source), observation_questionnaire);
}

Result<std::string> build_observation_questionnaire_bundle(const ObservationSource& source) {
  return stored_once(observation_of(source));
}

}  // namespace aktiv::fhir
