// Enumerators as the words in which they are stored and spoken of: one table for journal, FHIR and
// drive. A word that is not in the table reads as nothing. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "dialogue/model/access_profile.h"
#include "dialogue/model/submission.h"

namespace aktiv {

std::string_view word(Choice choice);
std::string_view word(PressedBy pressed_by);
std::string_view word(Present present);
std::string_view word(Certainty certainty);
std::string_view word(Flag flag);
std::string_view word(WrittenBy written_by);
std::string_view word(SeenIn seen_in);
std::string_view word(GoalKind kind);
std::string_view word(OperatedBy operated_by);
std::string_view word(ScanBy scan_by);
std::string_view word(Palette palette);
std::string_view word(Reach reach);
std::string_view word(Timbre timbre);

template <class Enum>
std::optional<Enum> from_word(std::string_view text);

template <>
std::optional<Choice> from_word<Choice>(std::string_view text);
template <>
std::optional<PressedBy> from_word<PressedBy>(std::string_view text);
template <>
std::optional<Present> from_word<Present>(std::string_view text);
template <>
std::optional<Certainty> from_word<Certainty>(std::string_view text);
template <>
std::optional<Flag> from_word<Flag>(std::string_view text);
template <>
std::optional<WrittenBy> from_word<WrittenBy>(std::string_view text);
template <>
std::optional<SeenIn> from_word<SeenIn>(std::string_view text);
template <>
std::optional<GoalKind> from_word<GoalKind>(std::string_view text);
template <>
std::optional<OperatedBy> from_word<OperatedBy>(std::string_view text);
template <>
std::optional<ScanBy> from_word<ScanBy>(std::string_view text);
template <>
std::optional<Palette> from_word<Palette>(std::string_view text);
template <>
std::optional<Reach> from_word<Reach>(std::string_view text);
template <>
std::optional<Timbre> from_word<Timbre>(std::string_view text);

}  // namespace aktiv
