// Random identifiers and secrets, and how secrets are kept: only as hashes. A secret here has 72
// random bits or more, so a fast hash protects it; passwords chosen by people go through
// password.h. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace aktiv::casefile {

std::string random_bytes(size_t count);
std::string random_uuid();                         // version 4, lower case
std::string random_token();                        // 32 bytes as hexadecimal
std::string secret_hash(std::string_view secret);  // BLAKE2b, 32 bytes
std::string to_hex(std::string_view bytes);
// Empty where the text is not hexadecimal.
std::string from_hex(std::string_view text);
bool is_uuid(std::string_view text);
bool are_equal_secrets(std::string_view a, std::string_view b);  // in constant time

}  // namespace aktiv::casefile
