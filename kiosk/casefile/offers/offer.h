// An offer as staff know it: what is done there, what it is like, who to call. Values; any thread.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/result.h"

namespace aktiv::casefile {

// Codes, stored and never renamed; texts are casefile.offer.<field>.<code>.
inline constexpr std::array provider_kinds = {
    "centre",      "municipal", "company",    "klap_company", "social_enterprise",
    "association", "education", "job_centre", "drop_in",      "residential"};
inline constexpr std::array support_kinds = {"developing", "maintaining", "compensating"};
inline constexpr std::array rung_kinds = {"see", "visit", "try", "practise", "start"};
// What is known of a pair of conditions ("lyd": lyd_a quiet, lyd_b sounds); unknown is not there.
inline constexpr std::array condition_values = {"a", "b", "both"};

struct Offer {
  std::string id;  // UUID
  std::string name;
  std::string text;                               // short, easy to read
  std::string provider;                           // of provider_kinds
  std::vector<std::string> forms;                 // cards of the deck "forms"
  std::vector<std::string> cards;                 // of the deck "jobs"
  std::vector<std::string> themes;                // of the deck "themes"
  std::map<std::string, std::string> conditions;  // pair -> of condition_values
  std::string support;                            // of support_kinds; empty: not said
  std::vector<std::string> rungs;                 // of rung_kinds: what one can do there
  std::string place;                              // where, and how one gets there
  std::string contact;
  std::string confirmed;    // the day on which somebody last asked there, "2026-11-22"
  std::string free_places;  // plain words, shown last and never sorted by

  bool operator==(const Offer&) const = default;
};

// The pairs of the deck "conds", in its order: "sted", "andre", …
std::vector<std::string> condition_pairs(const Content& content);
// Of "lyd_a" the pair "lyd"; empty where it is none.
std::string pair_of(std::string_view condition_card);

// What is wrong with it: the field, and what would be right. Empty: nothing.
struct OfferFault {
  std::string field;
  std::string expected;
};
std::vector<OfferFault> faults_of(const Offer& offer, const Content& content);

}  // namespace aktiv::casefile
