// What every kiosk of a day centre must know of a citizen, borne by their Patient: by which
// pictures they sign in, how they use a kiosk, and when they and their mentor meet next. No name,
// nothing that was said. Pure; never throws.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dialogue/model/access_profile.h"
#include "dialogue/model/ids.h"

namespace aktiv::fhir {

struct Traits {
  std::vector<PictureId> signs;  // one, or two in order; empty: not known
  AccessProfile access;
  std::string next_meeting = {};  // in the mentor's words; empty: nobody knows

  bool operator==(const Traits&) const = default;
};

// Of a Patient as JSON. What is not understood is as not there: another kiosk may be newer.
Traits traits_of(const std::string& patient);

// The Patient with these in the place of those it bears; what others have added, and settings that
// are not understood here, stay. Text that is no JSON object comes back as it is.
std::string bearing(const std::string& patient, const Traits& traits);

// What of a citizen is other here than it was: the names of settings in the stored profile, and
// "signs", "next_meeting".
std::set<std::string> changed(const Traits& before, const Traits& here);

// Both kiosks' settings, one by one: what was changed here since both were the same (`agreed`),
// else what they are there. So two kiosks that were apart keep what either has learned, and the one
// that comes last decides about a setting that both have changed. `told`: what was told since,
// without an answer that could be believed; it is ours though it be set back meanwhile, for it may
// stand there.
Traits merged(const Traits& agreed, const std::set<std::string>& told, const Traits& here,
              const Traits& there);

}  // namespace aktiv::fhir
