// An invented responder: what somebody touches who answers by a true order, by a pure habit, at
// random, or who stops midway. For measuring the tools and for mentors' practice; never a model of
// a person. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "dialogue/responders/wishes.h"

namespace aktiv {

enum class Habit {
  steady,       // by the wishes
  right,        // always the right side, or the lower of two above each other
  left,         // always the left side, or the upper
  last_heard,   // of a pair, the one that is not spoken first; elsewhere the last in reading order
  first_heard,  // of a pair, the one that is spoken first; elsewhere the first in reading order
  always_yes,   // the best place, the first choice, every choice where several may be chosen
  random,       // any of the choices
  stops_midway  // by the wishes, and Stop when half of the set is answered
};

struct Responder {
  Habit habit = Habit::steady;
  // Of each touch that chooses, 0 to 1: so often it is drawn at random among the choices, outs and
  // fixed buttons not counted (what would have been touched anyway is among them too). With two
  // choices a noise of 10 % is 5 % of touches that are not meant.
  double noise = 0;
};

// What stands before the responder.
struct Shown {
  const Question& question;
  const std::vector<ElementId>& chosen;  // on this screen so far
  int page = 0;
  bool goes_on_by_itself = true;  // of this session (View)
};

// The next touch, on any screen of a conversation; nullopt: waits, since the screen goes on by
// itself. No responder uses an out, except one who knows that it is right (practice p11). On the
// frames' own screens, and where own words are asked for, all of them go on, so that no habit turns
// in a ring: keep, nobody else, like this. One who stops midway touches Stop and then, asked once
// more, Stop for today.
std::optional<ElementId> next_touch(const Responder& responder, const Wishes& wishes,
                                    const Shown& shown, Draws& draws);

}  // namespace aktiv
