// Keeping one resource: create, conditional create and update, with the citizen's border. To be
// called inside Database::write; a Problem means that nothing of the transaction may stay.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>

#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/endpoint/search_params.h"
#include "kiosk/casefile/store/resources.h"

namespace aktiv::casefile {

// Who writes, where and when.
struct WriteContext {
  Connection& db;
  const Vault& vault;
  std::string centre;
  std::string kiosk;
  int64_t now_ms = 0;
  std::set<ResourceKey> coming;  // keys that the same Bundle brings
  bool is_staff = false;         // staff write; else a kiosk, which never meets what staff wrote
};

struct Written {
  ResourceKey key;
  int64_t version = 1;
  int64_t updated_ms = 0;
  bool is_created = false;  // 201; else it stood there already or was changed: 200
  bool is_withdrawn = false;
  std::string body;  // as it is kept now; empty where it is withdrawn
};

// What a condition finds: the one that stands already, or nothing. Several: 412. Another centre's:
// 422.
Checked<std::optional<Written>> find_existing(WriteContext& context, const ResourceType& type,
                                              const CreateCondition& condition);

// The id, version and time that this server gives.
void stamp(nlohmann::ordered_json& resource, const std::string& id, int64_t version,
           int64_t now_ms);
// Keeps a new resource under `id`. The resource is validated and its references are resolved here.
Checked<Written> create_resource(WriteContext& context, nlohmann::ordered_json resource,
                                 const std::string& id);

// The condition must name what the resource itself carries, or uniqueness would mean nothing.
MaybeProblem check_condition_fits(const nlohmann::ordered_json& resource,
                                  const CreateCondition& condition, const std::string& where);

// Replaces the version that `if_match` names. The same bytes sent again after a lost reply change
// nothing; entered-in-error purges every earlier version.
Checked<Written> update_resource(WriteContext& context, const ResourceKey& key,
                                 nlohmann::ordered_json resource, const std::string& if_match);

std::string etag_of(int64_t version);  // 3 -> "W/\"3\""
// "W/\"3\"" or "\"3\"" -> 3; nothing where it is no such tag.
std::optional<int64_t> parse_etag(const std::string& text);

// For sealed text that does not open and the like: 500, without particulars for the caller.
Problem internal_problem(const Fault& fault);

}  // namespace aktiv::casefile
