#include "kiosk/ui/window/window.h"

#include <SDL.h>
#include <cairo.h>

#include <cstring>
#include <utility>

#include "kiosk/ui/window/density.h"

namespace aktiv::ui {
namespace {

constexpr const char* title = "AKTIV-dialog";
constexpr WindowSize least_window{320, 240};

Fault sdl_fault(const char* what) {
  return {std::string(what) + ": " + SDL_GetError(), "SDL video",
          "a display that can show a window"};
}

// On X11, SDL's window surface would else go through a software GL: 27–75 ms a frame and 140 MB.
// Under Wayland the same hint makes creating it fail.
void set_hints_for_driver() {
  const char* driver = SDL_GetCurrentVideoDriver();
  if (driver != nullptr && std::strcmp(driver, "x11") == 0)
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

// A finger is a finger: SDL makes no mouse of it, nor a finger of the mouse.
void set_hints() {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
}

std::optional<ReportedDensity> reported_density(SDL_Window* window) {
  float across = 0;
  float down = 0;
  const int display = SDL_GetWindowDisplayIndex(window);
  if (display < 0 || SDL_GetDisplayDPI(display, nullptr, &across, &down) != 0) return std::nullopt;
  return ReportedDensity{across, down};
}

SDL_Window* make_window(const std::optional<WindowSize>& size) {
  constexpr int anywhere = SDL_WINDOWPOS_UNDEFINED;
  if (!size) {
    // Under a bare X server nobody makes a window fullscreen but us: it has the glass's size and
    // place from the start, or a finger would be taken for one somewhere else.
    SDL_DisplayMode glass{};
    if (SDL_GetDesktopDisplayMode(0, &glass) != 0) glass.w = 1280, glass.h = 800;
    return SDL_CreateWindow(title, 0, 0, glass.w, glass.h, SDL_WINDOW_FULLSCREEN_DESKTOP);
  }
  return SDL_CreateWindow(title, anywhere, anywhere, size->width_px, size->height_px,
                          SDL_WINDOW_RESIZABLE);
}

// cairo's RGB24: 32 bits, red in the third byte of a word.
bool is_as_cairo_has_it(const SDL_Surface* surface) {
  const SDL_PixelFormat* format = surface->format;
  return format->BytesPerPixel == 4 && format->Rmask == 0xFF0000 && format->Gmask == 0xFF00 &&
         format->Bmask == 0xFF;
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  if (options.size && (options.size->width_px < least_window.width_px ||
                       options.size->height_px < least_window.height_px))
    return Fault{"a window of " + std::to_string(options.size->width_px) + " x " +
                     std::to_string(options.size->height_px) + " pixels is too small",
                 "--window", "1280x800 or more"};
  set_hints();
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return sdl_fault("no display could be opened");
  std::unique_ptr<Window> window(new Window());
  set_hints_for_driver();
  window->window_ = make_window(options.size);
  if (window->window_ == nullptr) return sdl_fault("no window could be opened");
  const Density density = density_of(options.px_per_mm, reported_density(window->window_));
  if (density.fault) window->faults_.push_back(*density.fault);
  window->display_.px_per_mm = density.px_per_mm;
  window->display_.text_scale = options.text_scale;
  window->display_.sizes = options.sizes;
  window->show_cursor(false);
  if (Status taken = window->take_surface(); !taken) return taken.error();
  return window;
}

Window::~Window() {
  screen_.reset();
  if (pixels_ != nullptr && pixels_ != surface_) SDL_FreeSurface(pixels_);
  if (window_ != nullptr) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

Status Window::take_surface() {
  screen_.reset();
  if (pixels_ != nullptr && pixels_ != surface_) SDL_FreeSurface(pixels_);
  own_.reset();
  pixels_ = nullptr;
  surface_ = SDL_GetWindowSurface(window_);
  if (surface_ == nullptr) return sdl_fault("the window has no pixels");
  display_.width_px = surface_->w;
  display_.height_px = surface_->h;
  if (is_as_cairo_has_it(surface_)) {
    pixels_ = surface_;
  } else {
    own_ = make_screen(surface_->w, surface_->h);
    pixels_ = SDL_CreateRGBSurfaceFrom(cairo_image_surface_get_data(own_.get()), surface_->w,
                                       surface_->h, 32, cairo_image_surface_get_stride(own_.get()),
                                       0xFF0000, 0xFF00, 0xFF, 0);
    if (pixels_ == nullptr) return sdl_fault("the window has no pixels");
  }
  screen_.reset(cairo_image_surface_create_for_data(static_cast<unsigned char*>(pixels_->pixels),
                                                    CAIRO_FORMAT_RGB24, pixels_->w, pixels_->h,
                                                    pixels_->pitch));
  if (cairo_surface_status(screen_.get()) == CAIRO_STATUS_SUCCESS) return {};
  return Fault{std::string("the window's pixels could not be drawn on: ") +
                   cairo_status_to_string(cairo_surface_status(screen_.get())),
               "window", "rows of whole 32-bit pixels"};
}

Result<bool> Window::adopt_size() {
  int width = 0;
  int height = 0;
  SDL_GetWindowSize(window_, &width, &height);
  const bool is_other = width != display_.width_px || height != display_.height_px;
  if (!is_other && SDL_GetWindowSurface(window_) == surface_) return false;
  if (Status taken = take_surface(); !taken) return taken.error();
  return true;
}

Status Window::show(const std::vector<PixelRect>& changed) {
  if (changed.empty()) return {};
  cairo_surface_flush(screen_.get());
  const PixelRect whole{0, 0, display_.width_px, display_.height_px};
  std::vector<SDL_Rect> rects;
  rects.reserve(changed.size());
  for (const PixelRect& rect : changed) {
    const PixelRect seen = rect.within(whole);
    if (!seen.empty()) rects.push_back({seen.x, seen.y, seen.w, seen.h});
  }
  for (SDL_Rect& rect : rects) {
    SDL_Rect there = rect;
    if (pixels_ != surface_) SDL_BlitSurface(pixels_, &rect, surface_, &there);
  }
  if (rects.empty() ||
      SDL_UpdateWindowSurfaceRects(window_, rects.data(), static_cast<int>(rects.size())) == 0)
    return {};
  return sdl_fault("the window could not be shown");
}

Status Window::show_all() {
  return show({{0, 0, display_.width_px, display_.height_px}});
}

void Window::show_cursor(bool is_shown) {
  SDL_ShowCursor(is_shown ? SDL_ENABLE : SDL_DISABLE);
}

std::vector<Fault> Window::take_faults() {
  return std::exchange(faults_, {});
}

}  // namespace aktiv::ui
