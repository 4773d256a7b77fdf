// What the pages of photos ask of the kiosk: which photos stand for a drawing, what is on a stick,
// and keeping one of it. A Fault that a photo is refused with says why by photos::refusal_of.
// Answers come by callback, perhaps after the screen that asked is gone. Thread: the loop's.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "dialogue/model/ids.h"
#include "kiosk/photos/photo.h"
#include "kiosk/photos/sticks.h"
#include "kiosk/ui/mentor/answer.h"

namespace aktiv::mentor {

// Whose: empty is the day centre's own, for everybody.
struct PhotoPlace {
  CitizenId whose;
  PictureId in_place_of;  // the drawing's name
};

using SmallPhotos = std::map<PictureId, photos::Square>;

class PhotoDesk {
 public:
  virtual ~PhotoDesk() = default;

  virtual void kept(const CitizenId& whose, Then<SmallPhotos> then) = 0;
  virtual void sticks(Then<std::vector<photos::Place>> then) = 0;
  virtual void open(const std::filesystem::path& folder, Then<std::vector<photos::Place>> then) = 0;
  virtual void look_at(const std::filesystem::path& file, int side_px, photos::Crop crop,
                       Then<photos::Square> then) = 0;
  // Nobody waits any more for what has been asked of a stick and has not begun.
  virtual void look_away() = 0;
  virtual void keep(const PhotoPlace& place, const std::filesystem::path& file, photos::Crop crop,
                    Done then) = 0;
  // The drawing comes back.
  virtual void take_away(const PhotoPlace& place, Done then) = 0;
};

}  // namespace aktiv::mentor
