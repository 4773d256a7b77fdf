// A scene as JSON, for drive and for whoever describes the window. Appends; no library, because
// drive writes twenty thousand of them a second. Any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::app {

std::string_view role_word(Role role);                                 // "choice"
void append_text(std::string& out, std::string_view text);             // quoted and escaped
void append_number(std::string& out, double number);                   // two decimals
void append_rect(std::string& out, const RectMm& rect, double scale);  // [x,y,w,h]

// {"id","title","spoken","elements":[{"id","role","label","spoken","picture","rect_mm",…}]};
// with_px adds "screen", and "rect_px" to each element.
void append_scene(std::string& out, const Scene& scene, const Layout& layout, bool with_px = false);

}  // namespace aktiv::app
