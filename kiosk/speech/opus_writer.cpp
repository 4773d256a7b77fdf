#include "kiosk/speech/opus_writer.h"

#include <opusenc.h>

#include <memory>

namespace aktiv::speech {
namespace {

constexpr int bits_a_second = 24000;  // speech, wide band

int take(void* whole, const unsigned char* bytes, opus_int32 count) {
  static_cast<std::string*>(whole)->append(reinterpret_cast<const char*>(bytes),
                                           static_cast<size_t>(count));
  return 0;
}
int close(void*) {
  return 0;
}

Fault cannot(int error) {
  return {std::string("the recording cannot be packed (") + ope_strerror(error) + ")",
          "the microphone", "sound that libopusenc takes"};
}

}  // namespace

Result<std::string> write_opus(std::span<const int16_t> samples, int rate_hz) {
  if (samples.empty()) return Fault{"nothing was recorded", "the microphone", "some sound"};
  std::string whole;
  const OpusEncCallbacks callbacks{take, close};
  const std::unique_ptr<OggOpusComments, decltype(&ope_comments_destroy)> comments(
      ope_comments_create(), ope_comments_destroy);
  int error = OPE_OK;
  const std::unique_ptr<OggOpusEnc, decltype(&ope_encoder_destroy)> encoder(
      ope_encoder_create_callbacks(&callbacks, &whole, comments.get(), rate_hz, 1, 0, &error),
      ope_encoder_destroy);
  if (!encoder) return cannot(error);
  ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(bits_a_second));
  error = ope_encoder_write(encoder.get(), samples.data(), static_cast<int>(samples.size()));
  if (error == OPE_OK) error = ope_encoder_drain(encoder.get());
  if (error != OPE_OK) return cannot(error);
  return whole;
}

}  // namespace aktiv::speech
