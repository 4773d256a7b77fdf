// Something that staff wrote: one filled-in form, with who wrote it and when. Values; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace aktiv::casefile {

struct Record {
  std::string id;     // UUID
  std::string form;   // Form::id
  std::string about;  // what it belongs to: a goal's submission id; empty: the citizen
  std::map<std::string, std::string> values;  // by field; days as "2026-11-22"; no empty ones
  std::string author;                         // account id of who wrote it last
  int64_t written_ms = 0;                     // first
  bool is_changed = false;                    // since then

  std::string value(const std::string& field) const {
    const auto found = values.find(field);
    return found == values.end() ? std::string() : found->second;
  }
  bool operator==(const Record&) const = default;
};

}  // namespace aktiv::casefile
