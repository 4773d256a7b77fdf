#include <cstdio>

#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::app {

namespace {

// Whole content is read in the place of the built-in; a folder of decks beside it.
Loaded read_paths(const std::filesystem::path& share,
                  const std::vector<std::filesystem::path>& paths, std::vector<Fault>& faults) {
  std::filesystem::path content = share;
  std::vector<std::filesystem::path> own_decks;
  for (const auto& path : paths) {
    if (!std::filesystem::is_directory(path))
      faults.push_back({"not a folder of content", path.string(),
                        "a folder with decks (*.toml), or with decks, tools or locales in it"});
    else if (!is_content_folder(path))
      own_decks.push_back(path);
    else if (content == share)
      content = path;
    else
      faults.push_back({"a second folder of whole content", path.string(), "one at a time"});
  }
  return faults.empty() ? read_content_in(content, share, own_decks) : Loaded{};
}

}  // namespace

int check(const std::vector<std::filesystem::path>& paths) {
  auto share = share_dir();
  if (!share) return print({share.error()});
  std::vector<Fault> faults;
  const Loaded loaded = read_paths(*share, paths, faults);
  if (!faults.empty()) return print(faults);
  faults = loaded.faults;
  auto book = ui::PictureBook::open(*share);
  if (!book) {
    faults.push_back(book.error());
  } else {
    for (Fault& fault : book->check()) faults.push_back(std::move(fault));
    for (Fault& fault : check_pictures(loaded.content, book->ids()))
      faults.push_back(std::move(fault));
  }
  if (faults.empty()) {
    size_t cards = 0;
    for (const Deck& deck : loaded.content.decks) cards += deck.cards.size();
    std::printf("%zu decks, %zu cards, %zu tools, %zu languages: nothing wrong\n",
                loaded.content.decks.size(), cards, loaded.content.tools.size(),
                loaded.content.texts.languages().size());
  }
  return print(faults);
}

}  // namespace aktiv::app
