// Runs a program: text in, bytes out, with an end. No shell. Blocks the calling thread.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::speech {

struct ChildJob {
  std::vector<std::string> argv;  // argv[0]: a path, or a name in PATH
  std::vector<std::pair<std::string, std::string>> environment;  // added to ours
  std::string input;
  int time_out_ms = 0;
  size_t largest_output = 0;
};

// Fails: cannot start, ends with another code than 0, takes too long, writes too much, unwanted.
// The program and what it started are then killed and waited for.
Result<std::vector<char>> run_child(const ChildJob& job, const std::function<bool()>& is_unwanted);

}  // namespace aktiv::speech
