// A note as FHIR R4: a QuestionnaireResponse of its own form, whose author is the member of staff
// and never the citizen. Pure; any thread. Faults name the item, never what was written.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/staff/note.h"

namespace aktiv::casefile {

inline constexpr std::string_view note_system = "urn:aktiv-dialog:note";
inline constexpr std::string_view account_system = "urn:aktiv-dialog:account";

// patient: the Patient's id, referred to literally.
std::string note_resource(const Note& note, const std::string& patient);
// What stays of a note that was taken out.
std::string note_mark(const Note& note, const std::string& patient);
Result<Note> read_note(std::string_view resource);

}  // namespace aktiv::casefile
