// What went wrong with a FHIR request, as it is told to the caller: an HTTP status and an
// OperationOutcome that says what, where and what was expected. Never repeats values of a body:
// they may be what a citizen said. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

struct Problem {
  int status = 400;
  std::string code = "invalid";  // FHIR's issue-type: invalid, structure, not-found, conflict, …
  std::string what;
  std::string where;  // a FHIRPath-like place, a parameter or an address
  std::string expected;
};

// A value, or the problem that stood in its way.
template <class T>
class [[nodiscard]] Checked {
 public:
  Checked(T value) : value_(std::move(value)) {}              // NOLINT: a value is checked
  Checked(Problem problem) : problem_(std::move(problem)) {}  // NOLINT: so is a problem
  explicit operator bool() const { return value_.has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }
  const Problem& problem() const { return problem_; }

 private:
  std::optional<T> value_;
  Problem problem_;
};

using MaybeProblem = std::optional<Problem>;

// For whoever asks from within: what rolls a Database::write back.
inline Fault fault_from(const Problem& problem) {
  return {problem.what, problem.where, problem.expected};
}

// The OperationOutcome as JSON text.
std::string operation_outcome(const Problem& problem);

}  // namespace aktiv::casefile
