#include "kiosk/photos/photo.h"

#include <cairo.h>

#include <algorithm>
#include <memory>

#include "kiosk/photos/decode.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::photos {
namespace {

constexpr std::string_view jpeg_begins = "\xff\xd8\xff";
constexpr std::string_view png_begins = "\x89PNG\r\n\x1a\n";

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;

// The rows of pixels themselves are drawn on or from; cairo's rows of 4-byte pixels have no gaps.
Surface over(uint32_t* pixels, int width, int height) {
  return Surface(cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels),
                                                     CAIRO_FORMAT_RGB24, width, height, width * 4));
}

// From the picture as the camera wrote it to the picture as it is looked at: EXIF 2.3, 4.6.4.
cairo_matrix_t upright(int orientation, double width, double height) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1, width, 0};
    case 3:
      return {-1, 0, 0, -1, width, height};
    case 4:
      return {1, 0, 0, -1, 0, height};
    case 5:
      return {0, 1, 1, 0, 0, 0};
    case 6:
      return {0, 1, -1, 0, height, 0};
    case 7:
      return {0, -1, -1, 0, height, width};
    case 8:
      return {0, -1, 1, 0, 0, width};
  }
  return {1, 0, 0, 1, 0, 0};
}

Result<Square> square_of(Pixels picture, int orientation, int side_px, Crop crop,
                         const std::string& where) {
  const bool is_turned = orientation >= 5;
  const double width = is_turned ? picture.height : picture.width;
  const double height = is_turned ? picture.width : picture.height;
  const double side = std::min(width, height);
  const double along = std::clamp(crop.along, 0.0, 1.0);
  Square out;
  out.side_px = std::min(side_px, static_cast<int>(side));
  out.whole_aspect = width / height;
  out.pixels.resize(static_cast<size_t>(out.side_px) * static_cast<size_t>(out.side_px));
  const auto from = over(picture.pixels.data(), picture.width, picture.height);
  const auto to = over(out.pixels.data(), out.side_px, out.side_px);
  const std::unique_ptr<cairo_t, Release> context(cairo_create(to.get()));
  cairo_scale(context.get(), out.side_px / side, out.side_px / side);
  cairo_translate(context.get(), -(width - side) * along, -(height - side) * along);
  const auto turn = upright(orientation, picture.width, picture.height);
  cairo_transform(context.get(), &turn);
  cairo_set_source_surface(context.get(), from.get(), 0, 0);
  cairo_pattern_set_extend(cairo_get_source(context.get()), CAIRO_EXTEND_PAD);
  cairo_paint(context.get());
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
    return refused(Refusal::too_little_memory, where);
  cairo_surface_flush(to.get());
  for (uint32_t& pixel : out.pixels) pixel &= 0xffffff;
  return out;
}

}  // namespace

Status check_size(int64_t width, int64_t height, const std::string& where) {
  const auto size = std::to_string(width) + " × " + std::to_string(height) + " pixels";
  if (width < least_side_px || height < least_side_px)
    return refused(Refusal::too_small, where, size);
  if (width > most_side_px || height > most_side_px || width * height > most_pixels)
    return refused(Refusal::too_many_pixels, where, size);
  return {};
}

Result<Square> open_square(std::string_view bytes, const std::string& where, int side_px,
                           Crop crop) {
  if (bytes.size() > most_bytes) return refused(Refusal::file_too_large, where);
  if (bytes.starts_with(jpeg_begins)) {
    auto picture = decode_jpeg(bytes, where, side_px);
    if (!picture) return picture.error();
    return square_of(std::move(*picture), orientation_of(bytes), side_px, crop, where);
  }
  if (bytes.starts_with(png_begins)) {
    auto picture = decode_png(bytes, where);
    if (!picture) return picture.error();
    return square_of(std::move(*picture), 1, side_px, crop, where);
  }
  return refused(Refusal::other_kind, where);
}

Result<std::string> import_photo(std::string_view bytes, const std::string& where,
                                 const PhotoRules& rules, Crop crop) {
  const auto square = open_square(bytes, where, rules.side_px, crop);
  if (!square) return square.error();
  return encode_jpeg(square->pixels.data(), square->side_px, rules.quality);
}

}  // namespace aktiv::photos
