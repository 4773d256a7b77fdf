#include "kiosk/sync/smart/assertion.h"

#include <jwt.h>
#include <openssl/rand.h>

#include <cstdlib>
#include <memory>

#include "kiosk/sync/smart/device_key.h"

namespace aktiv::sync::smart {
namespace {

constexpr int64_t holds_s = 300;

struct TokenFree {
  void operator()(jwt_t* token) const { jwt_free(token); }
};
using Token = std::unique_ptr<jwt_t, TokenFree>;

struct TextFree {
  void operator()(char* text) const { std::free(text); }
};

bool is_filled(jwt_t* token, const Assertion& assertion, const std::string& kid) {
  const long issued = static_cast<long>(assertion.issued_ms / 1000);
  return jwt_add_header(token, "kid", kid.c_str()) == 0 &&
         jwt_add_grant(token, "iss", assertion.client.c_str()) == 0 &&
         jwt_add_grant(token, "sub", assertion.client.c_str()) == 0 &&
         jwt_add_grant(token, "aud", assertion.audience.c_str()) == 0 &&
         jwt_add_grant(token, "jti", assertion.id.c_str()) == 0 &&
         jwt_add_grant_int(token, "iat", issued) == 0 &&
         jwt_add_grant_int(token, "exp", issued + holds_s) == 0;
}

}  // namespace

Result<std::string> signed_assertion(const Assertion& assertion, const std::string& key_pem) {
  const auto kid = key_id(key_pem);
  if (!kid) return kid.error();
  const auto algorithm = algorithm_of(key_pem);
  if (!algorithm) return algorithm.error();
  jwt_t* made = nullptr;
  if (jwt_new(&made) != 0) return Fault{"no memory for a token", "assertion", "some memory"};
  const Token token(made);
  const auto* key = reinterpret_cast<const unsigned char*>(key_pem.data());
  const jwt_alg_t alg = *algorithm == Algorithm::es384 ? JWT_ALG_ES384 : JWT_ALG_RS384;
  const bool is_ready = jwt_set_alg(token.get(), alg, key, static_cast<int>(key_pem.size())) == 0 &&
                        is_filled(token.get(), assertion, *kid);
  const std::unique_ptr<char, TextFree> text(is_ready ? jwt_encode_str(token.get()) : nullptr);
  if (text == nullptr)
    return Fault{"the token request cannot be signed", "assertion", "a client's name and a key"};
  return std::string(text.get());
}

std::string fresh_assertion_id() {
  std::string bytes(16, '\0');
  RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  std::string name;
  for (const char c : bytes) {
    name += char('a' + (static_cast<unsigned char>(c) >> 4));
    name += char('a' + (static_cast<unsigned char>(c) & 15));
  }
  return name;
}

}  // namespace aktiv::sync::smart
