// What the mentor saw and wrote on the kiosk, with who was there and who pressed. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/casefile/pages/frame.h"

namespace aktiv::casefile {

Html observations_card(const Words& words, const std::vector<Observation>& observations,
                       const std::string& title);

}  // namespace aktiv::casefile
