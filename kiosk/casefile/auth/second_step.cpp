#include "kiosk/casefile/auth/second_step.h"

#include <liboath/oath.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include "kiosk/casefile/auth/secret.h"
#include "kiosk/casefile/http/message.h"

namespace aktiv::casefile {
namespace {

constexpr size_t key_size = 20;
constexpr unsigned digits = 6;
constexpr int64_t steps_beside = 1;
constexpr size_t letters_in_a_group = 4;

std::string base32(std::string_view bytes) {
  char* letters = nullptr;
  size_t length = 0;
  if (oath_base32_encode(bytes.data(), bytes.size(), &letters, &length) != OATH_OK) return {};
  const std::unique_ptr<char, void (*)(void*)> owned(letters, std::free);
  std::string text(letters, length);
  std::erase(text, '=');
  return text;
}

std::string digits_in(std::string_view written) {
  std::string code;
  for (const char letter : written)
    if (letter != ' ') code += letter;
  return code;
}

}  // namespace

std::string new_code_key() {
  return random_bytes(key_size);
}

std::string key_letters(std::string_view key) {
  const std::string all = base32(key);
  std::string grouped;
  for (size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && i % letters_in_a_group == 0) grouped += ' ';
    grouped += all[i];
  }
  return grouped;
}

std::string key_address(std::string_view key, const std::string& sign_in) {
  return "otpauth://totp/AKTIV-dialog:" + percent_encode(sign_in) + "?secret=" + base32(key) +
         "&issuer=AKTIV-dialog";
}

std::string code_at(std::string_view key, int64_t step) {
  std::array<char, digits + 1> code{};
  const int made = oath_hotp_generate(key.data(), key.size(), static_cast<uint64_t>(step), digits,
                                      false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  return made == OATH_OK ? std::string(code.data()) : std::string();
}

std::optional<int64_t> step_of_code(std::string_view key, std::string_view code, int64_t now_ms,
                                    int64_t used) {
  const std::string written = digits_in(code);
  const int64_t now = now_ms / code_step_ms;
  for (int64_t step = std::max(now - steps_beside, used + 1); step <= now + steps_beside; ++step) {
    const std::string fitting = code_at(key, step);
    if (!fitting.empty() && are_equal_secrets(fitting, written)) return step;
  }
  return std::nullopt;
}

}  // namespace aktiv::casefile
