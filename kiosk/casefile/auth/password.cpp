#include "kiosk/casefile/auth/password.h"

#include <sodium.h>

#include <array>

#include "kiosk/casefile/auth/secret.h"

namespace aktiv::casefile {

PasswordWork least_work() {
  return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

std::string Passwords::hash(std::string_view password) {
  const std::lock_guard lock(mutex_);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), work_.operations,
                        work_.memory) != 0)
    return {};
  return text.data();
}

bool Passwords::fits(std::string_view password, const std::string& hash) {
  const std::lock_guard lock(mutex_);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void Passwords::pretend(std::string_view password) {
  (void)hash(password.substr(0, longest_password));
}

std::string one_time_password() {
  static constexpr char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string text;
  for (const unsigned char byte : random_bytes(16)) {
    if (text.size() % 5 == 4) text += '-';
    text += alphabet[byte & 31];
  }
  return text;
}

}  // namespace aktiv::casefile
