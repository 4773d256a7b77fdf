#include "kiosk/app/photo_shop.h"

#include "kiosk/photos/kept_photos.h"
#include "kiosk/photos/refusal.h"

namespace aktiv::app {
namespace {

namespace fs = std::filesystem;
using Wanted = SideThread::Wanted;

constexpr int small_px = 320;  // to look at among others

// A photo that cannot be opened is left out here; where it stands on a card, staff are told.
void add(mentor::SmallPhotos& small, const PictureId& name, const Result<std::string>& bytes) {
  if (!bytes) return;
  auto square = photos::open_square(*bytes, name.value, small_px);
  if (square) small.emplace(name, std::move(*square));
}

}  // namespace

PhotoShop::PhotoShop(Parts parts) : parts_(std::move(parts)), side_(parts_.wake) {}

void PhotoShop::kept(const CitizenId& whose, mentor::Then<mentor::SmallPhotos> then) {
  using Small = mentor::SmallPhotos;
  if (whose.empty())
    return side_.ask<Small>(
        [folder = parts_.kept]() -> Result<Small> {
          Small small;
          for (const auto& [card, file] : photos::kept_photos(folder))
            add(small, PictureId(card.text()), photos::read_photo_file(file));
          return small;
        },
        std::move(then));
  parts_.store.ask<Small>(
      [whose](storage::Store& store) -> Result<Small> {
        const auto own = store.people().photos(whose);
        if (!own) return own.error();
        Small small;
        for (const auto& [picture, jpeg] : *own) add(small, picture, jpeg);
        return small;
      },
      [tell = parts_.tell_staff, then = std::move(then)](Result<Small> small) {
        if (!small) tell(small.error());
        then(std::move(small));
      });
}

void PhotoShop::sticks(mentor::Then<std::vector<photos::Place>> then) {
  using Places = std::vector<photos::Place>;
  side_.ask<Places>(
      [plugged = parts_.plugged, folders = parts_.folders]() -> Result<Places> {
        Places found = plugged();
        std::error_code none;
        for (const fs::path& folder : folders)
          if (fs::is_directory(folder, none))
            found.push_back({folder, folder.filename().string(), true});
        return found;
      },
      std::move(then));
}

void PhotoShop::open(const fs::path& folder, mentor::Then<std::vector<photos::Place>> then) {
  side_.ask<std::vector<photos::Place>>([folder] { return photos::places_in(folder); },
                                        std::move(then), Wanted::while_looked_at);
}

void PhotoShop::look_at(const fs::path& file, int side_px, photos::Crop crop,
                        mentor::Then<photos::Square> then) {
  side_.ask<photos::Square>(
      [file, side_px, crop]() -> Result<photos::Square> {
        const auto bytes = photos::read_photo_file(file);
        if (!bytes) return bytes.error();
        return photos::open_square(*bytes, file.string(), side_px, crop);
      },
      std::move(then), Wanted::while_looked_at);
}

// What a stick holds is the mentor's; only this kiosk's own failing is for the log.
mentor::Done PhotoShop::ended(const CitizenId& whose, mentor::Done then) const {
  return [this, whose, then = std::move(then)](Status done) {
    if (done)
      parts_.changed(whose);
    else if (photos::refusal_of(done.error()) == photos::Refusal::not_kept)
      parts_.tell_staff(done.error());
    then(std::move(done));
  };
}

void PhotoShop::keep(const mentor::PhotoPlace& place, const fs::path& file, photos::Crop crop,
                     mentor::Done then) {
  const bool is_centres = place.whose.empty();
  side_.ask<std::string>(
      [place, file, crop, is_centres, rules = parts_.rules,
       kept = parts_.kept]() -> Result<std::string> {
        const auto bytes = photos::read_photo_file(file);
        if (!bytes) return bytes.error();
        auto jpeg = photos::import_photo(*bytes, file.string(), rules, crop);
        if (!jpeg || !is_centres) return jpeg;
        const auto card = CardRef::parse(place.in_place_of.value);
        if (const Status done = photos::keep_photo(kept, card, *jpeg); !done) return done.error();
        return jpeg;
      },
      [this, place, is_centres, then = std::move(then)](Result<std::string> jpeg) {
        if (!jpeg) return ended(place.whose, then)(jpeg.error());
        if (is_centres) return ended(place.whose, then)({});
        seal(place, *jpeg, then);
      });
}

void PhotoShop::seal(const mentor::PhotoPlace& place, const std::string& jpeg, mentor::Done then) {
  parts_.store.order(
      [place, jpeg](storage::Store& store) {
        return store.people().put_photo(place.whose, place.in_place_of, jpeg);
      },
      ended(place.whose, std::move(then)));
}

void PhotoShop::take_away(const mentor::PhotoPlace& place, mentor::Done then) {
  auto answer = ended(place.whose, std::move(then));
  if (place.whose.empty())
    return side_.ask<bool>(
        [kept = parts_.kept, card = CardRef::parse(place.in_place_of.value)] {
          return photos::take_photo_away(kept, card);
        },
        [answer](const Result<bool>& was_there) {
          answer(was_there ? Status() : Status(was_there.error()));
        });
  parts_.store.order(
      [place](storage::Store& store) {
        return store.people().remove_photo(place.whose, place.in_place_of);
      },
      std::move(answer));
}

}  // namespace aktiv::app
