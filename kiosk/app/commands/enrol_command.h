// Enrols this kiosk with a case file by a one-time code; `authorities` as in LinkParts. Answers the
// process's exit code.
#pragma once

#include <filesystem>
#include <string>

namespace aktiv::app {

int enrol(const std::filesystem::path& data, const std::string& address, const std::string& code,
          const std::string& name, const std::string& authorities);

}  // namespace aktiv::app
