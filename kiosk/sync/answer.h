// What a server answers, read without being hurt by it; for the sync's own .cpp files. Pure but for
// the transport, which waits for the network.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "kiosk/sync/case_file.h"

namespace aktiv::sync {

inline constexpr char fhir_json[] = "application/fhir+json";

// Discarded where it is no JSON, or nested so deeply that reading it could end the program.
nlohmann::json parsed(const std::string& body);

struct Searchset {
  nlohmann::json bundle;
  int64_t at_ms = 0;  // when the server answered, by its own clock (UTC); 0: it does not say
};

// The answer to a search: one page of it, a Bundle of type "searchset". `path`: from the server's
// root, with what is asked percent-encoded.
Reached<Searchset> read_searchset(HttpTransport& transport, const std::string& path);

}  // namespace aktiv::sync
