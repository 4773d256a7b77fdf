// Within tests only: a FakeServer behind real TLS on 127.0.0.1, with enrolment; keeps everything
// that it was ever sent, so that a test can say what left the kiosk.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/sync/testing/certificate.h"
#include "kiosk/sync/testing/fake_server.h"

namespace aktiv::sync {

class TlsServer {
 public:
  explicit TlsServer(const TestCertificate& certificate);
  ~TlsServer();

  int port() const;
  std::string origin() const { return "https://127.0.0.1:" + std::to_string(port()); }

  // What any client ever sent: methods, paths, headers, bodies.
  std::string everything_received() const;
  void with(const std::function<void(FakeServer&)>& look);

  std::string answers_enrolment_with =
      R"({"credential":"c1","centre":"Solhjørnet","fhir":"/fhir"})";
  int enrolment_status = 200;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::sync
