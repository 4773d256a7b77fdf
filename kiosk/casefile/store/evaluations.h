// Batches of anonymous evaluations, as kiosks hand them in: sealed, with the centre they are about
// and nothing of which kiosk or when. Free functions over a Connection, as in resources.h.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/evaluation_batch.h"
#include "dialogue/model/result.h"
#include "kiosk/casefile/store/sqlite.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// What stands under the id afterwards, read back: the same batch again changes nothing, and another
// one under its id does not take its place.
Result<std::string> keep_evaluations(Connection& db, const Vault& vault, const std::string& id,
                                     const std::string& centre, const std::string& bytes);

// All of them, by id: an order that tells nothing.
Result<std::vector<EvaluationBatch>> all_evaluations(Connection& db, const Vault& vault);

}  // namespace aktiv::casefile
