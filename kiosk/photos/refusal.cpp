#include "kiosk/photos/refusal.h"

#include <array>

namespace aktiv::photos {
namespace {

struct Reason {
  Refusal why;
  std::string_view code;
  std::string_view what;
  std::string_view expected;
};

constexpr std::array reasons = {
    Reason{Refusal::unreadable, "unreadable", "the photo cannot be read",
           "a readable JPEG or PNG file, and the stick left in its place until the photo is kept"},
    Reason{Refusal::no_file, "no_file", "this is not a file", "a JPEG or PNG file"},
    Reason{Refusal::file_too_large, "file_too_large", "the file is too large", "at most 25 MB"},
    Reason{Refusal::other_kind, "other_kind", "this is not a picture that can be used",
           "a JPEG or PNG file; on an iPhone: Settings, Camera, Formats, Most Compatible"},
    Reason{Refusal::broken, "broken", "the picture is broken or ends too early",
           "a JPEG or PNG file that other programs open, copied once more from the camera"},
    Reason{Refusal::too_small, "too_small", "the picture is too small",
           "at least 64 pixels a side"},
    Reason{Refusal::too_many_pixels, "too_many_pixels", "the picture is too large",
           "at most 50 megapixels, and 30,000 pixels a side"},
    Reason{Refusal::printing_colours, "printing_colours",
           "the picture has the colours of a printing press (CMYK)",
           "a JPEG or PNG file in RGB, as a camera writes"},
    Reason{Refusal::too_little_memory, "too_little_memory", "there is no memory for the picture",
           "a smaller picture"},
    Reason{Refusal::not_kept, "not_kept", "the photo cannot be kept",
           "a folder that may be written, with room in it"},
};

const Reason& reason_of(Refusal why) {
  for (const Reason& reason : reasons)
    if (reason.why == why) return reason;
  return reasons.back();
}

}  // namespace

Fault refused(Refusal why, const std::string& where, const std::string& detail) {
  const Reason& reason = reason_of(why);
  std::string what(reason.what);
  if (!detail.empty()) what += ": " + detail;
  return {std::move(what), where, std::string(reason.expected)};
}

Refusal refusal_of(const Fault& fault) {
  for (const Reason& reason : reasons)
    if (fault.what.starts_with(reason.what)) return reason.why;
  return Refusal::not_kept;
}

std::string_view code_of(Refusal why) {
  return reason_of(why).code;
}

}  // namespace aktiv::photos
