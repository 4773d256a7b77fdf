// A drawing as SVG: the strokes and nothing else, so that any viewer shows what the finger drew.
// Only numbers ever reach the markup. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::fhir {

// Of an SVG path, on a square of kDrawingSide: "M120 80L122 91M400 400L420 410". A stroke of one
// point is a dot: round ends draw it. Fails on what is no drawing (dialogue/model/strokes.h).
Result<std::string> drawn_path(std::string_view drawing);

// A whole file, black on white.
Result<std::string> drawing_svg(std::string_view drawing);

}  // namespace aktiv::fhir
