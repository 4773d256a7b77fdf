#include "kiosk/ui/pictures/pictures.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "kiosk/photos/photo.h"
#include "kiosk/photos/refusal.h"
#include "kiosk/ui/pictures/drawings.h"
#include "kiosk/ui/pictures/picture_table.h"

namespace aktiv::ui {
namespace {

constexpr int largest_px = 8192;
constexpr int paper_px = 1024;           // of a photo on paper: 300 dots an inch at 8.5 cm
constexpr double photo_rounding = 0.07;  // of a photo's side; a card's corner is about as round

struct ContextRelease {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

PictureRect fitted(double width, double height, const PictureRect& room) {
  const double scale = std::min(room.width / width, room.height / height);
  return {room.x + (room.width - width * scale) / 2, room.y + (room.height - height * scale) / 2,
          width * scale, height * scale};
}

void turn_and_flip(cairo_t* context, const PictureLayer& layer, const LayerBox& box) {
  const double middle_x = box.x + box.width / 2, middle_y = box.y + box.height / 2;
  cairo_translate(context, middle_x, middle_y);
  cairo_rotate(context, layer.rotate_deg * std::numbers::pi / 180);
  if (layer.is_flipped) cairo_scale(context, -1, 1);
  cairo_translate(context, -middle_x, -middle_y);
}

void rounded_square(cairo_t* context, const PictureRect& where) {
  const double r = where.width * photo_rounding, quarter = std::numbers::pi / 2;
  const double right = where.x + where.width, bottom = where.y + where.height;
  cairo_new_sub_path(context);
  cairo_arc(context, right - r, where.y + r, r, -quarter, 0);
  cairo_arc(context, right - r, bottom - r, r, 0, quarter);
  cairo_arc(context, where.x + r, bottom - r, r, quarter, 2 * quarter);
  cairo_arc(context, where.x + r, where.y + r, r, 2 * quarter, 3 * quarter);
  cairo_close_path(context);
}

// As many of a photo's pixels as are seen: a glass has so many, paper takes more.
int photo_px(cairo_t* context, double side) {
  if (cairo_surface_get_type(cairo_get_target(context)) != CAIRO_SURFACE_TYPE_IMAGE)
    return paper_px;
  double across = side, down = 0;
  cairo_user_to_device_distance(context, &across, &down);
  return std::clamp(static_cast<int>(std::ceil(std::hypot(across, down))), 1, largest_px);
}

cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void SurfaceRelease::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}

struct PictureBook::Pages {
  std::filesystem::path share;
  PictureTable table;
  PhotoFiles photos;
  OwnPhotos own;
  DrawingShelf shelf;

  bool has_photo(const PictureId& id) const { return own.contains(id) || photos.contains(id); }

  std::filesystem::path file_of(const PictureLayer& layer) const {
    switch (layer.kind) {
      case LayerKind::openmoji:
        return share / "pictures/openmoji" / (layer.name + ".svg");
      case LayerKind::own:
        return share / "pictures/own" / (layer.name + ".svg");
      case LayerKind::icon:
        return share / "icons" / (layer.name + ".svg");
      case LayerKind::picture:
        break;
    }
    return {};
  }

  Result<const Picture*> find(const PictureId& id) const {
    const auto found = table.pictures.find(id);
    if (found == table.pictures.end()) {
      return Fault{"there is no picture \"" + id.value + "\"", "pictures.toml",
                   "an entry [\"" + id.value + "\"]"};
    }
    return &found->second;
  }

  // From the file that stands for the picture, or from the citizen's own bytes before it. A Fault
  // names the picture and never whose it is.
  Result<photos::Square> open_photo(const PictureId& id, int side_px) const {
    if (const auto found = own.find(id); found != own.end())
      return photos::open_square(found->second, id.value, side_px);
    const auto& file = photos.at(id);
    const auto bytes = photos::read_photo_file(file);
    if (!bytes) return bytes.error();
    return photos::open_square(*bytes, file.string(), side_px);
  }

