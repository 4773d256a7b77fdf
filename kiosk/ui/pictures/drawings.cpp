#include "kiosk/ui/pictures/drawings.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>

namespace aktiv::ui {
namespace {

constexpr int measure_px = 320;  // of the longer side: about 0.2 of OpenMoji's 72 units a pixel
constexpr uint32_t visible_alpha = 24;  // of 255; fainter is the smoothing of an edge

struct ErrorRelease {
  void operator()(GError* error) const { g_error_free(error); }
};
using ErrorPtr = std::unique_ptr<GError, ErrorRelease>;

std::optional<std::string> read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// Perceived lightness of an sRGB colour, by the weights of ITU-R BT.709.
int lightness(int red, int green, int blue) {
  return static_cast<int>(std::lround(0.2126 * red + 0.7152 * green + 0.0722 * blue));
}

std::string grey_of(const std::string& digits) {
  int parts[3] = {};
  for (size_t i = 0; i < 3; ++i) {
    parts[i] = digits.size() == 3 ? hex_value(digits[i]) * 17
                                  : hex_value(digits[2 * i]) * 16 + hex_value(digits[2 * i + 1]);
  }
  const int level = lightness(parts[0], parts[1], parts[2]);
  const char* hex = "0123456789abcdef";
  const std::string pair{hex[level / 16], hex[level % 16]};
  return pair + pair + pair;
}

// Turns every #rgb and #rrggbb into its lightness, so grey holds on paper as on screen.
std::string without_colour(const std::string& svg) {
  std::string out;
  out.reserve(svg.size());
  for (size_t i = 0; i < svg.size();) {
    out += svg[i++];
    if (out.back() != '#') continue;
    size_t digits = 0;
    while (i + digits < svg.size() && hex_value(svg[i + digits]) >= 0) ++digits;
    if (digits != 3 && digits != 6) continue;
    out += grey_of(svg.substr(i, digits));
    i += digits;
  }
  return out;
}

SurfacePtr blank_surface(int width, int height) {
  return SurfacePtr(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
}

struct PixelBounds {
  int left = INT32_MAX, top = INT32_MAX, right = -1, bottom = -1;

  void take(int x, int y) {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }
};

PixelBounds visible_bounds(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* bytes = cairo_image_surface_get_data(surface);
  PixelBounds bounds;
  for (int y = 0; y < height; ++y) {
    const auto* row = reinterpret_cast<const uint32_t*>(bytes + static_cast<ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) {
      if ((row[x] >> 24) >= visible_alpha) bounds.take(x, y);
    }
  }
  return bounds;
}

}  // namespace

void Drawing::Release::operator()(RsvgHandle* handle) const {
  g_object_unref(handle);
}

Result<Drawing> Drawing::read(const std::filesystem::path& file, const DrawingManner& manner) {
  auto bytes = read_bytes(file);
  if (!bytes) return Fault{"the drawing is missing", file.string(), "an SVG file"};
  if (manner.is_grey) bytes = without_colour(*bytes);

  GError* raw_error = nullptr;
  RsvgHandle* handle = rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes->data()),
                                                 bytes->size(), &raw_error);
  ErrorPtr error(raw_error);
  if (handle == nullptr)
    return Fault{error ? error->message : "not readable", file.string(), "an SVG file"};

  gboolean has_width, has_height, has_view_box;
  RsvgLength width_length, height_length;
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width_length, &has_height,
                                       &height_length, &has_view_box, &view_box);
  Drawing drawing(handle, view_box.width, view_box.height, file.string());
  if (!has_view_box || view_box.width <= 0 || view_box.height <= 0) {
    return Fault{"the drawing has no viewBox", file.string(), "viewBox=\"0 0 width height\""};
  }
  if (manner.colour.empty()) return drawing;

  const std::string style = "path, circle, rect, polygon { fill: " + manner.colour + "; }";
  if (!rsvg_handle_set_stylesheet(handle, reinterpret_cast<const guint8*>(style.data()),
                                  style.size(), &raw_error)) {
    error.reset(raw_error);
    return Fault{error ? error->message : "the colour was refused", file.string(), "#RRGGBB"};
  }
  return drawing;
}

Result<PictureRect> Drawing::measure_ink() const {
  const double scale = measure_px / std::max(width_, height_);
  const auto surface = blank_surface(static_cast<int>(std::ceil(width_ * scale)),
                                     static_cast<int>(std::ceil(height_ * scale)));
  cairo_t* context = cairo_create(surface.get());
  const Status painted = paint(context, {0, 0, width_ * scale, height_ * scale});
  cairo_destroy(context);
  if (!painted) return painted.error();
  const PixelBounds bounds = visible_bounds(surface.get());
  if (bounds.right < 0)
    return Fault{"the drawing shows nothing", name_, "a drawing within its viewBox"};
  return PictureRect{bounds.left / scale, bounds.top / scale,
                     (bounds.right - bounds.left + 1) / scale,
                     (bounds.bottom - bounds.top + 1) / scale};
}

Result<bool> Drawing::leaves_field() const {
  const double scale = measure_px / std::max(width_, height_);
  const double width = width_ * scale, height = height_ * scale, margin = measure_px / 8.0;
  const auto surface =
      blank_surface(static_cast<int>(width + 2 * margin), static_cast<int>(height + 2 * margin));
  cairo_t* context = cairo_create(surface.get());
  const Status painted = paint(context, {margin, margin, width, height});
  cairo_destroy(context);
  if (!painted) return painted.error();
  const PixelBounds bounds = visible_bounds(surface.get());
  return bounds.right >= 0 &&
         (bounds.left < margin - 1 || bounds.top < margin - 1 ||
          bounds.right > margin + width + 1 || bounds.bottom > margin + height + 1);
}

Status Drawing::paint(cairo_t* context, const PictureRect& field) const {
  const RsvgRectangle viewport{field.x, field.y, field.width, field.height};
  GError* raw_error = nullptr;
  if (rsvg_handle_render_document(handle_.get(), context, &viewport, &raw_error)) return {};
  const ErrorPtr error(raw_error);
  return Fault{error ? error->message : "could not be drawn", name_, "an SVG drawing"};
}

Result<const Drawing*> DrawingShelf::find(const std::filesystem::path& file,
                                          const DrawingManner& manner) {
  const Key key{file.string(), manner};
  if (const auto found = drawings_.find(key); found != drawings_.end()) {
    order_.splice(order_.begin(), order_, found->second.order);
    return &found->second.drawing;
  }
  auto drawing = Drawing::read(file, manner);
  if (!drawing) return drawing.error();
  if (order_.size() >= most_drawings_) {
    drawings_.erase(order_.back());
    order_.pop_back();
  }
  order_.push_front(key);
  const auto placed = drawings_.emplace(key, Place{std::move(*drawing), order_.begin()}).first;
  return &placed->second.drawing;
}

Result<PictureRect> DrawingShelf::ink(const std::filesystem::path& file,
                                      const DrawingManner& manner) {
  if (const auto known = inks_.find(file.string()); known != inks_.end()) return known->second;
  const auto drawing = find(file, manner);
  if (!drawing) return drawing.error();
  auto ink = (*drawing)->measure_ink();
  if (ink) inks_.emplace(file.string(), *ink);
  return ink;
}

}  // namespace aktiv::ui
