#include "dialogue/content/texts.h"

namespace aktiv {

const std::string* Texts::find(std::string_view lang, std::string_view key) const {
  for (const auto& [language, table] : tables_) {
    if (language != lang) continue;
    const auto found = table.find(key);
    return found == table.end() ? nullptr : &found->second;
  }
  return nullptr;
}

const std::string& Texts::get(std::string_view lang, std::string_view key) const {
  static const std::string nothing;
  if (const auto* text = find(lang, key)) return *text;
  if (const auto* danish = find("da", key)) return *danish;
  return nothing;
}

std::vector<std::string> Texts::languages() const {
  std::vector<std::string> names;
  names.reserve(tables_.size());
  for (const auto& [language, table] : tables_) names.push_back(language);
  return names;
}

std::vector<std::string> Texts::keys(std::string_view lang) const {
  std::vector<std::string> keys;
  for (const auto& [language, table] : tables_) {
    if (language != lang) continue;
    for (const auto& [key, text] : table) keys.push_back(key);
  }
  return keys;
}

}  // namespace aktiv
