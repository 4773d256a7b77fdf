#include "kiosk/casefile/endpoint/transaction.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/references.h"
#include "kiosk/casefile/endpoint/validate.h"

namespace aktiv::casefile {
namespace {

constexpr size_t most_entries = 100;  // the kiosk sends at most 8

struct Entry {
  std::string where;  // "Bundle.entry[2]"
  std::string full_url;
  Json resource;
  bool is_update = false;
  std::string if_match;
  std::optional<CreateCondition> condition;
  ResourceKey key;
  std::optional<Written> existing;
};

Problem broken(std::string what, std::string where, std::string expected) {
  return {400, "invalid", std::move(what), std::move(where), std::move(expected)};
}

Checked<const Json*> entries_of(const Json& bundle) {
  if (!bundle.is_object() || text_of(bundle, "resourceType") != "Bundle")
    return broken("the body is no Bundle", "resourceType", "Bundle");
  if (text_of(bundle, "type") != "transaction")
    return Problem{400, "not-supported", "not a kind of Bundle that is kept here", "Bundle.type",
                   "transaction"};
  const Json& entries = member_of(bundle, "entry");
  if (!entries.is_array() || entries.empty())
    return broken("no entries", "Bundle.entry", "a list with one entry or more");
  if (entries.size() > most_entries)
    return Problem{422, "too-costly", "too many entries", "Bundle.entry",
                   "at most " + std::to_string(most_entries)};
  return &entries;
}

MaybeProblem read_create(const Json& request, Entry& entry) {
  if (text_of(request, "url") != entry.key.type)
    return broken("the address is not the resource's type", entry.where + ".request.url",
                  entry.key.type);
  entry.key.id = random_uuid();
  if (!request.contains("ifNoneExist")) return std::nullopt;
  const std::string where = entry.where + ".request.ifNoneExist";
  auto condition = parse_condition(text_of(request, "ifNoneExist"), where);
  if (!condition) return condition.problem();
  entry.condition = *condition;
  return check_condition_fits(entry.resource, *condition, where);
}

MaybeProblem read_update(const Json& request, Entry& entry) {
  const auto parts = path_segments(text_of(request, "url"));
  if (parts.size() != 2 || parts[0] != entry.key.type)
    return broken("not the address of a resource", entry.where + ".request.url",
                  entry.key.type + "/<id>");
  entry.key.id = parts[1];
  entry.is_update = true;
  entry.if_match = text_of(request, "ifMatch");
  return std::nullopt;
}

Checked<Entry> read_entry(const Json& source, size_t number) {
  Entry entry;
  entry.where = "Bundle.entry[" + std::to_string(number) + "]";
  entry.full_url = text_of(source, "fullUrl");
  entry.resource = member_of(source, "resource");
  const auto type = type_of(entry.resource);
  if (!type) {
    Problem problem = type.problem();
    problem.where = entry.where + ".resource";
    return problem;
  }
  entry.key.type = (*type)->name;
  const Json& request = member_of(source, "request");
  const std::string method = text_of(request, "method");
  MaybeProblem problem;
  if (method == "POST")
    problem = read_create(request, entry);
  else if (method == "PUT")
    problem = read_update(request, entry);
  else
    problem = Problem{400, "not-supported", "not a method that a Bundle may use here",
                      entry.where + ".request.method", "POST or PUT"};
  if (problem) return *problem;
  return entry;
}

Checked<std::vector<Entry>> read_entries(const Json& list) {
  std::vector<Entry> entries;
  std::set<std::string> urls;
  std::set<std::pair<std::string, Token>> conditions;
  for (size_t i = 0; i < list.size(); ++i) {
    auto entry = read_entry(list[i], i);
    if (!entry) return entry.problem();
    const bool is_known_url = !entry->full_url.empty() && !urls.insert(entry->full_url).second;
    const bool is_known_condition =
        entry->condition && !conditions.insert({entry->key.type, entry->condition->token}).second;
    if (is_known_url || is_known_condition)
      return broken("the same resource twice in one Bundle", entry->where, "each key once");
    entries.push_back(std::move(*entry));
  }
  return entries;
}

// First every entry gets its address, so that entries may refer to each other in any order.
MaybeProblem find_addresses(WriteContext& context, std::vector<Entry>& entries,
                            std::map<std::string, std::string>& addresses) {
  for (Entry& entry : entries) {
    if (entry.condition) {
      auto existing = find_existing(context, *find_type(entry.key.type), *entry.condition);
      if (!existing) return existing.problem();
      entry.existing = std::move(*existing);
      if (entry.existing) entry.key = entry.existing->key;
    }
    if (!entry.is_update) context.coming.insert(entry.key);
    if (!entry.full_url.empty()) addresses[entry.full_url] = entry.key.type + "/" + entry.key.id;
  }
  return std::nullopt;
}

Checked<Written> run_entry(WriteContext& context, Entry& entry) {
  if (entry.existing) return *entry.existing;
  if (entry.is_update)
    return update_resource(context, entry.key, std::move(entry.resource), entry.if_match);
  return create_resource(context, std::move(entry.resource), entry.key.id);
}

// A Provenance is about the citizen of its targets, so these are written first.
std::vector<size_t> order_of_writing(const std::vector<Entry>& entries) {
  std::vector<size_t> order(entries.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_partition(order.begin(), order.end(),
                        [&](size_t number) { return entries[number].key.type != "Provenance"; });
  return order;
}

Json reply_of(const Written& written) {
  return {{"response",
           {{"status", written.is_created ? "201 Created" : "200 OK"},
            {"location", written.key.type + "/" + written.key.id + "/_history/" +
                             std::to_string(written.version)},
            {"etag", etag_of(written.version)},
            {"lastModified", to_instant(written.updated_ms)}}}};
}

}  // namespace

Checked<TransactionReply> run_transaction(WriteContext& context, const Json& bundle) {
  const auto list = entries_of(bundle);
  if (!list) return list.problem();
  auto entries = read_entries(**list);
  if (!entries) return entries.problem();
  std::map<std::string, std::string> addresses;
  if (auto problem = find_addresses(context, *entries, addresses)) return *problem;

  TransactionReply reply;
  Json replies(entries->size(), nullptr);
  for (const size_t number : order_of_writing(*entries)) {
    Entry& entry = (*entries)[number];
    auto problem = resolve_references(entry.resource, addresses);
    auto written = problem ? Checked<Written>(*problem) : run_entry(context, entry);
    if (!written) {
      Problem placed = written.problem();
      placed.where = entry.where + (placed.where.empty() ? "" : ": " + placed.where);
      return placed;
    }
    reply.has_withdrawn = reply.has_withdrawn || written->is_withdrawn;
    replies[number] = reply_of(*written);
  }
  reply.body =
      Json{{"resourceType", "Bundle"}, {"type", "transaction-response"}, {"entry", replies}}.dump();
  return reply;
}

}  // namespace aktiv::casefile
