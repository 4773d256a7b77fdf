// What the kiosk remembers of a submission that arrived, enough to take it back later and no
// answer: written by the worker, kept sealed by the store as opaque bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::sync {

struct Receipt {
  std::string response;  // its id at the case file
  std::string patient;   // the citizen's Patient there
  std::string tool;
  int definition_version = 1;
  int64_t finished_ms = 0;
  int record_parts = 0;

  bool operator==(const Receipt&) const = default;
};

std::string to_bytes(const Receipt& receipt);
Result<Receipt> receipt_from_bytes(std::string_view bytes);

}  // namespace aktiv::sync
