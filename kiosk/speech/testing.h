// What this room's tests share: a folder that goes away, files in it, ears.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "kiosk/speech/settings.h"
#include "kiosk/speech/wav.h"

namespace aktiv::speech {

inline std::filesystem::path shipped_sounds() {
  return std::filesystem::path(AKTIV_SOURCE_DIR) / "assets/sounds/sounds.toml";
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "aktiv-speech-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }
  std::filesystem::path write_wav(const std::string& name, int16_t value, int ms) const {
    const auto file = write(name, "");
    const Pcm pcm(static_cast<size_t>(frames_of(ms)), value);
    auto writer = WavWriter::create(file);
    writer->write(pcm.data(), static_cast<int64_t>(pcm.size()));
    return file;
  }
  std::filesystem::path write_program(const std::string& name, const std::string& script) const {
    const auto file = write(name, "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file;
  }

 private:
  std::filesystem::path path_;
};

// SDL's disk driver: the samples are what the microphone hears, at 48 kHz, from the first one on
// each time it is opened. While this stands.
class MicrophoneFromFile {
 public:
  explicit MicrophoneFromFile(const std::vector<int16_t>& samples) {
    const auto file = folder_.write("microphone.raw", "");
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(samples.data()),
               static_cast<std::streamsize>(samples.size() * sizeof(int16_t)));
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIOFILEIN", file.c_str(), 1);
    ::setenv("SDL_DISKAUDIODELAY", "1", 1);
  }
  ~MicrophoneFromFile() {
    for (const char* name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILEIN", "SDL_DISKAUDIODELAY"})
      ::unsetenv(name);
  }

 private:
  TempFolder folder_;
};

inline int loudest(const Pcm& pcm) {
  int most = 0;
  for (const int sample : pcm) most = std::max(most, std::abs(sample));
  return most;
}

}  // namespace aktiv::speech
