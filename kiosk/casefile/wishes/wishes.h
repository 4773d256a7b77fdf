// What a person wishes now, for the mentor: from the newest submission of each kind of tool, in the
// order in which the citizen chose and in no other. Counts are about cards, never about the person.
// Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogue/insight/certainty.h"
#include "dialogue/model/submission.h"

namespace aktiv::casefile {

struct WishLine {
  CardRef card;
  int wins = 0;     // chosen this many times …
  int offered = 0;  // … of so many
};

// Where a finding comes from, and how sure it is.
struct WishSource {
  SubmissionId submission;
  ToolId tool;
  int64_t at_ms = 0;
  bool is_confirmed = false;  // said back
  PressedBy pressed_by = PressedBy::citizen;
  std::optional<Certainty> certainty;  // nothing: not weighed, since a newer talk was held
  Change change = Change::unknown;
  std::vector<Flag> flags;
};

struct PairedWishes {
  WishSource source;
  std::vector<WishLine> lines;
  bool is_without_order = false;  // a flag hides the ranking: the cards stand in the deck's order
  std::string wish_way;           // "se_film", "besoege"; empty: not asked
};

struct PlacedCards {
  std::string place;
  std::vector<CardRef> cards;
};

struct SortedWishes {
  WishSource source;
  std::vector<CardRef> favourites;  // first, second, third
  std::vector<PlacedCards> places;  // in scale order, best first
  std::vector<CardRef> uncertain;   // moved far when shown again
};

struct Wishes {
  std::optional<PairedWishes> paired;
  std::optional<SortedWishes> sorted;
  std::vector<CardRef> suggestions;  // "Kender det ikke": to see or to visit, never a dislike
};

Wishes wishes_now(const std::vector<Submission>& submissions, const DayOf& day_of);

}  // namespace aktiv::casefile
