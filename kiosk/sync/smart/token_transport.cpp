#include "kiosk/sync/smart/token_transport.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "kiosk/sync/answer.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/smart/assertion.h"
#include "kiosk/sync/smart/configuration.h"

namespace aktiv::sync::smart {
namespace {

using Json = nlohmann::json;
using fhir::member;
using fhir::text_of;

constexpr int64_t unsaid_s = 60;  // a server that does not say how long: renewed each minute
constexpr int64_t longest_s = 24 * 3600;  // none is believed for longer
constexpr int64_t early_ms = 15'000;      // so that none ends under way
constexpr int64_t clocks_differ_ms = 30'000;

bool is_refused(const HttpReply& reply) {
  return reply.status == 400 || reply.status == 401 || reply.status == 403;
}

// RFC 6750: what may stand behind "Bearer".
bool is_token(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

std::string form(const std::string& scope, const std::string& assertion) {
  return "grant_type=client_credentials&scope=" + percent_encoded(scope) +
         "&client_assertion_type=" +
         percent_encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer") +
         "&client_assertion=" + percent_encoded(assertion);
}

}  // namespace

const char* const kiosk_scope =
    "system/Patient.crus system/QuestionnaireResponse.crus system/Goal.crus "
    "system/DocumentReference.crus system/Provenance.crs system/Questionnaire.crs "
    "system/MeasureReport.crs";

TokenTransport::TokenTransport(HttpTransport& server, HttpTransport& tokens, Client client,
                               UtcClock clock, std::function<std::string()> fresh_id)
    : server_(server),
      tokens_(tokens),
      client_(std::move(client)),
      clock_(std::move(clock)),
      fresh_id_(std::move(fresh_id)) {}

HttpResult TokenTransport::send(const HttpRequest& request) {
  const int64_t now = clock_();
  const bool is_from_before = has_token(now);
  if (!is_from_before) {
    HttpResult asked = renew(now);
    if (!has_token(now)) return asked;
  }
  HttpResult result = send_with_token(request);
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!is_from_before || reply == nullptr || reply->status != 401) return result;
  token_.clear();
  HttpResult asked = renew(now);
  return has_token(now) ? send_with_token(request) : asked;
}

HttpResult TokenTransport::send_with_token(HttpRequest request) {
  request.headers.emplace_back("Authorization", "Bearer " + token_);
  return server_.send(request);
}

// By the server's own clock where it refuses what this kiosk's clock says.
HttpResult TokenTransport::renew(int64_t now_ms) {
  HttpResult result = ask(now_ms);
  auto* reply = std::get_if<HttpReply>(&result);
  if (reply == nullptr) return result;
  const int64_t theirs = http_date_ms(reply->header("date"));
  if (is_refused(*reply) && theirs >= 0 && std::abs(theirs - now_ms) > clocks_differ_ms) {
    result = ask(theirs);
    reply = std::get_if<HttpReply>(&result);
    if (reply == nullptr) return result;
  }
  if (reply->status == 200) {
    // An answer without a token is no case file's: nothing is sent with it.
    if (!take_token(*reply, now_ms)) return HttpReply{};
    return result;
  }
  if (is_refused(*reply)) reply->status = 401;
  return result;
}

HttpResult TokenTransport::ask(int64_t now_ms) {
  const auto url = read_url(client_.token_url);
  const auto assertion =
      signed_assertion({client_.id, client_.token_url, fresh_id_(), now_ms}, client_.key_pem);
  if (!url || !assertion) return HttpReply{401, {}, {}};
  return tokens_.send({"POST",
                       url->path,
                       form(client_.scope, *assertion),
                       "application/x-www-form-urlencoded",
                       {{"Accept", "application/json"}}});
}

bool TokenTransport::take_token(const HttpReply& reply, int64_t now_ms) {
  const Json said = parsed(reply.body);
  const std::string token = text_of(member(said, "access_token"));
  std::string type = text_of(member(said, "token_type"));
  std::ranges::transform(type, type.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  if (!is_token(token) || type != "bearer") return false;
  const Json& lifetime = member(said, "expires_in");
  const int64_t holds_s = lifetime.is_number_integer() ? lifetime.get<int64_t>() : unsaid_s;
  token_ = token;
  // However short it holds, it is good for the request that it was fetched for.
  renew_at_ms_ =
      now_ms + std::max<int64_t>(std::clamp<int64_t>(holds_s, 0, longest_s) * 1000 - early_ms, 1);
  return true;
}

}  // namespace aktiv::sync::smart
