#include "kiosk/report/fitted_text.h"

#include <algorithm>
#include <string_view>

#include "dialogue/model/letters.h"

namespace aktiv::report {
namespace {

constexpr std::string_view kBreak = "\u200B";  // no width, no mark
constexpr double kStep = 0.96;

}  // namespace

std::string breakable(const std::string& text, Weight weight, double em, double width,
                      const TextMeasure& measure) {
  if (measure(text, em, weight, width).w <= width) return text;
  std::string whole;
  std::string piece;  // of the present word, since its last break
  for (size_t at = 0; at < text.size();) {
    const size_t end = letter_end(text, at);
    const std::string letter = text.substr(at, end - at);
    at = end;
    const bool is_between = letter == " " || letter == "\n";
    if (!is_between && !piece.empty() && measure(piece + letter, em, weight, 0).w > width) {
      whole += kBreak;
      piece.clear();
    }
    whole += letter;
    piece = is_between ? "" : piece + letter;
  }
  return whole;
}

Fitted fit_words(const std::string& text, Weight weight, double most, double least, double width,
                 int lines, const TextMeasure& measure) {
  for (double em = most; em > least; em *= kStep) {
    const TextSize size = measure(text, em, weight, width);
    if (size.w <= width && size.lines <= lines) return {text, em, size};
  }
  Fitted fitted{breakable(text, weight, least, width, measure), least, {}};
  fitted.size = measure(fitted.text, least, weight, width);
  return fitted;
}

}  // namespace aktiv::report
