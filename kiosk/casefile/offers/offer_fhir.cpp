#include "kiosk/casefile/offers/offer_fhir.h"

#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/validate.h"

namespace aktiv::casefile {
namespace {

constexpr const char* provider_codes = "urn:aktiv-dialog:provider";
constexpr const char* support_codes = "urn:aktiv-dialog:support";
constexpr const char* rung_codes = "urn:aktiv-dialog:rung";
constexpr const char* form_codes = "urn:aktiv-dialog:cards:forms";
constexpr const char* job_codes = "urn:aktiv-dialog:cards:jobs";
constexpr const char* theme_codes = "urn:aktiv-dialog:cards:themes";
constexpr const char* condition_codes = "urn:aktiv-dialog:cards:conds";
constexpr const char* confirmed_url = "urn:aktiv-dialog:confirmed";

Json concept_of(const char* system, const std::string& code) {
  return {{"coding", Json::array({{{"system", system}, {"code", code}}})}};
}

void add_codes(Json& resource, const char* member, const char* system,
               const std::vector<std::string>& codes) {
  for (const std::string& code : codes) resource[member].push_back(concept_of(system, code));
}

std::vector<std::string> codes_in(const Json& resource, const char* member,
                                  std::string_view system) {
  std::vector<std::string> codes;
  const Json& concepts = member_of(resource, member);
  if (!concepts.is_array()) return codes;
  for (const Json& one : concepts) {
    const Json& codings = member_of(one, "coding");
    if (!codings.is_array()) continue;
    for (const Json& coding : codings)
      if (text_of(coding, "system") == system) codes.push_back(text_of(coding, "code"));
  }
  return codes;
}

std::string first_of(const std::vector<std::string>& codes) {
  return codes.empty() ? std::string() : codes.front();
}

void add_conditions(Json& resource, const std::map<std::string, std::string>& conditions) {
  for (const auto& [pair, value] : conditions)
    for (const char* side : {"a", "b"})
      if (value == side || value == "both")
        resource["characteristic"].push_back(concept_of(condition_codes, pair + "_" + side));
}

std::map<std::string, std::string> conditions_in(const Json& resource) {
  std::map<std::string, std::string> conditions;
  for (const std::string& card : codes_in(resource, "characteristic", condition_codes)) {
    const std::string pair = pair_of(card);
    if (pair.empty()) continue;
    const std::string side = card.substr(card.size() - 1);
    const auto [place, is_new] = conditions.try_emplace(pair, side);
    if (!is_new && place->second != side) place->second = "both";
  }
  return conditions;
}

std::string first_text(const Json& resource, const char* list, const char* member) {
  const Json& all = member_of(resource, list);
  return all.is_array() && !all.empty() ? text_of(all.front(), member) : std::string();
}

}  // namespace

std::string offer_resource(const Offer& offer, bool is_closed) {
  Json resource = {{"resourceType", "HealthcareService"},
                   {"meta", {{"tag", {{{"system", staff_tag}, {"code", "offer"}}}}}},
                   {"identifier", {{{"system", offer_system}, {"value", offer.id}}}},
                   {"active", !is_closed},
                   {"name", offer.name}};
  if (!offer.confirmed.empty())
    resource["extension"] = {{{"url", confirmed_url}, {"valueDate", offer.confirmed}}};
  add_codes(resource, "category", provider_codes, {offer.provider});
  add_codes(resource, "type", form_codes, offer.forms);
  add_codes(resource, "specialty", job_codes, offer.cards);
  add_codes(resource, "specialty", theme_codes, offer.themes);
  add_codes(resource, "characteristic", rung_codes, offer.rungs);
  add_conditions(resource, offer.conditions);
  if (!offer.support.empty()) add_codes(resource, "program", support_codes, {offer.support});
  if (!offer.text.empty()) resource["comment"] = offer.text;
  if (!offer.free_places.empty()) resource["availabilityExceptions"] = offer.free_places;
  if (!offer.place.empty()) resource["location"] = Json::array({{{"display", offer.place}}});
  if (!offer.contact.empty())
    resource["telecom"] = Json::array({{{"system", "other"}, {"value", offer.contact}}});
  return resource.dump();
}

Result<ReadOffer> read_offer(std::string_view text) {
  const auto parsed = parse_json(text);
  if (!parsed || text_of(*parsed, "resourceType") != "HealthcareService")
    return Fault{"the offer cannot be read", "HealthcareService", "FHIR R4 JSON"};
  const Json& resource = *parsed;
  ReadOffer read;
  Offer& offer = read.offer;
  offer.id = first_text(resource, "identifier", "value");
  offer.name = text_of(resource, "name");
  if (offer.id.empty() || offer.name.empty())
    return Fault{"the offer cannot be read", "HealthcareService", "an identifier and a name"};
  const Json& active = member_of(resource, "active");
  read.is_closed = active.is_boolean() && !active.get<bool>();
  offer.provider = first_of(codes_in(resource, "category", provider_codes));
  offer.forms = codes_in(resource, "type", form_codes);
  offer.cards = codes_in(resource, "specialty", job_codes);
  offer.themes = codes_in(resource, "specialty", theme_codes);
  offer.rungs = codes_in(resource, "characteristic", rung_codes);
  offer.conditions = conditions_in(resource);
  offer.support = first_of(codes_in(resource, "program", support_codes));
  offer.text = text_of(resource, "comment");
  offer.free_places = text_of(resource, "availabilityExceptions");
  offer.place = first_text(resource, "location", "display");
  offer.contact = first_text(resource, "telecom", "value");
  offer.confirmed = first_text(resource, "extension", "valueDate");
  return read;
}

}  // namespace aktiv::casefile
