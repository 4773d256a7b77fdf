#include "kiosk/sync/testing/casefile_program.h"

#include <stdexcept>

#include "kiosk/sync/fhir/example.h"

namespace aktiv::sync {
namespace {

const std::string program = std::string(AKTIV_BINARY_DIR) + "/bin/aktiv-casefile";

}  // namespace

CasefileProgram::CasefileProgram(std::string folder) : folder_(std::move(folder)) {
  serve("127.0.0.1:0");
}

void CasefileProgram::serve(const std::string& listen) {
  server_.reset();
  server_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{program, "serve", "--data", folder_ + "/data", "--listen", listen});
  const std::string before = "case file ";
  for (std::string line = server_->read_line(); !line.empty(); line = server_->read_line()) {
    if (!line.starts_with(before)) continue;
    origin_ = line.substr(before.size());
    while (origin_.ends_with("/")) origin_.pop_back();
    return;
  }
  throw std::runtime_error("the case file did not start");
}

void CasefileProgram::serve_again() {
  serve(origin_.substr(std::string("https://").size()));
}

std::string CasefileProgram::printed_code() const {
  ChildProcess process({program, "code", "--data", folder_ + "/data", "--centre", "Solhjørnet"});
  return process.read_line();
}

EnrolRequest CasefileProgram::request(const std::string& code, unsigned kiosk) const {
  EnrolRequest request;
  request.code = code;
  request.address = origin_;
  request.kiosk = fhir::example_uuid(9, kiosk);
  request.name = "Kiosk " + std::to_string(kiosk);
  return request;
}

Enrolled CasefileProgram::enrolled(unsigned kiosk) const {
  const auto done = enrol(request(printed_code(), kiosk));
  if (!done) throw std::runtime_error(to_text(done.error()));
  return *done;
}

}  // namespace aktiv::sync
