#include <cairo.h>

#include <numbers>

#include "kiosk/report/pdf.h"
#include "kiosk/report/sheet.h"
#include "kiosk/report/sheet_layout.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::report {
namespace {

// Letters are placed at whole units of this size: a tenth of a millimetre.
constexpr double kUnitsPerMm = 10;

void set_colour(cairo_t* context, const ui::Colour& colour) {
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
}

void round_rectangle(cairo_t* context, const RectMm& box, double corner) {
  constexpr double quarter = std::numbers::pi / 2;
  cairo_new_sub_path(context);
  cairo_arc(context, box.right() - corner, box.y + corner, corner, -quarter, 0);
  cairo_arc(context, box.right() - corner, box.bottom() - corner, corner, 0, quarter);
  cairo_arc(context, box.x + corner, box.bottom() - corner, corner, quarter, 2 * quarter);
  cairo_arc(context, box.x + corner, box.y + corner, corner, 2 * quarter, 3 * quarter);
  cairo_close_path(context);
}

void draw_card(cairo_t* context, const RectMm& card, const SheetLook& look) {
  round_rectangle(context, card, look.cards.corner);
  set_colour(context, look.card);
  cairo_fill_preserve(context);
  set_colour(context, look.ink);
  cairo_set_line_width(context, look.cards.stroke);
  cairo_stroke(context);
}

void draw_bar(cairo_t* context, const RectMm& bar, const SheetLook& look) {
  set_colour(context, look.bar);
  cairo_rectangle(context, bar.x, bar.y, bar.w, bar.h);
  cairo_fill(context);
}

}  // namespace

void draw_text(cairo_t* context, const PlacedText& text, const SheetLook& look,
               const ui::Typeface& typeface) {
  cairo_save(context);
  cairo_scale(context, 1 / kUnitsPerMm, 1 / kUnitsPerMm);
  typeface.draw(context, text, kUnitsPerMm, look.ink);
  cairo_restore(context);
}

Status draw_sheet(cairo_t* context, const SheetLayout& layout, const SheetLook& look,
                  const ui::Typeface& typeface, const ui::PictureBook& pictures) {
  for (const RectMm& card : layout.cards) draw_card(context, card, look);
  for (const RectMm& bar : layout.bars) draw_bar(context, bar, look);
  for (const PlacedPicture& picture : layout.pictures) {
    const RectMm& at = picture.where;
    if (Status drawn = pictures.draw(context, picture.id, {at.x, at.y, at.w, at.h}); !drawn)
      return drawn;
  }
  for (const PlacedText& text : layout.texts) draw_text(context, text, look, typeface);
  return {};
}

Result<std::string> sheet_pdf(const Sheet& sheet, const SheetLook& look,
                              const std::shared_ptr<const ui::Typeface>& typeface,
                              const ui::PictureBook& pictures) {
  const auto layout = lay_sheet(sheet, look, ui::make_measure(typeface));
  if (!layout) return layout.error();
  Pdf pdf(look);
  if (Status drawn = draw_sheet(pdf.context(), *layout, look, *typeface, pictures); !drawn)
    return drawn.error();
  pdf.end_page();
  return pdf.finished("the citizen's sheet");
}

}  // namespace aktiv::report
