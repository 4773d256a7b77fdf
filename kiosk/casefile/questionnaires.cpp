#include "kiosk/casefile/questionnaires.h"

#include <algorithm>
#include <functional>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/resource_types.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/sync/fhir/systems.h"
#include "kiosk/sync/questionnaires/questionnaires.h"

namespace aktiv::casefile {
namespace {

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
        return fhir::build_questionnaire(questionnaire_source(tool, content, pictures));
      });
      if (!is_new) return is_new.error();
      published += *is_new ? 1 : 0;
    }
    const auto is_new =
        publish(context, fhir::observation_questionnaire, fhir::observation_version,
                [&] { return fhir::build_observation_questionnaire(observation_source(content)); });
    if (!is_new) return is_new.error();
    published += *is_new ? 1 : 0;
    return published;
  });
}

}  // namespace aktiv::casefile
