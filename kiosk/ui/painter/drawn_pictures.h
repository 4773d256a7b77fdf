// For tests and benches: pictures that need no files. Every id draws itself, except those that
// begin with "missing/". Not part of the programs.
#pragma once

#include <cairo.h>

#include "kiosk/ui/painter/picture_source.h"

namespace aktiv::ui {

class DrawnPictures final : public PictureSource {
 public:
  Result<Image> render(const PictureId& id, int width_px, int height_px) const override {
    if (id.value.starts_with("missing/"))
      return Fault{"the picture " + id.value + " is missing", "pictures.toml", "an entry for it"};
    Image image = make_image(width_px, height_px);
    cairo_t* context = cairo_create(image.get());
    cairo_set_source_rgb(context, 0.9, 0.3, 0.2);
    const double side = std::min(width_px, height_px);
    cairo_arc(context, width_px / 2.0, height_px / 2.0, side / 2.2, 0, 6.3);
    cairo_fill(context);
    cairo_destroy(context);
    return image;
  }
};

}  // namespace aktiv::ui
