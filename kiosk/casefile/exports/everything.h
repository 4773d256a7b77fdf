// Everything that is kept about one citizen, as a FHIR R4 Bundle (collection): what was said, what
// staff wrote, and who saw and changed what (AuditEvent). For the citizen, or to move them to
// another system. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

struct KeptLogLine {
  int64_t at_ms = 0;
  std::string who;   // by name
  std::string what;  // in words: "Så en samtale"
  bool is_change = false;
};

struct KeptResource {
  std::string type;
  std::string id;
  std::string json;  // as it is kept, and as it is given
};

struct Everything {
  std::string base;  // "https://casefile.example/fhir"
  std::string name;  // as staff wrote it; empty: none. Goes into each Patient
  std::vector<KeptResource> resources;
  std::vector<KeptLogLine> log;
  int64_t at_ms = 0;
};

// Written one after the other and never held as values: ten years with voices are a hundred
// megabytes. A Fault where a Patient cannot be read: then nothing is given, for it would not be
// all.
Result<std::string> everything_bundle(const Everything& everything);

}  // namespace aktiv::casefile
