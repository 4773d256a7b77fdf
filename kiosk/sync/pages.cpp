#include "kiosk/sync/pages.h"

#include <algorithm>

#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/members.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::text_of;

constexpr int most_pages = 1'000;  // a list that never ends is no case file's

// What stands behind the server's own name, which a proxy may give it anew: nothing else of the
// link is followed, so that no answer can send the kiosk to another server. Empty where it leads
// out of the case file.
std::string path_of(const std::string& link, const std::string& base) {
  std::string path = link;
  if (const auto scheme = link.find("://"); scheme != std::string::npos) {
    const auto root = link.find('/', scheme + 3);
    path = root == std::string::npos ? "" : link.substr(root);
  }
  const bool is_ours = path.starts_with(base + "/") || path.starts_with(base + "?");
  return is_ours ? path : "";
}

std::string next_link(const Json& page) {
  for (const Json& link : member(page, "link"))
    if (text_of(member(link, "relation")) == "next") return text_of(member(link, "url"));
  return "";
}

// The latest change among them.
int64_t take_page(const Json& page, const std::string& type, const TakeResource& take) {
  int64_t newest_ms = 0;
  for (const Json& entry : member(page, "entry")) {
    const Json& resource = member(entry, "resource");
    if (text_of(member(resource, "resourceType")) != type) continue;
    const auto changed =
        fhir::from_instant(text_of(member(member(resource, "meta"), "lastUpdated")));
    newest_ms = std::max(newest_ms, changed.value_or(0));
    take(resource);
  }
  return newest_ms;
}

}  // namespace

Listed read_pages(HttpTransport& transport, const std::string& base, const std::string& first,
                  const std::string& type, const TakeResource& take) {
  Listed listed;
  std::string path = first;
  for (int pages = 0; pages < most_pages; ++pages) {
    const auto page = read_searchset(transport, path);
    if (!page.outcome.is_done()) return {page.outcome};
    if (pages == 0) listed.began_ms = page.value.at_ms;
    listed.newest_ms = std::max(listed.newest_ms, take_page(page.value.bundle, type, take));
    const std::string next = next_link(page.value.bundle);
    if (next.empty()) return listed;
    path = path_of(next, base);
    if (path.empty()) return {strange_answer()};
  }
  return {strange_answer()};
}

std::string changed_since(int64_t since_ms) {
  const auto since = fhir::to_instant(since_ms);
  return since && since_ms > 0 ? "&_lastUpdated=" + percent_encoded("ge" + *since) : "";
}

bool is_plain_name(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of(plain) == std::string_view::npos;
}

}  // namespace aktiv::sync
