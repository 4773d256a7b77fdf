// Pixels that ImGui may name: the letters, pictures from the book, and soft-edged marks (a disc for
// rounded corners, a tick, arrows). Each is drawn once. Owns the surfaces. Thread: the loop's.
#pragma once

#include <SDL.h>
#include <imgui.h>

#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "kiosk/photos/photo.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::mentor {

struct SurfaceFree {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfaceOwner = std::unique_ptr<SDL_Surface, SurfaceFree>;

enum class Mark { disc, tick, left, right, up, down, erase, cross };

class ImageShelf {
 public:
  explicit ImageShelf(const ui::PictureBook& book) : book_(book) {}

  ImTextureID letters(const unsigned char* rgba, int width, int height);
  ImTextureID picture(const PictureId& id, int size_px);  // square; empty where it cannot be drawn
  // This photo is the picture of that name until forget_pictures().
  void lay(const PictureId& id, photos::Square square);
  bool has_laid(const PictureId& id) const { return laid_.contains(id); }
  // Between frames only: what a frame has named goes.
  void forget_pictures();
  ImTextureID mark(Mark mark, int size_px);  // white, to be tinted

  SDL_Surface* surface(ImTextureID id) const;  // straight alpha, ARGB8888

 private:
  ImTextureID keep(SurfaceOwner surface);
  SurfaceOwner draw(const PictureId& id, int size_px) const;

  const ui::PictureBook& book_;
  std::vector<SurfaceOwner> surfaces_;  // by number; a forgotten one's place is taken again
  std::map<PictureId, photos::Square> laid_;
  std::map<std::pair<PictureId, int>, ImTextureID> pictures_;
  std::map<std::pair<Mark, int>, ImTextureID> marks_;
};

}  // namespace aktiv::mentor
