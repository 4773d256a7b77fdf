// Bytes that are read line by line: a journal's record, a request's parts. Pure; any thread.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace aktiv {

// Empty lines are left out.
inline std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (end > at) lines.emplace_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace aktiv
