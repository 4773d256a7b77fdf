#include "kiosk/sync/fhir/drawing.h"

#include "dialogue/model/strokes.h"

namespace aktiv::fhir {
namespace {

constexpr int line_width = 12;  // of kDrawingSide: as wide as a felt pen on a sheet

void draw_to(std::string& path, char command, const DrawnPoint& point) {
  path += command + std::to_string(point.x) + " " + std::to_string(point.y);
}

}  // namespace

Result<std::string> drawn_path(std::string_view drawing) {
  const auto strokes = strokes_from_text(drawing);
  if (!strokes) return strokes.error();
  std::string path;
  for (const Stroke& stroke : *strokes) {
    draw_to(path, 'M', stroke.front());
    if (stroke.size() == 1) draw_to(path, 'L', stroke.front());
    for (size_t i = 1; i < stroke.size(); ++i) draw_to(path, 'L', stroke[i]);
  }
  return path;
}

Result<std::string> drawing_svg(std::string_view drawing) {
  const auto path = drawn_path(drawing);
  if (!path) return path.error();
  const std::string side = std::to_string(kDrawingSide);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side +
         "\"><rect width=\"" + side + "\" height=\"" + side +
         "\" fill=\"#fff\"/><path fill=\"none\" stroke=\"#000\" stroke-width=\"" +
         std::to_string(line_width) + "\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"" +
         *path + "\"/></svg>\n";
}

}  // namespace aktiv::fhir
