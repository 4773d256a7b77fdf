// A UUID as its 16 bytes, and as text again. Pure; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::casefile {

// Nothing where the text is not exactly what uuid_text gives: 8-4-4-4-12, small letters.
std::optional<std::array<char, 16>> uuid_bytes(std::string_view text);
// Sixteen bytes.
std::string uuid_text(std::string_view bytes);

}  // namespace aktiv::casefile