  Status draw_photo(cairo_t* context, const PictureId& id, const PictureRect& where) const {
    const PictureRect spot = fitted(1, 1, where);
    auto square = open_photo(id, photo_px(context, spot.width));
    if (!square) return square.error();
    const int side = square->side_px;
    SurfacePtr pixels(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side));
    if (cairo_surface_status(pixels.get()) != CAIRO_STATUS_SUCCESS)
      return photos::refused(photos::Refusal::too_little_memory, id.value);
    unsigned char* row = cairo_image_surface_get_data(pixels.get());
    for (int y = 0; y < side; ++y, row += cairo_image_surface_get_stride(pixels.get()))
      std::copy_n(square->pixels.data() + static_cast<ptrdiff_t>(y) * side, side,
                  reinterpret_cast<uint32_t*>(row));
    cairo_surface_mark_dirty(pixels.get());
    cairo_save(context);
    rounded_square(context, spot);
    cairo_clip(context);
    cairo_translate(context, spot.x, spot.y);
    cairo_scale(context, spot.width / side, spot.height / side);
    cairo_set_source_surface(context, pixels.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
    cairo_paint(context);
    cairo_restore(context);
    return {};
  }

  Status draw_drawing(cairo_t* context, const PictureLayer& layer, const LayerBox& canvas) {
    const auto file = file_of(layer);
    const DrawingManner manner{layer.is_grey, layer.colour};
    PictureRect crop;
    if (layer.box) {
      const auto ink = shelf.ink(file, manner);
      if (!ink) return at_layer(layer, ink.error());
      crop = *ink;
    }
    const auto found = shelf.find(file, manner);
    if (!found) return at_layer(layer, found.error());
    const Drawing& drawing = **found;
    if (!layer.box) crop = {0, 0, drawing.width(), drawing.height()};

    const LayerBox box = layer.box.value_or(canvas);
    const PictureRect spot = fitted(crop.width, crop.height, {box.x, box.y, box.width, box.height});
    const double scale = spot.width / crop.width;
    return drawing.paint(context, {spot.x - crop.x * scale, spot.y - crop.y * scale,
                                   drawing.width() * scale, drawing.height() * scale});
  }

  Status draw_layer(cairo_t* context, const PictureLayer& layer, const LayerBox& canvas) {
    const LayerBox box = layer.box.value_or(canvas);
    cairo_save(context);
    turn_and_flip(context, layer, box);
    Status drawn;
    if (layer.kind == LayerKind::picture) {
      const auto inner = find(PictureId(layer.name));
      drawn = inner ? draw_picture(context, **inner, {box.x, box.y, box.width, box.height})
                    : at_layer(layer, inner.error());
    } else {
      drawn = draw_drawing(context, layer, canvas);
    }
    cairo_restore(context);
    return drawn;
  }

  Status draw_picture(cairo_t* context, const Picture& picture, const PictureRect& where) {
    const PictureRect spot = fitted(picture.width, picture.height, where);
    cairo_save(context);
    cairo_translate(context, spot.x, spot.y);
    cairo_scale(context, spot.width / picture.width, spot.height / picture.height);
    cairo_rectangle(context, 0, 0, picture.width, picture.height);
    cairo_clip(context);
    Status drawn;
    for (const auto& layer : picture.layers) {
      drawn = draw_layer(context, layer, {0, 0, picture.width, picture.height});
      if (!drawn) break;
    }
    cairo_restore(context);
    return drawn;
  }

  std::optional<Fault> fault_of(const PictureLayer& layer) {
    const auto file = file_of(layer);
    const DrawingManner manner{layer.is_grey, layer.colour};
    const auto ink = shelf.ink(file, manner);
    if (!ink) return at_layer(layer, ink.error()).error();
    if (layer.box) return std::nullopt;
    const auto drawing = shelf.find(file, manner);
    if (!drawing) return at_layer(layer, drawing.error()).error();
    const auto leaves = (*drawing)->leaves_field();
    if (!leaves) return at_layer(layer, leaves.error()).error();
    if (!*leaves) return std::nullopt;
    return at_layer(layer, {"the drawing leaves its canvas and is cut", file.string(),
                            "a drawing within its viewBox"})
        .error();
  }

