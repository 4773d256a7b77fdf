// Drawn images kept for the next time, the ones used lately first, bounded in bytes. Thread: one at
// a time.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/painter/image.h"

namespace aktiv::ui {

class ImageShelf {
 public:
  explicit ImageShelf(size_t most_bytes) : most_bytes_(most_bytes) {}

  // Null where it is not kept.
  std::shared_ptr<cairo_surface_t> find(const std::string& name);
  // One image larger than the whole shelf is handed back and not kept.
  std::shared_ptr<cairo_surface_t> keep(const std::string& name, Image image);

  size_t bytes() const { return bytes_; }
  size_t count() const { return order_.size(); }
  void clear();

 private:
  struct Kept {
    std::string name;
    std::shared_ptr<cairo_surface_t> image;
    size_t bytes = 0;
  };

  void make_room(size_t bytes);

  size_t most_bytes_;
  size_t bytes_ = 0;
  std::list<Kept> order_;  // used last stands first
  std::unordered_map<std::string, std::list<Kept>::iterator> kept_;
};

}  // namespace aktiv::ui
