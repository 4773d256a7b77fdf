// Every word a person reads or hears, by language and key. Values, immutable after construction;
// any thread. A look-up hashes once and allocates nothing. Kept small, since a kiosk speaks eight
// languages: a key is kept once for all of them, a text once for all keys that say the same.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace aktiv {

class Texts {
 public:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  // key -> text of one language
  using Table = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

  struct Language {
    std::string code;  // "da"
    Table table;
    bool is_for_staff = true;  // false: citizens' texts alone; staff's fall to Danish
    bool is_read = false;      // by somebody who has spoken it from childhood
  };

  Texts() = default;
  // In the order in which languages are offered.
  explicit Texts(std::vector<Language> languages);

  // nullptr when the language or the key is missing.
  const std::string* find(std::string_view lang, std::string_view key) const;

  // For the screen: a key is never shown to a citizen. Missing falls to Danish, then to an empty
  // text; load_content refuses content in which that could happen.
  const std::string& get(std::string_view lang, std::string_view key) const;

  // That a citizen can choose.
  std::vector<std::string> languages() const;
  // That staff can choose: those of languages() that have staff's texts too.
  std::vector<std::string> staff_languages() const;
  // What staff read where the kiosk speaks `lang`: the same, or their first.
  std::string staff_language(std::string_view lang) const;
  // Those that nobody who speaks them from childhood has read; Danish is what they were made from.
  std::vector<std::string> unread_languages() const;
  // All keys of a language, in no order; none when it is missing.
  std::vector<std::string> keys(std::string_view lang) const;

 private:
  struct Kept {
    Language language;                  // its table empty
    std::vector<std::string> texts;     // each once
    std::vector<uint32_t> text_of_key;  // where the key's text stands in texts; no_text: none
  };
  static constexpr uint32_t no_text = UINT32_MAX;

  Kept keep(Language language);
  const Kept* kept(std::string_view lang) const;
  template <class Wanted>
  std::vector<std::string> codes(Wanted is_wanted) const;

  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> keys_;  // of all languages
  std::vector<Kept> languages_;
};

}  // namespace aktiv
