#include "kiosk/ui/painter/shelf.h"

namespace aktiv::ui {

std::shared_ptr<cairo_surface_t> ImageShelf::find(const std::string& name) {
  const auto found = kept_.find(name);
  if (found == kept_.end()) return nullptr;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->image;
}

std::shared_ptr<cairo_surface_t> ImageShelf::keep(const std::string& name, Image image) {
  const size_t bytes = bytes_of(image.get());
  std::shared_ptr<cairo_surface_t> shared(image.release(), ImageRelease());
  if (bytes > most_bytes_ || kept_.contains(name)) return shared;
  make_room(bytes);
  order_.push_front({name, shared, bytes});
  kept_.emplace(name, order_.begin());
  bytes_ += bytes;
  return shared;
}

void ImageShelf::make_room(size_t bytes) {
  while (!order_.empty() && bytes_ + bytes > most_bytes_) {
    bytes_ -= order_.back().bytes;
    kept_.erase(order_.back().name);
    order_.pop_back();
  }
}

void ImageShelf::clear() {
  kept_.clear();
  order_.clear();
  bytes_ = 0;
}

}  // namespace aktiv::ui
