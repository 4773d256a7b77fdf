// "Hvad synes du om os?", the anonymous evaluation, as one value. It never holds a citizen, a
// conversation, a kiosk, a mentor, a place or a time but the month, and its line has no room for
// them. Values; any thread. Reading fails with a Fault that never quotes what was said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/model/submission.h"

namespace aktiv {

struct EvaluationAnswer {
  std::string question;             // "haab", "samarbejde" … of the list EVAL
  Choice choice = Choice::skipped;  // place, dont_know or skipped
  int value = 0;                    // 1–5 (ways 3 and 4), 1–3 (way 2); 0 unless choice is place

  bool operator==(const EvaluationAnswer&) const = default;
};

struct Evaluation {
  std::string month;                      // "2026-11"
  int way = 3;                            // 2, 3 or 4
  std::string scale_direction;            // "best_left" (first as one reads), "best_right"
  std::vector<EvaluationAnswer> answers;  // by question id, so that the drawn order is not kept
  std::string good;                       // free text after the name check (insight/names_in.h)
  std::string better;

  bool operator==(const Evaluation&) const = default;
};

// Answers are written by question id, whatever order they stand in.
std::string to_json(const Evaluation& evaluation);
// Refuses every field that is not an evaluation's, so that nothing about a person can come along.
Result<Evaluation> evaluation_from_json(std::string_view line);

// The five degrees of ways 3 and 4, or the three of way 2.
int steps_of(int way);

// "2026-11" of UTC milliseconds; the one calendar by which a month is over.
std::string month_of(int64_t utc_ms);
// "2026-01" … "9999-12"; months compare as texts.
bool is_month(std::string_view text);

}  // namespace aktiv
