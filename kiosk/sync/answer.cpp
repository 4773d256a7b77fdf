#include "kiosk/sync/answer.h"

#include <algorithm>

#include "kiosk/sync/fhir/mapping.h"
#include "kiosk/sync/fhir/members.h"
#include "kiosk/sync/waits.h"

namespace aktiv::sync {
namespace {

using Json = nlohmann::json;

constexpr size_t deepest = 64;

}  // namespace

Json parsed(const std::string& body) {
  if (fhir::is_nested_deeper_than(body, deepest)) return Json(Json::value_t::discarded);
  return Json::parse(body, nullptr, false);
}

Reached<Searchset> read_searchset(HttpTransport& transport, const std::string& path) {
  const auto result = transport.send({"GET", path, "", "", {{"Accept", fhir_json}}});
  const auto* reply = std::get_if<HttpReply>(&result);
  if (!reply || reply->status != 200) return {{}, judge(result)};
  Json answer = parsed(reply->body);
  if (fhir::text_of(fhir::member(answer, "type")) != "searchset") return {{}, strange_answer()};
  return {{std::move(answer), std::max<int64_t>(0, http_date_ms(reply->header("date")))}, {}};
}

}  // namespace aktiv::sync
