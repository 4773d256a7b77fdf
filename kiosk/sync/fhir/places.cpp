#include "kiosk/sync/fhir/places.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aktiv::fhir {
namespace {

// Decks of places, the shorter of two scales first: three faces are all found among five, five
// never among three.
constexpr std::array<std::string_view, 18> decks = {
    "like3", "smiley3", "smiley5", "degree3",  "degree5",      "ability",
    "rings", "result",  "asis",    "dreamnow", "next",         "again",
    "goal",  "when",    "helpers", "people",   "sign_of_done", "change"};

std::string key_in(std::string_view deck, const std::string& place) {
  return std::string(deck) + "." + place + ".label";
}

}  // namespace

std::string key_of_place(const std::string& place, const std::vector<std::string>& offered,
                         const Lookup& texts) {
  if (!texts || place.empty()) return {};
  std::string best;
  long most = -1;
  for (const auto deck : decks) {
    if (texts(key_in(deck, place)).empty()) continue;
    const auto known = std::ranges::count_if(
        offered, [&](const std::string& other) { return !texts(key_in(deck, other)).empty(); });
    if (known <= most) continue;
    most = known;
    best = key_in(deck, place);
  }
  return best;
}

}  // namespace aktiv::fhir
