#include "kiosk/speech/espeak_voice.h"

#include <espeak-ng/speak_lib.h>
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "kiosk/speech/words.h"

namespace aktiv::speech {
namespace {

// The library's own state is global. It is started once and stays until the program ends:
// espeak-ng 1.51 waits for ever when it is ended a second time.
std::atomic<bool> is_taken = false;
std::atomic<bool> is_started = false;

constexpr int quiet_below = 40;  // of 32,768: espeak-ng's silence is not always exact zeros
constexpr int64_t kept_lead_ms = 2;
constexpr int64_t kept_tail_ms = 60;

struct Take {
  Pcm pcm;
  std::vector<HeardMark> marks;
  const IsUnwanted* is_unwanted = nullptr;
};

void note_words(const espeak_EVENT* event, Take& take) {
  for (; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
    const bool names_word = event->type == espeakEVENT_WORD && event->length > 0;
    if (names_word)
      take.marks.push_back({event->text_position - 1, frames_of(event->audio_position)});
  }
}

// Returns 1 to stop the synthesis.
int receive(short* samples, int count, espeak_EVENT* events) {
  auto* take = static_cast<Take*>(events->user_data);
  if (!take) return 0;
  if (samples && count > 0) take->pcm.insert(take->pcm.end(), samples, samples + count);
  note_words(events, *take);
  return (*take->is_unwanted)() ? 1 : 0;
}

bool is_heard(int16_t sample) {
  return std::abs(static_cast<int>(sample)) >= quiet_below;
}

// A finger that lifts should hear something at once; espeak-ng begins with up to 60 ms of silence.
Spoken trimmed(Take take, const std::string& text) {
  auto& pcm = take.pcm;
  const auto first = std::find_if(pcm.begin(), pcm.end(), is_heard);
  const auto last = std::find_if(pcm.rbegin(), pcm.rend(), is_heard).base();
  const auto lead = std::max<int64_t>(0, first - pcm.begin() - frames_of(kept_lead_ms));
  const auto end = std::min<int64_t>(static_cast<int64_t>(pcm.size()),
                                     last - pcm.begin() + frames_of(kept_tail_ms));
  Spoken spoken;
  spoken.pcm = first == pcm.end() ? std::make_shared<Pcm>()
                                  : std::make_shared<Pcm>(pcm.begin() + lead, pcm.begin() + end);
  const auto total = static_cast<int64_t>(spoken.pcm->size());
  for (auto& mark : take.marks) mark.frame = std::clamp<int64_t>(mark.frame - lead, 0, total);
  spoken.word_at = word_starts(text, take.marks, total);
  return spoken;
}

// "da" speaks Danish; "da-DK" too. Guards against a voice file that answers to another language.
bool speaks(const espeak_VOICE* voice, const std::string& language) {
  if (!voice || !voice->languages) return false;
  const std::string spoken = voice->languages + 1;  // the first byte is a priority
  return spoken.substr(0, spoken.find('-')) == language.substr(0, language.find('-'));
}

// espeak-ng looks elsewhere when a folder does not hold its data, and says nothing.
bool is_read_from(const std::string& data_path) {
  const char* used = nullptr;
  espeak_Info(&used);
  return data_path.empty() || (used && std::string(used).rfind(data_path, 0) == 0);
}

Status start(const std::string& data_path) {
  const Fault fault{"espeak-ng did not start with its data",
                    data_path.empty() ? "espeak-ng-data" : data_path,
                    "the package espeak-ng-data, at " + std::to_string(rate_hz) + " Hz"};
  const auto root = std::filesystem::path(data_path);
  const bool is_there = data_path.empty() || std::filesystem::exists(root / "phontab") ||
                        std::filesystem::exists(root / "espeak-ng-data" / "phontab");
  if (!is_there) return fault;
  if (!is_started) {
    const char* path = data_path.empty() ? nullptr : data_path.c_str();
    const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, path, espeakINITIALIZE_DONT_EXIT);
    if (rate != rate_hz) return fault;
    is_started = true;
  }
  if (!is_read_from(data_path)) return fault;
  espeak_SetSynthCallback(receive);
  return {};
}

}  // namespace

Result<std::unique_ptr<EspeakVoice>> EspeakVoice::open(Names voices, const std::string& data_path,
                                                       Names timbres) {
  if (is_taken.exchange(true))
    return Fault{"espeak-ng is already in use in this program", "voice", "one voice at a time"};
  if (const auto started = start(data_path); !started) {
    is_taken = false;
    return started.error();
  }
  std::unique_ptr<EspeakVoice> voice(new EspeakVoice(std::move(voices), std::move(timbres)));
  for (const auto& [language, name] : voice->voices_)
    if (const auto loaded = voice->choose(language); !loaded)
      continue;  // said when it is asked for
  return voice;
}

EspeakVoice::~EspeakVoice() {
  is_taken = false;
}

Status EspeakVoice::choose(const std::string& language, const std::string& timbre) {
  const std::string wanted = language + '+' + timbre;
  if (wanted == current_) return {};
  current_.clear();
  const auto found = voices_.find(language);
  std::string name = found == voices_.end() ? language : found->second;
  if (const auto variant = timbres_.find(timbre); variant != timbres_.end())
    name += '+' + variant->second;
  const bool is_set = !name.empty() && espeak_SetVoiceByName(name.c_str()) == EE_OK &&
                      speaks(espeak_GetCurrentVoice(), language);
  if (!is_set)
    return Fault{"espeak-ng has no voice \"" + name + "\" for the language \"" + language + "\"",
                 "[voices] " + language,
                 "a voice that espeak-ng has, a recording of each text, or a voice_command"};
  current_ = wanted;
  return {};
}

Result<Spoken> EspeakVoice::speak(const std::string& text, const std::string& language,
                                  Manner manner, const IsUnwanted& is_unwanted) {
  if (const auto chosen = choose(language, manner.timbre); !chosen) return chosen.error();
  espeak_SetParameter(espeakRATE, manner.rate_wpm, 0);
  espeak_SetParameter(espeakPITCH, manner.pitch, 0);
  Take take;
  take.is_unwanted = &is_unwanted;
  const auto said = espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0,
                                 espeakCHARS_UTF8, nullptr, &take);
  if (said != EE_OK)
    return Fault{"espeak-ng could not speak (error " + std::to_string(said) + ")", language,
                 "text in UTF-8"};
  return trimmed(std::move(take), text);
}

}  // namespace aktiv::speech
