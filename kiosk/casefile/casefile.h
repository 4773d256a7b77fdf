// The case file as one value behind a socket: database, key, FHIR end point, enrolment and pages,
// and which address belongs to whom. Owns its parts. handle() may be called from any thread.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/auth/device.h"
#include "kiosk/casefile/endpoint/endpoint.h"
#include "kiosk/casefile/enrol/enrolment.h"
#include "kiosk/casefile/evaluation/evaluation_inbox.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/pages/pages.h"
#include "kiosk/casefile/pages/public_files.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// What the pages are made of; the content must outlive the case file.
struct Furnishing {
  const Content& content;
  std::string share;  // the folder with casefile/ and fonts/
  PictureSource pictures;
  std::string language = "da";
  std::string spki_hash;  // of the certificate that is served
  PasswordWork work;
  Papers papers = {};
  SecondStep second_step = SecondStep::required;
};

class CaseFile {
 public:
  // Opens DIR (made when it is not there). Fails with words: newer database, missing or wrong key,
  // no disk.
  [[nodiscard]] static Result<std::unique_ptr<CaseFile>> open(const std::string& directory,
                                                              Clock clock,
                                                              const Furnishing& furnishing);

  HttpResponse handle(const HttpRequest& request);
  Database& database() { return *database_; }
  const Vault& vault() const { return vault_; }
  Door& door() { return pages_.door(); }
  int64_t now_ms() const { return clock_(); }

 private:
  CaseFile(std::unique_ptr<Database> database, Vault vault, Clock clock,
           const Furnishing& furnishing, Forms forms, Exports exports);
  HttpResponse dispatch(const HttpRequest& request);

  std::unique_ptr<Database> database_;
  Vault vault_;
  Clock clock_;
  DeviceGate gate_;
  FhirEndpoint endpoint_;
  Enrolment enrolment_;
  EvaluationInbox evaluations_;
  PublicFiles files_;
  Pages pages_;
};

// What the server says before a request reaches the case file: too large, unreadable, failed.
HttpResponse refusal_response(int status, const std::string& path);

}  // namespace aktiv::casefile
