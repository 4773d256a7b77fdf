#include "kiosk/speech/voice_shelf.h"

#include <glib.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>

#include "dialogue/content/sentences.h"
#include "kiosk/files/keep_file.h"

namespace aktiv::speech {
namespace fs = std::filesystem;
namespace {

constexpr uint64_t most_sound = 60 * rate_hz * sizeof(int16_t);  // a minute

struct Lying {
  fs::path file;
  fs::file_time_type since;
  int64_t bytes = 0;
};

std::vector<Lying> lying_in(const fs::path& folder) {
  std::vector<Lying> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    std::error_code gone;
    Lying one{entry.path(), entry.last_write_time(gone), 0};
    if (!gone) one.bytes = static_cast<int64_t>(entry.file_size(gone));
    if (!gone) found.push_back(std::move(one));
  }
  return found;
}

}  // namespace

VoiceShelf::VoiceShelf(fs::path folder, int64_t most_bytes, const FixedTexts& fixed)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {
  if (folder_.empty()) return;
  for (const auto& [language, texts] : fixed)
    for (const Utterance& said : texts) {
      fixed_.emplace(language, said.text);
      for (const auto& sentence : sentences(said.text)) fixed_.emplace(language, sentence);
    }
  for (const auto& one : lying_in(folder_)) bytes_ += one.bytes;
}

bool VoiceShelf::keeps(const std::string& language, const std::string& text) const {
  return fixed_.contains({language, text});
}

fs::path VoiceShelf::place_of(const std::string& name) const {
  const std::unique_ptr<char, decltype(&g_free)> digest(
      g_compute_checksum_for_string(G_CHECKSUM_SHA256, name.data(),
                                    static_cast<gssize>(name.size())),
      g_free);
  return folder_ / (std::string(digest.get()) + ".pcm");
}

bool VoiceShelf::has(const std::string& name) const {
  std::error_code error;
  return !folder_.empty() && fs::exists(place_of(name), error);
}

std::optional<Pcm> VoiceShelf::find(const std::string& name) const {
  if (folder_.empty()) return std::nullopt;
  const auto place = place_of(name);
  std::error_code error;
  const auto bytes = fs::file_size(place, error);
  if (error) return std::nullopt;
  if (bytes > 0 && bytes <= most_sound && bytes % sizeof(int16_t) == 0) {
    Pcm sound(bytes / sizeof(int16_t));
    std::ifstream in(place, std::ios::binary);
    if (in.read(reinterpret_cast<char*>(sound.data()), static_cast<std::streamsize>(bytes)))
      return sound;
  }
  fs::remove(place, error);
  return std::nullopt;
}

void VoiceShelf::put(const std::string& name, const Pcm& sound) {
  if (folder_.empty()) return;
  const std::string_view bytes(reinterpret_cast<const char*>(sound.data()),
                               sound.size() * sizeof(int16_t));
  if (bytes.empty() || bytes.size() > most_sound) return;
  if (!keep_file(place_of(name), bytes)) return;  // it is made again next time
  bytes_ += static_cast<int64_t>(bytes.size());
  if (bytes_ > most_bytes_) make_room();
}

// A tenth more than it must, so that it is not looked through for each new one.
void VoiceShelf::make_room() {
  auto lying = lying_in(folder_);
  std::ranges::sort(lying, {}, &Lying::since);
  bytes_ = 0;
  for (const auto& one : lying) bytes_ += one.bytes;
  std::error_code error;
  for (const auto& one : lying) {
    if (bytes_ <= most_bytes_ / 10 * 9) break;
    if (fs::remove(one.file, error)) bytes_ -= one.bytes;
  }
}

}  // namespace aktiv::speech
