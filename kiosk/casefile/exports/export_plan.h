// Which exports there are, as content says them (assets/casefile/exports.toml). Values; pure but
// for reading the file; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"

namespace aktiv::casefile {

struct ExportSection {
  std::string id;                  // text casefile.export.section.<id>
  std::vector<int> talks;          // numbers of tools, in order
  bool is_recent = false;          // the last year's, not the newest alone
  std::vector<std::string> forms;  // of what staff wrote
  std::string notes;               // a heading of the form "note"; empty: none
};

struct ExportPlan {
  std::string id;           // "basis"
  std::string shared_with;  // a card of "people"; empty: those who come to the meeting
  bool asks_each = false;
  bool starts_with_sheet = false;
  std::vector<ExportSection> sections;
};

class Exports {
 public:
  Exports() = default;
  explicit Exports(std::vector<ExportPlan> all) : all_(std::move(all)) {}
  const ExportPlan* find(std::string_view id) const;
  const std::vector<ExportPlan>& all() const { return all_; }

 private:
  std::vector<ExportPlan> all_;
};

// From TOML text; `name` is what a fault points at.
Result<Exports> parse_exports(const std::string& toml, const std::string& name);
// share/casefile/exports.toml
Result<Exports> read_exports(const std::string& share);

}  // namespace aktiv::casefile
