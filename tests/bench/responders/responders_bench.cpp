// How the tools see invented responders: a table for each design, and whether they reach what is
// asked of them. Exit 1 when something is missed that the written design can reach, or when what
// would reach the rest does not; 2 when a tool does not end.
//
//   responders_bench [SEEDS]     10000 otherwise
#include <cstdio>
#include <cstdlib>

#include "kiosk/files/content_files.h"
#include "kiosk/files/share_dir.h"
#include "tests/bench/responders/changes.h"
#include "tests/bench/responders/tables.h"
#include "tests/bench/responders/talks.h"

using namespace aktiv;

int main(int argc, char** argv) {
  const int seeds = argc > 1 ? std::atoi(argv[1]) : 10'000;
  const auto share = share_dir();
  if (seeds < 1 || !share) return std::fprintf(stderr, "responders_bench [SEEDS]\n"), 2;
  const Loaded loaded = read_content(*share);
  for (const Fault& fault : loaded.faults) std::fprintf(stderr, "%s\n", to_text(fault).c_str());
  if (!loaded.faults.empty()) return 2;
  const Engine engine(loaded.content);
  std::vector<DesignReach> reaches;
  std::string remarks;
  for (const Design& design : designs()) {
    Studied studied{design, {}};
    for (const Invented& invented : invented_for(design))
      studied.tallies.emplace_back(invented, study(engine, design, invented, seeds));
    std::printf("%s\n%s\n", table_of(studied).c_str(), two_days_table_of(studied).c_str());
    std::printf("%s\n", changes_table(engine, design, seeds).c_str());
    std::fflush(stdout);
    remarks += remarks_of(studied);
    for (DesignReach& reach : reaches_of(studied)) reaches.push_back(std::move(reach));
  }
  for (const ToolSetup& talk : other_talks(loaded.content)) {
    std::printf("%s\n", talk_table(engine, talk, seeds).c_str());
    std::fflush(stdout);
  }
  std::printf("%s%s", list_of(reaches).c_str(), remarks.c_str());
  bool is_fault = false;
  for (const DesignReach& reach : reaches) is_fault = is_fault || reach.is_fault();
  return is_fault ? 1 : 0;
}
