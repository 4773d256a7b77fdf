// Sealing bytes under a key, bound to the place where they belong: XChaCha20-Poly1305 with a random
// 24-byte nonce. Format: version byte 1, nonce, ciphertext with its 16-byte tag. Any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace aktiv::storage {

inline constexpr size_t key_bytes = 32;
using KeyView = std::span<const unsigned char, key_bytes>;

std::string seal(KeyView key, std::string_view plain, std::string_view bound_to);
// nullopt: another key, another place, or damaged.
std::optional<std::string> unseal(KeyView key, std::string_view sealed, std::string_view bound_to);

// Overwrites before it forgets.
void wipe(std::string& secret);

// BLAKE2b, 32 bytes: of what nobody can guess, so that it is known again and not kept.
std::string fingerprint(std::string_view text);

// Argon2id at INTERACTIVE strength (64 MiB, about 0.15 s). The hash is a text with its own salt.
std::string hash_secret(std::string_view secret);
bool secret_matches(const std::string& hash, std::string_view secret);

}  // namespace aktiv::storage
