#include "kiosk/app/commands/kit.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "dialogue/content/phrases.h"
#include "dialogue/model/words.h"
#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "kiosk/photos/deck_photos.h"
#include "kiosk/ui/text/measure.h"

namespace aktiv::app {

Result<Kit> open_kit(const std::vector<std::filesystem::path>& own_decks,
                     const std::filesystem::path& kept_photos) {
  auto share = share_dir();
  if (!share) return share.error();
  Loaded loaded = read_content(*share, own_decks);
  auto photos = photos::deck_photos(loaded.content, own_decks);
  for (Fault& fault : photos.faults) loaded.faults.push_back(std::move(fault));
  if (!loaded.faults.empty()) {
    const Fault first = loaded.faults.front();
    loaded.faults.erase(loaded.faults.begin());
    print(loaded.faults);
    return first;
  }
  auto measure = ui::make_measure(*share);
  if (!measure) return measure.error();
  Kit kit;
  kit.share = *share;
  kit.deck_photos = photos.files;
  photos::lay_kept(photos::kept_photos(kept_photos), loaded.content, photos.files);
  kit.photos = std::move(photos.files);
  kit.content = std::make_unique<Content>(std::move(loaded.content));
  kit.engine = std::make_unique<Engine>(*kit.content);
  kit.measure = std::move(*measure);
  return kit;
}

Status knows_language(const Content& content, const std::string& language, const char* where) {
  const auto known = content.texts.languages();
  if (std::ranges::count(known, language) > 0) return {};
  return Fault{"unknown language \"" + language + "\"", where,
               "one of " + enumerate(known, ", ", ", ")};
}

std::vector<std::filesystem::path> with_laid_decks(std::vector<std::filesystem::path> own_decks,
                                                   const std::filesystem::path& data) {
  const auto share = share_dir();
  if (!share) return own_decks;
  for (const auto& folder : deck_folders(data / laid_decks_name)) {
    own_decks.push_back(folder);
    const Loaded loaded = read_content(*share, own_decks);
    auto faults = loaded.faults;
    for (Fault& fault : photos::deck_photos(loaded.content, own_decks).faults)
      faults.push_back(std::move(fault));
    if (print(faults) != 0) own_decks.pop_back();
  }
  return own_decks;
}

Result<Brushes> open_brushes(const Kit& kit, const std::string& theme) {
  const auto& share = kit.share;
  auto typeface = ui::Typeface::open(share / "fonts");
  if (!typeface) return typeface.error();
  auto colours = ui::read_theme(share, theme);
  if (!colours) return colours.error();
  auto book = ui::PictureBook::open(share, kit.photos);
  if (!book) return book.error();
  Brushes brushes;
  brushes.typeface = *typeface;
  brushes.pictures = std::make_unique<ui::BookPictures>(std::move(*book));
  brushes.painter = std::make_unique<ui::Painter>(brushes.typeface, *brushes.pictures, *colours);
  return brushes;
}

Result<Display> display_of(const std::string& size, double diagonal_inches, double text_scale,
                           const std::string& reach) {
  Display display;
  const bool is_read =
      std::sscanf(size.c_str(), "%dx%d", &display.width_px, &display.height_px) == 2;
  if (!is_read || display.width_px < 1 || display.height_px < 1 || display.width_px > 16384 ||
      display.height_px > 16384)
    return Fault{"the size \"" + size + "\" cannot be read", "--size",
                 "width x height in pixels, such as 1920x1080"};
  if (text_scale < 1.0 || text_scale > 2.0)
    return Fault{"the text scale is outside its range", "--text-scale", "1.0 to 2.0"};
  display.text_scale = text_scale;
  const auto reached = from_word<Reach>(reach.empty() ? "whole" : reach);
  if (!reached) return Fault{"there is no such reach", "--reach", "low, left or right"};
  display.reach = *reached;
  if (diagonal_inches > 0)
    display.px_per_mm = std::hypot(display.width_px, display.height_px) / (diagonal_inches * 25.4);
  if (const Status fit = fits(display); !fit) return fit.error();
  return display;
}

int print(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) std::fprintf(stderr, "%s\n", to_text(fault).c_str());
  return faults.empty() ? 0 : 1;
}

}  // namespace aktiv::app
