#include "kiosk/sync/smart/device_key.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "kiosk/sync/fhir/digest.h"
#include "kiosk/sync/freed.h"

namespace aktiv::sync::smart {
namespace {

using Json = nlohmann::json;

constexpr int rsa_bits = 3072;
constexpr int coordinate_bytes = 48;  // of P-384

using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;

Fault no_key() {
  return {"not a key that SMART knows", "device key", "P-384 or RSA, as PEM"};
}

// RFC 4648, section 5, without padding.
std::string base64url(std::string_view bytes) {
  std::string text = fhir::to_base64(bytes);
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  while (text.ends_with('=')) text.pop_back();
  return text;
}

Key read_key(const std::string& pem) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return Key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

// Big-endian, filled up to `least` bytes.
std::string number_of(const EVP_PKEY* key, const char* name, int least) {
  BIGNUM* read = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &read) != 1) return {};
  const Number number(read);
  std::string bytes(static_cast<size_t>(std::max(least, BN_num_bytes(read))), '\0');
  BN_bn2binpad(read, reinterpret_cast<unsigned char*>(bytes.data()),
               static_cast<int>(bytes.size()));
  return base64url(bytes);
}

bool is_p384(const EVP_PKEY* key) {
  return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_bits(key) == 384;
}

// The members that the thumbprint is of, and no others.
Json bare_jwk(const EVP_PKEY* key) {
  if (is_p384(key))
    return {{"kty", "EC"},
            {"crv", "P-384"},
            {"x", number_of(key, OSSL_PKEY_PARAM_EC_PUB_X, coordinate_bytes)},
            {"y", number_of(key, OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_bytes)}};
  return {{"kty", "RSA"},
          {"n", number_of(key, OSSL_PKEY_PARAM_RSA_N, 1)},
          {"e", number_of(key, OSSL_PKEY_PARAM_RSA_E, 1)}};
}

// Of the members in the order of their names without a space, which is how dump() writes them.
std::string thumbprint(const Json& bare) {
  const std::string text = bare.dump();
  std::string hash(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         reinterpret_cast<unsigned char*>(hash.data()));
  return base64url(hash);
}

}  // namespace

std::string name_of(Algorithm algorithm) {
  return algorithm == Algorithm::es384 ? "ES384" : "RS384";
}

Result<std::string> make_device_key(Algorithm algorithm) {
  const Key key(algorithm == Algorithm::es384 ? EVP_EC_gen("P-384") : EVP_RSA_gen(rsa_bits));
  const Memory memory(BIO_new(BIO_s_mem()));
  const bool is_written =
      key != nullptr && memory != nullptr &&
      PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
  if (!is_written)
    return Fault{"a key cannot be made", "device key", "OpenSSL and a source of chance"};
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &bytes);
  return std::string(bytes, static_cast<size_t>(size));
}

Result<Algorithm> algorithm_of(const std::string& pem) {
  const Key key = read_key(pem);
  if (key == nullptr) return no_key();
  if (is_p384(key.get())) return Algorithm::es384;
  if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA) return Algorithm::rs384;
  return no_key();
}

Result<std::string> key_id(const std::string& pem) {
  if (const auto known = algorithm_of(pem); !known) return known.error();
  return thumbprint(bare_jwk(read_key(pem).get()));
}

Result<std::string> public_key_set(const std::string& pem) {
  const auto algorithm = algorithm_of(pem);
  if (!algorithm) return algorithm.error();
  Json jwk = bare_jwk(read_key(pem).get());
  jwk["kid"] = thumbprint(jwk);
  jwk["alg"] = name_of(*algorithm);
  jwk["use"] = "sig";
  jwk["key_ops"] = Json::array({"verify"});
  return Json{{"keys", Json::array({jwk})}}.dump(2);
}

}  // namespace aktiv::sync::smart
