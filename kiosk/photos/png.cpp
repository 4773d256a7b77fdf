#include <png.h>

#include "kiosk/photos/decode.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::photos {
namespace {

struct Image {
  png_image header{};
  Image() { header.version = PNG_IMAGE_VERSION; }
  ~Image() { png_image_free(&header); }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
};

Fault broken(const Image& image, const std::string& where) {
  return refused(Refusal::broken, where, image.header.message);
}

}  // namespace

Result<Pixels> decode_png(std::string_view bytes, const std::string& where) {
  Image image;
  if (!png_image_begin_read_from_memory(&image.header, bytes.data(), bytes.size()))
    return broken(image, where);
  if (const Status size = check_size(image.header.width, image.header.height, where); !size)
    return size.error();
  image.header.format = PNG_FORMAT_RGB;
  const size_t count = static_cast<size_t>(image.header.width) * image.header.height;
  std::vector<uint8_t> packed(count * 3);
  const png_color white{255, 255, 255};
  if (!png_image_finish_read(&image.header, &white, packed.data(), 0, nullptr))
    return broken(image, where);
  // A file with a fault that libpng would read past shows half a picture.
  if (PNG_IMAGE_FAILED(image.header)) return broken(image, where);
  Pixels out{static_cast<int>(image.header.width), static_cast<int>(image.header.height), {}};
  out.pixels.resize(count);
  for (size_t i = 0; i < count; ++i)
    out.pixels[i] = static_cast<uint32_t>(packed[3 * i]) << 16 |
                    static_cast<uint32_t>(packed[3 * i + 1]) << 8 | packed[3 * i + 2];
  return out;
}

}  // namespace aktiv::photos
