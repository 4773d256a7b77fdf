#include "kiosk/sync/centre_roll.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/sync/answer.h"
#include "kiosk/sync/fhir/instant.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/systems.h"
#include "kiosk/sync/fhir/traits.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::text_of;

constexpr int a_page = 100;        // Patients asked for at once; a server may give fewer
constexpr int most_pages = 1'000;  // a list that never ends is no case file's

std::string first_page(const std::string& base, const std::string& centre, int64_t since_ms) {
  std::string path =
      base + "/Patient?_tag=" +
      percent_encoded(std::string(fhir::systems::centre) + "|" + fhir::centre_code(centre)) +
      "&_count=" + std::to_string(a_page);
  if (const auto since = fhir::to_instant(since_ms); since && since_ms > 0)
    path += "&_lastUpdated=" + percent_encoded("ge" + *since);
  return path;
}

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

bool is_plain(std::string_view text) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  return !text.empty() && text.size() <= 64 &&
         text.find_first_not_of(plain) == std::string_view::npos;
}

bool is_sign(const PictureId& sign) {
  constexpr std::string_view folder = "signs/";
  return sign.value.starts_with(folder) && is_plain(sign.value.substr(folder.size()));
}

// Whoever else writes into the case file: what becomes a name in this kiosk's store is a name.
bool can_sign_in(const CentreRoll::Entry& entry) {
  const auto& signs = entry.patient.traits.signs;
  return is_plain(entry.citizen.value) && is_plain(entry.patient.id) && !signs.empty() &&
         signs.size() <= 2 && std::ranges::all_of(signs, is_sign);
}

void take(const Json& page, const std::string& centre, CentreRoll& roll) {
  for (const Json& entry : member(page, "entry")) {
    const Json& resource = member(entry, "resource");
    if (text_of(member(resource, "resourceType")) != "Patient") continue;
    const std::string patient = resource.dump(-1, ' ', false, Json::error_handler_t::replace);
    const auto changed =
        fhir::from_instant(text_of(member(member(resource, "meta"), "lastUpdated")));
    roll.newest_ms = std::max(roll.newest_ms, changed.value_or(0));
    // A server that does not know how to search by tag may answer with everybody.
    if (!fhir::is_at_centre(patient, centre) || member(resource, "active") == false) continue;
    CentreRoll::Entry found{
        fhir::citizen_of(patient),
        {text_of(member(resource, "id")), fhir::traits_of(patient), fhir::centre_code(centre)}};
    if (can_sign_in(found)) roll.entries.push_back(std::move(found));
  }
}

}  // namespace

Reached<CentreRoll> read_roll(HttpTransport& transport, const std::string& base,
                              const std::string& centre, int64_t since_ms) {
  CentreRoll roll;
  std::string path = first_page(base, centre, since_ms);
  for (int pages = 0; pages < most_pages; ++pages) {
    const auto page = read_searchset(transport, path);
    if (!page.outcome.is_done()) return {{}, page.outcome};
    take(page.value, centre, roll);
    const std::string next = next_link(page.value);
    if (next.empty()) return {std::move(roll), {}};
    path = path_of(next, base);
    if (path.empty()) return {{}, strange_answer()};
  }
  return {{}, strange_answer()};
}

}  // namespace aktiv::sync
