// A card with all records of one form, newest first, and the way to write another. Pure; any
// thread.
#pragma once

#include <string>

#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {

// `day`: the field that says when, by which they stand; empty: by when they were written. `before`
// stands above the list.
Html record_card(const Words& words, const CitizenView& view, const std::string& form,
                 const std::string& day, const Html& before = {});

}  // namespace aktiv::casefile
