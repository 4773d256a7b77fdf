#include "kiosk/casefile/store/evaluations.h"

namespace aktiv::casefile {
namespace {

std::string place_of(const std::string& id) {
  return "evaluation|" + id;
}

}  // namespace

Result<std::string> keep_evaluations(Connection& db, const Vault& vault, const std::string& id,
                                     const std::string& centre, const std::string& bytes) {
  const std::string sealed = vault.seal(bytes, place_of(id));
  Statement(db, "INSERT OR IGNORE INTO evaluation_batch(id, centre, body) VALUES(?,?,?)", id,
            centre, Blob{sealed})
      .run();
  Statement row(db, "SELECT body FROM evaluation_batch WHERE id = ?", id);
  if (!row.step()) return Fault{"a batch was not kept", "evaluations", "a row of its own"};
  return vault.unseal(row.text(0), place_of(id));
}

Result<std::vector<EvaluationBatch>> all_evaluations(Connection& db, const Vault& vault) {
  Statement rows(db, "SELECT id, body FROM evaluation_batch ORDER BY id");
  std::vector<EvaluationBatch> batches;
  while (rows.step()) {
    const auto bytes = vault.unseal(rows.text(1), place_of(rows.text(0)));
    if (!bytes) return bytes.error();
    auto batch = evaluation_batch_from_json(*bytes);
    if (!batch) return batch.error();
    batches.push_back(std::move(*batch));
  }
  return batches;
}

}  // namespace aktiv::casefile
