#include "kiosk/storage/records/shelf_evaluations.h"

#include "dialogue/model/evaluation_batch.h"
#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr const char* only_row = "all";

}  // namespace

EvaluationBox ShelfEvaluations::open_box() {
  const auto row = shelf_.find(Table::evaluations, only_row);
  return row ? box_of(row->bytes) : EvaluationBox{};
}

// A fresh key each time; the key before is destroyed and the log emptied, so that no two states can
// be compared.
void ShelfEvaluations::put_back(const EvaluationBox& box) {
  const auto before = shelf_.find(Table::evaluations, only_row);
  const KeyId key = shelf_.fresh_key();
  shelf_.in_transaction([&] {
    shelf_.put(Table::evaluations, {only_row, "", 0, "evaluations", key, bytes_of(box)});
    if (before) shelf_.doom(before->key);
  });
  shelf_.bury();
}

Status ShelfEvaluations::put(const Evaluation& evaluation) {
  return guarded([&] {
    // What could not be read again would lock all the others in.
    if (const auto readable = evaluation_from_json(to_json(evaluation)); !readable)
      throw Trouble{readable.error()};
    EvaluationBox box = open_box();
    box.waiting.push_back(evaluation);
    put_back(box);
  });
}

Result<std::optional<EvaluationsToSend>> ShelfEvaluations::take_batch(std::string_view month,
                                                                      Draws& chance) {
  return guarded([&]() -> std::optional<EvaluationsToSend> {
    EvaluationBox box = open_box();
    if (box.under_way) return box.under_way;
    auto taken = aktiv::take_batch(std::move(box.waiting), month, chance);
    if (!taken) return std::nullopt;
    box.waiting = std::move(taken->left);
    box.under_way = EvaluationsToSend{taken->batch.id, to_json(taken->batch)};
    put_back(box);
    return box.under_way;
  });
}

Status ShelfEvaluations::mark_acknowledged(const std::string& id) {
  return guarded([&] {
    EvaluationBox box = open_box();
    if (!box.under_way || box.under_way->id != id) return;
    box.under_way.reset();
    put_back(box);
  });
}

}  // namespace aktiv::storage
