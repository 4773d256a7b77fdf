// The picture guide: what the citizen touches holds at once, and is kept.
#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"

namespace aktiv {

void Turn::operator()(const FittingWanted& fact) {
  open_for_mentor(fact.citizen);
  s_.view.is_led_by_mentor = true;
  enter(Stage::fitting);
}

void Turn::fit(const Option& touched) {
  const AccessProfile* sets = frames::what_is_set_by(s_, engine_.content(), touched.id);
  if (sets == nullptr || !s_.view.citizen) return;
  CitizenSign& citizen = *s_.view.citizen;
  citizen.access = with(std::move(citizen.access), *sets);
  const auto known = std::ranges::find(s_.citizens, citizen.id, &CitizenSign::id);
  if (known != s_.citizens.end()) known->access = citizen.access;
  tell(KeepAccess{citizen.id, citizen.access});
}

}  // namespace aktiv
