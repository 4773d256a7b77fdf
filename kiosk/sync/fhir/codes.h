// The municipal codes that accompany answers, read from one replaceable file
// (assets/fhir/codes.toml). Values; any thread.
#pragma once

#include <string>
#include <string_view>

#include "dialogue/model/result.h"

namespace aktiv::fhir {

struct Code {
  std::string code;
  std::string display;

  bool operator==(const Code&) const = default;
};

struct Codes {
  std::string informer_url;  // the extension MatterOfInterestInformer
  std::string informer_system;
  Code citizen;
  Code supported_by_staff;
  Code supported_by_relative;
  std::string theme_system;
  Code interests;
  Code wish;  // category of a Goal that is the citizen's own wish; of informer_system

  bool operator==(const Codes&) const = default;
};

// `where` is the file's name, for the message. A missing or empty field is a Fault that names it.
Result<Codes> parse_codes(std::string_view toml, std::string_view where);

}  // namespace aktiv::fhir
