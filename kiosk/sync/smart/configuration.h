// Where a FHIR server gives tokens, as it says itself under .well-known/smart-configuration.
#pragma once

#include <string>

#include "dialogue/model/result.h"
#include "kiosk/sync/http.h"
#include "kiosk/sync/smart/device_key.h"

namespace aktiv::sync::smart {

// An https address taken apart: "https://host:port" and "/path".
struct Url {
  std::string origin;
  std::string path;  // "/" where there is none; no query, no fragment
};

// A Fault that says what would be right.
Result<Url> read_url(const std::string& text);

// Asks the server (waits for the network) for its token endpoint. A Fault where it has none, or
// says that it takes no signed clients, or not this key's algorithm. `base`: the FHIR base path.
Result<std::string> read_token_url(HttpTransport& transport, const std::string& base,
                                   Algorithm algorithm);

}  // namespace aktiv::sync::smart
