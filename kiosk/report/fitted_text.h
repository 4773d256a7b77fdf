// Words made to fit a width: smaller first, and only a word that is too wide even then is broken,
// without losing a letter. Pure.
#pragma once

#include <string>

#include "dialogue/scene/layout.h"

namespace aktiv::report {

struct Fitted {
  std::string text;
  double em = 0;
  TextSize size;
};

// At most `lines` lines between `least` and `most` em; at `least` as many lines as it takes.
Fitted fit_words(const std::string& text, Weight weight, double most, double least, double width,
                 int lines, const TextMeasure& measure);

// Places to break (no-width spaces) in every word that is wider than `width`.
std::string breakable(const std::string& text, Weight weight, double em, double width,
                      const TextMeasure& measure);

}  // namespace aktiv::report
