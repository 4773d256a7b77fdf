// Passwords of mentors and administrators: kept as Argon2id, one-time passwords made here. Hashing
// takes 64 MiB and a tenth of a second on purpose; it runs one at a time, so that many sign-ins at
// once cannot empty the memory. Any thread.
#pragma once

#include <mutex>
#include <string>
#include <string_view>

namespace aktiv::casefile {

// Argon2id's work. The default is libsodium's INTERACTIVE; tests use the least.
struct PasswordWork {
  unsigned long long operations = 2;
  size_t memory = 64u << 20;  // bytes
};
PasswordWork least_work();

class Passwords {
 public:
  explicit Passwords(PasswordWork work = {}) : work_(work) {}
  std::string hash(std::string_view password);  // empty where there is no memory for it
  bool fits(std::string_view password, const std::string& hash);
  // As slow as fits(), for a sign-in name that nobody has: names cannot be found out by the clock.
  void pretend(std::string_view password);

 private:
  PasswordWork work_;
  std::mutex mutex_;
};

// 16 characters that nobody mistakes, in groups of four: 80 random bits.
std::string one_time_password();

inline constexpr size_t shortest_password = 12;
inline constexpr size_t longest_password = 128;

}  // namespace aktiv::casefile
