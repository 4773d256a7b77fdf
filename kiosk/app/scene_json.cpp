#include "kiosk/app/scene_json.h"

#include <charconv>

namespace aktiv::app {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += ",\"";
  out += name;
  out += "\":";
  append_text(out, text);
}

void append_element(std::string& out, const Element& element, const PlacedElement* placed,
                    const Display& display, bool with_px) {
  out += "{\"id\":";
  append_text(out, element.id.value);
  append_member(out, "role", role_word(element.role));
  append_member(out, "label", element.phrase.shown);
  append_member(out, "spoken", element.phrase.spoken);
  append_member(out, "picture", element.picture.value);
  out += ",\"rect_mm\":";
  append_rect(out, placed != nullptr ? placed->rect : RectMm{}, 1);
  if (with_px) {
    out += ",\"rect_px\":";
    append_rect(out, placed != nullptr ? placed->rect : RectMm{}, display.px_per_mm);
  }
  out += ",\"order\":";
  out += std::to_string(element.order);
  out += element.is_selected ? ",\"selected\":true" : ",\"selected\":false";
  out += element.is_enabled ? ",\"enabled\":true}" : ",\"enabled\":false}";
}

}  // namespace

std::string_view role_word(Role role) {
  switch (role) {
    case Role::choice:
      return "choice";
    case Role::place:
      return "place";
    case Role::movable:
      return "movable";
    case Role::out:
      return "out";
    case Role::fixed:
      return "fixed";
    case Role::next:
      return "next";
    case Role::picture:
      return "picture";
    case Role::text:
      return "text";
    case Role::key:
      return "key";
    case Role::speaker:
      return "speaker";
    case Role::letter:
      return "letter";
    case Role::pad:
      return "pad";
  }
  return {};
}

void append_text(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      out += '\\';
      out += letter;
    } else if (letter == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += letter;
    }
  }
  out += '"';
}

void append_number(std::string& out, double number) {
  char digits[32];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, 2);
  out.append(digits, end.ptr);
}

void append_rect(std::string& out, const RectMm& rect, double scale) {
  out += '[';
  append_number(out, rect.x * scale);
  out += ',';
  append_number(out, rect.y * scale);
  out += ',';
  append_number(out, rect.w * scale);
  out += ',';
  append_number(out, rect.h * scale);
  out += ']';
}

void append_scene(std::string& out, const Scene& scene, const Layout& layout, bool with_px) {
  out += "{\"id\":";
  append_text(out, scene.id);
  if (with_px) append_member(out, "screen", scene.screen);
  append_member(out, "title", scene.question.shown);
  append_member(out, "spoken", scene.question.spoken);
  if (!scene.caption.empty()) append_member(out, "caption", scene.caption);
  out += ",\"elements\":[";
  for (size_t i = 0; i < scene.elements.size(); ++i) {
    if (i > 0) out += ',';
    // The layout keeps the scene's order.
    const PlacedElement* placed = i < layout.elements.size() ? &layout.elements[i] : nullptr;
    if (placed != nullptr && placed->id != scene.elements[i].id)
      placed = layout.find(scene.elements[i].id);
    append_element(out, scene.elements[i], placed, layout.display, with_px);
  }
  out += "]}";
}

}  // namespace aktiv::app
