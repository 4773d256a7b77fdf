// Looks at what the citizens of this kiosk kept at others, and what they took back there, so that
// "Mine svar" and what was agreed on last are the same at any kiosk of their day centre, and stay
// here for when there is no network. Whoever is new is read from their beginning, a few at a time;
// of the others what was changed since. No thread, clock or chance of its own.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "kiosk/sync/answers_shelf.h"
#include "kiosk/sync/case_file.h"

namespace aktiv::sync {

struct Listed;

struct AnswersSeen {
  Outcome outcome;           // not done: of the first that could not be read
  bool has_changes = false;  // something came, or went
  bool has_more = false;     // somebody, or something, is still to be read
  int unread = 0;            // answers that this kiosk's program does not understand
};

class AnswersWatch {
 public:
  // Both must outlive it.
  AnswersWatch(AnswersShelf& shelf, HttpTransport& transport, std::string base);

  AnswersSeen look();

 private:
  struct Response;
  void look_at_all(AnswersSeen& seen);
  void read_changes(std::span<const ReadCitizen> known, int64_t kept_until_ms, AnswersSeen& seen);
  void read_new(std::span<const ReadCitizen> fresh, AnswersSeen& seen);
  Listed read(std::span<const ReadCitizen> of, int64_t since_ms, AnswersSeen& seen);
  static std::optional<Response> response_in(const nlohmann::json& resource,
                                             std::span<const ReadCitizen> of);
  Outcome take(const Response& response, AnswersSeen& seen);
  Outcome take_submission(const Response& response, AnswersSeen& seen);
  Outcome take_observation(const Response& response, AnswersSeen& seen);
  Outcome passed_by(const Response& response);

  AnswersShelf& shelf_;
  HttpTransport& transport_;
  std::string base_;
  CaseFile case_file_;
  int left_ = 0;                  // that may be taken in with this look
  std::set<std::string> unread_;  // by resource id; a newer program asks for them again
  std::set<std::string> read_;    // citizens, since this program started
  int64_t until_ms_ = 0;
};

}  // namespace aktiv::sync
