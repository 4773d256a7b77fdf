#include "kiosk/sync/why.h"

namespace aktiv::sync {

std::string_view code_of(Why why) {
  switch (why) {
    case Why::nothing:
      return "nothing";
    case Why::not_enrolled:
      return "not_enrolled";
    case Why::no_network:
      return "no_network";
    case Why::timed_out:
      return "timed_out";
    case Why::cut_off:
      return "cut_off";
    case Why::certificate:
      return "certificate";
    case Why::busy:
      return "busy";
    case Why::strange_answer:
      return "strange_answer";
    case Why::not_found_again:
      return "not_found_again";
    case Why::refused_access:
      return "refused_access";
    case Why::no_case_file:
      return "no_case_file";
    case Why::refused_content:
      return "refused_content";
    case Why::several_matches:
      return "several_matches";
    case Why::other_content:
      return "other_content";
    case Why::cannot_be_built:
      return "cannot_be_built";
    case Why::changed_meanwhile:
      return "changed_meanwhile";
    case Why::cannot_be_kept:
      return "cannot_be_kept";
  }
  return {};
}

std::optional<Why> why_from_code(std::string_view code) {
  for (int i = 0; i <= static_cast<int>(Why::cannot_be_kept); ++i) {
    if (code_of(static_cast<Why>(i)) == code) return static_cast<Why>(i);
  }
  return std::nullopt;
}

}  // namespace aktiv::sync
