// Which offers share something with what a citizen wishes, and why. Explained, never scored: a
// shared card first, then a shared theme, then by name. Free places and musts put nothing in front.
// Pure; any thread; what is pointed at must outlive it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/submission.h"
#include "kiosk/casefile/offers/offer.h"

namespace aktiv::casefile {

// What the citizen said, from the newest talk of each kind.
struct WishedFor {
  std::vector<CardRef> cards;       // of the dream, of goals, and what stands on top
  std::vector<std::string> themes;  // of those cards
  std::vector<CardRef> musts;       // the two conditions that must be there

  bool empty() const { return cards.empty(); }
};
// kept: newest first, of one citizen.
WishedFor wished_for(const Content& content, std::span<const Submission> kept);

enum class MustMet { met, not_met, unknown };

struct Match {
  const Offer* offer = nullptr;
  std::vector<CardRef> cards;       // shared
  std::vector<std::string> themes;  // shared, where no card is
  std::vector<std::pair<CardRef, MustMet>> musts;
};
std::vector<Match> matches(std::span<const Offer* const> offers, const WishedFor& wished);

}  // namespace aktiv::casefile
