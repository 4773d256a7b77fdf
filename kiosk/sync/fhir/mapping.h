// What a conversation said, as FHIR R4, and back: the one place that knows both. The kiosk writes
// with it, the case file reads with it. Pure: no files, clock, randomness or network; the same
// values give the same bytes. Any thread. Faults name the item; they never hold what a person said.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"
#include "kiosk/sync/fhir/codes.h"

namespace aktiv::fhir {

// Largest transaction that every engine we know takes with conditional entries.
inline constexpr size_t max_entries = 8;

// What the bundle needs to know beside the answers.
struct SendContext {
  std::string
      patient;  // the Patient's id at the case file; referred to literally, never conditionally
  std::string kiosk;  // UUID
  Codes codes;
  // Shown text of a key ("jobs.bage.label"), empty where there is none; may be unset: then codes
  // stand alone.
  std::function<std::string(std::string_view key)> text;
  size_t max_record_bytes = 384 * 1024;  // of the session record in one document, before base64
};

// The transactions of one submission, in the order in which they must be sent; nearly always
// exactly one. The answers travel in the last part, so nobody ever reads answers whose record is
// still under way.
Result<std::vector<std::string>> build_bundles(const Submission& submission,
                                               const SendContext& context);

// The same, where it is known to fit one transaction; a Fault where it does not.
Result<std::string> build_bundle(const Submission& submission, const SendContext& context);

// The mentor's view: a response of its own whose source is the mentor. Never mixed with the
// citizen's.
Result<std::string> build_observation(const Observation& observation, const SendContext& context);

// From a Bundle (of any type) that holds the response and its session record, or from the bare
// QuestionnaireResponse (then session_record is empty). Something taken back is a Fault: ask
// is_taken_back first.
Result<Submission> read_response(std::string_view json);

// From all parts, in any order.
Result<Submission> read_response(std::span<const std::string> parts);

// From a Bundle or the bare QuestionnaireResponse.
Result<Observation> read_observation(std::string_view json);

// What a stored QuestionnaireResponse is.
enum class ResponseKind { answers, observation, foreign };
struct ResponseHead {
  ResponseKind kind = ResponseKind::foreign;
  std::string id;  // submission or observation UUID
  bool is_taken_back = false;
};
Result<ResponseHead> read_head(std::string_view json);

// Before any JSON from outside is parsed: nesting without an end would eat the stack.
bool is_nested_deeper_than(std::string_view json, size_t limit);

}  // namespace aktiv::fhir
