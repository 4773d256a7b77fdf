// Human voices that take precedence over the synthetic one: <pack>/<language>/<key>.opus|.ogg|.wav,
// where key is Utterance.key. The list of files is read once, so that a question costs no look at
// the disk. Used on the voice's thread. Fails per file; a broken one never stops the conversation.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/content/texts.h"
#include "dialogue/model/result.h"
#include "kiosk/speech/pcm.h"

namespace aktiv::speech {

class Recordings {
 public:
  // Earlier packs win over later ones; within a folder .opus wins over .ogg over .wav. A pack that
  // is not there is in faults().
  explicit Recordings(const std::vector<std::filesystem::path>& packs);

  std::optional<std::filesystem::path> find(const std::string& language,
                                            const std::string& key) const;
  // All there are, by language and key, for the content check.
  const std::map<std::pair<std::string, std::string>, std::filesystem::path>& files() const {
    return files_;
  }
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  void read_pack(const std::filesystem::path& pack);

  std::map<std::pair<std::string, std::string>, std::filesystem::path> files_;
  std::vector<Fault> faults_;
};

// The whole recording, mono at rate_hz. At most a minute; longer is refused.
Result<Pcm> read_recording(const std::filesystem::path& file);

// Whether a folder has recordings of a language in it.
bool is_recordings_folder(const std::filesystem::path& folder);

// For the content check: every recording in a pack that could not be played or would never be
// heard, with what would be right.
std::vector<Fault> check_recordings(const std::filesystem::path& pack, const Texts& texts);

}  // namespace aktiv::speech
