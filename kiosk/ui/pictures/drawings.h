// Drawings (SVG files) parsed and kept on a shelf of bounded length, with the rectangle that each
// one really covers: OpenMoji's glyphs sit in wide margins, and a margin makes a card say less.
// Thread: one at a time. Errors: a Fault naming the file.
#pragma once

#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/ui/pictures/pictures.h"

typedef struct _RsvgHandle RsvgHandle;

namespace aktiv::ui {

// How a drawing is wanted; drawings of one file in two manners are two drawings.
struct DrawingManner {
  bool is_grey = false;
  std::string colour;  // "#14213D" or empty

  auto operator<=>(const DrawingManner&) const = default;
};

class Drawing {
 public:
  static Result<Drawing> read(const std::filesystem::path& file, const DrawingManner& manner);

  double width() const { return width_; }  // of the drawing's own field, margins and all
  double height() const { return height_; }
  // What is covered, in the field's units. Nothing drawn: a Fault.
  Result<PictureRect> measure_ink() const;
  // Something is drawn outside the field, where it would be cut.
  Result<bool> leaves_field() const;
  // The whole field is laid on `field`.
  Status paint(cairo_t* context, const PictureRect& field) const;

 private:
  struct Release {
    void operator()(RsvgHandle* handle) const;
  };
  Drawing(RsvgHandle* handle, double width, double height, std::string name)
      : handle_(handle), width_(width), height_(height), name_(std::move(name)) {}

  std::unique_ptr<RsvgHandle, Release> handle_;
  double width_, height_;
  std::string name_;
};

class DrawingShelf {
 public:
  // About 60 kB a drawing: 48 are about 3 MB.
  explicit DrawingShelf(size_t most_drawings = 48) : most_drawings_(most_drawings) {}

  // The pointer holds until the next call of find.
  Result<const Drawing*> find(const std::filesystem::path& file, const DrawingManner& manner);
  Result<PictureRect> ink(const std::filesystem::path& file, const DrawingManner& manner);
  size_t kept() const { return order_.size(); }

 private:
  using Key = std::pair<std::string, DrawingManner>;
  struct Place {
    Drawing drawing;
    std::list<Key>::iterator order;
  };

  size_t most_drawings_;
  std::list<Key> order_;  // used last stands first
  std::map<Key, Place> drawings_;
  std::map<std::string, PictureRect> inks_;
};

}  // namespace aktiv::ui
