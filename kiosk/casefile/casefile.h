// The case file as one value behind a socket: database, key, FHIR end point, enrolment and pages,
// and which address belongs to whom. Owns its parts. handle() may be called from any thread.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/endpoint/endpoint.h"
#include "kiosk/casefile/enrol/enrolment.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

class CaseFile {
 public:
  // Opens DIR (made when it is not there). Fails with words: newer database, missing or wrong key,
  // no disk.
  [[nodiscard]] static Result<std::unique_ptr<CaseFile>> open(const std::string& directory,
                                                              Clock clock);

  HttpResponse handle(const HttpRequest& request);
  Database& database() { return *database_; }
  const Vault& vault() const { return vault_; }
  int64_t now_ms() const { return clock_(); }

 private:
  CaseFile(std::unique_ptr<Database> database, Vault vault, Clock clock);

  std::unique_ptr<Database> database_;
  Vault vault_;
  Clock clock_;
  DeviceGate gate_;
  FhirEndpoint endpoint_;
  Enrolment enrolment_;
};

// What the server says before a request reaches the case file: too large, unreadable, failed.
HttpResponse refusal_response(int status, const std::string& path);

}  // namespace aktiv::casefile
