// What a kiosk signs to be given a token (RFC 7523, as SMART App Launch 2 narrows it). Any thread.
#pragma once

#include <cstdint>
#include <string>

#include "dialogue/model/result.h"

namespace aktiv::sync::smart {

struct Assertion {
  std::string client;     // as the server registered this kiosk: issuer and subject
  std::string audience;   // the whole address of the token endpoint
  std::string id;         // never used before
  int64_t issued_ms = 0;  // UTC; it holds for five minutes, which is the longest allowed
};

// A JSON Web Token signed with the key (device_key.h). A Fault where the key is none; no message
// quotes it.
Result<std::string> signed_assertion(const Assertion& assertion, const std::string& key_pem);

// A name by chance, for Assertion::id.
std::string fresh_assertion_id();

}  // namespace aktiv::sync::smart
