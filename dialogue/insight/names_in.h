// "Skriv ikke navne": what in a free text looks as if it points to a person. Pure; any thread.
// Bytes are UTF-8; a spot is counted in bytes.
//
// Found: a word with a large first letter inside a sentence that is not among the ordinary words;
// a number of six digits or more, spaces, hyphens and a
// leading + taken along (CPR numbers, phone numbers); what has an @ between two letters.
//
// Not found, honestly: a name that begins a sentence ("Hanne er sød"), one written small ("hanne"),
// one that is also an ordinary word ("Bo", where it is listed), a nickname, and who is meant by
// "hende på andet kontor"; and in a language that writes every noun large, or has no large letters,
// no name at all. Found without being one: a place, a firm. So the citizen is asked, the
// words are never changed unasked, and the report's reader is told that texts are as they came.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aktiv {

enum class Points { name, number, address };

struct NameSpot {
  size_t at = 0;      // first byte
  size_t length = 0;  // bytes
  Points looks_like = Points::name;

  bool operator==(const NameSpot&) const = default;
};

// `ordinary`: words that may stand large inside a sentence ("AKTIV", "Aalborg"), letter by letter;
// of content, see ordinary_words. `capitals_tell`: false where every noun is written large.
std::vector<NameSpot> names_in(std::string_view text, std::span<const std::string> ordinary,
                               bool capitals_tell = true);

// The text with `instead` in each spot's place.
std::string without_names(std::string_view text, std::span<const NameSpot> spots,
                          std::string_view instead);

// A text of content ("AKTIV Aalborg I") as the list that names_in takes.
std::vector<std::string> ordinary_words(std::string_view separated_by_spaces);

}  // namespace aktiv
