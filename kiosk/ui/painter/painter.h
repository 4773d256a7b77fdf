// Scene and Layout become pixels. Owns drawn looks, bounded in bytes, and what it painted last;
// draws on a screen that it is lent (a cairo image surface, RGB24 or ARGB32, of the layout's size).
// Never decides. A picture that cannot be drawn leaves its word alone on the card and is told by
// take_faults(). Thread: one at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"
#include "kiosk/ui/painter/image.h"
#include "kiosk/ui/painter/picture_source.h"
#include "kiosk/ui/painter/ui_state.h"
#include "kiosk/ui/text/typeface.h"
#include "kiosk/ui/theme/theme.h"

namespace aktiv::ui {

class Painter {
 public:
  static constexpr size_t default_bytes = size_t{20} << 20;

  // pictures must outlive the painter.
  Painter(std::shared_ptr<const Typeface> typeface, const PictureSource& pictures, Theme theme,
          size_t most_bytes = default_bytes);
  ~Painter();
  Painter(Painter&&) noexcept;

  // The whole screen.
  void paint(cairo_surface_t* screen, const Scene& scene, const Layout& layout,
             const UiState& state);

  // Only what differs from what was painted last on this screen; the same pixels as paint().
  // Answers the rectangles that were drawn, apart from each other; empty: nothing changed, nothing
  // to show.
  std::vector<PixelRect> repaint(cairo_surface_t* screen, const Scene& scene, const Layout& layout,
                                 const UiState& state);

  // Queues the pressed and chosen looks of a scene (and its plain ones, for the screen that comes
  // next), so that a finger meets its answer at once. Drawn one at a time by prepare_one() while
  // nothing else is to be done; false: nothing left.
  void prepare(const Scene& scene, const Layout& layout);
  bool prepare_one();

  // Somebody else drew on the screen: the next repaint draws it all.
  void forget_screen();

  // The pictures themselves are others now: nothing that was drawn from them is kept, and the next
  // repaint draws it all.
  void forget_pictures();

  std::vector<Fault> take_faults();
  size_t kept_bytes() const;

 private:
  struct Studio;
  std::unique_ptr<Studio> studio_;
};

// One screen into a PNG file, without a display.
Status render_png(Painter& painter, const Scene& scene, const Layout& layout, const UiState& state,
                  const std::filesystem::path& file);

}  // namespace aktiv::ui
