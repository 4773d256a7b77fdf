// FHIR resources as the database keeps them: every version sealed, found by what is random (ids,
// identifiers, tags) and by time. Free functions over a Connection, to be used inside
// Database::read or Database::write, so that a whole Bundle is one transaction. SQLite's faults
// travel to there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// (system, value) of an identifier or (system, code) of a tag.
struct Token {
  std::string system;
  std::string value;
  auto operator<=>(const Token&) const = default;
};

struct ResourceKey {
  std::string type;
  std::string id;
  auto operator<=>(const ResourceKey&) const = default;
};

struct StoredResource {
  ResourceKey key;
  int64_t version = 1;
  std::string centre;   // the centre whose kiosk sent it; its border
  std::string kiosk;    // the kiosk that sent it first
  std::string patient;  // Patient id; empty where it is about nobody
  int64_t updated_ms = 0;
  bool is_withdrawn = false;
  bool is_for_staff = false;  // written by staff: no kiosk is given it
  std::string body;           // JSON; empty where it was purged
  std::vector<Token> identifiers;
  std::vector<Token> tags;
};

// The current version; with its body, without identifiers and tags. Fails when a seal does not
// open.
Result<std::optional<StoredResource>> find_resource(Connection& db, const Vault& vault,
                                                    const ResourceKey& key);
// One version; the body is empty where it was purged.
Result<std::optional<StoredResource>> find_version(Connection& db, const Vault& vault,
                                                   const ResourceKey& key, int64_t version);

// false: another resource of the type carries one of the identifiers (the unique index speaks).
bool insert_resource(Connection& db, const Vault& vault, const StoredResource& resource);
// Adds the next version and makes it current; false as above.
bool replace_resource(Connection& db, const Vault& vault, const StoredResource& resource);
// Empties the bodies of all versions before `version`: what was taken back is gone.
void purge_versions_before(Connection& db, const ResourceKey& key, int64_t version);

std::vector<std::string> ids_with_identifier(Connection& db, const std::string& type,
                                             const Token& identifier);
std::vector<std::string> ids_with_tag(Connection& db, const std::string& type, const Token& tag);

enum class Compare { equal, at_least, at_most, after, before };

struct TimeBound {
  Compare compare = Compare::equal;
  int64_t from_ms = 0;  // the moment or the day's first millisecond …
  int64_t to_ms = 0;    // … and the last (the same for a moment)
};

// What is looked for; each filled member narrows, the inner lists are "any of".
struct ResourceQuery {
  std::string type;
  std::string centre;  // empty: any (shared types)
  std::vector<std::vector<std::string>> ids;
  std::vector<std::vector<Token>> identifiers;  // an empty system: any system
  std::vector<std::vector<Token>> tags;
  std::vector<std::vector<std::string>> patients;
  std::vector<TimeBound> updated;
  bool sees_staffs = false;                              // what staff wrote, too …
  bool only_staffs = false;                              // … and nothing else
  std::optional<std::pair<int64_t, std::string>> after;  // page on from (updated_ms, id)
  int count = 20;
};

struct ResourcePage {
  int64_t total = 0;
  std::vector<StoredResource> resources;  // oldest change first
  bool has_more = false;
};

Result<ResourcePage> search_resources(Connection& db, const Vault& vault,
                                      const ResourceQuery& query);
// All of them, page after page: Status take(const StoredResource&), which may end it with a Fault.
using TakeResource = std::function<Status(const StoredResource&)>;
Status for_each_resource(Connection& db, const Vault& vault, ResourceQuery query,
                         const TakeResource& take);

}  // namespace aktiv::casefile
