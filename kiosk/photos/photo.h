// A photo of the day centre's own: the bytes of a JPEG or PNG file in, an upright square out. What
// the camera wrote beside the picture (where, when, with what) is left behind. Pure; any thread.
// Sizes in pixels; the size that a file claims is held to the limits before anything is decoded, so
// that a small file cannot fill the machine. Errors: a Fault of what, where and what would be
// right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::photos {

// What a kiosk with 2 GB opens without standing still: the largest cameras of telephones write
// 12 MB and 50 megapixels.
constexpr size_t most_bytes = size_t{25} << 20;
constexpr int64_t most_pixels = 50'000'000;
constexpr int most_side_px = 30'000;
constexpr int least_side_px = 64;  // of the shorter side; less shows nothing on a card

// Which square of a picture that is not square: 0 = its left or upper end, 1 = its right or lower.
struct Crop {
  double along = 0.5;
};

// Opaque pixels, row by row, each 0x00RRGGBB.
struct Square {
  int side_px = 0;
  std::vector<uint32_t> pixels;
  double whole_aspect = 1;  // width by height of the upright picture that it is cut from
};

// How a photo is kept: content, from assets/pictures/photos.toml.
struct PhotoRules {
  int side_px = 0;  // at most; smaller photos are not enlarged
  int quality = 0;  // of the JPEG, 1–100
};

Result<PhotoRules> read_photo_rules(const std::filesystem::path& share);

// `where` is what a fault points at: the file's name.
Result<Square> open_square(std::string_view bytes, const std::string& where, int side_px,
                           Crop crop = {});

// The square as the bytes of a JPEG file with nothing but the picture in it.
Result<std::string> import_photo(std::string_view bytes, const std::string& where,
                                 const PhotoRules& rules, Crop crop = {});

// The file's bytes; one larger than most_bytes, a folder or a link is refused unread.
Result<std::string> read_photo_file(const std::filesystem::path& file);

}  // namespace aktiv::photos
