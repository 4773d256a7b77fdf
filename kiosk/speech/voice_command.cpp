#include "kiosk/speech/voice_command.h"

#include <algorithm>

#include "kiosk/speech/child.h"
#include "kiosk/speech/resample.h"
#include "kiosk/speech/wav.h"
#include "kiosk/speech/words.h"

namespace aktiv::speech {
namespace {

constexpr size_t largest_output = 48u << 20;

}  // namespace

bool VoiceCommand::speaks(const std::string& language) const {
  if (argv.empty()) return false;
  return languages.empty() ||
         std::find(languages.begin(), languages.end(), language) != languages.end();
}

Result<Spoken> run_voice(const VoiceCommand& command, const std::string& text,
                         const std::string& language, const Manner& manner,
                         const IsUnwanted& is_unwanted) {
  ChildJob job;
  job.argv = command.argv;
  job.environment = {{"AKTIV_LANGUAGE", language},
                     {"AKTIV_RATE_WPM", std::to_string(manner.rate_wpm)},
                     {"AKTIV_PITCH", std::to_string(manner.pitch)},
                     {"AKTIV_TIMBRE", manner.timbre}};
  job.input = text + "\n";
  job.time_out_ms = command.time_out_ms;
  job.largest_output = largest_output;
  const auto wav = run_child(job, is_unwanted);
  if (!wav) return wav.error();
  const auto raw = read_wav(*wav);
  if (!raw) return Fault{raw.error().what, command.argv[0], raw.error().expected};
  Spoken spoken;
  spoken.pcm = std::make_shared<Pcm>(to_mono(*raw));
  spoken.word_at = spread(text, static_cast<int64_t>(spoken.pcm->size()));
  return spoken;
}

}  // namespace aktiv::speech
