// The FHIR R4 end point under /fhir: who may ask, what they ask, and the answer in JSON with an
// OperationOutcome for every error. Owns nothing; what it is given must outlive it. Any thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/endpoint/problem.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

class FhirEndpoint {
 public:
  FhirEndpoint(Database& database, const Vault& vault, DeviceGate& gate, Clock clock)
      : database_(database), vault_(vault), gate_(gate), clock_(std::move(clock)) {}
  // For paths that begin with /fhir.
  HttpResponse handle(const HttpRequest& request);

 private:
  HttpResponse route(const HttpRequest& request, const Kiosk& caller);
  HttpResponse on_type(const HttpRequest& request, const Kiosk& caller, const std::string& type);
  HttpResponse on_resource(const HttpRequest& request, const Kiosk& caller, const std::string& type,
                           const std::string& id);
  HttpResponse transaction(const HttpRequest& request, const Kiosk& caller);
  HttpResponse create(const HttpRequest& request, const Kiosk& caller, const std::string& type);
  HttpResponse update(const HttpRequest& request, const Kiosk& caller, const std::string& type,
                      const std::string& id);
  HttpResponse read(const Kiosk& caller, const std::string& type, const std::string& id,
                    const std::optional<std::string>& version);
  HttpResponse search(const HttpRequest& request, const Kiosk& caller, const std::string& type,
                      const Fields& words);

  Database& database_;
  const Vault& vault_;
  DeviceGate& gate_;
  Clock clock_;
};

HttpResponse problem_response(const Problem& problem);

}  // namespace aktiv::casefile
