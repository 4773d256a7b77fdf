#include "kiosk/casefile/endpoint/search_result.h"

#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/search_params.h"

namespace aktiv::casefile {
namespace {

std::string address(const std::string& base, const std::string& type, const Fields& words) {
  std::string query;
  for (const auto& [name, value] : words)
    query += (query.empty() ? "?" : "&") + percent_encode(name) + "=" + percent_encode(value);
  return base + "/" + type + query;
}

Json link(const char* relation, const std::string& url) {
  return {{"relation", relation}, {"url", url}};
}

}  // namespace

std::string search_bundle(const std::string& base, const std::string& type, const Fields& words,
                          const ResourcePage& page) {
  Json bundle = {{"resourceType", "Bundle"}, {"type", "searchset"}, {"total", page.total}};
  bundle["link"] = Json::array({link("self", address(base, type, words))});
  if (page.has_more) {
    Fields next = words;
    std::erase_if(next, [](const auto& word) { return word.first == "_after"; });
    next.emplace_back("_after", page_mark(page.resources.back()));
    bundle["link"].push_back(link("next", address(base, type, next)));
  }
  Json entries = Json::array();
  for (const StoredResource& resource : page.resources) {
    const auto body = parse_json(resource.body);
    if (!body) continue;
    entries.push_back({{"fullUrl", base + "/" + type + "/" + resource.key.id},
                       {"resource", *body},
                       {"search", {{"mode", "match"}}}});
  }
  if (!entries.empty()) bundle["entry"] = entries;
  return bundle.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace aktiv::casefile
