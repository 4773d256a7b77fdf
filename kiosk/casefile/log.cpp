#include "kiosk/casefile/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace aktiv::casefile {

void log_to_standard_error() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("casefile"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
}

}  // namespace aktiv::casefile
