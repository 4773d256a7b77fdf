#include "kiosk/app/link_parts.h"

#include <sodium.h>

#include <chrono>
#include <fstream>
#include <sstream>

namespace aktiv::app {
namespace {

int64_t utc_ms() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

double chance() {
  return randombytes_random() / 4294967296.0;
}

}  // namespace

Result<LinkParts> link_parts(storage::StoreThread& store, const std::filesystem::path& share,
                             const Content* content, std::function<void()> on_change) {
  const auto file = share / "fhir/codes.toml";
  std::ifstream in(file);
  if (!in)
    return Fault{"the code list cannot be read", file.string(),
                 "codes.toml as assets/fhir holds it"};
  std::ostringstream text;
  text << in.rdbuf();
  auto codes = fhir::parse_codes(text.str(), file.string());
  if (!codes) return codes.error();
  LinkParts parts{store, *codes, {}, utc_ms, chance, std::move(on_change), {}, "da", {}};
  if (content != nullptr) {
    parts.texts = [content](std::string_view language, std::string_view key) {
      const std::string* found = content->texts.find(language, key);
      return found == nullptr ? std::string() : *found;
    };
  }
  return parts;
}

}  // namespace aktiv::app
