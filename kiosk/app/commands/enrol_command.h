// Connects this kiosk with its case file, or with a FHIR server that is not ours. Each answers the
// process's exit code.
#pragma once

#include <filesystem>
#include <string>

namespace aktiv::app {

struct EnrolOptions {
  std::filesystem::path data;
  std::string address;      // our case file: "https://host:port"; another's: its FHIR base address
  std::string code;         // one of the two: our case file's one-time code …
  std::string client;       // … or the client id under which a server registered this kiosk's key
  std::string scope;        // empty: what a kiosk needs (sync/smart/token_transport.h)
  std::string name;         // what staff call this kiosk
  std::string centre;       // with `client`: the day centre's name
  std::string authorities;  // as in LinkParts
};

int enrol(const EnrolOptions& options);

// The public half of this kiosk's own key, as a JWK Set on standard output; made where there is
// none. `algorithm`: "ES384" or "RS384"; empty: the one that is there. `is_anew`: another key in
// its place, so that whoever took the old one is shut out.
int key(const std::filesystem::path& data, const std::string& algorithm, bool is_anew);

}  // namespace aktiv::app
