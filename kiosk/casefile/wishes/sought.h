// Looking through years of talks: by words, tool, days and what was said back. Pure; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/insight/certainty.h"
#include "kiosk/casefile/wishes/folder.h"

namespace aktiv::casefile {

struct Wanted {
  std::string words;            // all of them, in any order, as parts of words; empty: any
  std::string tool;             // id; empty: any
  std::optional<int64_t> from;  // days as DayOf counts them, both included
  std::optional<int64_t> to;
  bool is_said_back = false;  // only those
  bool has_flag = false;      // only those
  bool empty() const {
    return words.empty() && tool.empty() && !from && !to && !is_said_back && !has_flag;
  }
};

// Every text of a talk by which it can be found: its cards' and places' names, own words, the tool,
// the kiosk. They outlive the search.
using TextsOf = std::function<std::vector<std::string_view>(const Submission&)>;

struct Found {
  const Submission* said = nullptr;
  std::vector<std::string_view> where;  // the texts in which the words stand, each once
};

// In the order in which they came.
std::vector<Found> sought(const std::vector<Submission>& submissions, const Wanted& wanted,
                          const TextsOf& texts_of, const DayOf& day_of);

}  // namespace aktiv::casefile
