#include "kiosk/sync/smart/sign_up.h"

#include "kiosk/sync/answer.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/fhir/systems.h"
#include "kiosk/sync/smart/configuration.h"

namespace aktiv::sync::smart {
namespace {

// "/path" without a slash at its end; empty for the root.
std::string base_path(const Url& url) {
  std::string path = url.path;
  while (path.ends_with('/')) path.pop_back();
  return path;
}

Status is_r4(HttpTransport& server, const std::string& base) {
  const std::string path = base + "/metadata";
  const auto result = server.send({"GET", path, "", "", {{"Accept", fhir_json}}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (reply == nullptr || reply->status != 200)
    return Fault{"the server does not tell what it can: " + std::string(code_of(judge(result).why)),
                 path, "the base address of an HL7 FHIR R4 server"};
  const std::string version = fhir::text_of(fhir::member(parsed(reply->body), "fhirVersion"));
  if (version.starts_with("4.0")) return {};
  return Fault{"the server speaks FHIR " + (version.empty() ? "of no version" : version), path,
               "4.0, which is R4"};
}

// A question that opens nobody's file: no citizen has this name.
Status opens(HttpTransport& with_token, const std::string& base) {
  const std::string nobody = std::string(fhir::systems::citizen) + "|nobody";
  const std::string path = base + "/Patient?identifier=" + percent_encoded(nobody);
  const auto asked = read_searchset(with_token, path);
  if (asked.outcome.is_done()) return {};
  return Fault{"the server does not let this kiosk in: " + std::string(code_of(asked.outcome.why)),
               base, "this kiosk's client id, key and rights registered with the server"};
}

}  // namespace

Result<Enrolled> sign_up(const SignUp& request, const UtcClock& clock) {
  const auto url = read_url(request.base_url);
  if (!url) return url.error();
  const auto algorithm = algorithm_of(request.key_pem);
  if (!algorithm) return algorithm.error();
  Destination to;
  to.server.origin = url->origin;
  to.server.proxy = request.proxy;
  to.server.ca_file = request.ca_file;
  const std::string base = base_path(*url);
  CurlTransport bare(to.server);
  if (const auto speaks = is_r4(bare, base); !speaks) return speaks.error();
  const auto token_url = read_token_url(bare, base, *algorithm);
  if (!token_url) return token_url.error();

  to.client = Client{request.client, *token_url, request.scope, request.key_pem};
  Connection connection(to, clock);
  if (const auto opened = opens(connection.transport(), base); !opened) return opened.error();
  return Enrolled{url->origin, "", "", request.centre, base, to.client};
}

}  // namespace aktiv::sync::smart
