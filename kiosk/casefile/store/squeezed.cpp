#include "kiosk/casefile/store/squeezed.h"

#include <zstd.h>

#include <stdexcept>

namespace aktiv::casefile {
namespace {

constexpr std::string_view frame_magic = "\x28\xB5\x2F\xFD";
constexpr unsigned long long longest = 64ull << 20;  // a request is at most 16 MiB

}  // namespace

std::string squeezed(std::string_view text) {
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const size_t size =
      ZSTD_compress(bytes.data(), bytes.size(), text.data(), text.size(), ZSTD_CLEVEL_DEFAULT);
  if (ZSTD_isError(size)) throw std::runtime_error(ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

Result<std::string> unsqueezed(std::string bytes) {
  if (!bytes.starts_with(frame_magic)) return bytes;
  const Fault damaged{"a squeezed resource is damaged", "resource_version", "a whole frame"};
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > longest)
    return damaged;
  std::string text(size, '\0');
  const size_t got = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) || got != size) return damaged;
  return text;
}

}  // namespace aktiv::casefile
