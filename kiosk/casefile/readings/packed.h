// A response's content as bytes, and back. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/sync/fhir/kept.h"

namespace aktiv::casefile {

// To be raised with every change of what is packed: readings of another form are made anew.
inline constexpr int reading_form = 3;

// Everything but the session record, which no list of talks shows.
std::string packed(const fhir::KeptResponse& response);
// Nothing where the bytes are not such.
std::optional<fhir::KeptResponse> unpacked(std::string_view bytes);

}  // namespace aktiv::casefile
