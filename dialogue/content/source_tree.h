// A read TOML file as a plain tree that remembers its lines, so that only one file needs to know
// toml++. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/content/content.h"

namespace aktiv {

struct SourceNode {
  enum class Kind { text, number, flag, list, table, other };

  Kind kind = Kind::table;
  int line = 1;
  std::string text;
  int64_t number = 0;
  bool flag = false;
  std::vector<SourceNode> items;                            // of a list
  std::vector<std::pair<std::string, SourceNode>> members;  // of a table

  const SourceNode* find(std::string_view key) const;
};

// Fails with the line at which the file stops being TOML.
Result<SourceNode> parse_toml(const SourceFile& file);

// "jobs.toml:12"
std::string at_line(const SourceFile& file, int line);

}  // namespace aktiv
