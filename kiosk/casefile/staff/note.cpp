#include "kiosk/casefile/staff/note.h"

namespace aktiv::casefile {
namespace {

template <class Enum, size_t N>
std::optional<Enum> found(const std::array<Enum, N>& all, std::string_view wanted) {
  for (const Enum one : all)
    if (word(one) == wanted) return one;
  return std::nullopt;
}

}  // namespace

std::string_view word(Heading heading) {
  switch (heading) {
    case Heading::dreams:
      return "dreams";
    case Heading::ability:
      return "ability";
    case Heading::potential:
      return "potential";
  }
  return "";
}

std::string_view word(Whose whose) {
  switch (whose) {
    case Whose::mentor:
      return "mentor";
    case Whose::day_centre:
      return "day_centre";
    case Whose::relative:
      return "relative";
    case Whose::adviser:
      return "adviser";
  }
  return "";
}

std::optional<Heading> heading_of(std::string_view word) {
  return found(all_headings, word);
}

std::optional<Whose> whose_of(std::string_view word) {
  return found(all_whose, word);
}

}  // namespace aktiv::casefile
