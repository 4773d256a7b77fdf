#include "kiosk/casefile/endpoint/write.h"

#include <algorithm>
#include <charconv>

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/references.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/readings/readings.h"
#include "kiosk/casefile/store/persons.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
namespace {

// What the sender said, without what this server added.
Json unstamped(Json resource) {
  resource.erase("id");
  const auto meta = resource.find("meta");
  if (meta == resource.end() || !meta->is_object()) return resource;
  meta->erase("versionId");
  meta->erase("lastUpdated");
  if (meta->empty()) resource.erase("meta");
  return resource;
}

// What stays of something taken back: which one, whose, and that it was taken back. Nothing of what
// was said.
Json withdrawn_remains(const Json& resource, const ResourceType& type) {
  Json remains = {{"resourceType", type.name}};
  if (const auto& tags = member_of(member_of(resource, "meta"), "tag"); tags.is_array())
    remains["meta"]["tag"] = tags;
  if (resource.contains("identifier")) remains["identifier"] = resource["identifier"];
  remains[type.status] = "entered-in-error";
  remains[type.subject]["reference"] = text_of(resource[type.subject], "reference");
  return remains;
}

Written written_from(const StoredResource& stored, bool is_created) {
  return {stored.key, stored.version,      stored.updated_ms,
          is_created, stored.is_withdrawn, stored.is_withdrawn ? std::string() : stored.body};
}

StoredResource to_store(WriteContext& context, const Json& resource, const ResourceKey& key,
                        int64_t version) {
  StoredResource stored;
  stored.key = key;
  stored.version = version;
  stored.centre = context.centre;
  stored.kiosk = context.kiosk;
  stored.patient = patient_of(context, resource);
  stored.updated_ms = context.now_ms;
  stored.is_withdrawn = says_entered_in_error(resource);
  stored.is_for_staff = context.is_staff;
  stored.body = resource.dump();
  stored.identifiers = identifiers_of(resource);
  stored.tags = tags_of(resource);
  for (auto& name : canonical_names_of(resource)) stored.tags.push_back(std::move(name));
  return stored;
}

// Beyond the border: another centre's, or what staff wrote, for a kiosk.
bool is_out_of_reach(const WriteContext& context, const StoredResource& stored) {
  return stored.centre != context.centre || (stored.is_for_staff && !context.is_staff);
}

MaybeProblem check_whose(const WriteContext& context, const Json& resource) {
  const auto is_staffs = [](const Token& tag) {
    return tag.system == staff_tag || tag.system == fhir::systems::fate;
  };
  if (context.is_staff || std::ranges::none_of(tags_of(resource), is_staffs)) return std::nullopt;
  return Problem{422, "business-rule", "only staff write what is staff's own",
                 text_of(resource, "resourceType") + ".meta.tag", "another tag"};
}

Problem taken_identifier(const std::string& type) {
  return {422, "duplicate", "another " + type + " carries this identifier already",
          type + ".identifier", "a new identifier, or a conditional create (ifNoneExist)"};
}

Problem gone_problem(const ResourceKey& key) {
  return {404, "not-found", "there is no such " + key.type + " in this centre", key.type,
          "an id that this centre's kiosks were given"};
}

}  // namespace

void stamp(Json& resource, const std::string& id, int64_t version, int64_t now_ms) {
  resource["id"] = id;
  Json& meta = resource["meta"];
  if (!meta.is_object()) meta = Json::object();
  meta["versionId"] = std::to_string(version);
  meta["lastUpdated"] = to_instant(now_ms);
}

Problem internal_problem(const Fault& fault) {
  return {500, "exception", "the case file could not answer", "",
          fault.what.rfind("the database", 0) == 0 ? "try again later" : "staff look at the log"};
}

std::string etag_of(int64_t version) {
  return "W/\"" + std::to_string(version) + "\"";
}

std::optional<int64_t> parse_etag(const std::string& text) {
  std::string_view rest = text;
  if (rest.rfind("W/", 0) == 0) rest.remove_prefix(2);
  if (rest.size() < 3 || rest.front() != '"' || rest.back() != '"') return std::nullopt;
  rest = rest.substr(1, rest.size() - 2);
  int64_t version = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), version);
  if (error != std::errc() || end != rest.data() + rest.size()) return std::nullopt;
  return version;
}

MaybeProblem check_condition_fits(const Json& resource, const CreateCondition& condition,
                                  const std::string& where) {
  const auto carried = condition.is_tag ? tags_of(resource) : identifiers_of(resource);
  if (std::find(carried.begin(), carried.end(), condition.token) != carried.end())
    return std::nullopt;
  return Problem{400, "invalid", "the resource does not carry what its condition names", where,
                 "the same identifier or tag in both"};
}

