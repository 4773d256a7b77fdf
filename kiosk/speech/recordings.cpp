#include "kiosk/speech/recordings.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "kiosk/speech/heard_texts.h"
#include "kiosk/speech/opus.h"
#include "kiosk/speech/resample.h"
#include "kiosk/speech/wav.h"

namespace aktiv::speech {
namespace fs = std::filesystem;
namespace {

constexpr std::array endings = {".opus", ".ogg", ".wav"};  // in order of precedence
constexpr size_t longest_s = 60;
constexpr uintmax_t largest_bytes = 48u << 20;

size_t rank_of(const fs::path& file) {
  return static_cast<size_t>(std::find(endings.begin(), endings.end(), file.extension()) -
                             endings.begin());
}

Result<std::vector<char>> bytes_of(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) return Fault{"the recording cannot be read", file.string(), error.message()};
  if (size > largest_bytes)
    return Fault{"the recording is too large", file.string(), "at most one minute"};
  std::vector<char> bytes(size);
  std::ifstream in(file, std::ios::binary);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    return Fault{"the recording cannot be read", file.string(), "a readable file"};
  return bytes;
}

std::optional<Fault> never_heard(const std::string& language, const std::string& key,
                                 const fs::path& file, const Texts& texts) {
  switch (how_heard(texts, language, key)) {
    case Heard::whole:
      return std::nullopt;
    case Heard::filled:
      return Fault{"this text is filled with answers, so it is never heard as a whole",
                   file.string(),
                   "recordings of its parts: the question's .shown, and each card's .inf"};
    case Heard::read:
      return Fault{"this text is read and never heard", file.string(),
                   key.substr(0, key.rfind('.')) + ".spoken"};
    case Heard::unknown:
      break;
  }
  return Fault{"no text of this language has this name, so it is never heard", file.string(),
               "<language>/<msgid of locales/<language>.po>, such as da/jobs.bage.spoken"};
}

}  // namespace

Recordings::Recordings(const std::vector<fs::path>& packs) {
  for (const auto& pack : packs) read_pack(pack);
}

void Recordings::read_pack(const fs::path& pack) {
  std::error_code error;
  for (const auto& folder : fs::directory_iterator(pack, error)) {
    if (!folder.is_directory()) continue;
    std::map<std::pair<std::string, std::string>, fs::path> found;
    std::error_code inner;
    for (const auto& entry : fs::directory_iterator(folder.path(), inner)) {
      const auto& file = entry.path();
      if (rank_of(file) == endings.size()) continue;
      const std::pair name{folder.path().filename().string(), file.stem().string()};
      const auto [place, is_new] = found.try_emplace(name, file);
      if (!is_new && rank_of(file) < rank_of(place->second)) place->second = file;
    }
    if (inner)
      faults_.push_back(
          {"a folder of recordings cannot be read", folder.path().string(), inner.message()});
    files_.merge(found);  // what an earlier pack has stays
  }
  if (error)
    faults_.push_back({"a pack of recordings cannot be read", pack.string(), error.message()});
}

std::optional<fs::path> Recordings::find(const std::string& language,
                                         const std::string& key) const {
  if (key.empty()) return std::nullopt;
  const auto found = files_.find({language, key});
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

Result<Pcm> read_recording(const fs::path& file) {
  const auto bytes = bytes_of(file);
  if (!bytes) return bytes.error();
  auto raw = file.extension() == ".wav" ? read_wav(*bytes) : read_opus(*bytes, longest_s);
  if (!raw) return Fault{raw.error().what, file.string(), raw.error().expected};
  const auto limit =
      longest_s * static_cast<size_t>(raw->rate_hz) * static_cast<size_t>(raw->channels);
  if (raw->samples.size() > limit)
    return Fault{"the recording is longer than a minute", file.string(), "at most 60 seconds"};
  return to_mono(*raw);
}

bool is_recordings_folder(const fs::path& folder) {
  return !Recordings({folder}).files().empty();
}

std::vector<Fault> check_recordings(const fs::path& pack, const Texts& texts) {
  const Recordings recordings({pack});
  auto faults = recordings.faults();
  for (const auto& [name, file] : recordings.files()) {
    if (auto fault = never_heard(name.first, name.second, file, texts))
      faults.push_back(std::move(*fault));
    if (const auto read = read_recording(file); !read) faults.push_back(read.error());
  }
  return faults;
}

}  // namespace aktiv::speech
