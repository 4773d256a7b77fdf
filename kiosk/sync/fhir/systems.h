// The names under which AKTIV-dialog's things are known in FHIR. Public contract: a name once used
// on a server is never changed.
#pragma once

#include <string_view>

namespace aktiv::fhir::systems {

inline constexpr std::string_view submission = "urn:aktiv-dialog:submission";
inline constexpr std::string_view citizen = "urn:aktiv-dialog:citizen";
inline constexpr std::string_view mentor = "urn:aktiv-dialog:mentor";
inline constexpr std::string_view kiosk = "urn:aktiv-dialog:kiosk";
inline constexpr std::string_view tag = "urn:aktiv-dialog:tag";
// Extension of Patient, valueString: a sign-in picture ("signs/sunflower"); twice where two are
// needed.
inline constexpr std::string_view sign = "urn:aktiv-dialog:sign";
// Extension of Patient: how the citizen uses a kiosk. Within it an extension for each setting, by
// its name in the stored profile (dialogue/model/access_profile.h), as valueInteger, valueBoolean
// or valueString.
inline constexpr std::string_view access = "urn:aktiv-dialog:access";
// Extension of Patient, valueString: when citizen and mentor meet next, in the mentor's words.
inline constexpr std::string_view next_meeting = "urn:aktiv-dialog:next-meeting";
// Tag of Patient: a day centre at which the citizen is; code: fhir/patient.h, display: its name.
inline constexpr std::string_view centre = "urn:aktiv-dialog:centre";
// Tag of Patient: what became of them; code "erased": everything about them is gone, and a kiosk
// that knows them erases it too.
inline constexpr std::string_view fate = "urn:aktiv-dialog:fate";
inline constexpr std::string_view cards = "urn:aktiv-dialog:cards";  // followed by ":<list>"
inline constexpr std::string_view questionnaires =
    "urn:aktiv-dialog:questionnaire";  // "<tool>/<version>"
inline constexpr std::string_view questionnaire =
    "urn:aktiv-dialog:questionnaire:";  // "<tool>|<version>"

// Tag of Questionnaire: the form in which it is written (fhir/questionnaire.h).
inline constexpr std::string_view form = "urn:aktiv-dialog:questionnaire-form";

// Closed sets of our own codes, one a field.
inline constexpr std::string_view question = "urn:aktiv-dialog:question";
inline constexpr std::string_view place = "urn:aktiv-dialog:place";
inline constexpr std::string_view choice = "urn:aktiv-dialog:choice";
inline constexpr std::string_view layout = "urn:aktiv-dialog:layout";
inline constexpr std::string_view scale = "urn:aktiv-dialog:scale-direction";
inline constexpr std::string_view pressed_by = "urn:aktiv-dialog:pressed-by";
inline constexpr std::string_view present = "urn:aktiv-dialog:present";
inline constexpr std::string_view seen_in = "urn:aktiv-dialog:seen-in";
inline constexpr std::string_view goal_kind = "urn:aktiv-dialog:goal-kind";
inline constexpr std::string_view role = "urn:aktiv-dialog:role";  // "session-starter"
inline constexpr std::string_view reader = "urn:aktiv-dialog:people";
inline constexpr std::string_view flag = "urn:aktiv-dialog:flag";
inline constexpr std::string_view certainty = "urn:aktiv-dialog:certainty";
inline constexpr std::string_view wish_way = "urn:aktiv-dialog:wish-way";
inline constexpr std::string_view help = "urn:aktiv-dialog:help";
// A batch of anonymous evaluations: identifier "<batch>/<5 or 3 steps>"; its measure; codes of its
// questions and of what was counted ("answered", "dont_know", "skipped", "step-1" … "step-5").
inline constexpr std::string_view evaluation = "urn:aktiv-dialog:evaluation";
inline constexpr std::string_view evaluation_count = "urn:aktiv-dialog:evaluation-count";
inline constexpr std::string_view format = "urn:aktiv-dialog:format";
inline constexpr std::string_view written_by = "urn:aktiv-dialog:written-by";
// Second identifier of a voice clip's document: the id by which an answer names it.
inline constexpr std::string_view clip = "urn:aktiv-dialog:clip";

}  // namespace aktiv::fhir::systems
