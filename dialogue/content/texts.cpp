#include "dialogue/content/texts.h"

#include <algorithm>

namespace aktiv {
namespace {

template <class Wanted>
std::vector<std::string> codes(const std::vector<Texts::Language>& languages, Wanted is_wanted) {
  std::vector<std::string> found;
  for (const auto& language : languages)
    if (is_wanted(language)) found.push_back(language.code);
  return found;
}

}  // namespace

const std::string* Texts::find(std::string_view lang, std::string_view key) const {
  for (const auto& language : languages_) {
    if (language.code != lang) continue;
    const auto found = language.table.find(key);
    return found == language.table.end() ? nullptr : &found->second;
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
  return codes(languages_, [](const Language&) { return true; });
}

std::vector<std::string> Texts::staff_languages() const {
  return codes(languages_, [](const Language& language) { return language.is_for_staff; });
}

std::string Texts::staff_language(std::string_view lang) const {
  const auto known = staff_languages();
  const auto same = std::ranges::find(known, lang);
  if (same != known.end()) return *same;
  return known.empty() ? "da" : known.front();
}

std::vector<std::string> Texts::unread_languages() const {
  return codes(languages_,
               [](const Language& language) { return !language.is_read && language.code != "da"; });
}

std::vector<std::string> Texts::keys(std::string_view lang) const {
  std::vector<std::string> keys;
  const auto language = std::ranges::find(languages_, lang, &Language::code);
  if (language == languages_.end()) return keys;
  for (const auto& [key, text] : language->table) keys.push_back(key);
  return keys;
}

}  // namespace aktiv
