#include "kiosk/casefile/enrol/enrolment.h"

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/endpoint/write.h"
#include "kiosk/casefile/enrol/code.h"
#include "kiosk/casefile/http/refusal.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {
namespace {

constexpr int64_t minute_ms = 60'000;
constexpr int most_wrong_codes = 10;  // an address, in ten minutes; 72 secret bits do the rest
constexpr size_t longest_name = 80;

struct EnrolRequest {
  std::string secret;
  std::string kiosk;
  std::string name;
};

Result<EnrolRequest> parse_enrol(const std::string& body) {
  const auto json = parse_json(body);
  if (!json || !json->is_object()) return Fault{"not a JSON object", "body", "secret, kiosk, name"};
  EnrolRequest request{from_hex(text_of(*json, "secret")), text_of(*json, "kiosk"),
                       text_of(*json, "name")};
  if (request.secret.size() != code_secret_size)
    return Fault{"not a secret", "secret", "18 hexadecimal digits"};
  if (!is_uuid(request.kiosk)) return Fault{"not a UUID", "kiosk", "the kiosk's own UUID"};
  if (request.name.empty() || request.name.size() > longest_name)
    return Fault{"not a name", "name", "1 to 80 bytes of text"};
  return request;
}

// The centre as Organization and the kiosk as Device, so that other systems see where answers come
// from.
MaybeProblem keep_fhir_device(WriteContext& context, const Kiosk& kiosk, const Centre& centre) {
  const auto keep = [&](Json resource, const char* system,
                        const std::string& value) -> Checked<Written> {
    const Token token{system, value};
    const auto existing =
        find_existing(context, *find_type(text_of(resource, "resourceType")), {false, token});
    if (!existing) return existing.problem();
    if (*existing) return **existing;
    resource["identifier"] = Json::array({{{"system", system}, {"value", value}}});
    return create_resource(context, std::move(resource), random_uuid());
  };
  const auto organization = keep({{"resourceType", "Organization"}, {"name", centre.name}},
                                 "urn:aktiv-dialog:centre", centre.id);
  if (!organization) return organization.problem();
  const Json owner = {{"reference", "Organization/" + organization->key.id}};
  const auto device =
      keep({{"resourceType", "Device"},
            {"status", "active"},
            {"deviceName", Json::array({{{"name", kiosk.name}, {"type", "user-friendly-name"}}})},
            {"owner", owner}},
           "urn:aktiv-dialog:kiosk", kiosk.id);
  if (!device) return device.problem();
  return std::nullopt;
}

struct Enrolled {
  std::string credential;
  Centre centre;
  bool is_elsewhere = false;  // the kiosk belongs to another centre
};

}  // namespace

Result<std::string> new_enrolment_code(Database& database, const std::string& centre,
                                       const std::string& spki_hash, int64_t now_ms) {
  const std::string secret = random_bytes(code_secret_size);
  const auto kept = database.write([&](Connection& db) -> Status {
    keep_enrolment_code(db, secret_hash(secret), centre, now_ms, now_ms + code_lifetime_ms);
    return {};
  });
  if (!kept) return kept.error();
  return enrolment_code(secret, spki_hash);
}

Enrolment::Enrolment(Database& database, const Vault& vault, DeviceGate& gate, Clock clock)
    : database_(database),
      vault_(vault),
      gate_(gate),
      clock_(std::move(clock)),
      refused_(most_wrong_codes, 10 * minute_ms) {}

HttpResponse Enrolment::enrol(const HttpRequest& request) {
  if (request.method != "POST")
    return refusal(405, "not a method of this address", "request", "POST");
  const int64_t now_ms = clock_();
  if (const int wait = refused_.wait_s(request.remote, now_ms); wait > 0) return too_many(wait);
  const auto asked = parse_enrol(request.body);
  if (!asked) {
    const Fault& fault = asked.error();
    return refusal(400, fault.what, fault.where, fault.expected);
  }
  const auto enrolled = database_.write([&](Connection& db) -> Result<Enrolled> {
    const auto centre = use_enrolment_code(db, secret_hash(asked->secret), now_ms);
    if (!centre) return Enrolled{};
    const auto known = find_kiosk(db, asked->kiosk);
    if (known && known->centre != centre->id) return Enrolled{"", *centre, true};
    Enrolled result{random_token(), *centre, false};
    const Kiosk kiosk{asked->kiosk, centre->id, asked->name, now_ms, 0, 0};
    keep_kiosk(db, kiosk, secret_hash(result.credential));
    WriteContext context{db, vault_, centre->id, kiosk.id, now_ms, {}};
    if (const auto problem = keep_fhir_device(context, kiosk, *centre))
      return Fault{problem->what, problem->where, problem->expected};
    return result;
  });
  if (!enrolled) return refusal(500, "the case file could not answer", "", "try again later");
  if (enrolled->is_elsewhere)
    return refusal(409, "this kiosk belongs to another centre", "kiosk", "a kiosk set up afresh");
  if (enrolled->credential.empty()) {
    refused_.count(request.remote, now_ms);
    return refusal(403, "the code does not open anything", "secret",
                   "a code that is not older than 24 hours and was never used");
  }
  const Json reply = {
      {"credential", enrolled->credential}, {"centre", enrolled->centre.name}, {"fhir", "/fhir"}};
  return {200, "application/json; charset=utf-8", reply.dump(), {}};
}

HttpResponse Enrolment::help(const HttpRequest& request) {
  if (request.method != "POST")
    return refusal(405, "not a method of this address", "request", "POST");
  const auto checked = gate_.check(request);
  if (!checked) return refusal(500, "the case file could not answer", "", "try again later");
  if (checked->wait_s > 0) return too_many(checked->wait_s);
  if (!checked->kiosk)
    return refusal(401, "no kiosk of this case file", "Authorization", "Bearer and its credential");
  const auto json = parse_json(request.body);
  const auto at = json ? parse_date_time(text_of(*json, "at")) : std::nullopt;
  const std::string id = at ? text_of(*json, "id") : "";
  if (!at || !is_uuid(id) || text_of(*json, "kiosk") != checked->kiosk->id)
    return refusal(400, "not a call for help", "body",
                   "kiosk: its own UUID; id: the call's UUID; at: a time with zone");
  const auto kept = database_.write([&](Connection& db) -> Status {
    keep_help_mark(db, *checked->kiosk, id, at->from_ms);
    return {};
  });
  if (!kept) return refusal(500, "the case file could not answer", "", "try again later");
  return {204, "", "", {}};
}

}  // namespace aktiv::casefile
