// A citizen takes something back: what stays is a mark without any answer, under the same key.
// Pure.
//
// A mark is created where the server has nothing yet (so that answers still under way find the key
// taken) and put in the place of what it has (by PUT with If-Match). Decisions, 3: our case file
// then purges the earlier versions; on a foreign server staff are told that history may remain.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {

struct Withdrawal {
  SubmissionId submission;
  CitizenId citizen;
  ToolId tool;  // empty where it is no longer known
  int definition_version = 1;
  int64_t finished_ms = 0;  // of the submission; 0 where it is no longer known
  int64_t at_ms = 0;        // when it was taken back
  int record_parts = 1;     // documents of the session record; 0 where there was none

  bool operator==(const Withdrawal&) const = default;
};

// One resource that becomes a mark.
struct Mark {
  std::string type;       // "QuestionnaireResponse", "DocumentReference", "Goal"
  std::string condition;  // "identifier=urn:aktiv-dialog:submission|…": how it is found
  std::string body;       // the resource without an id
};
Result<std::vector<Mark>> build_marks(const Withdrawal& withdrawal, const SendContext& context);

// Creates those marks that are not there yet; entries in the order of build_marks. Entry answered
// 200 means: something is there already, put the mark in its place.
Result<std::string> build_marks_bundle(const Withdrawal& withdrawal, const SendContext& context);

// The body of the PUT that replaces what is stored under `id`.
Result<std::string> build_mark_in_place(const Mark& mark, const std::string& id);

// Says who took it back and when; sent last, once. `targets` are literal
// ("QuestionnaireResponse/17").
Result<std::string> build_withdrawal_notice(const Withdrawal& withdrawal,
                                            const SendContext& context,
                                            const std::vector<std::string>& targets);

}  // namespace aktiv::fhir
