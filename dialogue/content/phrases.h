// Small grammar for composed phrases. Pure functions; any thread; cannot fail.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aktiv {

// First letter capital; UTF-8, Danish and other Latin letters too. "æg" -> "Æg".
std::string cap(std::string_view utf8);

// Puts values into a pattern: "{a.inf|cap|comma} eller {b.inf}?". Filters: `cap` as above; `comma`
// adds a comma after a phrase that contains one, so that "være med dem, du kender, eller møde nye
// folk" reads as two things and not three. An unknown placeholder or filter stays as written, and
// load_content refuses it before a citizen can meet it. Values are not searched for placeholders.
std::string fill(std::string_view pattern,
                 const std::vector<std::pair<std::string, std::string>>& values);

// The same, piece by piece, so that a card can light while it is named: every piece knows the
// placeholder it came from, without its filters ("a.inf"); empty for the pattern's own words.
struct Piece {
  std::string text;
  std::string from;

  bool operator==(const Piece&) const = default;
};
std::vector<Piece> fill_pieces(std::string_view pattern,
                               const std::vector<std::pair<std::string, std::string>>& values);

// {"Bage", "Sy", "Gå tur"} and "og" -> "Bage, Sy og Gå tur".
std::string enumerate(const std::vector<std::string>& words, std::string_view last_joint);

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
