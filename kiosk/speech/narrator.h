// From an utterance to sound: a recording first, then the other voice, then espeak-ng; when none
// can, the time in which it would be read passes in silence. Lives on the voice's thread. What
// cannot be used is told to staff once, with its file, and the next voice speaks: never silently.
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dialogue/scene/scene.h"
#include "kiosk/speech/espeak_voice.h"
#include "kiosk/speech/event.h"
#include "kiosk/speech/recordings.h"
#include "kiosk/speech/voice_command.h"
#include "kiosk/speech/voice_shelf.h"

namespace aktiv::speech {

struct NarratorOptions {
  std::map<std::string, std::string> voices;
  std::map<std::string, std::string> timbres;
  std::string espeak_data;  // empty = the system's
  std::vector<std::filesystem::path> packs;
  VoiceCommand command;
  std::filesystem::path shelf;  // empty = nothing is kept for later
  int64_t shelf_bytes = 0;
  FixedTexts fixed;
};

class Narrator {
 public:
  Narrator(NarratorOptions options, std::function<void(SoundFault)> tell_staff);

  Spoken narrate(const Utterance& utterance, const std::string& language, const Manner& manner,
                 const IsUnwanted& is_unwanted);
  // Unpacks the recording of a text that is the same for everybody, or has the other voice say it,
  // so that it lies ready. False where nothing had to be done: it lies there already, or espeak-ng
  // says it, which takes no time.
  bool lay_ready(const Utterance& utterance, const std::string& language, const Manner& manner,
                 const IsUnwanted& is_unwanted);
  // Nothing of one citizen stays for the next: sentences made of answers are forgotten.
  void forget();
  // Recordings have come or gone.
  void look_again();

 private:
  struct Kept {
    std::string name;
    Spoken spoken;
  };
  Spoken spoken(const std::string& text, const std::string& language, const Manner& manner,
                const IsUnwanted& is_unwanted);
  std::optional<Pcm> unpacked(const std::filesystem::path& file);
  std::string name_of(const std::filesystem::path& file) const;
  std::optional<Spoken> recorded(const Utterance& utterance, const std::string& language);
  std::string name_of(const std::string& text, const std::string& language,
                      const Manner& manner) const;
  std::optional<Spoken> commanded(const std::string& text, const std::string& language,
                                  const Manner& manner, const IsUnwanted& is_unwanted);
  std::optional<Spoken> synthesized(const std::string& text, const std::string& language,
                                    const Manner& manner, const IsUnwanted& is_unwanted);
  void tell_once(const std::string& key, Fault fault);
  const Spoken* kept(const std::string& name);
  Spoken keep(const std::string& name, Spoken spoken);

  const NarratorOptions options_;
  const std::function<void(SoundFault)> tell_staff_;
  Recordings recordings_;
  VoiceShelf shelf_;
  std::unique_ptr<EspeakVoice> espeak_;
  std::list<Kept> kept_;  // newest first
  std::set<std::pair<std::string, std::string>> told_;
};

// The time in which a text would be read at this rate, with its words; nothing is heard.
Spoken read_in_silence(const std::string& text, int rate_wpm);

}  // namespace aktiv::speech
