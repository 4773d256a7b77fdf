// Seals what is personal before it reaches the database: XChaCha20-Poly1305 under the case file's
// key, bound to the place where it stands, so that rows cannot be swapped. The key lies in a file
// of its own (0600), apart from the database and its backups. Values; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

class Database;

class Vault {
 public:
  // Reads DIR/keys/case-file.key; makes it for a new database only. Fails with words when the key
  // is missing, of the wrong size, or not the one that the database was sealed with.
  [[nodiscard]] static Result<Vault> open(const std::string& directory, Database& database);

  std::string seal(std::string_view clear, std::string_view place) const;
  [[nodiscard]] Result<std::string> unseal(std::string_view sealed, std::string_view place) const;

 private:
  explicit Vault(std::array<unsigned char, 32> key) : key_(key) {}
  std::array<unsigned char, 32> key_;
};

}  // namespace aktiv::casefile
