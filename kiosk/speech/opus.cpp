#include "kiosk/speech/opus.h"

#include <opusfile.h>
#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace aktiv::speech {
namespace {

constexpr int opus_rate_hz = 48000;
constexpr int channels = 2;

Fault refusal(const std::string& what) {
  return Fault{what, "", "Ogg/Opus, as opusenc writes it"};
}

std::string words_for(int error) {
  switch (error) {
    case OP_ENOTFORMAT:
      return "this is not Ogg/Opus (Ogg/Vorbis is not read)";
    case OP_EBADHEADER:
      return "its header is damaged";
    case OP_EVERSION:
      return "it is of a version that is not read";
    case OP_EBADPACKET:
      return "a packet in it is damaged";
    case OP_EBADLINK:
      return "a page in it is damaged";
    case OP_HOLE:
      return "a part of it is missing";
    default:
      return "it cannot be decoded (opusfile " + std::to_string(error) + ")";
  }
}

// opusfile drops a last page that is cut short without a word; the citizen would hear half a
// sentence.
bool ends_whole(std::span<const char> bytes) {
  constexpr std::string_view mark = "OggS";
  constexpr size_t head = 27;
  const std::string_view text(bytes.data(), bytes.size());
  const auto page = text.rfind(mark);
  if (page == std::string_view::npos || page + head > text.size()) return false;
  const auto segments = static_cast<unsigned char>(text[page + head - 1]);
  if (page + head + segments > text.size()) return false;
  size_t size = head + segments;
  for (size_t i = 0; i < segments; ++i) size += static_cast<unsigned char>(text[page + head + i]);
  return page + size <= text.size();
}

}  // namespace

Result<RawSound> read_opus(std::span<const char> bytes, size_t longest_s) {
  int error = 0;
  const std::unique_ptr<OggOpusFile, decltype(&op_free)> file(
      op_open_memory(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), &error),
      op_free);
  if (!file) return refusal(words_for(error));
  if (!ends_whole(bytes)) return refusal("it is cut short");
  RawSound sound{{}, channels, opus_rate_hz};
  std::array<int16_t, 5760 * channels> part{};  // 120 ms, the longest packet
  while (sound.samples.size() <= longest_s * opus_rate_hz * channels) {
    const int frames = op_read_stereo(file.get(), part.data(), static_cast<int>(part.size()));
    if (frames < 0) return refusal(words_for(frames));
    if (frames == 0) break;
    sound.samples.insert(sound.samples.end(), part.begin(), part.begin() + frames * channels);
  }
  if (sound.samples.empty()) return refusal("there is no sound in it");
  return sound;
}

}  // namespace aktiv::speech
