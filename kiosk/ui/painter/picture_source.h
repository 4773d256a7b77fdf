// Where pictures come from: the picture book in the kiosk, drawn by hand in tests.
#pragma once

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"
#include "kiosk/ui/painter/image.h"

namespace aktiv::ui {

class PictureSource {
 public:
  virtual ~PictureSource() = default;
  // Fitted into the box, proportions kept, centred, transparent around it.
  virtual Result<Image> render(const PictureId& id, int width_px, int height_px) const = 0;
  // Points the way of reading: painted mirrored where that is from right to left.
  virtual bool points_onward(const PictureId&) const { return false; }
};

}  // namespace aktiv::ui
