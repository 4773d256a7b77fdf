#include "kiosk/sync/questionnaires/questionnaires.h"

#include <algorithm>

namespace aktiv {
namespace {

constexpr int picture_px = 96;
constexpr const char* language = "da";  // its own; the codes are the same in every language

fhir::Words words_of(const Content& content, const std::string& key) {
  fhir::Words words;
  for (const std::string& spoken : content.texts.languages()) {
    const std::string* found = content.texts.find(spoken, key);
    if (found == nullptr) continue;
    (spoken == language ? words.text : words.translations[spoken]) = *found;
  }
  return words;
}

fhir::Words label_of(const Content& content, const CardRef& card) {
  return words_of(content, card.list + "." + card.id + ".label");
}

void add_card(fhir::QuestionnaireSource& source, const Content& content, const CardRef& ref,
              const DrawPng& pictures) {
  const Card* card = content.card(ref);
  const auto is_it = [&](const auto& known) { return known.card == ref; };
  if (card == nullptr || std::ranges::any_of(source.cards, is_it)) return;
  const auto png =
      pictures ? pictures(card->picture.value, picture_px) : Result<std::string>(std::string());
  source.cards.push_back({ref, label_of(content, ref), png ? *png : std::string()});
}

void add_deck(fhir::QuestionnaireSource& source, const Content& content, const std::string& id,
              const DrawPng& pictures) {
  const Deck* deck = content.deck(id);
  if (deck == nullptr) return;
  for (const Card& card : deck->cards) add_card(source, content, card.ref, pictures);
}

// A place is one code, whichever of two scales it stood on.
void add_place(fhir::QuestionnaireSource& source, const Content& content, const CardRef& place) {
  const auto is_it = [&](const auto& known) { return known.id == place.id; };
  if (place.empty() || std::ranges::any_of(source.places, is_it)) return;
  source.places.push_back({place.id, label_of(content, place)});
}

void add_places(fhir::QuestionnaireSource& source, const Content& content, const std::string& id) {
  const Deck* deck = id.empty() ? nullptr : content.deck(id);
  if (deck == nullptr) return;
  for (const Card& place : deck->cards) add_place(source, content, place.ref);
}

void add_step(fhir::QuestionnaireSource& source, const Content& content, const StepDefinition& step,
              const DrawPng& pictures) {
  for (const std::string& deck : step.cards.decks) add_deck(source, content, deck, pictures);
  for (const CardRef& card : step.cards.cards) add_card(source, content, card, pictures);
  add_places(source, content, step.places);
  add_places(source, content, step.places_long);
  add_place(source, content, step.besides);
}

}  // namespace

fhir::QuestionnaireSource questionnaire_source(const ToolDefinition& tool, const Content& content,
                                               const DrawPng& pictures) {
  fhir::QuestionnaireSource source;
  source.tool = tool.id;
  source.version = tool.version;
  source.title = words_of(content, "tool." + tool.id.value + ".label");
  source.language = language;
  for (const std::string& screen : tool.screens)
    source.questions.push_back({screen, words_of(content, screen + ".shown")});
  for (const std::string& deck : tool.decks) add_deck(source, content, deck, pictures);
  if (!tool.themes.empty()) add_deck(source, content, tool.themes, pictures);
  add_places(source, content, tool.places);
  for (const StepDefinition& step : tool.steps) add_step(source, content, step, pictures);
  return source;
}

fhir::ObservationSource observation_source(const Content& content) {
  return {words_of(content, "casefile.mentor.title"), language};
}

Result<std::vector<std::string>> questionnaire_bundles(const Content& content,
                                                       const DrawPng& pictures) {
  std::vector<std::string> bundles;
  for (const ToolDefinition& tool : content.tools) {
    auto bundle = fhir::build_questionnaire_bundle(questionnaire_source(tool, content, pictures));
    if (!bundle) return bundle.error();
    bundles.push_back(std::move(*bundle));
  }
  auto observed = fhir::build_observation_questionnaire_bundle(observation_source(content));
  if (!observed) return observed.error();
  bundles.push_back(std::move(*observed));
  return bundles;
}

}  // namespace aktiv
