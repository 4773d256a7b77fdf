// The mentor's pages of photos over sticks, the day centre's kept photos and the store: reads and
// cuts on a thread of its own, keeps a citizen's own sealed in the store. A photo of a stick
// becomes a square without what the camera wrote beside it before anything is kept. Owns its
// thread. Thread: the loop's; answers come in drain() and in StoreThread::drain.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "kiosk/app/side_thread.h"
#include "kiosk/storage/store_thread.h"
#include "kiosk/ui/mentor/photo_desk.h"

namespace aktiv::app {

class PhotoShop final : public mentor::PhotoDesk {
 public:
  struct Parts {
    storage::StoreThread& store;  // outlives it
    photos::PhotoRules rules;
    std::filesystem::path kept;                  // of the day centre's own
    std::vector<std::filesystem::path> folders;  // looked in beside the sticks
    std::function<void()> wake;                  // from any thread: drain() has something
    std::function<void(const CitizenId& whose)> changed;
    std::function<void(const Fault&)> tell_staff;
    std::function<std::vector<photos::Place>()> plugged = photos::sticks;
  };
  explicit PhotoShop(Parts parts);

  void drain() { side_.drain(); }

  void kept(const CitizenId& whose, mentor::Then<mentor::SmallPhotos> then) override;
  void sticks(mentor::Then<std::vector<photos::Place>> then) override;
  void open(const std::filesystem::path& folder,
            mentor::Then<std::vector<photos::Place>> then) override;
  void look_at(const std::filesystem::path& file, int side_px, photos::Crop crop,
               mentor::Then<photos::Square> then) override;
  void look_away() override { side_.drop_waiting(); }
  void keep(const mentor::PhotoPlace& place, const std::filesystem::path& file, photos::Crop crop,
            mentor::Done then) override;
  void take_away(const mentor::PhotoPlace& place, mentor::Done then) override;

 private:
  void seal(const mentor::PhotoPlace& place, const std::string& jpeg, mentor::Done then);
  mentor::Done ended(const CitizenId& whose, mentor::Done then) const;

  Parts parts_;
  SideThread side_;
};

}  // namespace aktiv::app
