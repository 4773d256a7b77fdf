#include <turbojpeg.h>

#include <algorithm>
#include <memory>

#include "kiosk/photos/decode.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::photos {
namespace {

struct Release {
  void operator()(void* handle) const { tjDestroy(handle); }
  void operator()(unsigned char* bytes) const { tjFree(bytes); }
};
using Handle = std::unique_ptr<void, Release>;

// TJFLAG_LIMITSCANS: a file of a thousand scans would keep the machine busy for hours.
constexpr int strictly = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;

// The coarsest of the library's factors that still leaves the shorter side long enough.
tjscalingfactor factor_for(int shorter_px, int side_px) {
  int count = 0;
  const tjscalingfactor* factors = tjGetScalingFactors(&count);
  tjscalingfactor best{1, 1};
  for (int i = 0; i < count; ++i) {
    const auto factor = factors[i];
    const bool is_enough = TJSCALED(shorter_px, factor) >= side_px;
    if (is_enough && factor.num * best.denom < best.num * factor.denom) best = factor;
  }
  return best;
}

}  // namespace

Result<Pixels> decode_jpeg(std::string_view bytes, const std::string& where, int side_px) {
  const Handle handle(tjInitDecompress());
  if (!handle) return refused(Refusal::too_little_memory, where);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (tjDecompressHeader3(handle.get(), data, bytes.size(), &width, &height, &sampling, &colours))
    return refused(Refusal::broken, where);
  if (const Status size = check_size(width, height, where); !size) return size.error();
  if (colours == TJCS_CMYK || colours == TJCS_YCCK)
    return refused(Refusal::printing_colours, where);
  const auto factor = factor_for(std::min(width, height), side_px);
  Pixels out{TJSCALED(width, factor), TJSCALED(height, factor), {}};
  out.pixels.resize(static_cast<size_t>(out.width) * static_cast<size_t>(out.height));
  if (tjDecompress2(handle.get(), data, bytes.size(),
                    reinterpret_cast<unsigned char*>(out.pixels.data()), out.width, 0, out.height,
                    TJPF_BGRX, strictly))
    return refused(Refusal::broken, where);
  return out;
}

Result<std::string> encode_jpeg(const uint32_t* pixels, int side_px, int quality) {
  const Handle handle(tjInitCompress());
  unsigned char* raw = nullptr;
  unsigned long size = 0;
  const int failed =
      !handle || tjCompress2(handle.get(), reinterpret_cast<const unsigned char*>(pixels), side_px,
                             0, side_px, TJPF_BGRX, &raw, &size, TJSAMP_444, quality, 0);
  const std::unique_ptr<unsigned char, Release> bytes(raw);
  if (failed) return Fault{"the square cannot be written as JPEG", "", "free memory"};
  return std::string(reinterpret_cast<const char*>(bytes.get()), size);
}

}  // namespace aktiv::photos
