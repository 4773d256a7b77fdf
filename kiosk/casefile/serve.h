// The service as started from the command line: case file, certificate and server together, and
// what is printed at the start. start() is ready to serve; run() blocks until stop(), from any
// thread.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/casefile.h"
#include "kiosk/casefile/http/server.h"

namespace aktiv::casefile {

struct ServeOptions {
  std::string directory;
  std::string listen = "127.0.0.1:8443";
  std::string certificate;  // empty: made at the first start
  std::string key;
  std::string language = "da";
};

class Service {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Service>> start(const ServeOptions& options,
                                                              Clock clock, std::ostream& out);
  int port() const { return server_->port(); }
  CaseFile& casefile() { return *casefile_; }
  void run() { server_->run(); }
  void stop() { server_->stop(); }

 private:
  Service(std::unique_ptr<CaseFile> casefile, std::unique_ptr<Server> server)
      : casefile_(std::move(casefile)), server_(std::move(server)) {}
  std::unique_ptr<CaseFile> casefile_;
  std::unique_ptr<Server> server_;
};

// A new enrolment code for the centre of that name, made when it is new. The certificate is the one
// that `serve` used last in this folder; without any, one is made.
Result<std::string> code_for_centre(const std::string& directory, const std::string& centre_name,
                                    const Clock& clock);

}  // namespace aktiv::casefile
