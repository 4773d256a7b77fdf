// A crash must not leave a file with keys or answers behind. Called once, first thing, by the
// program.
#pragma once

#include "dialogue/model/result.h"

namespace aktiv::storage {

// For this process and those it starts; also keeps other processes of the account from reading its
// memory.
Status forbid_core_dumps();

}  // namespace aktiv::storage
