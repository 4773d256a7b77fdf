// The glass: one SDL window, fullscreen or of a given size, and its pixels. Owns SDL's video part,
// the window and its surface; no renderer, no GL. The title is always the program's name, never
// anything personal. Events are read elsewhere (kiosk/app). Thread: the loop's. Errors: a Fault
// with SDL's words.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"
#include "kiosk/ui/painter/image.h"

struct SDL_Surface;
struct SDL_Window;

namespace aktiv::ui {

struct WindowSize {
  int width_px = 0, height_px = 0;
};

struct WindowOptions {
  std::optional<WindowSize> size;   // none: fullscreen
  std::optional<double> px_per_mm;  // none: as the display says
  double text_scale = 1.0;
  Sizes sizes = {};
};

class Window {
 public:
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // What Layout needs to know of this glass.
  const Display& display() const { return display_; }
  void set_text_scale(double text_scale) { display_.text_scale = text_scale; }
  void set_reach(Reach reach) { display_.reach = reach; }

  // After SDL_WINDOWEVENT_SIZE_CHANGED, and once before the first painting (under Wayland the first
  // size may be another than was asked for). True: the glass is another; lay out and paint it all
  // again.
  Result<bool> adopt_size();

  // The backbuffer, two views of the same pixels: cairo's for the citizen's screens, SDL's for the
  // mentor's. Both hold until the next adopt_size().
  cairo_surface_t* screen() const { return screen_.get(); }
  SDL_Surface* pixels() const { return pixels_; }

  // The rectangles that were drawn become visible. None: nothing happens.
  Status show(const std::vector<PixelRect>& changed);
  Status show_all();  // after SDL_WINDOWEVENT_EXPOSED

  void show_cursor(bool is_shown);  // hidden at first: a finger needs none
  SDL_Window* sdl() const { return window_; }

  // What is not as it should be and was mended: the density that was not believed.
  std::vector<Fault> take_faults();

 private:
  Window() = default;
  Status take_surface();

  SDL_Window* window_ = nullptr;
  SDL_Surface* surface_ = nullptr;  // SDL's own
  SDL_Surface* pixels_ = nullptr;   // surface_, or ours where SDL's has other channels
  Image own_;
  Image screen_;
  Display display_;
  std::vector<Fault> faults_;
};

}  // namespace aktiv::ui
