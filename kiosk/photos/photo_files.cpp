#include <fcntl.h>
#include <sys/stat.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include "kiosk/files/keep_file.h"
#include "kiosk/files/open_file.h"
#include "kiosk/photos/kept_photos.h"
#include "kiosk/photos/photo.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::photos {
namespace fs = std::filesystem;
namespace {

fs::path place_of(const fs::path& folder, const CardRef& card) {
  return folder / card.list / (card.id + ".jpg");
}

// A name becomes a file name: it must not lead out of its folder.
bool is_plain(const std::string& name) {
  return !name.empty() &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

std::optional<int> number_in(const toml::table& table, const char* name, int least, int most) {
  const auto number = table[name].value<int>();
  if (!number || *number < least || *number > most) return std::nullopt;
  return number;
}

}  // namespace

Result<PhotoRules> read_photo_rules(const fs::path& share) {
  const auto file = share / "pictures/photos.toml";
  try {
    const auto table = toml::parse_file(file.string());
    const auto side = number_in(table, "side_px", least_side_px, 4096);
    const auto quality = number_in(table, "quality", 1, 100);
    if (side && quality) return PhotoRules{*side, *quality};
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()), file.string(), "side_px and quality"};
  }
  return Fault{"how photos are kept is not told", file.string(),
               "side_px = 64 to 4096, quality = 1 to 100"};
}

Result<std::string> read_photo_file(const fs::path& file) {
  // A link may lead out of the stick; a pipe may never end.
  const OpenFile open(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (open.number() < 0 || ::fstat(open.number(), &about) != 0)
    return refused(Refusal::unreadable, file.string(), std::strerror(errno));
  if (!S_ISREG(about.st_mode)) return refused(Refusal::no_file, file.string());
  if (static_cast<uint64_t>(about.st_size) > most_bytes)
    return refused(Refusal::file_too_large, file.string());
  std::string bytes(static_cast<size_t>(about.st_size), '\0');
  for (size_t read = 0; read < bytes.size();) {
    const auto count = ::read(open.number(), bytes.data() + read, bytes.size() - read);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return refused(Refusal::unreadable, file.string(), "it ended too early");
    read += static_cast<size_t>(count);
  }
  return bytes;
}

Status keep_photo(const fs::path& folder, const CardRef& card, std::string_view jpeg) {
  const auto place = place_of(folder, card);
  if (!is_plain(card.list) || !is_plain(card.id))
    return Fault{"'" + card.text() + "' is not a card's name", folder.string(),
                 "list/card in small letters a–z, digits and _"};
  return keep_file(place, jpeg);
}

Result<bool> take_photo_away(const fs::path& folder, const CardRef& card) {
  const auto place = place_of(folder, card);
  if (!is_plain(card.list) || !is_plain(card.id)) return false;
  return remove_kept_file(place);
}

std::map<CardRef, fs::path> kept_photos(const fs::path& folder) {
  std::map<CardRef, fs::path> found;
  std::error_code error;
  fs::directory_iterator lists(folder, error);
  for (; !error && lists != fs::directory_iterator(); lists.increment(error)) {
    std::error_code inner;
    fs::directory_iterator cards(lists->path(), inner);
    for (; !inner && cards != fs::directory_iterator(); cards.increment(inner)) {
      const CardRef card{lists->path().filename().string(), cards->path().stem().string()};
      if (cards->path().extension() == ".jpg" && is_plain(card.list) && is_plain(card.id))
        found.emplace(card, cards->path());
    }
  }
  return found;
}

}  // namespace aktiv::photos
