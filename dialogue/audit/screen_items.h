// One screen, and where its elements stand, against the items that need no more than that. Pure.
#pragma once

#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"
#include "dialogue/scene/scene.h"

namespace aktiv::audit {

inline constexpr double full_glass_mm = 200;  // shorter side from which the full target is due

// 1, 2, 4, 7: sizes and distances.
void check_targets(Report& report, const std::string& name, const Scene& scene,
                   const Layout& layout);
// 21, 25, and 22 when the layout's text is doubled.
void check_words(Report& report, const std::string& name, const Scene& scene, const Layout& layout,
                 const TextMeasure& measure);
// 18, 27, 28, 30, 31, 32, 34, 36, 38, 39, 41: what a screen says and offers. has_words: not where
// somebody asked for pictures alone.
void check_scene(Report& report, const std::string& name, const Scene& scene,
                 const std::string& language, int most_a_page, bool has_words = true);

}  // namespace aktiv::audit
