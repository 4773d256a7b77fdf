// WAV in and out. Pure but for the writer's file; any thread, one at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

// Sound as it lay in a file: channels interleaved.
struct RawSound {
  std::vector<int16_t> samples;
  int channels = 1;
  int rate_hz = 0;
};

// PCM of 8, 16, 24 or 32 bits or 32-bit float. Sizes in the header are not trusted: a program that
// writes to a pipe does not know them. Fails with what is wrong and what would be right; `where` is
// left empty.
Result<RawSound> read_wav(std::span<const char> bytes);

// Writes 16-bit mono at rate_hz; the header is right after every call of settle() and at the end.
class WavWriter {
 public:
  static Result<WavWriter> create(const std::filesystem::path& file);
  WavWriter(WavWriter&&) = default;
  WavWriter& operator=(WavWriter&&) = default;
  ~WavWriter();

  void write(const int16_t* samples, int64_t count);
  void write_silence(int64_t count);
  void settle();
  bool is_well() const { return file_.good(); }

 private:
  explicit WavWriter(std::ofstream file) : file_(std::move(file)) {}
  std::ofstream file_;
  int64_t frames_ = 0;
};

}  // namespace aktiv::speech
