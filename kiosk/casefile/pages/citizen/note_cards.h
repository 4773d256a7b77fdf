// Staff's own fields: what they wrote under a heading, and the pages on which they write and
// change. Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {

// What stands under the heading, oldest first, and the way to write there.
Html notes_under(const Words& words, const CitizenView& view, Heading heading);

struct NoteDraft {
  Note note;            // what is written now; its id empty: a new one
  int64_t version = 0;  // of a kept one: what it was made from
  std::vector<FormError> errors;
  std::optional<KeptNote> theirs;  // somebody changed it meanwhile: both are shown
};
PageContent note_page(const Visit& visit, const CitizenView& view, const NoteDraft& draft);

// What the form holds. Errors: what is missing or too long, by field.
NoteDraft note_from_form(const Visit& visit);

}  // namespace aktiv::casefile
