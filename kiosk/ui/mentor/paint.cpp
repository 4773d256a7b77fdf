#include "kiosk/ui/mentor/paint.h"

#include <cmath>

namespace aktiv::mentor {
namespace {

SDL_Color colour_of(ImU32 packed) {
  const auto channel = [&](int shift) { return static_cast<Uint8>((packed >> shift) & 0xFF); };
  return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
          channel(IM_COL32_A_SHIFT)};
}

int whole(float value) {
  return static_cast<int>(std::lround(value));
}

// ImGui writes a rectangle as 0 1 2, 0 2 3 with its corners in turn and one colour.
bool is_rect(const ImDrawVert* v, const ImDrawIdx* i) {
  if (i[3] != i[0] || i[4] != i[2]) return false;
  const ImDrawVert &a = v[i[0]], &b = v[i[1]], &c = v[i[2]], &d = v[i[5]];
  const bool is_straight = a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y &&
                           d.pos.x == a.pos.x && a.pos.x <= c.pos.x && a.pos.y <= c.pos.y;
  const bool is_plain = a.col == b.col && b.col == c.col && c.col == d.col;
  return is_straight && is_plain && a.uv.y == b.uv.y && b.uv.x == c.uv.x;
}

}  // namespace

void Paint::forget() {
  for (auto& [id, made] : textures_) SDL_DestroyTexture(made);
  textures_.clear();
  if (renderer_ != nullptr) SDL_DestroyRenderer(renderer_);
  renderer_ = nullptr;
  surface_ = nullptr;
  pixels_ = nullptr;
}

SDL_Texture* Paint::texture(ImTextureID id) {
  const auto found = textures_.find(id);
  if (found != textures_.end()) return found->second;
  SDL_Surface* surface = shelf_.surface(id);
  SDL_Texture* made = surface ? SDL_CreateTextureFromSurface(renderer_, surface) : nullptr;
  if (made != nullptr) SDL_SetTextureBlendMode(made, SDL_BLENDMODE_BLEND);
  return textures_[id] = made;
}

bool Paint::draw_rect(const ImDrawVert* a, const ImDrawVert* c, SDL_Texture* texture,
                      ImVec2 white) {
  const SDL_Rect to{whole(a->pos.x), whole(a->pos.y), whole(c->pos.x) - whole(a->pos.x),
                    whole(c->pos.y) - whole(a->pos.y)};
  const SDL_Color colour = colour_of(a->col);
  if (a->uv.x == white.x && a->uv.y == white.y && c->uv.x == white.x) {
    // SDL blends each pixel otherwise, even where nothing shines through.
    SDL_SetRenderDrawBlendMode(renderer_,
                               colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer_, colour.r, colour.g, colour.b, colour.a);
    SDL_RenderFillRect(renderer_, &to);
    return true;
  }
  int width = 0;
  int height = 0;
  if (texture == nullptr || SDL_QueryTexture(texture, nullptr, nullptr, &width, &height) != 0)
    return false;
  const auto at = [](float share, int size) { return whole(share * static_cast<float>(size)); };
  const SDL_Rect from{at(a->uv.x, width), at(a->uv.y, height),
                      at(c->uv.x, width) - at(a->uv.x, width),
                      at(c->uv.y, height) - at(a->uv.y, height)};
  SDL_SetTextureColorMod(texture, colour.r, colour.g, colour.b);
  SDL_SetTextureAlphaMod(texture, colour.a);
  SDL_RenderCopy(renderer_, texture, &from, &to);
  return true;
}

void Paint::draw_triangles(const ImDrawList& list, const ImDrawCmd& command, unsigned from,
                           unsigned count, ImVec2 white) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset + from;
  std::vector<SDL_Vertex> corners;
  corners.reserve(count);
  bool is_plain = true;
  for (unsigned i = 0; i < count; ++i) {
    const ImDrawVert& v = vertices[indices[i]];
    is_plain = is_plain && v.uv.x == white.x && v.uv.y == white.y;
    corners.push_back({{v.pos.x, v.pos.y}, colour_of(v.col), {v.uv.x, v.uv.y}});
  }
  SDL_Texture* pixels = is_plain ? nullptr : texture(command.GetTexID());
  if (pixels != nullptr) {
    SDL_SetTextureColorMod(pixels, 255, 255, 255);
    SDL_SetTextureAlphaMod(pixels, 255);
  }
  SDL_RenderGeometry(renderer_, pixels, corners.data(), static_cast<int>(count), nullptr, 0);
}

void Paint::draw_command(const ImDrawList& list, const ImDrawCmd& command, ImVec2 white) {
  const SDL_Rect clip{whole(command.ClipRect.x), whole(command.ClipRect.y),
                      whole(command.ClipRect.z) - whole(command.ClipRect.x),
                      whole(command.ClipRect.w) - whole(command.ClipRect.y)};
  if (clip.w <= 0 || clip.h <= 0) return;
  SDL_RenderSetClipRect(renderer_, &clip);
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  SDL_Texture* pixels = texture(command.GetTexID());
  unsigned i = 0;
  while (i < command.ElemCount) {
    const bool may_be_rect = i + 6 <= command.ElemCount && is_rect(vertices, indices + i);
    if (may_be_rect && draw_rect(vertices + indices[i], vertices + indices[i + 2], pixels, white)) {
      i += 6;
      continue;
    }
    draw_triangles(list, command, i, 3, white);
    i += 3;
  }
}

Status Paint::draw(const ImDrawData& data, ImVec2 white, SDL_Surface* surface) {
  if (surface != surface_ || surface->pixels != pixels_) {
    forget();
    renderer_ = SDL_CreateSoftwareRenderer(surface);
    if (renderer_ == nullptr) return Fault{SDL_GetError(), "software renderer", "a 32-bit surface"};
    surface_ = surface;
    pixels_ = surface->pixels;
    SDL_SetRenderDrawBlendMode(renderer_, SDL_BLENDMODE_BLEND);
  }
  for (int i = 0; i < data.CmdListsCount; ++i)
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
      draw_command(*data.CmdLists[i], command, white);
  SDL_RenderFlush(renderer_);
  return {};
}

}  // namespace aktiv::mentor
