#include "kiosk/ui/mentor/image_shelf.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>

namespace aktiv::mentor {
namespace {

SurfaceOwner make_surface(int width, int height) {
  return SurfaceOwner(
      SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888));
}

uint32_t* row_of(SDL_Surface* surface, int y) {
  return reinterpret_cast<uint32_t*>(static_cast<uint8_t*>(surface->pixels) +
                                     static_cast<ptrdiff_t>(y) * surface->pitch);
}

// SDL's software blits want straight alpha; cairo gives premultiplied.
uint32_t straight(uint32_t pixel) {
  const uint32_t alpha = pixel >> 24;
  if (alpha == 0 || alpha == 255) return pixel;
  const auto channel = [&](int shift) {
    return std::min<uint32_t>(255, (((pixel >> shift) & 0xFF) * 255 + alpha / 2) / alpha) << shift;
  };
  return alpha << 24 | channel(16) | channel(8) | channel(0);
}

// A square photo over the whole of a square surface; one without pixels leaves it empty.
void fill(SDL_Surface& to, const photos::Square& photo) {
  if (photo.side_px < 1) return;
  auto pixels = photo.pixels;
  cairo_surface_t* from = cairo_image_surface_create_for_data(
      reinterpret_cast<unsigned char*>(pixels.data()), CAIRO_FORMAT_RGB24, photo.side_px,
      photo.side_px, photo.side_px * 4);
  cairo_surface_t* over = cairo_image_surface_create_for_data(
      static_cast<unsigned char*>(to.pixels), CAIRO_FORMAT_ARGB32, to.w, to.h, to.pitch);
  cairo_t* context = cairo_create(over);
  cairo_scale(context, double(to.w) / photo.side_px, double(to.h) / photo.side_px);
  cairo_set_source_surface(context, from, 0, 0);
  cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD);
  cairo_paint(context);
  cairo_destroy(context);
  cairo_surface_destroy(over);
  cairo_surface_destroy(from);
}

struct Stroke {
  double x1, y1, x2, y2;
};

std::vector<Stroke> strokes_of(Mark mark) {
  switch (mark) {
    case Mark::disc:
      return {};
    case Mark::tick:
      return {{0.16, 0.54, 0.40, 0.76}, {0.40, 0.76, 0.84, 0.26}};
    case Mark::left:
      return {{0.62, 0.22, 0.34, 0.50}, {0.34, 0.50, 0.62, 0.78}};
    case Mark::right:
      return {{0.38, 0.22, 0.66, 0.50}, {0.66, 0.50, 0.38, 0.78}};
    case Mark::up:
      return {{0.22, 0.62, 0.50, 0.34}, {0.50, 0.34, 0.78, 0.62}};
    case Mark::down:
      return {{0.22, 0.38, 0.50, 0.66}, {0.50, 0.66, 0.78, 0.38}};
    case Mark::erase:
      return {{0.14, 0.50, 0.86, 0.50}, {0.14, 0.50, 0.42, 0.24}, {0.14, 0.50, 0.42, 0.76}};
    case Mark::cross:
      return {{0.24, 0.24, 0.76, 0.76}, {0.76, 0.24, 0.24, 0.76}};
  }
  return {};
}

double distance(const Stroke& s, double x, double y) {
  const double dx = s.x2 - s.x1;
  const double dy = s.y2 - s.y1;
  const double along = ((x - s.x1) * dx + (y - s.y1) * dy) / (dx * dx + dy * dy);
  const double t = std::clamp(along, 0.0, 1.0);
  return std::hypot(x - s.x1 - t * dx, y - s.y1 - t * dy);
}

// How much of the pixel at (x, y) of `size` the mark covers.
double coverage(Mark mark, const std::vector<Stroke>& strokes, double x, double y, double size) {
  if (mark == Mark::disc) return size / 2 - std::hypot(x - size / 2, y - size / 2) + 0.5;
  double nearest = 1.0;
  for (const auto& stroke : strokes)
    nearest = std::min(nearest, distance(stroke, x / size, y / size));
  constexpr double half_stroke = 0.065;
  return (half_stroke - nearest) * size + 0.5;
}

}  // namespace

ImTextureID ImageShelf::keep(SurfaceOwner surface) {
  const auto free = std::find(surfaces_.begin(), surfaces_.end(), nullptr);
  const auto number = free - surfaces_.begin() + 1;
  if (free == surfaces_.end())
    surfaces_.push_back(std::move(surface));
  else
    *free = std::move(surface);
  return reinterpret_cast<ImTextureID>(number);
}

SDL_Surface* ImageShelf::surface(ImTextureID id) const {
  const auto number = reinterpret_cast<size_t>(id);
  return number == 0 || number > surfaces_.size() ? nullptr : surfaces_[number - 1].get();
}

ImTextureID ImageShelf::letters(const unsigned char* rgba, int width, int height) {
  auto surface = make_surface(width, height);
  for (int y = 0; y < height; ++y) {
    uint32_t* row = row_of(surface.get(), y);
    for (int x = 0; x < width; ++x) {
      const auto* from = rgba + 4 * (static_cast<size_t>(y) * static_cast<size_t>(width) + x);
      row[x] = uint32_t{from[3]} << 24 | 0xFFFFFF;
    }
  }
  return keep(std::move(surface));
}

SurfaceOwner ImageShelf::draw(const PictureId& id, int size_px) const {
  if (const auto photo = laid_.find(id); photo != laid_.end()) {
    auto surface = make_surface(size_px, size_px);
    fill(*surface, photo->second);
    return surface;
  }
  const auto drawn = book_.render(id, size_px, size_px);
  if (!drawn) return nullptr;
  cairo_surface_t* from = (*drawn).get();
  cairo_surface_flush(from);
  const int width = cairo_image_surface_get_width(from);
  const int height = cairo_image_surface_get_height(from);
  auto surface = make_surface(width, height);
  for (int y = 0; y < height; ++y) {
    const auto* line = reinterpret_cast<const uint32_t*>(cairo_image_surface_get_data(from) +
                                                         static_cast<ptrdiff_t>(y) *
                                                             cairo_image_surface_get_stride(from));
    std::transform(line, line + width, row_of(surface.get(), y), straight);
  }
  return surface;
}

ImTextureID ImageShelf::picture(const PictureId& id, int size_px) {
  const auto found = pictures_.find({id, size_px});
  if (found != pictures_.end()) return found->second;
  auto drawn = draw(id, size_px);
  return pictures_[{id, size_px}] = drawn ? keep(std::move(drawn)) : nullptr;
}

void ImageShelf::lay(const PictureId& id, photos::Square square) {
  laid_[id] = std::move(square);
}

void ImageShelf::forget_pictures() {
  for (const auto& [which, id] : pictures_)
    if (id != nullptr) surfaces_[reinterpret_cast<size_t>(id) - 1] = nullptr;
  pictures_.clear();
  laid_.clear();
}

ImTextureID ImageShelf::mark(Mark mark, int size_px) {
  const auto found = marks_.find({mark, size_px});
  if (found != marks_.end()) return found->second;
  auto surface = make_surface(size_px, size_px);
  const auto strokes = strokes_of(mark);
  for (int y = 0; y < size_px; ++y)
    for (int x = 0; x < size_px; ++x) {
      const double part = coverage(mark, strokes, x + 0.5, y + 0.5, size_px);
      const auto alpha = static_cast<uint32_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
      row_of(surface.get(), y)[x] = alpha << 24 | 0xFFFFFF;
    }
  return marks_[{mark, size_px}] = keep(std::move(surface));
}

}  // namespace aktiv::mentor
