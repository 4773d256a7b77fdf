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
  Say say = [](std::string_view) { return std::string(); };
  std::string way_back;
  bool is_menu_open = false;
  std::vector<std::string> notice;
  std::string paper;         // which one is scrolled
  double scrolled_mm = 0;    // how far it has been moved up
  bool is_scrolled = false;  // in this frame; what stands outside the view is left out
  RectMm view;

  float px(double mm) const;  // whole pixels
  ImVec2 at(double x, double y) const { return {px(x), px(y)}; }
  ImFont* font(Face face) const { return fonts[static_cast<size_t>(face)]; }

  bool is_in_view(const RectMm& box) const {
    constexpr double air = 0.5;
    return !is_scrolled || (box.y >= view.y - air && box.bottom() <= view.bottom() + air);
  }
  double header(Sheet& sheet, const std::string& title, const std::vector<Pill>& pills);
  // Of a text that is moved, the part whose lines stand whole; h = 0: none does.
  RectMm lines_in_view(const RectMm& text, double line) const;
  std::string foot(Sheet& sheet, const std::vector<Action>& actions,
                   const std::vector<double>& widths, const std::vector<std::vector<size_t>>& rows);
  std::string show_menu(Sheet& sheet, const std::vector<Action>& actions);
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
