#include "kiosk/casefile/evaluation/evaluation_inbox.h"

#include <nlohmann/json.hpp>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/casefile/store/evaluations.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::casefile {
namespace {

constexpr char json_type[] = "application/json; charset=utf-8";

HttpResponse refusal(int status, const std::string& what, const std::string& expected) {
  const nlohmann::json words = {{"what", what}, {"expected", expected}};
  return {status, json_type, words.dump(), {}};
}

HttpResponse unable() {
  return refusal(500, "the case file could not answer", "try again later");
}

}  // namespace

HttpResponse EvaluationInbox::take(const HttpRequest& request) {
  if (request.method != "POST") return refusal(405, "not a method of this address", "POST");
  const auto checked = gate_.check(request);
  if (!checked) return unable();
  if (checked->wait_s > 0)
    return {429, json_type, "", {{"Retry-After", std::to_string(checked->wait_s)}}};
  if (!checked->kiosk)
    return refusal(401, "no kiosk of this case file", "Bearer and its credential");
  const auto batch = evaluation_batch_from_json(request.body);
  if (!batch) return refusal(422, batch.error().what, batch.error().expected);
  const auto kept = database_.write([&](Connection& db) {
    return keep_evaluations(db, vault_, batch->id, checked->kiosk->centre, request.body);
  });
  if (!kept) return unable();
  const nlohmann::json reply = {{"sum", fhir::sum_of(*kept)}};
  return {200, json_type, reply.dump(), {}};
}

}  // namespace aktiv::casefile
