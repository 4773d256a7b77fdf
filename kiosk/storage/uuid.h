// Random names (UUID version 4) from the system's generator, for conversations, events, submissions
// and people. Any thread; cannot fail.
#pragma once

#include <string>

namespace aktiv::storage {

std::string fresh_uuid();

}  // namespace aktiv::storage
