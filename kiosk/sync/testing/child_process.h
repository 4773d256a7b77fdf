// Within tests only: another program, started, listened to, and ended with the test.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace aktiv::sync {

class ChildProcess {
 public:
  explicit ChildProcess(
      const std::vector<std::string>& command);  // throws where it cannot be started
  ~ChildProcess();                               // ends it, softly and then not
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // The next line of its standard output; empty when it ended or nothing came within the time.
  std::string read_line(int timeout_ms = 120'000);
  std::string read_all();  // until it ends
  int wait();              // its exit code
  void kill_hard();        // as a power cut

 private:
  pid_t pid_ = -1;
  int in_ = -1;   // to its standard input: closed when the test ends
  int out_ = -1;  // from its standard output
  std::string held_;
};

}  // namespace aktiv::sync
