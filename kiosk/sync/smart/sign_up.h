// How a kiosk comes to a FHIR server that is not ours, once a person has registered its key there.
// Blocking (up to some minutes): never on the loop.
#pragma once

#include <string>

#include "dialogue/model/result.h"
#include "kiosk/sync/connection.h"
#include "kiosk/sync/enrol.h"

namespace aktiv::sync::smart {

struct SignUp {
  std::string base_url;  // "https://host/path", the server's FHIR base address
  std::string client;    // as the server registered this kiosk
  std::string scope = kiosk_scope;
  std::string key_pem;  // device_key.h
  std::string centre;   // the day centre's name; may be empty
  std::string proxy;
  std::string ca_file;  // of a municipality's own authorities; empty: the system's
};

// Asks where the server gives tokens, gets one, and sees that it opens what a kiosk needs. A Fault
// says which of these did not come about. What is kept has no credential and pins no key.
Result<Enrolled> sign_up(const SignUp& request, const UtcClock& clock);

}  // namespace aktiv::sync::smart
