#include "kiosk/casefile/pages/html.h"

namespace aktiv::casefile {
namespace {

std::string escaped(std::string_view plain) {
  std::string safe;
  for (const char c : plain) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default: {
        // Control characters have no place in a page, whatever a body held.
        const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
        safe += is_control ? ' ' : c;
      }
    }
  }
  return safe;
}

std::string opening(std::string_view name, Attributes attributes) {
  std::string tag = "<" + std::string(name);
  for (const auto& [key, value] : attributes) {
    tag += " " + std::string(key);
    if (!value.empty() || key == "alt" || key == "value") tag += "=\"" + escaped(value) + "\"";
  }
  return tag + ">";
}

}  // namespace

Html text(std::string_view plain) {
  return markup(escaped(plain));
}

Html markup(std::string_view written_here) {
  Html html;
  html.html_ = written_here;
  return html;
}

Html element(std::string_view name, Attributes attributes, const Html& content) {
  return markup(opening(name, attributes) + content.str() + "</" + std::string(name) + ">");
}

Html element(std::string_view name, const Html& content) {
  return element(name, {}, content);
}

Html void_element(std::string_view name, Attributes attributes) {
  return markup(opening(name, attributes));
}

}  // namespace aktiv::casefile
