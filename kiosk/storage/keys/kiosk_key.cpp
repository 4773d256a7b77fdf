#include "kiosk/storage/keys/kiosk_key.h"

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

constexpr const char* credential_name = "aktiv-kiosk-key";
constexpr const char* tryout_name = "kiosk.key";

void refuse_loose_mode(const std::filesystem::path& file, const struct stat& about) {
  if (!S_ISREG(about.st_mode)) trouble("is not a file", file.string(), "an ordinary file");
  if (about.st_uid != ::geteuid())
    trouble("belongs to another account", file.string(), "the account that runs the kiosk owns it");
  if ((about.st_mode & 077) != 0)
    trouble("may be read by others", file.string(), "mode 0600: chmod 600 " + file.string());
}

void make_tryout_file(const std::filesystem::path& file, const BeforeSync& before_sync) {
  std::string secret(key_bytes, '\0');
  if (sodium_init() < 0) trouble("libsodium does not start", "storage", "a whole installation");
  randombytes_buf(secret.data(), secret.size());
  write_durably(file, secret, before_sync);
  wipe(secret);
}

bool is_missing(const std::filesystem::path& file, struct stat& about) {
  if (::lstat(file.c_str(), &about) == 0) return false;
  if (errno != ENOENT) file_trouble("the kiosk's key cannot be read", file, errno);
  return true;
}

}  // namespace

std::filesystem::path KioskKeySource::file() const {
  return credentials_dir.empty() ? data_dir / tryout_name : credentials_dir / credential_name;
}

LockedBytes load_kiosk_secret(const KioskKeySource& source, const BeforeSync& before_sync) {
  const auto file = source.file();
  const bool is_tryout = source.credentials_dir.empty();
  struct stat about {};
  if (is_missing(file, about)) {
    if (!is_tryout)
      trouble("the kiosk's key is not among the credentials", file.string(),
              "LoadCredentialEncrypted=aktiv-kiosk-key:… in the service unit");
    if (!source.may_be_made)
      trouble("the kiosk's key is missing", file.string(),
              "the key file that this folder was made with; nothing was changed");
    make_tryout_file(file, before_sync);
    if (is_missing(file, about)) file_trouble("cannot be read", file, ENOENT);
  }
  if (is_tryout) refuse_loose_mode(file, about);
  std::string secret = read_whole(file);
  if (secret.size() < key_bytes)
    trouble("the kiosk's key is too short", file.string(), "at least 32 random bytes");
  LockedBytes root(key_bytes);
  crypto_generichash(root.data(), root.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(), nullptr,
                     0);
  wipe(secret);
  return root;
}

}  // namespace aktiv::storage
