// What staff wrote, read and written: one page for every form, and what stands of a record on other
// pages. Which fields there are is content (assets/casefile/forms.toml). Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/staff/form.h"

namespace aktiv::casefile {

struct RecordDraft {
  Record record;        // what is written now; its id empty: a new one
  int64_t version = 0;  // of a kept one: what it was made from
  std::vector<FormError> errors;
  std::optional<KeptRecord> theirs;  // somebody changed it meanwhile: both are shown
};

// From the address of a new one: ?about=…&<field>=…; what does not fit is passed by.
RecordDraft draft_from_address(const Visit& visit, const Form& form);
// From a sent form, with an error for each field that is missing, too long or no day.
RecordDraft draft_from_form(const Visit& visit, const Form& form);

PageContent record_page(const Visit& visit, const CitizenView& view, const Form& form,
                        const RecordDraft& draft);

// On which of the citizen's pages a form is shown: the end of its address.
std::string tail_of(const std::string& form);

// "skrevet af Mette, 22. nov. 2026"
std::string written_words(const Words& words, const CitizenView& view, const Record& record);
std::string field_words(const Words& words, const Record& record, const FormField& field);
// Every field that was filled in, with its name, save those in `without`.
Html record_facts(const Words& words, const Form& form, const Record& record,
                  const std::vector<std::string>& without = {});
// The way to change it.
Html change_link(const Words& words, const CitizenView& view, const Record& record);

// Who wrote it and when, and the way to change it where somebody may.
Html origin_line(const Words& words, const CitizenView& view, const Form& form,
                 const Record& record);

// Under a heading, oldest first, and the way to write there.
Html notes_under(const Words& words, const CitizenView& view, std::string_view heading);

}  // namespace aktiv::casefile
