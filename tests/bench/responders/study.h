// Counts how a tool sees an invented responder: flags, order, top, touches; on one day and on two.
// Chance is by seed: the same figures every time. Some seconds for 10,000 seeds; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogue/engine/engine.h"
#include "dialogue/responders/hold.h"

namespace aktiv {

struct Design {
  std::string name;
  ToolSetup setup;  // without cards: they are drawn for each seed
  size_t cards = 4;
};
// To billeder with four cards and with six, Kan lide with twelve cards in three places.
std::vector<Design> designs();

enum class Kind { steady, habit, random, stops };
struct Invented {
  std::string name;
  Kind kind = Kind::steady;
  Responder responder;
  bool likes_everything = false;
};
std::vector<Invented> invented_for(const Design& design);

// Of all seeds, how many; the first day unless it says otherwise.
struct Tally {
  int seeds = 0;
  std::map<Flag, int> raised;
  int flagged = 0;    // any flag; a remark (4 of 6, 2 of 3 in mirror pairs) is none: tools.md
  int or_remark = 0;  // any flag or a remark
  int hidden = 0;
  int top_right = 0;      // the true first is first or tied first (from wins, hidden or not)
  int top_alone = 0;      // the true first is first and nothing is tied with it
  int in_favourites = 0;  // Kan lide: the true first is among the three
  double order = 0;       // sum of Kendall's tau-b with the true order
  long touches = 0;
  // Were a card that moved far shown a third time, and marked only where that agreed with neither.
  int flagged_after_third = 0;
  // Two days with the same wishes.
  int flagged_on_both = 0;
  int or_remark_on_both = 0;
  int repeated = 0;  // "gentaget"
  int repeated_right = 0;
  int top_right_pooled = 0;  // both days' choices counted together, ties side by side

  double part(int count) const { return static_cast<double>(count) / seeds; }
  int raised_of(Flag flag) const { return raised.contains(flag) ? raised.at(flag) : 0; }
};

// "5–6 no flag, 4 a remark, 0–3 usikker": a remark is no flag.
bool is_flag(Flag flag);
bool is_flagged(const Findings& findings);

// Ends the program where a tool does not end: then the engine is at fault, not the figures.
Held held_or_exit(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                  const Wishes& wishes, Seed seed);

// Ends the program where a tool does not end: then the engine is at fault, not the figures.
Tally study(const Engine& engine, const Design& design, const Invented& invented, int seeds);

// So many job cards, by chance.
std::vector<CardRef> drawn_cards(const Content& content, size_t count, Draws& draws);

// Kendall's tau-b between what was counted (more is better) and the true order (best first); 0
// where all are tied, since no order was found.
double tau_b(const std::vector<double>& counted_in_true_order);

}  // namespace aktiv
