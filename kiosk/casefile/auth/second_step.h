// The second step of signing in: a code from an app on one's telephone. TOTP as RFC 6238 has it and
// every such app takes it: HMAC-SHA-1, six digits, 30 s; computed by liboath. Pure save for chance;
// any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::casefile {

inline constexpr int64_t code_step_ms = 30'000;

// 20 random bytes, as RFC 4226 wishes.
std::string new_code_key();
// In base 32, for an app that cannot see the picture: "JBSW Y3DP …".
std::string key_letters(std::string_view key);
// What the picture says to the app: otpauth://totp/…
std::string key_address(std::string_view key, const std::string& sign_in);
// The code of a time step.
std::string code_at(std::string_view key, int64_t step);
// The time step whose code it is: this one, or one beside it, for clocks differ. Only one after
// `used`: a code opens once. Blanks in it are passed by; nothing where none fits.
std::optional<int64_t> step_of_code(std::string_view key, std::string_view code, int64_t now_ms,
                                    int64_t used);

}  // namespace aktiv::casefile
