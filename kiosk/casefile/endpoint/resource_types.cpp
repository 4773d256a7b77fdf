#include "kiosk/casefile/endpoint/resource_types.h"

namespace aktiv::casefile {

// Value sets from HL7 FHIR R4 (4.0.1), "required" bindings.
const std::vector<ResourceType>& resource_types() {
  static const std::vector<ResourceType> types = {
      {"Patient", "", "", {}, false},
      {"Practitioner", "", "", {}, false},
      {"Organization", "", "", {}, true},
      {"Device", "", "", {}, false},
      {"Questionnaire", "", "status", {"draft", "active", "retired", "unknown"}, true},
      {"QuestionnaireResponse",
       "subject",
       "status",
       {"in-progress", "completed", "amended", "entered-in-error", "stopped"},
       false},
      {"Goal",
       "subject",
       "lifecycleStatus",
       {"proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled",
        "entered-in-error", "rejected"},
       false},
      {"DocumentReference",
       "subject",
       "status",
       {"current", "superseded", "entered-in-error"},
       false},
      {"Observation",
       "subject",
       "status",
       {"registered", "preliminary", "final", "amended", "corrected", "cancelled",
        "entered-in-error", "unknown"},
       false},
      {"Provenance", "", "", {}, false},
      {"HealthcareService", "", "", {}, true},
  };
  return types;
}

const ResourceType* find_type(std::string_view name) {
  for (const auto& type : resource_types())
    if (type.name == name) return &type;
  return nullptr;
}

std::string names_of_types() {
  std::string names;
  for (const auto& type : resource_types()) names += (names.empty() ? "" : ", ") + type.name;
  return names;
}

}  // namespace aktiv::casefile
