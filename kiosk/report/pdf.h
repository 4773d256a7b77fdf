// For the report's own .cpp files: a PDF that grows page by page, drawn in millimetres, and what a
// sheet and a document both draw. Errors: a Fault of cairo's words.
#pragma once

#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/report/sheet.h"
#include "kiosk/report/sheet_layout.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::report {

class Pdf {
 public:
  // Pages of the look's size.
  explicit Pdf(const SheetLook& look);
  ~Pdf();
  Pdf(const Pdf&) = delete;
  Pdf& operator=(const Pdf&) = delete;

  cairo_t* context() const;
  void end_page();
  // The bytes; `what` is named in a Fault.
  Result<std::string> finished(const std::string& what);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

void draw_text(cairo_t* context, const PlacedText& text, const SheetLook& look,
               const ui::Typeface& typeface);
Status draw_sheet(cairo_t* context, const SheetLayout& layout, const SheetLook& look,
                  const ui::Typeface& typeface, const ui::PictureBook& pictures);

}  // namespace aktiv::report
