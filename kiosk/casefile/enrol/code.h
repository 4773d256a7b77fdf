// The one-time enrolment code: 9 secret bytes and the first 16 bytes of the SHA-256 of the server's
// DER SubjectPublicKeyInfo, as 40 characters of Crockford's base32 in groups of five. Somebody
// types it on the kiosk, which compares the certificate's half before it sends the secret. Pure;
// any thread.
#pragma once

#include <string>
#include <string_view>

namespace aktiv::casefile {

inline constexpr size_t code_secret_size = 9;
inline constexpr size_t code_fingerprint_size = 16;

// secret: 9 bytes; spki_hash: 32 bytes. "ABCDE-12345-…"
std::string enrolment_code(std::string_view secret, std::string_view spki_hash);

}  // namespace aktiv::casefile