Checked<std::optional<Written>> find_existing(WriteContext& context, const ResourceType& type,
                                              const CreateCondition& condition) {
  const auto ids = condition.is_tag ? ids_with_tag(context.db, type.name, condition.token)
                                    : ids_with_identifier(context.db, type.name, condition.token);
  if (ids.empty()) return std::optional<Written>();
  if (ids.size() > 1)
    return Problem{412, "multiple-matches", "the condition finds several", type.name,
                   "a condition that finds at most one"};
  auto stored = find_resource(context.db, context.vault, {type.name, ids.front()});
  if (!stored) return internal_problem(stored.error());
  if (!*stored) return std::optional<Written>();
  if (!type.is_shared && is_out_of_reach(context, **stored))
    return Problem{422, "business-rule", "the identifier belongs to another centre", type.name,
                   "an identifier of this centre's own"};
  return std::optional<Written>(written_from(**stored, false));
}

Checked<Written> create_resource(WriteContext& context, Json resource, const std::string& id) {
  if (auto problem = validate(resource)) return *problem;
  if (auto problem = check_whose(context, resource)) return *problem;
  if (auto problem = check_references(context, resource)) return *problem;
  const ResourceKey key{text_of(resource, "resourceType"), id};
  // A mark may come before the answers that were taken back: they then find the key taken.
  if (says_entered_in_error(resource)) resource = withdrawn_remains(resource, *find_type(key.type));
  stamp(resource, id, 1, context.now_ms);
  const StoredResource stored = to_store(context, resource, key, 1);
  if (!insert_resource(context.db, context.vault, stored)) return taken_identifier(key.type);
  keep_reading(context.db, context.vault, stored);
  if (key.type == "Patient") ensure_person(context.db, id, context.centre, context.now_ms);
  return written_from(stored, true);
}

namespace {

MaybeProblem check_version(const StoredResource& current, const std::string& if_match) {
  if (if_match.empty())
    return Problem{400, "required", "an update must say which version it replaces", "If-Match",
                   "W/\"<version>\""};
  const auto version = parse_etag(if_match);
  if (!version) return Problem{400, "value", "not a version", "If-Match", "W/\"<version>\""};
  if (*version == current.version) return std::nullopt;
  return Problem{412, "conflict", "somebody changed it since that version", "If-Match",
                 etag_of(current.version)};
}

MaybeProblem check_same(const StoredResource& current, const Json& resource,
                        WriteContext& context) {
  const ResourceKey& key = current.key;
  if (text_of(resource, "resourceType") != key.type)
    return Problem{400, "invalid", "the resource is of another type than the address",
                   "resourceType", key.type};
  if (text_of(resource, "id") != key.id)
    return Problem{400, "invalid", "the id differs from the address", key.type + ".id", key.id};
  if (patient_of(context, resource) != current.patient)
    return Problem{422, "business-rule", "an update may not move answers to another citizen",
                   key.type, "the same subject"};
  return std::nullopt;
}

// The reply to the first sending may have been lost: the same words again are not a conflict.
bool is_repetition(const StoredResource& current, const Json& resource) {
  if (current.is_withdrawn) return says_entered_in_error(resource);
  const auto kept = parse_json(current.body);
  return kept && unstamped(*kept) == unstamped(resource);
}

}  // namespace

Checked<Written> update_resource(WriteContext& context, const ResourceKey& key, Json resource,
                                 const std::string& if_match) {
  auto found = find_resource(context.db, context.vault, key);
  if (!found) return internal_problem(found.error());
  if (!*found || is_out_of_reach(context, **found)) return gone_problem(key);
  const StoredResource& current = **found;
  if (auto problem = validate(resource)) return *problem;
  if (auto problem = check_whose(context, resource)) return *problem;
  if (auto problem = check_references(context, resource)) return *problem;
  if (auto problem = check_same(current, resource, context)) return *problem;
  if (!if_match.empty() && is_repetition(current, resource)) return written_from(current, false);
  if (auto problem = check_version(current, if_match)) return *problem;
  if (current.is_withdrawn)
    return Problem{410, "deleted", "it was taken back", key.type, "a new submission"};
  const bool is_withdrawal = says_entered_in_error(resource);
  if (is_withdrawal) resource = withdrawn_remains(resource, *find_type(key.type));
  stamp(resource, key.id, current.version + 1, context.now_ms);
  const StoredResource next = to_store(context, resource, key, current.version + 1);
  if (!replace_resource(context.db, context.vault, next)) return taken_identifier(key.type);
  keep_reading(context.db, context.vault, next);
  if (is_withdrawal) purge_versions_before(context.db, key, next.version);
  return written_from(next, false);
}

}  // namespace aktiv::casefile
