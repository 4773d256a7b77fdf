// What was said in a talk, in plain words for paper: question by question, in the order in which it
// was asked, without a picture. Own words verbatim. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

struct SaidText {
  std::string asked;
  std::string text;
  bool is_own_words = false;  // nothing but the citizen's own
};

// Where pairs gave an order, that order; what was skipped is left out.
std::vector<SaidText> said_texts(const Words& words, const Submission& said);

}  // namespace aktiv::casefile
