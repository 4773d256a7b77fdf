#include "kiosk/casefile/offers/offer.h"

#include <algorithm>

#include "dialogue/model/words.h"
#include "kiosk/casefile/endpoint/instant.h"

namespace aktiv::casefile {
namespace {

constexpr size_t longest_name = 200;
constexpr size_t longest_text = 2000;

template <class List>
std::string joined(const List& list) {
  std::string all;
  for (const auto& one : list) all += (all.empty() ? "" : ", ") + std::string(one);
  return all;
}

std::vector<std::string> ids_of(const Content& content, const char* deck_id) {
  std::vector<std::string> ids;
  if (const Deck* deck = content.deck(deck_id))
    for (const Card& card : deck->cards) ids.push_back(card.ref.id);
  return ids;
}

template <class List>
bool is_one_of(const std::string& value, const List& list) {
  return std::ranges::any_of(list, [&](const auto& one) { return value == one; });
}

class Checker {
 public:
  void text(const char* field, const std::string& value, size_t most) {
    if (value.size() > most) add(field, "at most " + std::to_string(most) + " bytes");
  }
  template <class List>
  void each(const char* field, const std::vector<std::string>& values, const List& known) {
    for (const std::string& value : values)
      if (!is_one_of(value, known)) return add(field, "of " + joined(known));
  }
  void add(const char* field, const std::string& expected) { faults.push_back({field, expected}); }

  std::vector<OfferFault> faults;
};

}  // namespace

std::string pair_of(std::string_view card) {
  if (card.size() < 3 || (!card.ends_with("_a") && !card.ends_with("_b"))) return {};
  return std::string(card.substr(0, card.size() - 2));
}

std::vector<std::string> condition_pairs(const Content& content) {
  std::vector<std::string> pairs;
  for (const std::string& id : ids_of(content, "conds"))
    if (id.ends_with("_a")) pairs.push_back(pair_of(id));
  return pairs;
}

std::vector<OfferFault> faults_of(const Offer& offer, const Content& content) {
  Checker check;
  if (offer.name.empty()) check.add("name", "a name");
  check.text("name", offer.name, longest_name);
  check.text("text", offer.text, longest_text);
  check.text("place", offer.place, longest_text);
  check.text("contact", offer.contact, longest_text);
  check.text("free_places", offer.free_places, longest_name);
  if (!is_one_of(offer.provider, provider_kinds))
    check.add("provider", "of " + joined(provider_kinds));
  if (!offer.support.empty() && !is_one_of(offer.support, support_kinds))
    check.add("support", "of " + joined(support_kinds));
  check.each("forms", offer.forms, ids_of(content, "forms"));
  check.each("cards", offer.cards, ids_of(content, "jobs"));
  check.each("themes", offer.themes, ids_of(content, "themes"));
  check.each("rungs", offer.rungs, rung_kinds);
  const auto pairs = condition_pairs(content);
  for (const auto& [pair, value] : offer.conditions)
    if (!is_one_of(pair, pairs) || !is_one_of(value, condition_values)) {
      check.add("conditions", "pair=a, pair=b or pair=both; pairs: " + joined(pairs));
      break;
    }
  if (!offer.confirmed.empty() && !parse_day(offer.confirmed))
    check.add("confirmed", "a day like 2026-11-22");
  return check.faults;
}

}  // namespace aktiv::casefile
