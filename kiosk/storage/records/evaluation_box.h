// What lies in the one row of the evaluations: those that wait, and the batch under way. Its bytes
// depend on what is in it and on nothing else. A value; Trouble where the bytes are no box.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/storage/evaluations.h"

namespace aktiv::storage {

struct EvaluationBox {
  std::vector<Evaluation> waiting;
  std::optional<EvaluationsToSend> under_way;
};

// Filled with nothing up to whole steps of this many bytes: about thirty evaluations without words.
inline constexpr size_t box_step_bytes = 16 * 1024;

std::string bytes_of(const EvaluationBox& box);
EvaluationBox box_of(const std::string& bytes);

}  // namespace aktiv::storage
