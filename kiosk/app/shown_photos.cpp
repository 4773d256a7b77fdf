// Whose photos stand for the drawings: the day centre's always, and a citizen's own from when it is
// known who sits here until the session is wiped.
#include "kiosk/app/kiosk_app.h"
#include "kiosk/photos/kept_photos.h"

namespace aktiv::app {
namespace {

// A conversation of theirs, or their own answers behind their own lock.
CitizenId whose_photos(const Session& session) {
  if (!session.talk.id.empty()) return session.talk.citizen;
  const bool is_open = session.view.has_access && session.view.citizen;
  return is_open ? session.view.citizen->id : CitizenId();
}

}  // namespace

Status KioskApp::open_photos() {
  const auto rules = photos::read_photo_rules(parts_.kit.share);
  if (!rules) return rules.error();
  photos_ = std::make_unique<PhotoShop>(
      PhotoShop::Parts{.store = parts_.store,
                       .rules = *rules,
                       .kept = parts_.options.data / photos::kept_photos_name,
                       .folders = parts_.options.photo_folders,
                       .wake = [bell = &parts_.bell] { bell->ring(); },
                       .changed = [this](const CitizenId& whose) { take_photos_of(whose); },
                       .tell_staff = [this](const Fault& fault) { tell_staff(fault); }});
  return {};
}

void KioskApp::take_photos_of(const CitizenId& whose) {
  if (whose.empty()) {
    const auto kept = photos::kept_photos(parts_.options.data / photos::kept_photos_name);
    parts_.kit.photos = parts_.kit.deck_photos;
    for (const auto& [card, file] : kept) parts_.kit.photos[PictureId(card.text())] = file;
    pictures_->book().set_photos(parts_.kit.photos);
    draw_pictures_again();
  } else if (whose == photos_of_) {
    photos_of_ = {};
    follow_photos();
  }
}

void KioskApp::follow_photos() {
  const CitizenId whose = whose_photos(session_);
  if (whose == photos_of_) return;
  photos_of_ = whose;
  lay_own_photos({});
  if (whose.empty()) return;
  parts_.store.ask<ui::OwnPhotos>(
      [whose](storage::Store& store) { return store.people().photos(whose); },
      [this, whose](Result<ui::OwnPhotos> own) {
        if (!own) return tell_staff(own.error());
        if (whose != photos_of_ || own->empty()) return;  // somebody else sits here now
        lay_own_photos(std::move(*own));
      });
}

void KioskApp::lay_own_photos(ui::OwnPhotos own) {
  const bool had = std::exchange(has_own_photos_, !own.empty());
  if (!had && !has_own_photos_) return;
  pictures_->book().lay_over(std::move(own));
  draw_pictures_again();
}

void KioskApp::draw_pictures_again() {
  painter_->forget_pictures();
  draw_all_again();
}

}  // namespace aktiv::app
