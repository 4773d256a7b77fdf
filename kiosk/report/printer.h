// Where a sheet becomes paper. Blocks until the printer's queue has it, never until it is printed:
// not for the loop's thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::report {

class Printer {
 public:
  virtual ~Printer() = default;

  // Success: it is on its way. A Fault is for staff, and is no alarm: most centres begin without a
  // printer.
  virtual Status print(const std::string& pdf) = 0;
};

// Runs a program without a shell, in the C locale: its words, and what goes into it through a pipe;
// what it answered comes back. Fails when it cannot start, takes too long or ends with another code
// than 0.
using RunProgram = std::function<Result<std::string>(const std::vector<std::string>& words,
                                                     const std::string& in)>;

// CUPS by its own commands, lpstat and lp: the default printer and no other. What is printed goes
// through a pipe; the job's title names the program and nobody.
class CupsPrinter final : public Printer {
 public:
  explicit CupsPrinter(RunProgram run) : run_(std::move(run)) {}

  Status print(const std::string& pdf) override;

 private:
  Result<std::string> chosen_queue() const;
  Status is_running(const std::string& queue) const;

  RunProgram run_;
};

}  // namespace aktiv::report
