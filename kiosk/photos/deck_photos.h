// The photos that a day centre's decks name, found beside their decks, and the photos that stand
// for a drawing. Blocking; any thread. Errors: a Fault with the card's file and line.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "dialogue/content/content.h"
#include "kiosk/photos/kept_photos.h"

namespace aktiv::photos {

using PhotoFiles = std::map<PictureId, std::filesystem::path>;

struct DeckPhotos {
  PhotoFiles files;
  std::vector<Fault> faults;  // photos that are not there
};

// own_decks: the folders that the content was read from, besides the built-in.
DeckPhotos deck_photos(const Content& content, const std::vector<std::filesystem::path>& own_decks);

// Opens every photo of a deck: broken, huge, of another kind. About 50 ms a photo of a telephone.
std::vector<Fault> check_photos(const Content& content, const PhotoFiles& files);

// A kept photo takes the place of its card's picture; one of a card that is gone is left alone.
void lay_kept(const std::map<CardRef, std::filesystem::path>& kept, Content& content,
              PhotoFiles& files);

}  // namespace aktiv::photos
