#include "kiosk/casefile/store/resources.h"

#include "kiosk/casefile/store/squeezed.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const ResourceKey& key, int64_t version) {
  return "resource|" + key.type + "|" + key.id + "|" + std::to_string(version);
}

void insert_version(Connection& db, const Vault& vault, const StoredResource& resource) {
  const std::string sealed =
      vault.seal(squeezed(resource.body), place_of(resource.key, resource.version));
  Statement(db,
            "INSERT INTO resource_version(type, id, version, updated_ms, body) VALUES(?,?,?,?,?)",
            resource.key.type, resource.key.id, resource.version, resource.updated_ms, Blob{sealed})
      .run();
}

// false where another resource already carries one of the identifiers.
bool insert_tokens(Connection& db, const StoredResource& resource) {
  const auto& [type, id] = resource.key;
  try {
    for (const auto& [system, value] : resource.identifiers)
      Statement(db, "INSERT INTO identifier(type, system, value, id) VALUES(?,?,?,?)", type, system,
                value, id)
          .run();
  } catch (const SqliteFault& fault) {
    if (fault.is_unique_violation()) return false;
    throw;
  }
  for (const auto& [system, code] : resource.tags)
    Statement(db, "INSERT OR IGNORE INTO tag(type, system, code, id) VALUES(?,?,?,?)", type, system,
              code, id)
        .run();
  return true;
}

constexpr const char* columns =
    "SELECT r.type, r.id, v.version, r.centre, r.patient, v.updated_ms, r.is_withdrawn, v.body, "
    "r.kiosk, r.is_for_staff";

Result<StoredResource> row_of(const Statement& row, const Vault& vault) {
  StoredResource resource;
  resource.key = {row.text(0), row.text(1)};
  resource.version = row.number(2);
  resource.centre = row.text(3);
  resource.patient = row.text(4);
  resource.updated_ms = row.number(5);
  resource.is_withdrawn = row.number(6) != 0;
  resource.kiosk = row.text(8);
  resource.is_for_staff = row.number(9) != 0;
  if (row.is_null(7)) return resource;
  auto body = vault.unseal(row.text(7), place_of(resource.key, resource.version));
  if (!body) return body.error();
  auto json = unsqueezed(std::move(*body));
  if (!json) return json.error();
  resource.body = std::move(*json);
  return resource;
}

Result<std::optional<StoredResource>> one_row(Statement& statement, const Vault& vault) {
  if (!statement.step()) return std::optional<StoredResource>();
  auto resource = row_of(statement, vault);
  if (!resource) return resource.error();
  return std::optional<StoredResource>(std::move(*resource));
}

std::vector<std::string> first_column(Statement& statement) {
  std::vector<std::string> ids;
  while (statement.step()) ids.push_back(statement.text(0));
  return ids;
}

}  // namespace

Result<std::optional<StoredResource>> find_resource(Connection& db, const Vault& vault,
                                                    const ResourceKey& key) {
  Statement statement(db,
                      std::string(columns) +
                          " FROM resource r JOIN resource_version v USING(type, id, version) "
                          "WHERE r.type = ? AND r.id = ?",
                      key.type, key.id);
  return one_row(statement, vault);
}

Result<std::optional<StoredResource>> find_version(Connection& db, const Vault& vault,
                                                   const ResourceKey& key, int64_t version) {
  Statement statement(db,
                      std::string(columns) +
                          " FROM resource r JOIN resource_version v USING(type, id) "
                          "WHERE r.type = ? AND r.id = ? AND v.version = ?",
                      key.type, key.id, version);
  return one_row(statement, vault);
}

bool insert_resource(Connection& db, const Vault& vault, const StoredResource& resource) {
  const std::optional<std::string> patient =
      resource.patient.empty() ? std::nullopt : std::optional(resource.patient);
  Statement(
      db,
      "INSERT INTO resource(type, id, version, centre, kiosk, patient, updated_ms, is_withdrawn, "
      "is_for_staff) VALUES(?,?,?,?,?,?,?,?,?)",
      resource.key.type, resource.key.id, resource.version, resource.centre, resource.kiosk,
      patient, resource.updated_ms, resource.is_withdrawn ? 1 : 0, resource.is_for_staff ? 1 : 0)
      .run();
  insert_version(db, vault, resource);
  return insert_tokens(db, resource);
}

bool replace_resource(Connection& db, const Vault& vault, const StoredResource& resource) {
  const auto& [type, id] = resource.key;
  Statement(db,
            "UPDATE resource SET version = ?, updated_ms = ?, is_withdrawn = ? "
            "WHERE type = ? AND id = ?",
            resource.version, resource.updated_ms, resource.is_withdrawn ? 1 : 0, type, id)
      .run();
  insert_version(db, vault, resource);
  Statement(db, "DELETE FROM identifier WHERE type = ? AND id = ?", type, id).run();
  Statement(db, "DELETE FROM tag WHERE type = ? AND id = ?", type, id).run();
  return insert_tokens(db, resource);
}

void purge_versions_before(Connection& db, const ResourceKey& key, int64_t version) {
  Statement(db, "UPDATE resource_version SET body = NULL WHERE type = ? AND id = ? AND version < ?",
            key.type, key.id, version)
      .run();
}

std::vector<std::string> ids_with_identifier(Connection& db, const std::string& type,
                                             const Token& identifier) {
  Statement statement(db, "SELECT id FROM identifier WHERE type = ? AND system = ? AND value = ?",
                      type, identifier.system, identifier.value);
  return first_column(statement);
}

