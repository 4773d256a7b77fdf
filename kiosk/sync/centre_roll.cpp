#include "kiosk/sync/centre_roll.h"

#include <algorithm>

#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/patient.h"
#include "kiosk/sync/fhir/systems.h"
#include "kiosk/sync/fhir/traits.h"
#include "kiosk/sync/pages.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::text_of;

bool is_sign(const PictureId& sign) {
  constexpr std::string_view folder = "signs/";
  return sign.value.starts_with(folder) && is_plain_name(sign.value.substr(folder.size()));
}

// Whoever else writes into the case file: what becomes a name in this kiosk's store is a name.
bool can_sign_in(const CentreRoll::Entry& entry) {
  const auto& signs = entry.patient.traits.signs;
  return is_plain_name(entry.citizen.value) && is_plain_name(entry.patient.id) && !signs.empty() &&
         signs.size() <= 2 && std::ranges::all_of(signs, is_sign);
}

// A server that does not know how to search by tag may answer with everybody.
void take(const Json& resource, const std::string& centre, CentreRoll& roll) {
  const std::string patient = resource.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (!fhir::is_at_centre(patient, centre)) return;
  if (fhir::is_erased(patient)) roll.erased.push_back(fhir::citizen_of(patient));
  if (member(resource, "active") == false) return;
  CentreRoll::Entry found{
      fhir::citizen_of(patient),
      {text_of(member(resource, "id")), fhir::traits_of(patient), fhir::centre_code(centre)}};
  if (can_sign_in(found)) roll.entries.push_back(std::move(found));
}

}  // namespace

Reached<CentreRoll> read_roll(HttpTransport& transport, const std::string& base,
                              const std::string& centre, int64_t since_ms) {
  CentreRoll roll;
  const std::string path =
      base + "/Patient?_tag=" +
      percent_encoded(std::string(fhir::systems::centre) + "|" + fhir::centre_code(centre)) +
      "&_count=" + std::to_string(a_page) + changed_since(since_ms);
  const Listed listed = read_pages(transport, base, path, "Patient",
                                   [&](const Json& patient) { take(patient, centre, roll); });
  if (!listed.outcome.is_done()) return {{}, listed.outcome};
  roll.until_ms = listed.until_ms();
  return {std::move(roll), {}};
}

}  // namespace aktiv::sync
