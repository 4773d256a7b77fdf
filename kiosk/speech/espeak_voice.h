// espeak-ng inside the program. The library is one per process and not thread-safe: open one
// EspeakVoice, use and destroy it on the thread that opened it. A second one at the same time is
// refused. Fails: no voice data, a language it does not have. The voice before is never used in its
// place.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

struct Manner {
  int rate_wpm = 0;
  int pitch = 0;
  std::string timbre = {};    // of Settings::timbres; empty: the voice as it is
  int sentence_pause_ms = 0;  // within what is said; 0: as the voice pauses by itself
  bool operator==(const Manner&) const = default;
};

// True once nobody wants to hear it any more.
using IsUnwanted = std::function<bool()>;

class EspeakVoice {
 public:
  // voices: language -> espeak-ng voice; timbres: name -> espeak-ng variant. Loads each voice once,
  // so that no citizen waits for a first load. data_path: where espeak-ng-data lies; empty = the
  // system's.
  using Names = std::map<std::string, std::string>;
  static Result<std::unique_ptr<EspeakVoice>> open(Names voices, const std::string& data_path = "",
                                                   Names timbres = {});
  ~EspeakVoice();
  EspeakVoice(const EspeakVoice&) = delete;
  EspeakVoice& operator=(const EspeakVoice&) = delete;

  // Whole and at once (real-time factor 0.001). Cut short when unwanted; what came is then
  // returned.
  Result<Spoken> speak(const std::string& text, const std::string& language, Manner manner,
                       const IsUnwanted& is_unwanted);

 private:
  EspeakVoice(Names voices, Names timbres)
      : voices_(std::move(voices)), timbres_(std::move(timbres)) {}
  Status choose(const std::string& language, const std::string& timbre = {});

  Names voices_;
  Names timbres_;
  std::string current_;  // language and timbre; empty = none is set
};

}  // namespace aktiv::speech
