// A transaction Bundle: all or nothing. POST (with or without ifNoneExist) and PUT (with ifMatch)
// entries; urn:uuid references between entries are resolved. To be called inside Database::write; a
// Problem means that the whole transaction must be rolled back.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "kiosk/casefile/endpoint/write.h"

namespace aktiv::casefile {

struct TransactionReply {
  std::string body;            // the transaction-response Bundle
  bool has_withdrawn = false;  // something was taken back: the log must be emptied too
};

Checked<TransactionReply> run_transaction(WriteContext& context,
                                          const nlohmann::ordered_json& bundle);

}  // namespace aktiv::casefile
