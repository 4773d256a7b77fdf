// What a citizen's traits are at this kiosk, and what of them is noted of their Patient. For the
// storage's thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/storage/store.h"
#include "kiosk/sync/outbox.h"

namespace aktiv::app {

// "Patient/17", then a line for each picture that it bears there, then its access profile, then its
// centre, then when they meet next, then what was told of it since. Notes from before those were
// kept have fewer lines: nothing was agreed on yet.
std::string note_of(const sync::KnownPatient& patient);
std::optional<sync::KnownPatient> patient_in(const std::optional<std::string>& note);
// Whether all that the citizen kept at other kiosks has been taken in: a line of the note too.
bool is_read_in(const std::optional<std::string>& note);
std::string marked_read(const std::string& note);

// A profile that cannot be read is what was agreed on last: nobody here has changed it.
Result<fhir::Traits> traits_of(storage::Store& store, const storage::Citizen& citizen);

Result<std::optional<storage::Citizen>> citizen_of(storage::Store& store, const CitizenId& id);

// `after` in the place of `before`; false, and nothing is changed, where the citizen has others by
// now. Where somebody here has the pictures already the citizen keeps their own.
Result<bool> keep_traits(storage::Store& store, const CitizenId& id, const fhir::Traits& before,
                         const fhir::Traits& after);

// sync::Outbox::take_in.
Result<sync::Arrival> take_in(storage::Store& store, const CitizenId& id,
                              const sync::KnownPatient& patient);

}  // namespace aktiv::app
