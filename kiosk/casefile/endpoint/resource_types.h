// The FHIR R4 resources that the case file keeps, as a table. Values; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aktiv::casefile {

struct ResourceType {
  std::string name;
  std::string subject;                // the member that refers to the citizen; empty: about nobody
  std::string status;                 // the member that tells its status; empty: none
  std::vector<std::string> statuses;  // what it may say
  bool is_shared = false;             // not personal: every enrolled kiosk may read it
};

const std::vector<ResourceType>& resource_types();
const ResourceType* find_type(std::string_view name);
std::string names_of_types();  // for "expected: …"

}  // namespace aktiv::casefile
