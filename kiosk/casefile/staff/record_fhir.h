// What staff wrote as FHIR R4: a QuestionnaireResponse of its own form, whose author is the member
// of staff and never the citizen. Pure; any thread. Faults name the item, never what was written.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"
#include "kiosk/casefile/endpoint/validate.h"
#include "kiosk/casefile/staff/form.h"
#include "kiosk/casefile/staff/record.h"

namespace aktiv::casefile {

inline constexpr std::string_view record_system = "urn:aktiv-dialog:record";
inline constexpr std::string_view account_system = "urn:aktiv-dialog:account";

// Tag by which the records of one day are found, where their form has such a field; its code:
inline constexpr std::string_view staff_day_tag = "urn:aktiv-dialog:staff-day";
std::string day_code(const std::string& form, const std::string& day);

// patient: the Patient's id, referred to literally. The tag staff_tag carries the form's id.
std::string record_resource(const Record& record, const Form& form, const std::string& patient);
// What stays of one that was taken out.
std::string record_mark(const Record& record, const std::string& patient);
// A Fault where the form is not known here, or does not hold what is there: nothing that was
// written is passed over.
Result<Record> read_record(std::string_view resource, const Forms& forms);

}  // namespace aktiv::casefile
