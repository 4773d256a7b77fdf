#include "kiosk/casefile/questionnaires.h"

#include <algorithm>
#include <functional>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/sync/fhir/questionnaire.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
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
              const PictureSource& pictures) {
  const Card* card = content.card(ref);
  const auto is_it = [&](const auto& known) { return known.card == ref; };
  if (card == nullptr || std::ranges::any_of(source.cards, is_it)) return;
  const auto png =
      pictures ? pictures(card->picture.value, picture_px) : Result<std::string>(std::string());
  source.cards.push_back({ref, label_of(content, ref), png ? *png : std::string()});
}

void add_deck(fhir::QuestionnaireSource& source, const Content& content, const std::string& id,
              const PictureSource& pictures) {
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
              const PictureSource& pictures) {
  for (const std::string& deck : step.cards.decks) add_deck(source, content, deck, pictures);
  for (const CardRef& card : step.cards.cards) add_card(source, content, card, pictures);
  add_places(source, content, step.places);
  add_places(source, content, step.places_long);
  add_place(source, content, step.besides);
}

fhir::QuestionnaireSource source_of(const ToolDefinition& tool, const Content& content,
                                    const PictureSource& pictures) {
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

using Build = std::function<Result<std::string>()>;

bool has_this_form(const Written& there) {
  const auto kept = parse_json(there.body);
  if (!kept) return false;
  const Token form{std::string(fhir::systems::form), std::to_string(fhir::questionnaire_form)};
  const auto tags = tags_of(*kept);
  return std::ranges::find(tags, form) != tags.end();
}

Checked<Written> keep(WriteContext& context, Json resource, const std::optional<Written>& there) {
  if (!there) return create_resource(context, std::move(resource), random_uuid());
  resource["id"] = there->key.id;
  return update_resource(context, there->key, std::move(resource),
                         "W/\"" + std::to_string(there->version) + "\"");
}

// Built once: a version that is there is left as it is, unless it is written in another form. True
// where it was not as it is now.
Result<bool> publish(WriteContext& context, const std::string& id, int version,
                     const Build& build) {
  const ResourceType& type = *find_type("Questionnaire");
  const Token key{std::string(fhir::systems::questionnaires), id + "/" + std::to_string(version)};
  const auto there = find_existing(context, type, {false, key});
  if (!there) return Fault{there.problem().what, id, there.problem().expected};
  if (*there && has_this_form(**there)) return false;
  const auto built = build();
  if (!built) return built.error();
  const auto resource = parse_json(*built);
  if (!resource) return Fault{resource.problem().what, id, resource.problem().expected};
  const auto kept = keep(context, *resource, *there);
  if (!kept) return Fault{kept.problem().what, kept.problem().where, kept.problem().expected};
  return true;
}

}  // namespace

Result<int> publish_questionnaires(Database& database, const Vault& vault, const Content& content,
                                   const PictureSource& pictures, int64_t now_ms) {
  return database.write([&](Connection& db) -> Result<int> {
    WriteContext context{db, vault, "", "", now_ms, {}};
    int published = 0;
    for (const ToolDefinition& tool : content.tools) {
      const auto is_new = publish(context, tool.id.value, tool.version, [&] {
        return fhir::build_questionnaire(source_of(tool, content, pictures));
      });
      if (!is_new) return is_new.error();
      published += *is_new ? 1 : 0;
    }
    const auto is_new =
        publish(context, fhir::observation_questionnaire, fhir::observation_version, [&] {
          return fhir::build_observation_questionnaire(
              {words_of(content, "casefile.mentor.title"), language});
        });
    if (!is_new) return is_new.error();
    published += *is_new ? 1 : 0;
    return published;
  });
}

}  // namespace aktiv::casefile
