// What staff write under one of the three headings, apart from what the citizen said: whose words
// they are, who wrote them down and when. Values; pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::casefile {

// Drømme, Formåen, Potentiale: fixed (the headings of the AKTIV-dialogue itself).
enum class Heading { dreams, ability, potential };
// Knowledge in and around the unit, each in a field of its own: never added to the citizen's words.
enum class Whose { mentor, day_centre, relative, adviser };

inline constexpr std::array all_headings = {Heading::dreams, Heading::ability, Heading::potential};
inline constexpr std::array all_whose = {Whose::mentor, Whose::day_centre, Whose::relative,
                                         Whose::adviser};

// As they are stored and as their texts are keyed; never renamed.
std::string_view word(Heading heading);
std::string_view word(Whose whose);
std::optional<Heading> heading_of(std::string_view word);
std::optional<Whose> whose_of(std::string_view word);

inline constexpr size_t longest_note = 4000;  // bytes
inline constexpr size_t longest_who = 120;

struct Note {
  std::string id;  // UUID
  Heading heading = Heading::dreams;
  Whose whose = Whose::mentor;
  std::string who;  // name or role of whose words they are; may be empty
  std::string text;
  std::string author;  // account id of who wrote it down last
  int64_t written_ms = 0;
  bool is_changed = false;  // since it was first written

  bool operator==(const Note&) const = default;
};

}  // namespace aktiv::casefile
