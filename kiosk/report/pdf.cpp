#include "kiosk/report/pdf.h"

#include <cairo-pdf.h>
#include <cairo.h>

namespace aktiv::report {
namespace {

constexpr double points_per_mm = 72 / 25.4;

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using ContextPtr = std::unique_ptr<cairo_t, ContextRelease>;

cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct Pdf::Parts {
  explicit Parts(const SheetLook& look)
      : paper(cairo_pdf_surface_create_for_stream(append_bytes, &bytes,
                                                  look.page.width * points_per_mm,
                                                  look.page.height * points_per_mm)),
        context(cairo_create(paper.get())) {}
  std::string bytes;
  ui::SurfacePtr paper;
  ContextPtr context;
};

Pdf::Pdf(const SheetLook& look) : parts_(std::make_unique<Parts>(look)) {
  // When somebody said something is not for whoever finds the file.
  cairo_pdf_surface_set_metadata(parts_->paper.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_scale(context(), points_per_mm, points_per_mm);
}
Pdf::~Pdf() = default;

cairo_t* Pdf::context() const {
  return parts_->context.get();
}

void Pdf::end_page() {
  cairo_show_page(context());
}

Result<std::string> Pdf::finished(const std::string& what) {
  parts_->context.reset();
  cairo_surface_finish(parts_->paper.get());
  const cairo_status_t status = cairo_surface_status(parts_->paper.get());
  if (status == CAIRO_STATUS_SUCCESS) return std::move(parts_->bytes);
  return Fault{cairo_status_to_string(status), what, "a page that can be drawn"};
}

}  // namespace aktiv::report
