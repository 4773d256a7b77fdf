// The pictures of the conversation. Owns the table from picture id to drawing and a bounded shelf
// of parsed drawings; draws from files, never from the network. Errors: a Fault naming the table's
// file and line or the missing drawing. Thread: one thread at a time (a book is not shared).
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;

namespace aktiv::ui {

struct SurfaceRelease {
  void operator()(cairo_surface_t* surface) const;
};
// A cairo image surface, ARGB32, premultiplied, transparent where nothing is drawn.
using SurfacePtr = std::unique_ptr<cairo_surface_t, SurfaceRelease>;

// In the units of the cairo context drawn on.
struct PictureRect {
  double x = 0, y = 0, width = 0, height = 0;
};

// Photos of the day centre's own, each in the place of the picture of its name. A photo is read
// when it is drawn and never kept; one that cannot be opened is a Fault of that picture.
using PhotoFiles = std::map<PictureId, std::filesystem::path>;

// One citizen's own, as the bytes of JPEG files: they come sealed from the store, and no file holds
// them.
using OwnPhotos = std::map<PictureId, std::string>;

class PictureBook {
 public:
  // share: the folder that holds pictures/ and icons/. A table that cannot be read is a Fault; an
  // entry that cannot be drawn is left out and told by check(), so one bad line blanks one card
  // only.
  static Result<PictureBook> open(const std::filesystem::path& share, PhotoFiles photos = {});

  PictureBook(PictureBook&&) noexcept;
  PictureBook& operator=(PictureBook&&) noexcept;
  ~PictureBook();

  // In place of the files that it was opened with; what was rendered before is the caller's to draw
  // again.
  void set_photos(PhotoFiles photos);
  // Before all others, for as long as this citizen sits here; {} takes them away.
  void lay_over(OwnPhotos own);

  // Everything wrong with the table and its drawings: bad entries, missing files, drawings that
  // show nothing. Reads every drawing (about a second).
  std::vector<Fault> check() const;

  std::set<PictureId> ids() const;
  bool has(const PictureId& id) const;
  bool has_drawing(const PictureId& id) const;    // where no photo stands for it
  bool points_onward(const PictureId& id) const;  // mirrored where reading runs from the right
  // Width by height of the picture's canvas; 1 for an id the book does not hold.
  double aspect(const PictureId& id) const;

  // Fitted into width × height pixels, proportions kept, centred.
  Result<SurfacePtr> render(const PictureId& id, int width_px, int height_px) const;
  // The same as vectors, for paper and large sizes.
  Status draw(cairo_t* context, const PictureId& id, const PictureRect& where) const;
  // A PNG file's bytes; the longer side is size_px.
  Result<std::string> png(const PictureId& id, int size_px) const;

 private:
  struct Pages;
  explicit PictureBook(std::unique_ptr<Pages> pages);
  std::unique_ptr<Pages> pages_;
};

}  // namespace aktiv::ui
