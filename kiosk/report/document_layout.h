// Where everything of a document stands, page by page, in millimetres. Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/scene/layout.h"
#include "kiosk/report/document.h"

namespace aktiv::report {

enum class TextRole { title, heading, paragraph };

struct DocumentText {
  TextRole role = TextRole::paragraph;
  PlacedText text;
};

struct DocumentPage {
  std::vector<DocumentText> texts;
  PlacedText number;  // "1 / 3"
};

// A heading is never the last on its page, and a line's label never without its text. A text that
// is longer than a page goes on upon the next.
std::vector<DocumentPage> lay_document(const Document& document, const SheetLook& look,
                                       const TextMeasure& measure);

}  // namespace aktiv::report
