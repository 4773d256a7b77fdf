// Within this folder only: the resources of which bundles are made.
#pragma once

#include "kiosk/sync/fhir/items.h"
#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {

// Roles within a submission; with the submission's UUID they make each resource's one key.
inline constexpr char response_role[] = "";
inline constexpr char observation_role[] = "observation";
inline constexpr char record_role[] = "record";
inline constexpr char goal_role[] = "goal";
inline constexpr char provenance_role[] = "provenance";
inline constexpr char withdrawal_role[] = "withdrawal";

struct Key {
  std::string value;  // "<uuid>" or "<uuid>/<role>"

  Json identifier() const;
  std::string full_url() const;  // urn:uuid: of the UUIDv5 of "system|value"
};
Key key_of(const std::string& uuid, std::string_view role);

bool is_uuid(std::string_view text);

// A reference that names a thing without knowing its id at the server.
Json logical_reference(const char* type, std::string_view system, const std::string& value);
// "Patient/<id>" with the pseudonym beside it.
Json citizen_reference(const std::string& patient, const CitizenId& citizen);

// POST with ifNoneExist on the key. Provenance has no identifier in R4: its key is a tag.
Json conditional_entry(const Key& key, Json resource);
Json tagged_entry(const Key& key, Json resource);

// One line of JSON; a Fault where a text is not UTF-8.
Result<std::string> to_bytes(const Json& json, const std::string& where);

// Whatever nlohmann throws becomes a Fault here, at the adapter's edge.
Result<Json> parse_json(std::string_view text);

Result<Json> response_resource(const Submission& submission, const SendContext& context,
                               size_t record_parts);
Result<Json> observation_resource(const Observation& observation, const SendContext& context);
// The wish as a Goal; nothing where none was said, or it was not accepted.
std::optional<Json> goal_resource(const Submission& submission, const SendContext& context);
// Whether answers of this tool may have a Goal beside them.
bool may_hold_wish(const ToolId& tool);
std::vector<Json> record_entries(const Submission& submission, const SendContext& context);

struct Who {
  std::string uuid;
  CitizenId citizen;
  MentorId started_by;  // never taken for who pressed or was there
  PressedBy pressed_by;
  std::vector<Present> present;
  int64_t started_ms;
  int64_t finished_ms;
};
Result<Json> provenance_of_answers(const Who& who, const SendContext& context,
                                   const std::vector<Key>& targets);
Result<Json> provenance_of_mentor(const Observation& observation, const SendContext& context,
                                  const Key& target);

// Each kind of list that several resources carry.
std::vector<std::string> codes_of(const std::vector<Present>& present);

}  // namespace aktiv::fhir
