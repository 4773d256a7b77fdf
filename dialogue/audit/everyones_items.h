// Those of the 52 items that hold alike for citizens' and mentors' screens: they are read and
// pressed by somebody. Pure.
#pragma once

#include <string>

#include "dialogue/audit/audit.h"
#include "dialogue/scene/layout.h"

namespace aktiv::audit {

std::string mm_text(double mm);  // "6.10 mm"

// 4: far enough from another that is touched.
void check_apart(Report& report, const std::string& where, const RectMm& rect, const RectMm& other,
                 const std::string& other_name, const Display& display);
// 7: not at the glass's edge.
void check_edge(Report& report, const std::string& where, const RectMm& rect, const RectMm& glass);
// 21: letters of the size that is read at arm's length.
void check_letters(Report& report, const std::string& where, double em_mm);

}  // namespace aktiv::audit
