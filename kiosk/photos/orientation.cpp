#include <libexif/exif-data.h>

#include <algorithm>
#include <memory>

#include "kiosk/photos/decode.h"

namespace aktiv::photos {
namespace {

struct Release {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};

// EXIF lies in the first segments, each at most 64 KiB; the picture itself need not be looked at.
constexpr size_t looked_at = 256 * 1024;

}  // namespace

int orientation_of(std::string_view jpeg) {
  const auto size = static_cast<unsigned int>(std::min(jpeg.size(), looked_at));
  const std::unique_ptr<ExifData, Release> data(
      exif_data_new_from_data(reinterpret_cast<const unsigned char*>(jpeg.data()), size));
  if (!data) return 1;
  const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  const bool is_told = entry != nullptr && entry->data != nullptr &&
                       entry->format == EXIF_FORMAT_SHORT && entry->components == 1 &&
                       entry->size >= 2;
  if (!is_told) return 1;
  const int told = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return told >= 1 && told <= 8 ? told : 1;
}

}  // namespace aktiv::photos
