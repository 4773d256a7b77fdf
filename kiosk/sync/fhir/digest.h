// Names and sums that FHIR asks for: base64, SHA-1 (Attachment.hash is defined as SHA-1) and UUIDv5
// (RFC 4122, name-based). None of them guards a secret. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aktiv::fhir {

std::array<uint8_t, 20> sha1(std::string_view bytes);

// SHA-1 as 40 small hexadecimal digits: what both ends of a batch of evaluations compare.
std::string sum_of(std::string_view bytes);

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);  // none where it is not whole base64

// In the namespace of URLs; the same name gives the same UUID on every machine.
std::string uuid_from_name(std::string_view name);

}  // namespace aktiv::fhir
