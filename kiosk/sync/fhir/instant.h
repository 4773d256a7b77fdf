// Times as FHIR writes them: UTC milliseconds since 1970 <-> "2026-11-22T13:25:42.123Z". Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::fhir {

// None outside the years 1–9999, which FHIR cannot write.
std::optional<std::string> to_instant(int64_t utc_ms);

// Any offset and any number of decimals that R4 allows; more than milliseconds are cut.
std::optional<int64_t> from_instant(std::string_view text);

}  // namespace aktiv::fhir
