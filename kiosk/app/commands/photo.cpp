#include <cstdio>

#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/photos/kept_photos.h"
#include "kiosk/photos/photo.h"

namespace aktiv::app {
namespace {

int take_away(const std::filesystem::path& kept, const CardRef& card) {
  const auto was_there = photos::take_photo_away(kept, card);
  if (!was_there) return print({was_there.error()});
  std::puts(*was_there ? "the drawing comes back at the next start" : "there was no photo");
  return 0;
}

}  // namespace

int photo(const PhotoOptions& options) {
  const auto kit = open_kit(with_laid_decks({}, options.data));
  if (!kit) return print({kit.error()});
  const auto card = CardRef::parse(options.card);
  if (kit->content->card(card) == nullptr)
    return print(
        {{"there is no card '" + options.card + "'", "photo", "list/card, such as jobs/bage"}});
  const auto kept = options.data / photos::kept_photos_name;
  if (options.file.empty()) return take_away(kept, card);
  const auto rules = photos::read_photo_rules(kit->share);
  if (!rules) return print({rules.error()});
  const auto bytes = photos::read_photo_file(options.file);
  if (!bytes) return print({bytes.error()});
  const auto square = photos::import_photo(*bytes, options.file.string(), *rules, {options.along});
  if (!square) return print({square.error()});
  if (const Status done = photos::keep_photo(kept, card, *square); !done)
    return print({done.error()});
  std::puts("the photo is shown from the next start");
  return 0;
}

}  // namespace aktiv::app
