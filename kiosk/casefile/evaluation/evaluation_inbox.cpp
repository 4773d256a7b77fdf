#include "kiosk/casefile/evaluation/evaluation_inbox.h"

#include <nlohmann/json.hpp>

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/casefile/http/refusal.h"
#include "kiosk/casefile/store/evaluations.h"
#include "kiosk/sync/fhir/digest.h"

namespace aktiv::casefile {
HttpResponse EvaluationInbox::take(const HttpRequest& request) {
  if (request.method != "POST")
    return refusal(405, "not a method of this address", "request", "POST");
  const auto checked = gate_.check(request);
  if (!checked) return refusal(500, "the case file could not answer", "", "try again later");
  if (checked->wait_s > 0) return too_many(checked->wait_s);
  if (!checked->kiosk)
    return refusal(401, "no kiosk of this case file", "Authorization", "Bearer and its credential");
  const auto batch = evaluation_batch_from_json(request.body);
  if (!batch) return refusal(422, batch.error().what, "body", batch.error().expected);
  const auto kept = database_.write([&](Connection& db) {
    return keep_evaluations(db, vault_, batch->id, checked->kiosk->centre, request.body);
  });
  if (!kept) return refusal(500, "the case file could not answer", "", "try again later");
  const nlohmann::json reply = {{"sum", fhir::sum_of(*kept)}};
  return {200, "application/json; charset=utf-8", reply.dump(), {}};
}

}  // namespace aktiv::casefile
