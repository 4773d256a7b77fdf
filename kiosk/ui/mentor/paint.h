// Puts ImGui's draw data on an SDL surface with SDL's software renderer: rectangles as fills and
// blits, whatever else as geometry. Owns renderer and textures of the surface it drew on last.
// Thread: the loop's.
#pragma once

#include <SDL.h>
#include <imgui.h>

#include <map>

#include "dialogue/model/result.h"
#include "kiosk/ui/mentor/image_shelf.h"

namespace aktiv::mentor {

class Paint {
 public:
  explicit Paint(const ImageShelf& shelf) : shelf_(shelf) {}
  ~Paint() { forget(); }
  Paint(const Paint&) = delete;
  Paint& operator=(const Paint&) = delete;

  // white: where the letters' picture is plain white.
  Status draw(const ImDrawData& data, ImVec2 white, SDL_Surface* surface);
  void forget();

 private:
  void draw_command(const ImDrawList& list, const ImDrawCmd& command, ImVec2 white);
  bool draw_rect(const ImDrawVert* a, const ImDrawVert* c, SDL_Texture* texture, ImVec2 white);
  void draw_triangles(const ImDrawList& list, const ImDrawCmd& command, unsigned from,
                      unsigned count, ImVec2 white);
  SDL_Texture* texture(ImTextureID id);

  const ImageShelf& shelf_;
  SDL_Surface* surface_ = nullptr;
  void* pixels_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  std::map<ImTextureID, SDL_Texture*> textures_;
};

}  // namespace aktiv::mentor
