// The measuring that Layout is given: exact, and remembered. Thread: one at a time (each thread its
// own).
#pragma once

#include <filesystem>
#include <memory>

#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"
#include "kiosk/ui/text/typeface.h"

namespace aktiv::ui {

// Remembers at most `most` texts (about 150 bytes each), the ones asked for lately. Holds the
// typeface.
TextMeasure make_measure(std::shared_ptr<const Typeface> typeface, size_t most = 4096);

// The same for programs that draw nothing (drive, audit): share is the folder that holds fonts/.
Result<TextMeasure> make_measure(const std::filesystem::path& share);

}  // namespace aktiv::ui
