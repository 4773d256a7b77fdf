// Why something is not in the case file yet: a value with a stable code, kept with the outbox row
// and shown to the mentor as a text of locales ("staff.sync.why.<code>"). Never a server's own
// words, which might quote answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aktiv::sync {

enum class Why {
  nothing,
  not_enrolled,       // no case file yet: kept here
  no_network,         // no way to the server
  timed_out,          // sent, no answer in time: it may or may not be there
  cut_off,            // the connection ended before the answer was whole
  certificate,        // the server's key or certificate is not the one we trust: nothing was sent
  busy,               // 408, 409, 429, 5xx: the server asks to come again
  strange_answer,     // an answer that is no case file's
  not_found_again,    // said to be stored, yet not found by its key
  refused_access,     // 401, 403: everything pauses
  no_case_file,       // 404, 405 at the end point: everything pauses
  refused_content,    // 400, 422 and other refusals of this one submission
  several_matches,    // 412, or several found under one key
  other_content,      // something else is stored under this key
  cannot_be_built,    // our own data cannot be written as FHIR
  changed_meanwhile,  // a version was replaced between reading and writing
  cannot_be_kept,     // this kiosk's own store refused
};

std::string_view code_of(Why why);
std::optional<Why> why_from_code(std::string_view code);

}  // namespace aktiv::sync
