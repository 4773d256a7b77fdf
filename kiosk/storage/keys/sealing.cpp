#include "kiosk/storage/keys/sealing.h"

#include <sodium.h>

#include <array>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char sealing_version = 1;
static_assert(key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string seal(KeyView key, std::string_view plain, std::string_view bound_to) {
  std::string sealed(1 + nonce_bytes + plain.size() + tag_bytes, '\0');
  sealed[0] = sealing_version;
  randombytes_buf(raw(sealed) + 1, nonce_bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + 1 + nonce_bytes, nullptr, raw(plain),
                                             plain.size(), raw(bound_to), bound_to.size(), nullptr,
                                             raw(sealed) + 1, key.data());
  return sealed;
}

std::optional<std::string> unseal(KeyView key, std::string_view sealed, std::string_view bound_to) {
  if (sealed.size() < 1 + nonce_bytes + tag_bytes || sealed[0] != sealing_version)
    return std::nullopt;
  const auto nonce = sealed.substr(1, nonce_bytes);
  const auto cipher = sealed.substr(1 + nonce_bytes);
  std::string plain(cipher.size() - tag_bytes, '\0');
  const int verdict = crypto_aead_xchacha20poly1305_ietf_decrypt(
      raw(plain), nullptr, nullptr, raw(cipher), cipher.size(), raw(bound_to), bound_to.size(),
      raw(nonce), key.data());
  if (verdict != 0) return std::nullopt;
  return plain;
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

std::string fingerprint(std::string_view text) {
  std::string sum(crypto_generichash_BYTES, '\0');
  crypto_generichash(raw(sum), sum.size(), raw(text), text.size(), nullptr, 0);
  return sum;
}

std::string hash_secret(std::string_view secret) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int verdict = crypto_pwhash_str_alg(
      hash.data(), secret.data(), secret.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (verdict != 0) trouble("no memory left to seal a lock", "storage", "64 MiB of free memory");
  return hash.data();
}

bool secret_matches(const std::string& hash, std::string_view secret) {
  return crypto_pwhash_str_verify(hash.c_str(), secret.data(), secret.size()) == 0;
}

}  // namespace aktiv::storage
