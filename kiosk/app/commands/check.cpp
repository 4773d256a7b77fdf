#include <cstdio>

#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/photos/deck_photos.h"
#include "kiosk/speech/recordings.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::app {

namespace {

bool has_decks(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") return true;
  return false;
}

struct Folders {
  std::filesystem::path content;  // whole; stands in the place of the built-in
  std::vector<std::filesystem::path> own_decks;
  std::vector<std::filesystem::path> packs;  // of recordings; may be one of the others too
};

void sort_in(const std::filesystem::path& path, const std::filesystem::path& share,
             Folders& folders, std::vector<Fault>& faults) {
  if (!std::filesystem::is_directory(path)) {
    faults.push_back({"not a folder of content", path.string(),
                      "a folder with decks (*.toml) or recordings (da/*.opus), or with decks, "
                      "tools or locales in it"});
    return;
  }
  const bool has_recordings = speech::is_recordings_folder(path);
  if (has_recordings) folders.packs.push_back(path);
  if (!is_content_folder(path)) {
    if (has_decks(path) || !has_recordings) folders.own_decks.push_back(path);
  } else if (folders.content == share) {
    folders.content = path;
  } else {
    faults.push_back({"a second folder of whole content", path.string(), "one at a time"});
  }
}

}  // namespace

int check(const std::vector<std::filesystem::path>& paths) {
  auto share = share_dir();
  if (!share) return print({share.error()});
  std::vector<Fault> faults;
  Folders folders{*share, {}, {}};
  for (const auto& path : paths) sort_in(path, *share, folders, faults);
  if (!faults.empty()) return print(faults);
  const Loaded loaded = read_content_in(folders.content, *share, folders.own_decks);
  faults = loaded.faults;
  auto photos = photos::deck_photos(loaded.content, folders.own_decks);
  for (Fault& fault : photos.faults) faults.push_back(std::move(fault));
  for (Fault& fault : photos::check_photos(loaded.content, photos.files))
    faults.push_back(std::move(fault));
  // A photo that is missing was told with its file; the table of drawings has nothing to do with
  // it.
  for (const Deck& deck : loaded.content.decks)
    for (const Card& card : deck.cards)
      if (!card.photo.empty()) photos.files.try_emplace(card.picture);
  auto book = ui::PictureBook::open(*share, photos.files);
  if (!book) {
    faults.push_back(book.error());
  } else {
    for (Fault& fault : book->check()) faults.push_back(std::move(fault));
    for (Fault& fault : check_pictures(loaded.content, book->ids()))
      faults.push_back(std::move(fault));
  }
  if (loaded.faults.empty())  // what a recording says is known only when the texts are
    for (const auto& pack : folders.packs)
      for (Fault& fault : speech::check_recordings(pack, loaded.content.texts))
        faults.push_back(std::move(fault));
  if (faults.empty()) {
    size_t cards = 0;
    for (const Deck& deck : loaded.content.decks) cards += deck.cards.size();
    std::printf("%zu decks, %zu cards, %zu tools, %zu languages, %zu recordings: nothing wrong\n",
                loaded.content.decks.size(), cards, loaded.content.tools.size(),
                loaded.content.texts.languages().size(),
                speech::Recordings(folders.packs).files().size());
  }
  return print(faults);
}

}  // namespace aktiv::app
