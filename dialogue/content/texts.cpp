#include "dialogue/content/texts.h"

#include <algorithm>
#include <utility>

namespace aktiv {

Texts::Texts(std::vector<Language> languages) {
  for (const auto& language : languages)
    for (const auto& [key, text] : language.table)
      keys_.try_emplace(key, static_cast<uint32_t>(keys_.size()));
  languages_.reserve(languages.size());
  for (auto& language : languages) languages_.push_back(keep(std::move(language)));
}

Texts::Kept Texts::keep(Language language) {
  Kept kept;
  kept.text_of_key.assign(keys_.size(), no_text);
  std::unordered_map<std::string_view, uint32_t> known;
  const Table table = std::exchange(language.table, {});
  for (const auto& [key, text] : table) {
    const auto [place, is_new] = known.try_emplace(text, static_cast<uint32_t>(known.size()));
    if (is_new) kept.texts.push_back(text);
    kept.text_of_key[keys_.find(key)->second] = place->second;
  }
  kept.texts.shrink_to_fit();
  kept.language = std::move(language);
  return kept;
}

const Texts::Kept* Texts::kept(std::string_view lang) const {
  const auto found = std::ranges::find(
      languages_, lang, [](const Kept& one) -> std::string_view { return one.language.code; });
  return found == languages_.end() ? nullptr : &*found;
}

const std::string* Texts::find(std::string_view lang, std::string_view key) const {
  const Kept* language = kept(lang);
  if (language == nullptr) return nullptr;
  const auto found = keys_.find(key);
  if (found == keys_.end()) return nullptr;
  const uint32_t place = language->text_of_key[found->second];
  return place == no_text ? nullptr : &language->texts[place];
}

const std::string& Texts::get(std::string_view lang, std::string_view key) const {
  static const std::string nothing;
  if (const auto* text = find(lang, key)) return *text;
  if (const auto* danish = find("da", key)) return *danish;
  return nothing;
}

template <class Wanted>
std::vector<std::string> Texts::codes(Wanted is_wanted) const {
  std::vector<std::string> found;
  for (const auto& one : languages_)
    if (is_wanted(one.language)) found.push_back(one.language.code);
  return found;
}

std::vector<std::string> Texts::languages() const {
  return codes([](const Language&) { return true; });
}

std::vector<std::string> Texts::staff_languages() const {
  return codes([](const Language& language) { return language.is_for_staff; });
}

std::string Texts::staff_language(std::string_view lang) const {
  const auto known = staff_languages();
  const auto same = std::ranges::find(known, lang);
  if (same != known.end()) return *same;
  return known.empty() ? "da" : known.front();
}

std::vector<std::string> Texts::unread_languages() const {
  return codes([](const Language& language) { return !language.is_read && language.code != "da"; });
}

std::vector<std::string> Texts::keys(std::string_view lang) const {
  std::vector<std::string> keys;
  const Kept* language = kept(lang);
  if (language == nullptr) return keys;
  for (const auto& [key, place] : keys_)
    if (language->text_of_key[place] != no_text) keys.push_back(key);
  return keys;
}

}  // namespace aktiv
