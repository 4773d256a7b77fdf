#include "kiosk/ui/painter/painter.h"

#include <cairo.h>

#include "kiosk/ui/painter/studio.h"

namespace aktiv::ui {
namespace {

// Of the shelf, for looks that may be met soon; the rest keeps what is on the screen.
constexpr double prepared_share = 0.85;

bool can_be_pressed(const Element& element) {
  return element.role != Role::text && element.role != Role::picture && element.role != Role::pad &&
         element.look != Look::tile;
}

bool can_be_chosen(const Element& element) {
  return element.role == Role::choice || element.role == Role::place || element.role == Role::out;
}

}  // namespace

Painter::Painter(std::shared_ptr<const Typeface> typeface, const PictureSource& pictures,
                 Theme theme, size_t most_bytes)
    : studio_(new Studio{std::move(typeface),
                         pictures,
                         std::move(theme),
                         ImageShelf(most_bytes),
                         most_bytes,
                         std::nullopt,
                         {},
                         {},
                         {},
                         {}}) {}
Painter::~Painter() = default;
Painter::Painter(Painter&&) noexcept = default;

void Painter::paint(cairo_surface_t* screen, const Scene& scene, const Layout& layout,
                    const UiState& state) {
  Studio& studio = *studio_;
  studio.last = Painted{scene, layout, state};
  studio.draw_region(screen, *studio.last,
                     {0, 0, layout.display.width_px, layout.display.height_px});
  cairo_surface_flush(screen);
}

std::vector<PixelRect> Painter::repaint(cairo_surface_t* screen, const Scene& scene,
                                        const Layout& layout, const UiState& state) {
  Studio& studio = *studio_;
  const PixelRect whole{0, 0, layout.display.width_px, layout.display.height_px};
  Painted now{scene, layout, state};
  const std::vector<PixelRect> changed =
      studio.last ? studio.changes(*studio.last, now) : std::vector<PixelRect>{whole};
  studio.last = std::move(now);
  for (const PixelRect& region : changed) studio.draw_region(screen, *studio.last, region);
  if (!changed.empty()) cairo_surface_flush(screen);
  return changed;
}

void Painter::prepare(const Scene& scene, const Layout& layout) {
  Studio& studio = *studio_;
  const Ground ground = ground_of(scene, layout);
  const auto room = static_cast<size_t>(static_cast<double>(studio.most_bytes) * prepared_share);
  size_t bytes = 0;
  studio.waiting.clear();
  const auto queue = [&](size_t i, const LookState& state) {
    const PixelRect bounds = studio.look_bounds(layout.elements[i], state, ground);
    bytes += static_cast<size_t>(bounds.w) * static_cast<size_t>(bounds.h) * 4;
    if (bytes <= room)
      studio.waiting.push_back({scene.elements[i], layout.elements[i], state, ground});
  };
  const size_t count = scene.elements.size();
  for (size_t i = 0; i < count; ++i) queue(i, {false, scene.elements[i].is_selected});
  for (size_t i = 0; i < count; ++i)
    if (can_be_pressed(scene.elements[i])) queue(i, {true, scene.elements[i].is_selected});
  for (size_t i = 0; i < count; ++i)
    if (can_be_chosen(scene.elements[i]) && !scene.elements[i].is_selected) queue(i, {false, true});
}

bool Painter::prepare_one() {
  Studio& studio = *studio_;
  while (!studio.waiting.empty()) {
    const Waiting next = std::move(studio.waiting.front());
    studio.waiting.pop_front();
    const std::string name = name_of(next.element, next.placed, next.state, next.ground);
    if (studio.shelf.find(name)) continue;
    studio.look(next.element, next.placed, next.state, next.ground);
    return true;
  }
  return false;
}

void Painter::forget_screen() {
  studio_->last.reset();
}

void Painter::forget_pictures() {
  studio_->shelf.clear();
  studio_->waiting.clear();
  studio_->last.reset();
}

std::vector<Fault> Painter::take_faults() {
  return std::exchange(studio_->faults, {});
}

size_t Painter::kept_bytes() const {
  return studio_->shelf.bytes();
}

Status render_png(Painter& painter, const Scene& scene, const Layout& layout, const UiState& state,
                  const std::filesystem::path& file) {
  const Image screen = make_screen(layout.display.width_px, layout.display.height_px);
  painter.paint(screen.get(), scene, layout, state);
  painter.forget_screen();
  const cairo_status_t written = cairo_surface_write_to_png(screen.get(), file.c_str());
  if (written == CAIRO_STATUS_SUCCESS) return {};
  return Fault{std::string("the picture of the screen could not be written: ") +
                   cairo_status_to_string(written),
               file.string(), "a folder that exists, may be written to and has room"};
}

}  // namespace aktiv::ui
