// Within tests only: the case file's own program over a folder of its own, as a centre runs it.
#pragma once

#include <memory>
#include <string>

#include "kiosk/sync/enrol.h"
#include "kiosk/sync/testing/child_process.h"

namespace aktiv::sync {

// Throws where the program does not start; a test that uses it depends on aktiv-casefile.
class CasefileProgram {
 public:
  // `folder`: is there; what the case file keeps lies in it.
  explicit CasefileProgram(std::string folder);

  const std::string& origin() const { return origin_; }  // "https://127.0.0.1:port"
  std::string printed_code() const;
  EnrolRequest request(const std::string& code, unsigned kiosk = 1) const;
  Enrolled enrolled(unsigned kiosk = 1) const;  // with a code of its own; throws where refused

  void kill_hard() { server_->kill_hard(); }  // as a power cut
  void serve_again();                         // at the same address

 private:
  void serve(const std::string& listen);

  std::string folder_;
  std::string origin_;
  std::unique_ptr<ChildProcess> server_;
};

}  // namespace aktiv::sync
