#include <cairo-pdf.h>
#include <cairo.h>

#include "kiosk/report/document.h"
#include "kiosk/report/document_layout.h"
#include "kiosk/report/pdf.h"
#include "kiosk/report/sheet_layout.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::report {
namespace {

const char* tag_of(TextRole role) {
  switch (role) {
    case TextRole::title:
      return "H1";
    case TextRole::heading:
      return "H2";
    case TextRole::paragraph:
      break;
  }
  return "P";
}

void draw_page(cairo_t* context, const DocumentPage& page, const SheetLook& look,
               const ui::Typeface& typeface) {
  for (const DocumentText& text : page.texts) {
    cairo_tag_begin(context, tag_of(text.role), "");
    draw_text(context, text.text, look, typeface);
    cairo_tag_end(context, tag_of(text.role));
  }
  draw_text(context, page.number, look, typeface);
}

}  // namespace

Result<std::string> document_pdf(const Document& document, const std::optional<Sheet>& sheet,
                                 const SheetLook& look,
                                 const std::shared_ptr<const ui::Typeface>& typeface,
                                 const ui::PictureBook& pictures) {
  const TextMeasure measure = ui::make_measure(typeface);
  Pdf pdf(look);
  if (sheet) {
    const auto layout = lay_sheet(*sheet, look, measure);
    if (!layout) return layout.error();
    if (Status drawn = draw_sheet(pdf.context(), *layout, look, *typeface, pictures); !drawn)
      return drawn.error();
    pdf.end_page();
  }
  for (const DocumentPage& page : lay_document(document, look, measure)) {
    draw_page(pdf.context(), page, look, *typeface);
    pdf.end_page();
  }
  return pdf.finished("a document of the case file");
}

}  // namespace aktiv::report
