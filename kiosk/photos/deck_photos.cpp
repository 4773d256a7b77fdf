#include "kiosk/photos/deck_photos.h"

#include "kiosk/photos/photo.h"

namespace aktiv::photos {
namespace fs = std::filesystem;
namespace {

// The sources of a folder are named "<folder>/<file>:<line>"; "own/" and "own" are one folder.
bool is_from(const Card& card, const fs::path& folder) {
  const auto name = (folder / "deck").parent_path().filename().string();
  const auto file = card.where.substr(0, card.where.rfind(':'));
  std::error_code error;
  return file.starts_with(name + "/") && fs::exists(folder / file.substr(name.size() + 1), error);
}

fs::path found_photo(const Card& card, const std::vector<fs::path>& own_decks) {
  for (const auto& folder : own_decks) {
    std::error_code error;
    if (is_from(card, folder) && fs::is_regular_file(folder / card.photo, error))
      return folder / card.photo;
  }
  return {};
}

template <typename Visit>
void each_photo_card(const Content& content, Visit visit) {
  for (const auto& deck : content.decks)
    for (const auto& card : deck.cards)
      if (!card.photo.empty()) visit(card);
}

}  // namespace

DeckPhotos deck_photos(const Content& content, const std::vector<fs::path>& own_decks) {
  DeckPhotos out;
  each_photo_card(content, [&](const Card& card) {
    const auto file = found_photo(card, own_decks);
    if (!file.empty()) {
      out.files[card.picture] = file;
      return;
    }
    out.faults.push_back({"the photo '" + card.photo + "' is not there", card.where,
                          "the file in the folder of its deck"});
  });
  return out;
}

std::vector<Fault> check_photos(const Content& content, const PhotoFiles& files) {
  std::vector<Fault> faults;
  each_photo_card(content, [&](const Card& card) {
    const auto file = files.find(card.picture);
    if (file == files.end()) return;  // told already
    const auto where = card.where + ": " + file->second.string();
    const auto bytes = read_photo_file(file->second);
    const auto square =
        bytes ? open_square(*bytes, where, least_side_px) : Result<Square>(bytes.error());
    if (!square) faults.push_back({square.error().what, where, square.error().expected});
  });
  return faults;
}

void lay_kept(const std::map<CardRef, fs::path>& kept, Content& content, PhotoFiles& files) {
  for (auto& deck : content.decks)
    for (auto& card : deck.cards) {
      const auto photo = kept.find(card.ref);
      if (photo == kept.end()) continue;
      card.picture = PictureId(card.ref.text());
      files[card.picture] = photo->second;
    }
}

}  // namespace aktiv::photos
