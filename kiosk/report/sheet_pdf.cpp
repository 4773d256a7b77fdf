#include <cairo-pdf.h>
#include <cairo.h>

#include <numbers>

#include "kiosk/report/sheet.h"
#include "kiosk/report/sheet_layout.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::report {
namespace {

constexpr double kPointsPerMm = 72 / 25.4;
// Letters are placed at whole units of this size: a tenth of a millimetre.
constexpr double kUnitsPerMm = 10;

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using ContextPtr = std::unique_ptr<cairo_t, ContextRelease>;

cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

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

void draw_text(cairo_t* context, const PlacedText& text, const SheetLook& look,
               const ui::Typeface& typeface) {
  cairo_save(context);
  cairo_scale(context, 1 / kUnitsPerMm, 1 / kUnitsPerMm);
  typeface.draw(context, text, kUnitsPerMm, look.ink);
  cairo_restore(context);
}

Status draw(cairo_t* context, const SheetLayout& layout, const SheetLook& look,
            const ui::Typeface& typeface, const ui::PictureBook& pictures) {
  cairo_scale(context, kPointsPerMm, kPointsPerMm);
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

Status status_of(cairo_status_t status) {
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return Fault{cairo_status_to_string(status), "the citizen's sheet", "a page that can be drawn"};
}

}  // namespace

Result<std::string> sheet_pdf(const Sheet& sheet, const SheetLook& look,
                              const std::shared_ptr<const ui::Typeface>& typeface,
                              const ui::PictureBook& pictures) {
  const auto layout = lay_sheet(sheet, look, ui::make_measure(typeface));
  if (!layout) return layout.error();
  std::string bytes;
  const ui::SurfacePtr paper(cairo_pdf_surface_create_for_stream(
      append_bytes, &bytes, look.page.width * kPointsPerMm, look.page.height * kPointsPerMm));
  // When somebody said something is not for whoever finds the file.
  cairo_pdf_surface_set_metadata(paper.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
  ContextPtr context(cairo_create(paper.get()));
  if (Status drawn = draw(context.get(), *layout, look, *typeface, pictures); !drawn)
    return drawn.error();
  cairo_show_page(context.get());
  context.reset();
  cairo_surface_finish(paper.get());
  if (Status whole = status_of(cairo_surface_status(paper.get())); !whole) return whole.error();
  return bytes;
}

}  // namespace aktiv::report
