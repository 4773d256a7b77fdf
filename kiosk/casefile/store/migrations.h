// The numbered steps from an empty database to today's. A step never changes once it has been
// released.
#pragma once

#include <string>
#include <vector>

namespace aktiv::casefile {

const std::vector<std::string>& migrations();

}  // namespace aktiv::casefile
