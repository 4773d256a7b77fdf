#include "kiosk/sync/enrol.h"

#include <nlohmann/json.hpp>

#include "kiosk/sync/enrolment_code.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += digits[static_cast<unsigned char>(c) >> 4];
    text += digits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

Fault fault_of(const HttpResult& result, const std::string& where) {
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!reply) {
    const bool is_other = std::get<NoReply>(result) == NoReply::certificate;
    return is_other
               ? Fault{"the server's certificate is not trusted; nothing was sent", where,
                       "the case file that made the code"}
               : Fault{"the case file does not answer", where, "a network and a running case file"};
  }
  switch (reply->status) {
    case 403:
      return {"the code does not open anything", where, "a code of the last 24 hours, never used"};
    case 409:
      return {"this kiosk belongs to another centre", where, "a kiosk set up afresh"};
    case 429:
      return {"too many tries", where, "a pause of some minutes"};
    default:
      return {"the case file answered " + std::to_string(reply->status), where,
              "200 and a credential"};
  }
}

Result<Enrolled> enrolled_by(const HttpReply& reply, const ServerAddress& address) {
  const Json json = Json::parse(reply.body, nullptr, false);
  const auto text = [&](const char* name) {
    const bool has = json.is_object() && json.contains(name) && json[name].is_string();
    return has ? json[name].get<std::string>() : std::string();
  };
  Enrolled enrolled{address.origin, address.spki_sha256, text("credential"), text("centre"),
                    text("fhir")};
  if (enrolled.credential.empty() || !enrolled.fhir_path.starts_with("/")) {
    return Fault{"an answer that is no case file's", address.origin, "credential, centre, fhir"};
  }
  for (const char c : enrolled.credential) {
    if (c <= ' ' || c > '~') return Fault{"not a credential", address.origin, "letters and digits"};
  }
  return enrolled;
}

}  // namespace

Result<Enrolled> enrol(const EnrolRequest& request) {
  const auto code = read_code(request.code);
  if (!code) return code.error();
  ServerAddress address;
  address.origin = request.address;
  address.proxy = request.proxy;
  address.ca_file = request.ca_file;

  const auto key = read_server_key(address);
  if (!key) return key.error();
  if (key->substr(0, code->key_start.size()) != code->key_start) {
    return Fault{"this server is not the one that made the code; nothing was sent", request.address,
                 "the address that is printed with the code"};
  }
  if (!request.trusts_authorities) address.spki_sha256 = *key;

  CurlTransport transport(address);
  const Json body{{"secret", hex(code->secret)}, {"kiosk", request.kiosk}, {"name", request.name}};
  const auto result = transport.send({"POST",
                                      "/enrol",
                                      body.dump(-1, ' ', false, Json::error_handler_t::replace),
                                      "application/json",
                                      {}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!reply || reply->status != 200) return fault_of(result, request.address);
  return enrolled_by(*reply, address);
}

ServerAddress address_of(const Enrolled& enrolled) {
  ServerAddress address;
  address.origin = enrolled.server;
  address.spki_sha256 = enrolled.spki_sha256;
  address.credential = enrolled.credential;
  return address;
}

}  // namespace aktiv::sync
