#include "kiosk/app/voice_studio.h"

#include <algorithm>
#include <utility>

#include "kiosk/files/keep_file.h"
#include "kiosk/speech/heard_texts.h"
#include "kiosk/speech/opus_writer.h"
#include "kiosk/speech/recordings.h"

namespace aktiv::app {
namespace {

namespace fs = std::filesystem;
using speech::Loudness;

constexpr size_t bars = 120;

mentor::ReadingLevel level_of(Loudness heard) {
  switch (heard) {
    case Loudness::good:
      return mentor::ReadingLevel::good;
    case Loudness::too_quiet:
      return mentor::ReadingLevel::too_quiet;
    case Loudness::too_loud:
      return mentor::ReadingLevel::too_loud;
    case Loudness::nothing:
      break;
  }
  return mentor::ReadingLevel::nothing;
}

}  // namespace

void VoiceStudio::texts(const std::string& language,
                        mentor::Then<std::vector<mentor::VoicedText>> then) {
  using Voiced = std::vector<mentor::VoicedText>;
  side_.ask<Voiced>(
      [language, own = parts_.own, packs = parts_.packs,
       heard = speech::heard_texts(parts_.texts, language)]() -> Result<Voiced> {
        const speech::Recordings here({own}), laid(packs);
        Voiced found;
        for (const auto& text : heard)
          found.push_back({text.key, text.text, here.find(language, text.key).has_value(),
                           laid.find(language, text.key).has_value()});
        return found;
      },
      std::move(then));
}

Status VoiceStudio::begin_reading() {
  forget_reading();
  if (!parts_.may_listen)
    return Fault{"there is no microphone", "sound", "a microphone that is plugged in and free"};
  Status begun = microphone_.start(parts_.rules.longest_s * 1000);
  if (!begun) parts_.tell_staff(begun.error());
  return begun;
}

bool VoiceStudio::is_reading() const {
  return microphone_.is_recording() && !microphone_.is_full();
}

mentor::Reading VoiceStudio::end_reading() {
  take_ = microphone_.stop_raw();
  envelope_ = speech::envelope(take_, bars);
  const auto span = speech::spoken_part(take_, parts_.rules);
  return cut(span.from_ms, span.to_ms);
}

mentor::Reading VoiceStudio::cut(int from_ms, int to_ms) {
  const int ms = take_.ms();
  span_.from_ms = std::clamp(from_ms, 0, ms);
  span_.to_ms = std::clamp(to_ms, span_.from_ms, ms);
  return {ms, span_.from_ms, span_.to_ms, level_of(speech::loudness(take_, span_, parts_.rules)),
          envelope_};
}

void VoiceStudio::forget_reading() {
  parts_.hush();
  microphone_.discard();
  std::ranges::fill(take_.samples, int16_t{0});
  take_ = {};
  envelope_.clear();
  span_ = {};
}

void VoiceStudio::play_reading() {
  if (auto opus = speech::packed(take_, span_, parts_.rules)) parts_.play(std::move(*opus));
}

void VoiceStudio::play_kept(const std::string& language, const std::string& key) {
  std::vector<fs::path> packs = {parts_.own};
  packs.insert(packs.end(), parts_.packs.begin(), parts_.packs.end());
  side_.ask<std::string>(
      [language, key, packs]() -> Result<std::string> {
        const auto file = speech::Recordings(packs).find(language, key);
        if (!file) return Fault{"nothing is recorded", key, "a recording"};
        const auto sound = speech::read_recording(*file);
        if (!sound) return sound.error();
        return speech::write_opus(*sound, speech::rate_hz);
      },
      [this](Result<std::string> opus) {
        if (opus)
          parts_.play(std::move(*opus));
        else
          parts_.tell_staff(opus.error());
      });
}

// Keys are the content's own: letters, digits, dots and underscores, so they lead out of no folder.
fs::path VoiceStudio::place_of(const std::string& language, const std::string& key) const {
  return parts_.own / language / (key + ".opus");
}

mentor::Done VoiceStudio::ended(mentor::Done then) const {
  return [this, then = std::move(then)](Status done) {
    if (done)
      parts_.changed();
    else
      parts_.tell_staff(done.error());
    then(std::move(done));
  };
}

void VoiceStudio::keep(const std::string& language, const std::string& key, mentor::Done then) {
  const auto answer = ended(std::move(then));
  if (speech::how_heard(parts_.texts, language, key) != speech::Heard::whole)
    return answer(Fault{"no such text is heard", language + " " + key, "a text of the list"});
  auto opus = speech::packed(take_, span_, parts_.rules);
  if (!opus) return answer(opus.error());
  side_.ask<bool>(
      [place = place_of(language, key), opus = std::move(*opus)]() -> Result<bool> {
        if (Status kept = keep_file(place, opus); !kept) return kept.error();
        return true;
      },
      [answer](const Result<bool>& kept) { answer(kept ? Status() : Status(kept.error())); });
}

void VoiceStudio::take_away(const std::string& language, const std::string& key,
                            mentor::Done then) {
  side_.ask<bool>([place = place_of(language, key)] { return remove_kept_file(place); },
                  [answer = ended(std::move(then))](const Result<bool>& gone) {
                    answer(gone ? Status() : Status(gone.error()));
                  });
}

}  // namespace aktiv::app
