// Lines, fills, letters and pictures: what the sheet's parts are drawn with.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {

float Sheet::Inside::px(double mm) const {
  return static_cast<float>(std::lround(mm * display.px_per_mm));
}

void Sheet::Inside::add(const std::string& name, MentorRole role, const RectMm& box,
                        const std::string& text, bool is_enabled, bool is_chosen, Face face) {
  const double em = font(face)->FontSize / display.px_per_mm / 1.3;
  elements.push_back({name, role, text, box, is_enabled, is_chosen, em});
}

Pressing Sheet::Inside::press(const std::string& name, const RectMm& box, bool is_enabled) {
  IM_ASSERT(names.insert(name).second && "two things to press by one name");
  if (!is_enabled) return {};
  ImGui::SetCursorScreenPos(at(box.x, box.y));
  const bool is_pressed = ImGui::InvisibleButton(
      name.c_str(), {px(box.right()) - px(box.x), px(box.bottom()) - px(box.y)});
  const bool is_chosen_by_key = chooses_focused && focused == name;
  return {is_pressed || is_chosen_by_key, ImGui::IsItemActive() && ImGui::IsItemHovered()};
}

void Sheet::Inside::disc_rect(const ImVec2& from, const ImVec2& to, int radius, ImU32 colour) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto r = static_cast<float>(
      std::min({radius, static_cast<int>(to.x - from.x) / 2, static_cast<int>(to.y - from.y) / 2}));
  if (r < 1) return list.AddRectFilled(from, to, colour);
  const ImTextureID disc = shelf.mark(Mark::disc, static_cast<int>(r) * 2);
  list.AddImage(disc, from, {from.x + r, from.y + r}, {0, 0}, {0.5F, 0.5F}, colour);
  list.AddImage(disc, {to.x - r, from.y}, {to.x, from.y + r}, {0.5F, 0}, {1, 0.5F}, colour);
  list.AddImage(disc, {from.x, to.y - r}, {from.x + r, to.y}, {0, 0.5F}, {0.5F, 1}, colour);
  list.AddImage(disc, {to.x - r, to.y - r}, to, {0.5F, 0.5F}, {1, 1}, colour);
  list.AddRectFilled({from.x + r, from.y}, {to.x - r, from.y + r}, colour);
  list.AddRectFilled({from.x, from.y + r}, {to.x, to.y - r}, colour);
  list.AddRectFilled({from.x + r, to.y - r}, {to.x - r, to.y}, colour);
}

void Sheet::Inside::rounded(const RectMm& box, double radius, double stroke, ImU32 edge,
                            ImU32 fill) {
  const ImVec2 from = at(box.x, box.y);
  const ImVec2 to = at(box.right(), box.bottom());
  const float s = std::max(1.0F, px(stroke));
  const int r = static_cast<int>(px(radius));
  disc_rect(from, to, r, edge);
  if (edge == fill) return;
  disc_rect({from.x + s, from.y + s}, {to.x - s, to.y - s}, r - static_cast<int>(s), fill);
}

void Sheet::Inside::image(ImTextureID id, const RectMm& box, double side_mm, ImU32 tint) {
  if (id == nullptr) return;
  const float side = px(side_mm);
  const ImVec2 from = {px(box.x + (box.w - side_mm) / 2), px(box.y + (box.h - side_mm) / 2)};
  ImGui::GetWindowDrawList()->AddImage(id, from, {from.x + side, from.y + side}, {0, 0}, {1, 1},
                                       tint);
}

void Sheet::Inside::words(const RectMm& box, const std::string& text, Face face, Align align,
                          ImU32 colour, bool is_middle) {
  ImFont& letters = *font(face);
  const float wrap = px(box.w);
  const char* end = text.data() + text.size();
  float y = px(box.y);
  if (is_middle) {
    const float height = letters.CalcTextSizeA(letters.FontSize, FLT_MAX, wrap, text.data(), end).y;
    y += std::floor((px(box.h) - height) / 2);
  }
  const char* line = text.data();
  while (line < end) {
    const char* stop = letters.CalcWordWrapPositionA(1.0F, line, end, wrap);
    if (stop == line) stop = line + 1;
    const float width = letters.CalcTextSizeA(letters.FontSize, FLT_MAX, 0, line, stop).x;
    const float room = align == Align::left    ? 0
                       : align == Align::right ? wrap - width
                                               : (wrap - width) / 2;
    const double line_mm = letters.FontSize / display.px_per_mm;
    if (is_in_view({box.x, y / display.px_per_mm, box.w, line_mm}))
      ImGui::GetWindowDrawList()->AddText(&letters, letters.FontSize,
                                          {px(box.x) + std::floor(std::max(0.0F, room)), y}, colour,
                                          line, stop);
    y += letters.FontSize;
    line = stop;
    while (line < end && *line == ' ') ++line;
    if (line < end && *line == '\n') ++line;
  }
}

RectMm Sheet::Inside::lines_in_view(const RectMm& text, double line) const {
  if (!is_scrolled) return text;
  RectMm seen{text.x, text.y, text.w, 0};
  for (double y = text.y; y < text.bottom() - line / 2; y += line) {
    if (!is_in_view({text.x, y, text.w, line})) continue;
    if (seen.h <= 0) seen.y = y;
    seen.h += line;
  }
  return seen;
}

void Sheet::Inside::focus_ring(const std::string& name, const RectMm& box) {
  if (focused != name) return;
  const auto& theme = look.theme;
  const double sun = theme.strokes.focus_sun;
  const double corner = theme.sizes.button_corner * display.glass_share();
  const RectMm outer = inset(box, -sun);
  rounded(outer, corner + sun, sun, packed(theme.colours.ink), packed(theme.colours.ink));
  rounded(inset(outer, theme.strokes.focus_ink / 2), corner + sun, sun, packed(theme.colours.sun),
          packed(theme.colours.sun));
}

}  // namespace aktiv::mentor
