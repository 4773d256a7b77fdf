// The kiosk on its glass. Answers the process's exit code.
#pragma once

#include "kiosk/app/run_options.h"

namespace aktiv::app {

int run(const RunOptions& options);

}  // namespace aktiv::app
