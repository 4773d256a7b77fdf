#include "kiosk/casefile/store/vault.h"

#include <sodium.h>

#include <filesystem>

#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/files.h"

namespace aktiv::casefile {
namespace {

constexpr size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::string_view check_place = "sealed_check|1";
constexpr std::string_view check_text = "AKTIV case file";

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Result<std::string> stored_check(Database& database) {
  return database.read([](Connection& connection) -> Result<std::string> {
    Statement statement(connection, "SELECT seal FROM sealed_check WHERE id = 1");
    return statement.step() ? statement.text(0) : std::string();
  });
}

Result<std::array<unsigned char, 32>> key_from_file(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  std::array<unsigned char, 32> key{};
  if (text->size() != key.size())
    return Fault{"the key is " + std::to_string(text->size()) + " bytes long", path, "32 bytes"};
  std::copy(text->begin(), text->end(), key.begin());
  return key;
}

Result<std::array<unsigned char, 32>> new_key(const std::string& path) {
  std::array<unsigned char, 32> key{};
  randombytes_buf(key.data(), key.size());
  const std::string_view text(reinterpret_cast<const char*>(key.data()), key.size());
  if (const auto written = write_private_file(path, text); !written) return written.error();
  return key;
}

}  // namespace

Result<Vault> Vault::open(const std::string& directory, Database& database) {
  if (sodium_init() < 0) return Fault{"libsodium did not start", "", ""};
  const std::string path = directory + "/keys/case-file.key";
  const auto check = stored_check(database);
  if (!check) return check.error();
  const bool is_present = std::filesystem::exists(path);
  if (!is_present && !check->empty())
    return Fault{"the key of this database is missing; nothing was changed", path,
                 "the key file that was made with " + database.path()};
  const auto key = is_present ? key_from_file(path) : new_key(path);
  if (!key) return key.error();
  const Vault vault(*key);
  if (!check->empty()) {
    const auto opened = vault.unseal(*check, check_place);
    if (!opened || *opened != check_text)
      return Fault{"the key does not open this database; nothing was changed", path,
                   "the key file that was made with " + database.path()};
    return vault;
  }
  const auto kept = database.write([&](Connection& connection) -> Status {
    const std::string seal = vault.seal(check_text, check_place);
    Statement(connection, "INSERT INTO sealed_check(id, seal) VALUES(1, ?)", Blob{seal}).run();
    return {};
  });
  if (!kept) return kept.error();
  return vault;
}

std::string Vault::seal(std::string_view clear, std::string_view place) const {
  std::string sealed(nonce_size + clear.size() + tag_size, '\0');
  auto* out = reinterpret_cast<unsigned char*>(sealed.data());
  randombytes_buf(out, nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + nonce_size, nullptr, bytes(clear), clear.size(),
                                             bytes(place), place.size(), nullptr, out, key_.data());
  return sealed;
}

Result<std::string> Vault::unseal(std::string_view sealed, std::string_view place) const {
  if (sealed.size() < nonce_size + tag_size)
    return Fault{"sealed text is too short", std::string(place), "an intact database"};
  std::string clear(sealed.size() - nonce_size - tag_size, '\0');
  const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(clear.data()), nullptr, nullptr, bytes(sealed) + nonce_size,
      sealed.size() - nonce_size, bytes(place), place.size(), bytes(sealed), key_.data());
  if (code != 0)
    return Fault{"sealed text does not open", std::string(place),
                 "the right key, an intact database"};
  return clear;
}

}  // namespace aktiv::casefile
