// The evaluations' rules over a shelf.
#pragma once

#include "kiosk/storage/evaluations.h"
#include "kiosk/storage/records/evaluation_box.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class ShelfEvaluations : public Evaluations {
 public:
  explicit ShelfEvaluations(Shelf& shelf) : shelf_(shelf) {}

  Status put(const Evaluation& evaluation) override;
  Result<std::optional<EvaluationsToSend>> take_batch(std::string_view month,
                                                      Draws& chance) override;
  Status mark_acknowledged(const std::string& id) override;

 private:
  EvaluationBox open_box();
  void put_back(const EvaluationBox& box);

  Shelf& shelf_;
};

}  // namespace aktiv::storage
