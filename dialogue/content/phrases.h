// Small grammar for composed phrases. Pure functions; any thread; cannot fail.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aktiv {

// First letter capital, as the language has it: "æg" -> "Æg", "ілюстрація" -> "Ілюстрація"; of
// "tr": "iş" -> "İş". Unchanged where it has none. No language: as most have it.
std::string cap(std::string_view utf8, std::string_view language = {});

// Puts values into a pattern: "{a.inf|cap|comma} eller {b.inf}?". Filters: `cap` as above; `comma`
// adds a comma after a phrase that contains one (the Arabic one too), so that "være med dem, du
// kender, eller møde nye folk" reads as two things and not three. An unknown placeholder or filter
// stays as written, and load_content refuses it before a citizen can meet it. Values are not
// searched for placeholders. `language` is the pattern's, for `cap`.
std::string fill(std::string_view pattern,
                 const std::vector<std::pair<std::string, std::string>>& values,
                 std::string_view language = {});

// The same, piece by piece, so that a card can light while it is named: every piece knows the
// placeholder it came from, without its filters ("a.inf"); empty for the pattern's own words.
struct Piece {
  std::string text;
  std::string from;

  bool operator==(const Piece&) const = default;
};
std::vector<Piece> fill_pieces(std::string_view pattern,
                               const std::vector<std::pair<std::string, std::string>>& values,
                               std::string_view language = {});

// {"Bage", "Sy", "Gå tur"}, " og " and ", " -> "Bage, Sy og Gå tur". The joints are whole, as some
// languages write theirs against the next word.
std::string enumerate(const std::vector<std::string>& words, std::string_view last_joint,
                      std::string_view comma);

// One placeholder as written: {name|filter|filter}.
struct Placeholder {
  std::string name;
  std::vector<std::string> filters;
};

// All placeholders of a pattern, in order. An opening brace without its closing one is a
// placeholder with an empty name, which no content may use.
std::vector<Placeholder> placeholders(std::string_view pattern);
bool is_filter(std::string_view name);

}  // namespace aktiv
