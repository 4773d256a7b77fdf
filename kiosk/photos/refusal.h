// Why a photo is not taken: one of a few reasons, each with its Fault for the log and its code for
// a text of locales ("staff.photo.why.<code>"). Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::photos {

enum class Refusal {
  unreadable,       // gone, a bad stick, no right to read it
  no_file,          // a folder, a link, a pipe
  file_too_large,   // above most_bytes
  other_kind,       // neither JPEG nor PNG, such as a telephone's HEIC
  broken,           // cut, or a bit has turned
  too_small,        // in pixels: it shows nothing on a card
  too_many_pixels,  // a small file may claim to be huge
  printing_colours,
  too_little_memory,
  not_kept,  // this kiosk's own disk
};

// detail: what is particular about this one, after what all of its kind have in common.
Fault refused(Refusal why, const std::string& where, const std::string& detail = {});

// not_kept for a Fault that none of these made.
Refusal refusal_of(const Fault& fault);

std::string_view code_of(Refusal why);

}  // namespace aktiv::photos
