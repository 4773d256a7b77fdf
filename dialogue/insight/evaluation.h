// The leader's report of the anonymous evaluation, as a value. Pure; any thread.
//
// share = round_half_up(100 × (the two highest steps) / answered), the unit's own way of counting
// (the evaluation of 2021: "i meget høj grad" and "i høj grad" added together); answered leaves out
// "ved ikke" and "sprunget over", which are shown beside it. Five steps (ways 3 and 4) and three
// steps (way 2) are never pooled, and three steps have no share. A group under five is hidden
// (smallest_group); where a report is split, a part under five hides the other one too, for the
// difference to the whole would tell it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/evaluation_batch.h"

namespace aktiv {

// The list EVAL, in the order of the report; what is asked is drawn in another.
inline constexpr std::array<std::string_view, 8> evaluation_questions{
    "haab", "samarbejde", "oensker", "tryg", "alvor", "forstaaet", "stoette", "afklaring"};

struct QuestionLine {
  std::string question;
  bool is_hidden = true;  // answered by one to four, or its split would tell them: nothing below
  int answered = 0;
  int dont_know = 0;
  int skipped = 0;
  std::vector<int> steps;  // how many at each, lowest first: 5, or 3
  int share = 0;           // whole per cent; five steps only

  bool operator==(const QuestionLine&) const = default;
};

struct ScaleReport {
  int steps = 5;                    // 5 or 3
  bool is_hidden = false;           // one to four people used this scale
  int people = 0;                   // sets of answers; 0 where hidden
  std::vector<QuestionLine> lines;  // one a question of EVAL; empty where hidden or nobody

  bool operator==(const ScaleReport&) const = default;
};

ScaleReport evaluation_report(std::span<const AnswerSet> sets, int steps);

struct SplitReport {
  bool is_hidden = false;  // one part is under five
  ScaleReport best_left;
  ScaleReport best_right;
};

// The same by the direction in which the scale stood.
SplitReport evaluation_by_direction(std::span<const AnswerSet> sets, int steps);

// 100 × part / whole, halves up; whole ≥ 1.
int whole_percent(int part, int whole);

}  // namespace aktiv
