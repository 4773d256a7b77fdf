// Words as they are looked for: "SØLV" and "sølv" are the same, and so are "é" written as one
// letter or as two (Unicode full case folding, then NFC). Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace aktiv {

// What is no UTF-8 comes back as it was.
std::string folded(std::string_view text);

}  // namespace aktiv