std::vector<std::string> ids_with_tag(Connection& db, const std::string& type, const Token& tag) {
  Statement statement(db, "SELECT id FROM tag WHERE type = ? AND system = ? AND code = ?", type,
                      tag.system, tag.value);
  return first_column(statement);
}

namespace {

// Collects conditions and their values in order, so that nothing from outside becomes SQL.
class Where {
 public:
  void add(const std::string& condition, std::initializer_list<std::string> values) {
    sql_ += " AND " + condition;
    texts_.insert(texts_.end(), values);
  }
  void add_any(const std::vector<std::string>& conditions, const std::vector<std::string>& values) {
    std::string joined;
    for (const auto& condition : conditions) joined += (joined.empty() ? "" : " OR ") + condition;
    sql_ += " AND (" + (joined.empty() ? "0" : joined) + ")";
    texts_.insert(texts_.end(), values.begin(), values.end());
  }
  const std::string& sql() const { return sql_; }
  void bind_to(Statement& statement) const {
    int position = 0;
    for (const auto& text : texts_) statement.bind(++position, text);
  }

 private:
  std::string sql_;
  std::vector<std::string> texts_;
};

// From the tokens to the resources and not the other way: few carry the one that is asked for.
void add_tokens(Where& where, const std::string& type, const std::vector<Token>& tokens,
                const std::string& table, const std::string& value_column) {
  std::vector<std::string> conditions;
  std::vector<std::string> values;
  for (const auto& [system, value] : tokens) {
    conditions.push_back("r.id IN (SELECT t.id FROM " + table + " t WHERE t.type = ? AND t." +
                         value_column + " = ?" + (system.empty() ? ")" : " AND t.system = ?)"));
    values.insert(values.end(), {type, value});
    if (!system.empty()) values.push_back(system);
  }
  where.add_any(conditions, values);
}

void add_list(Where& where, const std::vector<std::string>& values, const std::string& column) {
  where.add_any(std::vector<std::string>(values.size(), column + " = ?"), values);
}

void add_time(Where& where, const TimeBound& bound) {
  const std::string from = std::to_string(bound.from_ms);
  const std::string to = std::to_string(bound.to_ms);
  switch (bound.compare) {
    case Compare::equal:
      return where.add("r.updated_ms BETWEEN " + from + " AND " + to, {});
    case Compare::at_least:
      return where.add("r.updated_ms >= " + from, {});
    case Compare::at_most:
      return where.add("r.updated_ms <= " + to, {});
    case Compare::after:
      return where.add("r.updated_ms > " + to, {});
    case Compare::before:
      return where.add("r.updated_ms < " + from, {});
  }
}

// Few carry what is asked for: then SQLite is to begin there, and not walk a centre's years in the
// order of time. A plus sign keeps a column out of its choice of index.
const char* out_of_index(const ResourceQuery& query) {
  return query.identifiers.empty() && query.tags.empty() ? "" : "+";
}

Where where_of(const ResourceQuery& query) {
  Where where;
  where.add("r.type = ?", {query.type});
  if (!query.centre.empty())
    where.add(std::string(out_of_index(query)) + "r.centre = ?", {query.centre});
  for (const auto& ids : query.ids) add_list(where, ids, "r.id");
  for (const auto& tokens : query.identifiers)
    add_tokens(where, query.type, tokens, "identifier", "value");
  for (const auto& tokens : query.tags) add_tokens(where, query.type, tokens, "tag", "code");
  for (const auto& patients : query.patients) add_list(where, patients, "r.patient");
  for (const auto& bound : query.updated) add_time(where, bound);
  if (!query.sees_staffs) where.add("r.is_for_staff = 0", {});
  if (query.only_staffs) where.add("r.is_for_staff = 1", {});
  return where;
}

}  // namespace

Result<ResourcePage> search_resources(Connection& db, const Vault& vault,
                                      const ResourceQuery& query) {
  ResourcePage page;
  Where where = where_of(query);
  {
    Statement count(db, "SELECT count(*) FROM resource r WHERE 1" + where.sql());
    where.bind_to(count);
    count.step();
    page.total = count.number(0);
  }
  if (query.count == 0) return page;
  if (query.after)
    where.add("(r.updated_ms, r.id) > (" + std::to_string(query.after->first) + ", ?)",
              {query.after->second});
  Statement rows(
      db, std::string(columns) +
              " FROM resource r JOIN resource_version v USING(type, id, version) WHERE 1" +
              where.sql() + " ORDER BY " + out_of_index(query) + "r.updated_ms, r.id LIMIT " +
              std::to_string(query.count + 1));
  where.bind_to(rows);
  while (rows.step()) {
    if (static_cast<int>(page.resources.size()) == query.count) {
      page.has_more = true;
      break;
    }
    auto resource = row_of(rows, vault);
    if (!resource) return resource.error();
    page.resources.push_back(std::move(*resource));
  }
  return page;
}

Status for_each_resource(Connection& db, const Vault& vault, ResourceQuery query,
                         const TakeResource& take) {
  constexpr int page_size = 100;
  query.count = page_size;
  for (bool has_more = true; has_more;) {
    const auto page = search_resources(db, vault, query);
    if (!page) return page.error();
    for (const auto& stored : page->resources)
      if (Status taken = take(stored); !taken) return taken;
    has_more = page->has_more;
    if (has_more) query.after = {page->resources.back().updated_ms, page->resources.back().key.id};
  }
  return {};
}

}  // namespace aktiv::casefile
