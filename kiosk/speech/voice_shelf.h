// Sounds that lie ready, to be heard within a buffer: what another voice has said once, and what a
// recording holds once it is unpacked. Only texts that are the same for everybody, so nothing of a
// citizen lies here. Plain samples in a folder, named by a digest of all that makes the sound what
// it is; the oldest go when it is full. Used on the voice's thread; a file that cannot be used is
// taken away and is as if it had not been there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dialogue/scene/scene.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

// Texts that are the same for everybody, by language.
using FixedTexts = std::map<std::string, std::vector<Utterance>>;

class VoiceShelf {
 public:
  // An empty folder: nothing is kept. Each text counts, and each of its sentences.
  VoiceShelf(std::filesystem::path folder, int64_t most_bytes, const FixedTexts& fixed);

  bool keeps(const std::string& language, const std::string& text) const;
  // `name` tells everything that makes the sound what it is.
  bool has(const std::string& name) const;
  std::optional<Pcm> find(const std::string& name) const;
  void put(const std::string& name, const Pcm& sound);

 private:
  std::filesystem::path place_of(const std::string& name) const;
  void make_room();

  const std::filesystem::path folder_;
  const int64_t most_bytes_;
  int64_t bytes_ = 0;
  std::set<std::pair<std::string, std::string>> fixed_;
};

}  // namespace aktiv::speech
