// What is handed on from the case file: headings, what was said or written under each, and where
// each line comes from. As many A4 pages as it takes, numbered; before them the citizen's sheet
// where there is one. Values; the same thread as a sheet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/report/sheet.h"

namespace aktiv::report {

struct DocumentLine {
  std::string label;
  std::string text;  // lines are kept; never shortened
  std::string source;
};

struct DocumentSection {
  std::string heading;
  std::vector<DocumentLine> lines;
};

struct Document {
  std::string title;
  std::vector<std::string> about;
  std::vector<DocumentSection> sections;
  std::string nothing;  // stands in a section without lines
};

// A tagged PDF: headings and paragraphs for whoever hears it read. There is no date in it but those
// of its words. Fails where a picture of the sheet cannot be drawn.
Result<std::string> document_pdf(const Document& document, const std::optional<Sheet>& sheet,
                                 const SheetLook& look,
                                 const std::shared_ptr<const ui::Typeface>& typeface,
                                 const ui::PictureBook& pictures);

}  // namespace aktiv::report
