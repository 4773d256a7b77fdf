// The one-time code that somebody types on the kiosk: nine secret bytes, then the first sixteen
// bytes of the SHA-256 of the server's public key (DER SubjectPublicKeyInfo), in Crockford's
// base32. Pure.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::sync {

struct EnrolmentCode {
  std::string secret;     // 9 bytes
  std::string key_start;  // 16 bytes

  bool operator==(const EnrolmentCode&) const = default;
};

// Forgiving as people type: small letters, O for 0, I and L for 1, any dashes and spaces.
Result<EnrolmentCode> read_code(std::string_view typed);

}  // namespace aktiv::sync
