#include "kiosk/speech/narrator.h"

#include <algorithm>

#include "dialogue/content/sentences.h"
#include "kiosk/speech/words.h"

namespace aktiv::speech {
namespace {

constexpr size_t most_kept = 24;  // about 3 MiB of decoded sound

// What is said in one breath: all of it, or a sentence where somebody wants to rest between them.
std::vector<std::string> breaths(const std::string& text, const Manner& manner) {
  if (manner.sentence_pause_ms <= 0) return {text};
  const auto parts = sentences(text);
  if (parts.size() < 2) return {text};
  return {parts.begin(), parts.end()};
}

Spoken joined(const std::vector<Spoken>& parts, int pause_ms) {
  auto pcm = std::make_shared<Pcm>();
  Spoken whole;
  for (const Spoken& part : parts) {
    if (!pcm->empty()) pcm->resize(pcm->size() + static_cast<size_t>(frames_of(pause_ms)));
    const auto from = static_cast<int64_t>(pcm->size());
    for (const int64_t at : part.word_at) whole.word_at.push_back(from + at);
    if (part.is_mute)
      pcm->resize(pcm->size() + part.pcm->size());
    else
      pcm->insert(pcm->end(), part.pcm->begin(), part.pcm->end());
  }
  whole.is_mute = std::ranges::all_of(parts, &Spoken::is_mute);
  whole.pcm = std::move(pcm);
  return whole;
}

// A sound whose words are not marked: each has its share of it.
Spoken evenly(const std::string& text, Pcm sound) {
  Spoken spoken;
  spoken.word_at = spread(text, static_cast<int64_t>(sound.size()));
  spoken.pcm = std::make_shared<Pcm>(std::move(sound));
  return spoken;
}

}  // namespace

Spoken read_in_silence(const std::string& text, int rate_wpm) {
  const auto words = static_cast<int64_t>(words_of(text).size());
  const auto frames = frames_of(words * 60000 / std::max(rate_wpm, 1));
  return {std::make_shared<Pcm>(static_cast<size_t>(frames)), spread(text, frames), true};
}

Narrator::Narrator(NarratorOptions options, std::function<void(SoundFault)> tell_staff)
    : options_(std::move(options)),
      tell_staff_(std::move(tell_staff)),
      recordings_(options_.packs),
      shelf_(options_.shelf, options_.shelf_bytes, options_.fixed) {
  auto opened = EspeakVoice::open(options_.voices, options_.espeak_data, options_.timbres);
  if (opened)
    espeak_ = std::move(*opened);
  else
    tell_once("staff.sound.no_voice", opened.error());
  for (const auto& fault : recordings_.faults()) tell_once("staff.sound.recording", fault);
}

Spoken Narrator::narrate(const Utterance& utterance, const std::string& language,
                         const Manner& manner, const IsUnwanted& is_unwanted) {
  if (auto spoken = recorded(utterance, language)) return *spoken;
  std::vector<Spoken> parts;
  for (const std::string& breath : breaths(utterance.text, manner))
    parts.push_back(spoken(breath, language, manner, is_unwanted));
  return parts.size() == 1 ? std::move(parts.front()) : joined(parts, manner.sentence_pause_ms);
}

Spoken Narrator::spoken(const std::string& text, const std::string& language, const Manner& manner,
                        const IsUnwanted& is_unwanted) {
  if (auto spoken = commanded(text, language, manner, is_unwanted)) return *spoken;
  if (auto spoken = synthesized(text, language, manner, is_unwanted)) return *spoken;
  return read_in_silence(text, manner.rate_wpm);
}

bool Narrator::lay_ready(const Utterance& utterance, const std::string& language,
                         const Manner& manner, const IsUnwanted& is_unwanted) {
  if (const auto file = recordings_.find(language, utterance.key)) {
    const auto name = name_of(*file);
    if (shelf_.has(name) || !shelf_.keeps(language, utterance.text)) return false;
    if (const auto pcm = unpacked(*file)) shelf_.put(name, *pcm);
    return true;
  }
  if (!options_.command.speaks(language)) return false;
  bool has_worked = false;
  for (const std::string& breath : breaths(utterance.text, manner)) {
    if (is_unwanted() || !shelf_.keeps(language, breath)) break;
    if (shelf_.has(name_of(breath, language, manner))) continue;
    commanded(breath, language, manner, is_unwanted);
    has_worked = true;
  }
  return has_worked;
}

void Narrator::look_again() {
  recordings_ = Recordings(options_.packs);
  kept_.clear();  // a recording may have been read anew
}

void Narrator::forget() {
  kept_.clear();
  told_.clear();
}

std::optional<Spoken> Narrator::recorded(const Utterance& utterance, const std::string& language) {
  const auto file = recordings_.find(language, utterance.key);
  if (!file) return std::nullopt;
  if (const auto* found = kept(file->string())) return *found;
  auto sound = shelf_.find(name_of(*file));
  if (!sound) sound = unpacked(*file);
  if (!sound) return std::nullopt;
  return keep(file->string(), evenly(utterance.text, std::move(*sound)));
}

std::optional<Pcm> Narrator::unpacked(const std::filesystem::path& file) {
  auto pcm = read_recording(file);
  if (pcm) return std::move(*pcm);
  tell_once("staff.sound.recording", pcm.error());
  return std::nullopt;
}

// A recording that is read anew is another one.
std::string Narrator::name_of(const std::filesystem::path& file) const {
  std::error_code error;
  const auto written = std::filesystem::last_write_time(file, error).time_since_epoch().count();
  return file.string() + '\n' + std::to_string(written);
}

// Everything that makes the other voice's sound what it is.
std::string Narrator::name_of(const std::string& text, const std::string& language,
                              const Manner& manner) const {
  std::string name;
  for (const auto& word : options_.command.argv) name += word + '\n';
  return name + language + '\n' + std::to_string(manner.rate_wpm) + '\n' +
         std::to_string(manner.pitch) + '\n' + manner.timbre + '\n' + text;
}

std::optional<Spoken> Narrator::commanded(const std::string& text, const std::string& language,
                                          const Manner& manner, const IsUnwanted& is_unwanted) {
  if (!options_.command.speaks(language)) return std::nullopt;
  const auto name = name_of(text, language, manner);
  if (const auto* found = kept(name)) return *found;
  if (auto sound = shelf_.find(name)) return keep(name, evenly(text, std::move(*sound)));
  if (is_unwanted()) return Spoken{std::make_shared<Pcm>(), spread(text, 0), false};
  auto spoken = run_voice(options_.command, text, language, manner, is_unwanted);
  if (spoken) {
    if (shelf_.keeps(language, text)) shelf_.put(name, *spoken->pcm);
    return keep(name, std::move(*spoken));
  }
  if (!is_unwanted()) tell_once("staff.sound.voice_command", spoken.error());
  return std::nullopt;
}

std::optional<Spoken> Narrator::synthesized(const std::string& text, const std::string& language,
                                            const Manner& manner, const IsUnwanted& is_unwanted) {
  if (!espeak_) return std::nullopt;
  auto spoken = espeak_->speak(text, language, manner, is_unwanted);
  if (spoken) return *spoken;
  tell_once("staff.sound.language", spoken.error());
  return std::nullopt;
}

void Narrator::tell_once(const std::string& key, Fault fault) {
  if (told_.insert({key, to_text(fault)}).second) tell_staff_({key, std::move(fault)});
}

const Spoken* Narrator::kept(const std::string& name) {
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.name == name; });
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return &kept_.front().spoken;
}

Spoken Narrator::keep(const std::string& name, Spoken spoken) {
  kept_.push_front({name, spoken});
  if (kept_.size() > most_kept) kept_.pop_back();
  return spoken;
}

}  // namespace aktiv::speech
