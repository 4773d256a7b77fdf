// JPEG and PNG bytes as pixels, lying as the camera wrote them. Inside this room only. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::photos {

// Each pixel 0x00RRGGBB; what a PNG leaves transparent is white, as a card is.
struct Pixels {
  int width = 0, height = 0;
  std::vector<uint32_t> pixels;
};

// The Fault of a size outside the limits, told before decoding.
Status check_size(int64_t width, int64_t height, const std::string& where);

// A JPEG is decoded no finer than its shorter side needs for side_px: a twelfth of the time.
Result<Pixels> decode_jpeg(std::string_view bytes, const std::string& where, int side_px);
Result<Pixels> decode_png(std::string_view bytes, const std::string& where);
Result<std::string> encode_jpeg(const uint32_t* pixels, int side_px, int quality);

// EXIF's orientation, 1–8; 1 where none is told.
int orientation_of(std::string_view jpeg);

}  // namespace aktiv::photos
