// The picture book as the painter's source of pictures.
#pragma once

#include "kiosk/ui/painter/picture_source.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::ui {

class BookPictures final : public PictureSource {
 public:
  explicit BookPictures(PictureBook book) : book_(std::move(book)) {}

  Result<Image> render(const PictureId& id, int width_px, int height_px) const override {
    auto drawn = book_.render(id, width_px, height_px);
    if (!drawn) return drawn.error();
    return Image((*drawn).release());
  }

  bool points_onward(const PictureId& id) const override { return book_.points_onward(id); }

  const PictureBook& book() const { return book_; }
  PictureBook& book() { return book_; }

 private:
  PictureBook book_;
};

}  // namespace aktiv::ui