  Status at_layer(const PictureLayer& layer, Fault fault) const {
    fault.where = layer.where + ": " + fault.where;
    return fault;
  }
};

PictureBook::PictureBook(std::unique_ptr<Pages> pages) : pages_(std::move(pages)) {}
PictureBook::PictureBook(PictureBook&&) noexcept = default;
PictureBook& PictureBook::operator=(PictureBook&&) noexcept = default;
PictureBook::~PictureBook() = default;

Result<PictureBook> PictureBook::open(const std::filesystem::path& share, PhotoFiles photos) {
  auto table = read_picture_table(share / "pictures" / "pictures.toml");
  if (!table) return table.error();
  auto pages = std::make_unique<Pages>();
  pages->share = share;
  pages->table = std::move(*table);
  pages->photos = std::move(photos);
  return PictureBook(std::move(pages));
}

void PictureBook::set_photos(PhotoFiles photos) {
  pages_->photos = std::move(photos);
}

void PictureBook::lay_over(OwnPhotos own) {
  pages_->own = std::move(own);
}

std::vector<Fault> PictureBook::check() const {
  std::vector<Fault> faults = pages_->table.faults;
  for (const auto& [id, picture] : pages_->table.pictures) {
    for (const auto& layer : picture.layers) {
      if (layer.kind == LayerKind::picture) {
        const auto inner = pages_->find(PictureId(layer.name));
        if (!inner) faults.push_back(pages_->at_layer(layer, inner.error()).error());
        continue;
      }
      if (auto fault = pages_->fault_of(layer)) faults.push_back(std::move(*fault));
    }
  }
  return faults;
}

std::set<PictureId> PictureBook::ids() const {
  std::set<PictureId> ids;
  for (const auto& [id, picture] : pages_->table.pictures) ids.insert(id);
  for (const auto& [id, file] : pages_->photos) ids.insert(id);
  return ids;
}

bool PictureBook::has(const PictureId& id) const {
  return pages_->has_photo(id) || pages_->table.pictures.contains(id);
}

bool PictureBook::has_drawing(const PictureId& id) const {
  return pages_->table.pictures.contains(id);
}

bool PictureBook::points_onward(const PictureId& id) const {
  const auto picture = pages_->find(id);
  return !pages_->has_photo(id) && picture && (*picture)->points_onward;
}

double PictureBook::aspect(const PictureId& id) const {
  if (pages_->has_photo(id)) return 1.0;
  const auto picture = pages_->find(id);
  return picture ? (*picture)->width / (*picture)->height : 1.0;
}

Result<SurfacePtr> PictureBook::render(const PictureId& id, int width_px, int height_px) const {
  if (width_px <= 0 || height_px <= 0 || width_px > largest_px || height_px > largest_px) {
    return Fault{
        "a picture of " + std::to_string(width_px) + " × " + std::to_string(height_px) + " pixels",
        id.value, "1 to " + std::to_string(largest_px) + " pixels a side"};
  }
  SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width_px, height_px));
  const std::unique_ptr<cairo_t, ContextRelease> context(cairo_create(surface.get()));
  const auto drawn = draw(context.get(), id, {0, 0, double(width_px), double(height_px)});
  if (!drawn) return drawn.error();
  cairo_surface_flush(surface.get());
  return surface;
}

Status PictureBook::draw(cairo_t* context, const PictureId& id, const PictureRect& where) const {
  Status drawn;
  if (pages_->has_photo(id)) {
    drawn = pages_->draw_photo(context, id, where);
  } else {
    const auto picture = pages_->find(id);
    if (!picture) return picture.error();
    drawn = pages_->draw_picture(context, **picture, where);
  }
  if (!drawn) return drawn;
  if (const auto status = cairo_status(context); status != CAIRO_STATUS_SUCCESS) {
    return Fault{cairo_status_to_string(status), id.value, "a context that can be drawn on"};
  }
  return {};
}

Result<std::string> PictureBook::png(const PictureId& id, int size_px) const {
  const double shape = aspect(id);
  const int width = shape >= 1 ? size_px : static_cast<int>(std::lround(size_px * shape));
  const int height = shape >= 1 ? static_cast<int>(std::lround(size_px / shape)) : size_px;
  const auto surface = render(id, width, height);
  if (!surface) return surface.error();
  std::string bytes;
  const auto status = cairo_surface_write_to_png_stream(surface->get(), append_bytes, &bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    return Fault{cairo_status_to_string(status), id.value, "a PNG"};
  return bytes;
}

}  // namespace aktiv::ui
