// How the nine talks that follow a list of steps see an invented responder: which flags, on one day
// and on two, and how many touches. They rank nothing, so there is no order to be right about.
// Chance is by seed; some minutes for 10,000 seeds; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/bench/responders/study.h"

namespace aktiv {

// In the way that suits most; Sådan var det and Hvordan går det? with nothing said before.
std::vector<ToolSetup> other_talks(const Content& content);

struct Seen {
  int seeds = 0;
  std::map<Flag, int> raised;
  int flagged = 0;
  int flagged_on_both = 0;  // of two days with the same wishes
  int one_row_on_both = 0;
  int flagged_but_row = 0;  // by anything but choices that all lay in one row
  long touches = 0;

  double part(int count) const { return static_cast<double>(count) / seeds; }
  int raised_of(Flag flag) const { return raised.contains(flag) ? raised.at(flag) : 0; }
};

// Ends the program where a talk does not end, as study() does.
Seen see(const Engine& engine, const ToolSetup& setup, const Responder& responder, int seeds);

std::string talk_table(const Engine& engine, const ToolSetup& setup, int seeds);

}  // namespace aktiv
