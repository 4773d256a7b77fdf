#include "kiosk/sync/receipt.h"

#include <nlohmann/json.hpp>

namespace aktiv::sync {

std::string to_bytes(const Receipt& receipt) {
  const nlohmann::json json{{"response", receipt.response},
                            {"patient", receipt.patient},
                            {"tool", receipt.tool},
                            {"version", receipt.definition_version},
                            {"finished_ms", receipt.finished_ms},
                            {"record_parts", receipt.record_parts}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<Receipt> receipt_from_bytes(std::string_view bytes) {
  try {
    const auto json = nlohmann::json::parse(bytes);
    return Receipt{json.at("response"), json.at("patient"),     json.at("tool"),
                   json.at("version"),  json.at("finished_ms"), json.at("record_parts")};
  } catch (const nlohmann::json::exception&) {
    return Fault{"the receipt cannot be read", "outbox", "a receipt that the sync wrote"};
  }
}

}  // namespace aktiv::sync
