#include "kiosk/app/mentor_json.h"

#include "kiosk/app/scene_json.h"

namespace aktiv::app {
namespace {

const char* role_name(mentor::MentorRole role) {
  using mentor::MentorRole;
  switch (role) {
    case MentorRole::button:
      return "button";
    case MentorRole::tile:
      return "tile";
    case MentorRole::choice:
      return "choice";
    case MentorRole::field:
      return "field";
    case MentorRole::text:
      return "text";
    case MentorRole::picture:
      return "picture";
  }
  return "";
}

}  // namespace

void append_mentor_scene(std::string& out, const std::string& screen,
                         const std::vector<mentor::MentorElement>& elements,
                         const Display& display) {
  out += "{\"id\":";
  append_text(out, "mentor." + screen);
  out += ",\"elements\":[";
  const char* between = "";
  for (const auto& element : elements) {
    out += between;
    between = ",";
    out += "{\"id\":";
    append_text(out, element.name);
    out += ",\"role\":";
    append_text(out, role_name(element.role));
    out += ",\"label\":";
    append_text(out, element.text);
    out += ",\"rect_px\":";
    append_rect(out, element.rect, display.px_per_mm);
    out += element.is_chosen ? ",\"selected\":true" : ",\"selected\":false";
    out += element.is_enabled ? ",\"enabled\":true}" : ",\"enabled\":false}";
  }
  out += "]}";
}

}  // namespace aktiv::app
