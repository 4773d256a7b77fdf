#include "kiosk/sync/smart/configuration.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "kiosk/sync/answer.h"
#include "kiosk/sync/curl_transport.h"
#include "kiosk/sync/fhir/members.h"

namespace aktiv::sync::smart {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::text_of;

// A list that is not there says nothing, and a server that says nothing may still take it.
bool takes(const Json& configuration, const char* list, const std::string& what) {
  const Json& all = member(configuration, list);
  return !all.is_array() || std::ranges::find(all, Json(what)) != all.end();
}

}  // namespace

Result<Url> read_url(const std::string& text) {
  constexpr size_t after_scheme = std::string_view("https://").size();
  const auto slash = text.find('/', std::min(text.size(), after_scheme));
  Url url{text.substr(0, slash), slash == std::string::npos ? "/" : text.substr(slash)};
  const bool is_plain = url.path.find_first_of("?#@ \t\r\n\\") == std::string::npos;
  if (is_origin(url.origin) && is_plain) return url;
  return Fault{"not an address of a server", text, "https://host/path without a question mark"};
}

Result<std::string> read_token_url(HttpTransport& transport, const std::string& base,
                                   Algorithm algorithm) {
  const std::string path = base + "/.well-known/smart-configuration";
  const auto result = transport.send({"GET", path, "", "", {{"Accept", "application/json"}}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (reply == nullptr)
    return Fault{"the server does not answer: " + std::string(code_of(judge(result).why)), path,
                 "a network and a running server"};
  const Json said = reply->status == 200 ? parsed(reply->body) : Json();
  const std::string token_url = text_of(member(said, "token_endpoint"));
  if (token_url.empty())
    return Fault{"the server does not say where it gives tokens (it answered " +
                     std::to_string(reply->status) + ")",
                 path, "SMART Backend Services, and the FHIR base address"};
  if (!takes(said, "token_endpoint_auth_methods_supported", "private_key_jwt"))
    return Fault{"the server takes no clients that sign with a key of their own", path,
                 "private_key_jwt"};
  if (!takes(said, "token_endpoint_auth_signing_alg_values_supported", name_of(algorithm)))
    return Fault{"the server does not know this kiosk's kind of key", path,
                 name_of(algorithm) + "; a kiosk can have a key for ES384 or for RS384"};
  if (const auto url = read_url(token_url); !url) return url.error();
  return token_url;
}

}  // namespace aktiv::sync::smart
