#include "kiosk/speech/wav.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace aktiv::speech {
namespace {

static_assert(std::endian::native == std::endian::little, "WAV is little-endian");

constexpr int plain = 1, floating = 3, extensible = 0xFFFE;
constexpr size_t header_bytes = 44;

struct Format {
  int tag = 0, channels = 0, rate_hz = 0, bits = 0;
};

template <class T>
T number_at(std::span<const char> bytes, size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

Fault refusal(std::string what) {
  return Fault{std::move(what), "", "a WAV file: PCM 8-32 bits or float, 1-8 channels, 8-192 kHz"};
}

Result<Format> format_of(std::span<const char> chunk) {
  if (chunk.size() < 16) return refusal("the format chunk is cut short");
  Format format{number_at<uint16_t>(chunk, 0), number_at<uint16_t>(chunk, 2),
                static_cast<int>(number_at<uint32_t>(chunk, 4)), number_at<uint16_t>(chunk, 14)};
  if (format.tag == extensible && chunk.size() >= 26) format.tag = number_at<uint16_t>(chunk, 24);
  const bool is_plain = format.tag == plain && (format.bits == 8 || format.bits == 16 ||
                                                format.bits == 24 || format.bits == 32);
  const bool is_float = format.tag == floating && format.bits == 32;
  if (!is_plain && !is_float)
    return refusal("the sound is coded in a way that is not read (format " +
                   std::to_string(format.tag) + ", " + std::to_string(format.bits) + " bits)");
  if (format.channels < 1 || format.channels > 8)
    return refusal(std::to_string(format.channels) + " channels");
  if (format.rate_hz < 8000 || format.rate_hz > 192000)
    return refusal(std::to_string(format.rate_hz) + " Hz");
  return format;
}

int16_t from_float(float value) {
  if (!std::isfinite(value)) return 0;
  return static_cast<int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767));
}

int16_t sample_at(std::span<const char> data, size_t at, const Format& format) {
  if (format.tag == floating) return from_float(number_at<float>(data, at));
  if (format.bits == 8)
    return static_cast<int16_t>((static_cast<unsigned char>(data[at]) - 128) * 256);
  return number_at<int16_t>(data, at + static_cast<size_t>(format.bits / 8 - 2));
}

RawSound decode(std::span<const char> data, const Format& format) {
  const auto step = static_cast<size_t>(format.bits / 8);
  const auto frame = step * static_cast<size_t>(format.channels);
  RawSound sound{{}, format.channels, format.rate_hz};
  sound.samples.reserve(data.size() / step);
  for (size_t at = 0; at < data.size() / frame * frame; at += step)
    sound.samples.push_back(sample_at(data, at, format));
  return sound;
}

void put(char* at, uint32_t value) {
  std::memcpy(at, &value, 4);
}

}  // namespace

Result<RawSound> read_wav(std::span<const char> bytes) {
  const auto tag_is = [&](size_t at, const char* tag) {
    return at + 4 <= bytes.size() && std::memcmp(bytes.data() + at, tag, 4) == 0;
  };
  if (!tag_is(0, "RIFF") || !tag_is(8, "WAVE")) return refusal("this is not a WAV file");
  Format format;
  for (size_t at = 12; at + 8 <= bytes.size();) {
    const auto claimed = static_cast<size_t>(number_at<uint32_t>(bytes, at + 4));
    const auto size = std::min(claimed, bytes.size() - at - 8);
    const auto chunk = bytes.subspan(at + 8, size);
    if (tag_is(at, "fmt ")) {
      const auto read = format_of(chunk);
      if (!read) return read.error();
      format = *read;
    }
    if (tag_is(at, "data")) {
      if (format.bits == 0) return refusal("sound comes before its format");
      auto sound = decode(chunk, format);
      if (sound.samples.empty()) return refusal("there is no sound in it");
      return sound;
    }
    at += 8 + size + size % 2;
  }
  return refusal("there is no sound in it");
}

Result<WavWriter> WavWriter::create(const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  if (!out)
    return Fault{"the sound file cannot be written", file.string(), "a folder one may write"};
  WavWriter writer(std::move(out));
  writer.file_.write(std::string(header_bytes, '\0').data(), header_bytes);
  writer.settle();
  return writer;
}

WavWriter::~WavWriter() {
  if (file_.is_open()) settle();
}

void WavWriter::write(const int16_t* samples, int64_t count) {
  file_.write(reinterpret_cast<const char*>(samples), count * 2);
  frames_ += count;
}

void WavWriter::write_silence(int64_t count) {
  const std::vector<int16_t> silence(4096);
  while (count > 0) {
    const auto part = std::min<int64_t>(count, static_cast<int64_t>(silence.size()));
    write(silence.data(), part);
    count -= part;
  }
}

void WavWriter::settle() {
  char head[header_bytes] = {};
  const auto data = static_cast<uint32_t>(std::min<int64_t>(frames_ * 2, 0xFFFFFF00));
  std::memcpy(head, "RIFF", 4);
  put(head + 4, data + 36);
  std::memcpy(head + 8, "WAVEfmt ", 8);
  put(head + 16, 16);
  put(head + 20, plain | (1U << 16));
  put(head + 24, rate_hz);
  put(head + 28, rate_hz * 2);
  put(head + 32, 2 | (16U << 16));
  std::memcpy(head + 36, "data", 4);
  put(head + 40, data);
  file_.seekp(0);
  file_.write(head, header_bytes);
  file_.seekp(0, std::ios::end);
  file_.flush();
}

}  // namespace aktiv::speech
