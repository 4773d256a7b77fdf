// The things to press and to read.
#include "kiosk/ui/mentor/sheet.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/mentor/sheet_parts.h"

namespace aktiv::mentor {
namespace {

ui::Colour pill_colour(const Look& look, PillKind kind) {
  switch (kind) {
    case PillKind::kept:
      return look.pill_kept;
    case PillKind::waiting:
      return look.pill_waiting;
    case PillKind::trouble:
      return look.pill_trouble;
  }
  return look.pill_kept;
}

Mark mark_of(KeyGlyph glyph) {
  switch (glyph) {
    case KeyGlyph::left:
      return Mark::left;
    case KeyGlyph::right:
      return Mark::right;
    case KeyGlyph::up:
      return Mark::up;
    case KeyGlyph::down:
      return Mark::down;
    case KeyGlyph::none:
    case KeyGlyph::erase:
      break;
  }
  return Mark::erase;
}

// What a key without letters is called.
const char* key_of(KeyGlyph glyph) {
  switch (glyph) {
    case KeyGlyph::left:
      return "staff.key.left";
    case KeyGlyph::right:
      return "staff.key.right";
    case KeyGlyph::up:
      return "staff.key.up";
    case KeyGlyph::down:
      return "staff.key.down";
    case KeyGlyph::none:
    case KeyGlyph::erase:
      break;
  }
  return "staff.key.erase";
}

constexpr double key_air = 1.5;    // mm: between a key's edge and its letters
constexpr double choice_mark = 9;  // mm: the ring that is filled when it is chosen

}  // namespace

double Sheet::text_height(const std::string& words, Face face, double wrap) const {
  ImFont& letters = *inside_->font(face);
  const auto size = letters.CalcTextSizeA(letters.FontSize, FLT_MAX, inside_->px(wrap),
                                          words.data(), words.data() + words.size());
  return size.y / inside_->display.px_per_mm;
}

double Sheet::text_width(const std::string& words, Face face) const {
  ImFont& letters = *inside_->font(face);
  const auto size = letters.CalcTextSizeA(letters.FontSize, FLT_MAX, 0, words.data(),
                                          words.data() + words.size());
  return std::ceil(size.x + 1) / inside_->display.px_per_mm;
}

double Sheet::button_height(const std::string& label, double w) const {
  return std::max(least(), text_height(label, Face::bold, w - gap()) + gap());
}

double Sheet::choice_height(const std::string& label, double w) const {
  return std::max(least(), text_height(label, Face::body, w - choice_mark - gap() * 3.7) + gap());
}

double Sheet::choice_width(const std::string& label) const {
  return text_width(label, Face::body) + choice_mark + gap() * 4;
}

double Sheet::text(const std::string& name, const RectMm& box, const std::string& words, Face face,
                   Align align, Ground ground, bool is_muted) {
  const auto& colours = look().theme.colours;
  const auto ink = ground == Ground::ink ? colours.card : is_muted ? colours.muted : colours.ink;
  const double height = text_height(words, face, box.w);
  const RectMm seen = inside_->lines_in_view({box.x, box.y, box.w, height}, line(face));
  if (seen.h <= 0) return height;
  inside_->words(box, words, face, align, packed(ink), false);
  inside_->add(name, MentorRole::text, seen, words, true, false, face);
  return height;
}

void Sheet::card(const RectMm& box) {
  const auto& theme = look().theme;
  const double share = inside_->display.glass_share();
  inside_->rounded(box, theme.sizes.button_corner * share, look().outline,
                   packed(theme.colours.ink), packed(theme.colours.card));
}

void Sheet::rule(double x, double y, double width) {
  if (!inside_->is_in_view({x, y, width, 0.6})) return;
  ImGui::GetWindowDrawList()->AddRectFilled(
      inside_->at(x, y), {inside_->px(x + width), inside_->px(y) + inside_->px(0.6)},
      packed(look().theme.colours.step));
}

void Sheet::ruler(const std::string& name, double x, double y, double width) {
  if (!inside_->is_in_view({x, y, width, 6})) return;
  const ImU32 ink = packed(look().theme.colours.ink);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(inside_->at(x, y + 5), inside_->at(x + width, y + 6), ink);
  for (double mark = 0; mark <= width + 1e-6; mark += 10)
    list.AddRectFilled(inside_->at(x + mark - 0.25, y), inside_->at(x + mark + 0.25, y + 6), ink);
  inside_->add(name, MentorRole::picture, {x, y, width, 6}, "");
}

void Sheet::band(const std::string& name, const RectMm& box, const std::string& words,
                 PillKind kind) {
  if (!inside_->is_in_view(box)) return;
  const ImU32 ground = packed(pill_colour(look(), kind));
  inside_->rounded(box, look().pill_corner * inside_->display.glass_share(), 1, ground, ground);
  const RectMm room{box.x + pad() * 0.6, box.y, box.w - pad() * 1.2, box.h};
  inside_->words(room, words, Face::bold, Align::middle, packed(look().pill_text), true);
  inside_->add(name, MentorRole::text, box, words, true, false, Face::bold);
}

void Sheet::picture(const std::string& name, const RectMm& box, const PictureId& picture,
                    const std::string& label) {
  if (!inside_->is_in_view(box)) return;
  const double side = std::min(box.w, box.h);
  inside_->image(inside_->shelf.picture(picture, static_cast<int>(inside_->px(side))), box, side,
                 IM_COL32_WHITE);
  inside_->add(name, MentorRole::picture, box, label);
}

void Sheet::wave(const std::string& name, const RectMm& box, const std::vector<double>& loudness,
                 double from, double to, const std::string& label) {
  if (!inside_->is_in_view(box)) return;
  card(box);
  const RectMm room = inset(box, gap());
  const auto& colours = look().theme.colours;
  const auto count = static_cast<double>(loudness.size());
  for (size_t i = 0; i < loudness.size(); ++i) {
    const double at = (static_cast<double>(i) + 0.5) / count;
    const double h = std::max(0.6, std::clamp(loudness[i], 0.0, 1.0) * room.h);
    const double x = room.x + room.w * static_cast<double>(i) / count;
    const bool is_kept = at >= from && at <= to;
    ImGui::GetWindowDrawList()->AddRectFilled(
        inside_->at(x, room.y + (room.h - h) / 2),
        inside_->at(x + room.w / count * 0.7, room.y + (room.h + h) / 2),
        packed(is_kept ? colours.accent : colours.step));
  }
  for (const double edge : {from, to}) {
    const double x = room.x + room.w * std::clamp(edge, 0.0, 1.0);
    ImGui::GetWindowDrawList()->AddRectFilled(
        inside_->at(x - 0.4, box.y), inside_->at(x + 0.4, box.bottom()), packed(colours.ink));
  }
  inside_->add(name, MentorRole::picture, box, label);
}

void Sheet::gauge(const std::string& name, const RectMm& box, double fill) {
  if (!inside_->is_in_view(box)) return;
  card(box);
  RectMm room = inset(box, gap());
  room.w *= std::clamp(fill, 0.0, 1.0);
  const ImU32 colour = packed(look().theme.colours.accent);
  if (room.w > 0) inside_->rounded(room, 1, 1, colour, colour);
  inside_->add(name, MentorRole::picture, box, "");
}

void Sheet::dots(const std::string& name, const RectMm& box, size_t filled, size_t most) {
  if (!inside_->is_in_view(box)) return;
  const auto& colours = look().theme.colours;
  const double side = std::min(box.h, em(Face::bold));
  const double step = side * 1.6;
  const double from = box.x + (box.w - step * static_cast<double>(most - 1) - side) / 2;
  std::string shown;
  for (size_t i = 0; i < most; ++i) {
    const RectMm dot{from + step * static_cast<double>(i), box.y + (box.h - side) / 2, side, side};
    const bool is_filled = i < filled;
    inside_->rounded(dot, side / 2, look().outline, packed(colours.ink),
                     packed(is_filled ? colours.ink : colours.card));
    if (is_filled) shown += "•";
  }
  inside_->add(name, MentorRole::text, box, shown);
}

bool Sheet::button(const Action& action, const RectMm& box) {
  if (!inside_->is_in_view(box)) return false;
  const auto& theme = look().theme;
  const auto pressing = inside_->press(action.name, box, action.is_enabled);
  inside_->focus_ring(action.name, box);
  const auto& c = theme.colours;
  const bool is_main = action.is_main && action.is_enabled;
  const auto fill = is_main ? c.accent : pressing.is_held ? c.accent_soft : c.card;
  const auto edge = !action.is_enabled ? c.step : is_main && !pressing.is_held ? c.accent : c.ink;
  const double stroke = pressing.is_held ? theme.strokes.pressed : look().outline;
  inside_->rounded(box, theme.sizes.button_corner * inside_->display.glass_share(), stroke,
                   packed(edge), packed(fill));
  const auto ink = is_main ? c.accent_ink : action.is_enabled ? c.ink : c.muted;
  inside_->words(inset(box, gap() / 2), action.label, Face::bold, Align::middle, packed(ink), true);
  inside_->add(action.name, MentorRole::button, box, action.label, action.is_enabled, false,
               Face::bold);
  return pressing.is_pressed;
}

void Sheet::lay(const PictureId& name, const photos::Square& photo) {
  inside_->shelf.lay(name, photo);
}

bool Sheet::has_laid(const PictureId& name) const {
  return inside_->shelf.has_laid(name);
}

void Sheet::forget_pictures() {
  inside_->shelf.forget_pictures();
  inside_->paint.forget();  // what it made of them
}

bool Sheet::tile(const std::string& name, const RectMm& box, const PictureId& picture,
                 const std::string& label, bool is_chosen, bool is_enabled,
                 const PictureId& second) {
  if (!inside_->is_in_view(box)) return false;
  const auto& theme = look().theme;
  const auto& c = theme.colours;
  const auto pressing = inside_->press(name, box, is_enabled);
  inside_->focus_ring(name, box);
  const bool is_soft = is_chosen || pressing.is_held;
  const double stroke = is_chosen ? theme.strokes.pressed : look().outline;
  inside_->rounded(box, theme.sizes.button_corner * inside_->display.glass_share(), stroke,
                   packed(!is_enabled ? c.step
                          : is_chosen ? c.accent
                                      : c.ink),
                   packed(is_soft ? c.accent_soft : c.card));
  const double label_h = text_height(label, Face::body, box.w - gap());
  RectMm inside = inset(box, gap() * 0.7);
  const RectMm words = take_bottom(inside, label_h, gap() / 3);
  const double half = second.empty() ? inside.w : (inside.w - gap()) / 2;
  const double side = std::min(inside.h, half);
  const auto draw = [&](const PictureId& id, double x, double w) {
    inside_->image(inside_->shelf.picture(id, static_cast<int>(inside_->px(side))),
                   {x, inside.y, w, inside.h}, side, IM_COL32_WHITE);
  };
  draw(picture, inside.x, half);
  if (!second.empty()) draw(second, inside.x + half + gap(), half);
  inside_->words(words, label, Face::body, Align::middle, packed(is_enabled ? c.ink : c.muted),
                 false);
  if (is_chosen) {
    const double size = std::min(9.0, box.h / 4);
    const RectMm at{box.right() - size - gap() / 2, box.y + gap() / 2, size, size};
    inside_->rounded(at, size / 2, 1, packed(c.accent), packed(c.accent));
    inside_->image(inside_->shelf.mark(Mark::tick, static_cast<int>(inside_->px(size * 0.8))), at,
                   size * 0.8, packed(c.accent_ink));
  }
  inside_->add(name, MentorRole::tile, box, label, is_enabled, is_chosen);
  return pressing.is_pressed;
}

bool Sheet::choice(const std::string& name, const RectMm& box, const std::string& label,
                   bool is_chosen, bool is_enabled) {
  if (!inside_->is_in_view(box)) return false;
  const auto& theme = look().theme;
  const auto& c = theme.colours;
  const auto pressing = inside_->press(name, box, is_enabled);
  inside_->focus_ring(name, box);
  const double stroke = is_chosen ? theme.strokes.pressed : look().outline;
  inside_->rounded(box, theme.sizes.button_corner * inside_->display.glass_share(), stroke,
                   packed(!is_enabled ? c.step
                          : is_chosen ? c.accent
                                      : c.ink),
                   packed(is_chosen || pressing.is_held ? c.accent_soft : c.card));
  const double size = choice_mark;
  const RectMm mark{box.x + gap() * 1.2, box.y + (box.h - size) / 2, size, size};
  const auto ring = is_chosen ? c.accent : is_enabled ? c.ink : c.step;
  inside_->rounded(mark, size / 2, look().outline, packed(ring), packed(is_chosen ? ring : c.card));
  if (is_chosen)
    inside_->image(inside_->shelf.mark(Mark::tick, static_cast<int>(inside_->px(size * 0.8))), mark,
                   size * 0.8, packed(c.accent_ink));
  const RectMm words{mark.right() + gap() * 1.5, box.y, box.right() - mark.right() - gap() * 2.5,
                     box.h};
  inside_->words(words, label, Face::body, Align::left, packed(is_enabled ? c.ink : c.muted), true);
  inside_->add(name, MentorRole::choice, box, label, is_enabled, is_chosen);
  return pressing.is_pressed;
}

bool Sheet::row(const std::string& name, const RectMm& box, const std::string& label,
                bool is_chosen) {
  if (!inside_->is_in_view(box)) return false;
  const auto pressing = inside_->press(name, box, true);
  inside_->focus_ring(name, box);
  const auto& c = look().theme.colours;
  const double stroke = is_chosen ? look().theme.strokes.pressed : look().outline;
  inside_->rounded(box, 3, stroke, packed(is_chosen ? c.accent : c.ink),
                   packed(is_chosen || pressing.is_held ? c.accent_soft : c.card));
  inside_->add(name, MentorRole::choice, box, label, true, is_chosen);
  return pressing.is_pressed;
}

bool Sheet::key(const std::string& name, const RectMm& box, const std::string& label,
                bool is_enabled, KeyGlyph glyph, bool is_lit) {
  if (!inside_->is_in_view(box)) return false;
  const auto& c = look().theme.colours;
  const auto pressing = inside_->press(name, box, is_enabled);
  inside_->focus_ring(name, box);
  inside_->rounded(box, 4, look().outline, packed(is_enabled ? c.ink : c.step),
                   packed(pressing.is_held || is_lit ? c.accent_soft : c.card));
  const auto ink = packed(is_enabled ? c.ink : c.muted);
  if (glyph == KeyGlyph::none)
    inside_->words(inset(box, key_air), label, Face::bold, Align::middle, ink, true);
  else
    inside_->image(inside_->shelf.mark(mark_of(glyph), static_cast<int>(inside_->px(11))), box, 11,
                   ink);
  const auto told = glyph == KeyGlyph::none ? label : inside_->say(key_of(glyph));
  inside_->add(name, MentorRole::button, box, told, is_enabled, is_lit, Face::bold);
  return pressing.is_pressed;
}

}  // namespace aktiv::mentor
