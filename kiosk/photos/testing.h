// Pictures for tests: drawn, not kept as files. Tests only.
#pragma once

#include <cairo.h>

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/photos/decode.h"

namespace aktiv::photos::testing_ {

constexpr uint32_t red = 0xd02020, green = 0x20a020, blue = 0x2020d0, yellow = 0xe0d020;

// Four quarters: red, green above blue, yellow.
inline std::vector<uint32_t> quarters(int width, int height) {
  std::vector<uint32_t> pixels;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      pixels.push_back(y < height / 2 ? (x < width / 2 ? red : green)
                                      : (x < width / 2 ? blue : yellow));
  return pixels;
}

inline std::string png(int width, int height) {
  auto pixels = quarters(width, height);
  cairo_surface_t* surface =
      cairo_image_surface_create_for_data(reinterpret_cast<unsigned char*>(pixels.data()),
                                          CAIRO_FORMAT_RGB24, width, height, width * 4);
  std::string bytes;
  cairo_surface_write_to_png_stream(
      surface,
      [](void* out, const unsigned char* data, unsigned int size) {
        static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
        return CAIRO_STATUS_SUCCESS;
      },
      &bytes);
  cairo_surface_destroy(surface);
  return bytes;
}

inline std::string jpeg(int side_px) {
  return *encode_jpeg(quarters(side_px, side_px).data(), side_px, 95);
}

// As a camera that was held otherwise writes it, with the name of its owner beside the picture.
inline std::string camera_jpeg(int side_px, int orientation) {
  const std::string owner = "Owner Ownersen";  // 14 letters and an end
  std::string tiff("II*\0\x08\0\0\0\x02\0", 10);
  tiff += std::string("\x12\x01\x03\0\x01\0\0\0", 8) + static_cast<char>(orientation) +
          std::string(3, '\0');
  tiff += std::string("\x3b\x01\x02\0\x0f\0\0\0\x26\0\0\0", 12);  // artist, at byte 38
  tiff += std::string(4, '\0') + owner + std::string(1, '\0');
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  std::string segment = "\xff\xe1";
  segment += std::string(1, '\0') + static_cast<char>(body.size() + 2) + body;
  std::string bytes = jpeg(side_px);
  return bytes.insert(2, segment);
}

}  // namespace aktiv::photos::testing_
