// The closed sets of the dialogue as codes and back. A code once sent is never changed. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "dialogue/model/submission.h"

namespace aktiv::fhir {

std::string_view code_of(Choice choice);
std::string_view code_of(PressedBy pressed_by);
std::string_view code_of(Present present);
std::string_view code_of(Certainty certainty);
std::string_view code_of(Flag flag);
std::string_view code_of(WrittenBy written_by);
std::string_view code_of(SeenIn seen_in);
std::string_view code_of(GoalKind kind);

// The key of its words for staff.
std::string_view words_of(PressedBy pressed_by);

// None where the code is not in the set.
template <class Enum>
std::optional<Enum> from_code(std::string_view code);

}  // namespace aktiv::fhir
