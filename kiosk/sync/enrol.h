// How a kiosk comes to its case file: somebody types the one-time code and the address. The
// server's key is compared with the code BEFORE the secret leaves, and the whole key is pinned from
// then on. Blocking (up to a minute): never on the loop.
#pragma once

#include <optional>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/sync/connection.h"

namespace aktiv::sync {

struct EnrolRequest {
  std::string code;     // as typed
  std::string address;  // "https://host:port"
  std::string kiosk;    // UUID
  std::string name;     // what staff call it
  std::string proxy;
  std::string ca_file;              // with trusts_authorities
  bool trusts_authorities = false;  // a municipality's own certificate: nothing is pinned
};

// What the kiosk keeps, sealed.
struct Enrolled {
  std::string server;
  std::string spki_sha256;  // 32 bytes; empty where authorities are trusted
  std::string credential;
  std::string centre;
  std::string fhir_path;
  std::optional<smart::Client> client = {};  // at somebody else's server (smart/sign_up.h)

  bool operator==(const Enrolled&) const = default;
};

Result<Enrolled> enrol(const EnrolRequest& request);

// To this case file from now on.
ServerAddress address_of(const Enrolled& enrolled);

}  // namespace aktiv::sync
