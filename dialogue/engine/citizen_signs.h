// By which pictures a citizen signs in. Pure; any thread.
#pragma once

#include <algorithm>
#include <vector>

#include "dialogue/engine/intent.h"

namespace aktiv {

// One, or two where several share the first; none for somebody who is not known here.
inline std::vector<PictureId> signs_of(const std::vector<CitizenSign>& citizens,
                                       const CitizenId& id) {
  const auto citizen = std::ranges::find(citizens, id, &CitizenSign::id);
  if (citizen == citizens.end()) return {};
  if (citizen->second.empty()) return {citizen->first};
  return {citizen->first, citizen->second};
}

}  // namespace aktiv
