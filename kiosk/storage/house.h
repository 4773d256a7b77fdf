// The kiosk's own affairs: its name, the case file it is enrolled with, calls for help, settings.
// Sealed. Synchronous and for one thread; faults as in journal.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::storage {

struct Enrolment {
  std::string server;       // "https://host:port"
  std::string spki_sha256;  // 32 bytes: the server's pinned public key
  std::string credential;   // this kiosk's own
  std::string centre;
  std::string fhir_path;  // "/fhir"
  // At somebody else's FHIR server (kiosk/sync/smart), in the place of a credential; else empty.
  std::string client = {};     // as that server registered this kiosk
  std::string token_url = {};  // where it gives tokens
  std::string scope = {};      // what is asked for there

  bool operator==(const Enrolment&) const = default;
};

// "Hent hjælp" with nobody near: when, and nothing else.
struct HelpCall {
  std::string id;  // UUID
  int64_t at_ms = 0;

  bool operator==(const HelpCall&) const = default;
};

class House {
 public:
  virtual ~House() = default;

  virtual Result<std::string> kiosk_id() = 0;  // a UUID, made once

  virtual Status put_enrolment(const Enrolment& enrolment) = 0;
  virtual Result<std::optional<Enrolment>> enrolment() = 0;
  virtual Status clear_enrolment() = 0;

  // The private key with which this kiosk signs in at somebody else's server, as PEM; empty: none
  // has been made. It stays when an enrolment ends.
  virtual Status put_device_key(const std::string& pem) = 0;
  virtual Result<std::string> device_key() = 0;

  virtual Status add_help_call(const HelpCall& call) = 0;
  virtual Result<std::vector<HelpCall>> help_calls_waiting() = 0;
  virtual Status mark_help_call_acknowledged(const std::string& id) = 0;  // and forgets it

  virtual Status put_setting(const std::string& name, const std::string& value) = 0;
  virtual Result<std::optional<std::string>> setting(const std::string& name) = 0;
};

}  // namespace aktiv::storage
