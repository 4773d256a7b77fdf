// What can fail says so in its type. A small expected: Debian 12's GCC has std::expected only in
// C++23 and clang 14 not at all. Values; any thread.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace aktiv {

// One thing that went wrong, for staff: what happened, where (file:line, table, address), and what
// would be right or what to do. Never shown to a citizen; never holds what a citizen said.
struct Fault {
  std::string what;
  std::string where;
  std::string expected;

  bool operator==(const Fault&) const = default;
};

inline std::string to_text(const Fault& fault) {
  std::string text = fault.where.empty() ? fault.what : fault.where + ": " + fault.what;
  if (!fault.expected.empty()) text += " (expected: " + fault.expected + ")";
  return text;
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: a value is a result
  Result(Fault fault)
      : state_(std::in_place_index<1>, std::move(fault)) {}  // NOLINT: so is a fault

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }

  const Fault& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Fault> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Fault fault) : fault_(std::move(fault)), failed_(true) {}  // NOLINT: a fault is a result

  bool has_value() const { return !failed_; }
  explicit operator bool() const { return !failed_; }
  const Fault& error() const { return fault_; }

 private:
  Fault fault_;
  bool failed_ = false;
};

using Status = Result<void>;

}  // namespace aktiv
