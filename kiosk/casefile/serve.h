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
  std::string first_centre;  // at the first start: the first administrator is a mentor of it, too
  SecondStep second_step = SecondStep::required;
};

// What the program brings along: content, files and pictures. The content must outlive the service.
struct Provisions {
  const Content& content;
  std::string share;
  PictureSource pictures;
  PasswordWork work;
  Papers papers = {};
};

class Service {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Service>> start(const ServeOptions& options,
                                                              const Provisions& provisions,
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

// The commands beside serve; each works while a service runs on the same folder, too.
struct Command {
  std::string directory;
  std::string centre;  // name; made when it is new
  std::string sign_in;
  std::string name;
};

// A new enrolment code. The certificate is the one that `serve` used last in this folder; without
// any, one is made.
Result<std::string> code_for_centre(const Command& command, const Provisions& provisions,
                                    const Clock& clock);
// An administrator, or a mentor of command.centre: made when the sign-in name is new; else that
// account gets a new password. Returns the one-time password.
Result<std::string> password_for_account(const Command& command, const Provisions& provisions,
                                         const Clock& clock);

}  // namespace aktiv::casefile
