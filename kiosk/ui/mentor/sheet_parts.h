// What the sheet's own files share. Not for screens.
#pragma once

#include <imgui.h>

#include <array>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "kiosk/ui/mentor/image_shelf.h"
#include "kiosk/ui/mentor/paint.h"
#include "kiosk/ui/mentor/sheet.h"

namespace aktiv::mentor {

struct ContextFree {
  void operator()(ImGuiContext* context) const { ImGui::DestroyContext(context); }
};

struct Pressing {
  bool is_pressed = false;
  bool is_held = false;
};

struct Sheet::Inside {
  Inside(Look looks, const Display& glass, const ui::PictureBook& pictures)
      : look(std::move(looks)), display(glass), shelf(pictures), paint(shelf) {}

  Look look;
  Display display;
  ImageShelf shelf;
  Paint paint;
  std::unique_ptr<ImGuiContext, ContextFree> context;
  std::array<ImFont*, 4> fonts{};
  std::vector<MentorElement> elements;
  std::set<std::string> names;
  RectMm body;
  std::string focused;
  bool chooses_focused = false;

  float px(double mm) const;  // whole pixels
  ImVec2 at(double x, double y) const { return {px(x), px(y)}; }
  ImFont* font(Face face) const { return fonts[static_cast<size_t>(face)]; }

  void add(const std::string& name, MentorRole role, const RectMm& box, const std::string& text,
           bool is_enabled = true, bool is_chosen = false, Face face = Face::body);
  Pressing press(const std::string& name, const RectMm& box, bool is_enabled);
  void rounded(const RectMm& box, double radius, double stroke, ImU32 edge, ImU32 fill);
  void disc_rect(const ImVec2& from, const ImVec2& to, int radius, ImU32 colour);
  void image(ImTextureID id, const RectMm& box, double side_mm, ImU32 tint);
  void words(const RectMm& box, const std::string& text, Face face, Align align, ImU32 colour,
             bool is_middle);
  void focus_ring(const std::string& name, const RectMm& box);
};

ImU32 packed(const ui::Colour& colour);
Status build_fonts(Sheet::Inside& inside, const std::filesystem::path& fonts);

}  // namespace aktiv::mentor
