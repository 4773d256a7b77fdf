#include "dialogue/insight/evaluation.h"

#include <algorithm>

namespace aktiv {
namespace {

constexpr int least = static_cast<int>(smallest_group);

bool is_small(int people) {
  return people > 0 && people < least;
}

void count(QuestionLine& line, const EvaluationAnswer& answer) {
  if (answer.choice == Choice::dont_know) ++line.dont_know;
  if (answer.choice == Choice::skipped) ++line.skipped;
  if (answer.choice != Choice::place) return;
  const auto step = static_cast<size_t>(answer.value);
  if (step < 1 || step > line.steps.size()) return;  // no step of this scale
  ++line.answered;
  ++line.steps[step - 1];
}

QuestionLine hidden_line(const std::string& question) {
  QuestionLine line;
  line.question = question;
  return line;
}

QuestionLine line_of(std::span<const AnswerSet> sets, std::string_view question, int steps) {
  QuestionLine line;
  line.question = question;
  line.steps.resize(static_cast<size_t>(steps));
  for (const auto& set : sets)
    for (const auto& answer : set.answers)
      if (answer.question == question) count(line, answer);
  if (line.answered < least) return hidden_line(line.question);
  line.is_hidden = false;
  if (steps == 5) line.share = whole_percent(line.steps[4] + line.steps[3], line.answered);
  return line;
}

std::vector<AnswerSet> of_scale(std::span<const AnswerSet> sets, int steps) {
  std::vector<AnswerSet> found;
  for (const auto& set : sets)
    if (steps_of(set.way) == steps) found.push_back(set);
  return found;
}

std::vector<AnswerSet> of_direction(std::span<const AnswerSet> sets, std::string_view direction) {
  std::vector<AnswerSet> found;
  for (const auto& set : sets)
    if (set.scale_direction == direction) found.push_back(set);
  return found;
}

// A question that one part may not show tells nothing in the other either.
void hide_together(ScaleReport& one, ScaleReport& other) {
  for (size_t i = 0; i < std::min(one.lines.size(), other.lines.size()); ++i) {
    if (!one.lines[i].is_hidden && !other.lines[i].is_hidden) continue;
    one.lines[i] = hidden_line(one.lines[i].question);
    other.lines[i] = hidden_line(other.lines[i].question);
  }
}

}  // namespace

int whole_percent(int part, int whole) {
  return (200 * part + whole) / (2 * whole);
}

ScaleReport evaluation_report(std::span<const AnswerSet> sets, int steps) {
  const auto own = of_scale(sets, steps);
  ScaleReport report;
  report.steps = steps;
  report.is_hidden = is_small(static_cast<int>(own.size()));
  if (report.is_hidden || own.empty()) return report;
  report.people = static_cast<int>(own.size());
  for (const auto question : evaluation_questions)
    report.lines.push_back(line_of(own, question, steps));
  return report;
}

SplitReport evaluation_by_direction(std::span<const AnswerSet> sets, int steps) {
  SplitReport split;
  split.best_left = evaluation_report(of_direction(sets, "best_left"), steps);
  split.best_right = evaluation_report(of_direction(sets, "best_right"), steps);
  split.is_hidden = split.best_left.is_hidden || split.best_right.is_hidden;
  if (split.is_hidden) {
    split.best_left = {steps, true, 0, {}};
    split.best_right = {steps, true, 0, {}};
  }
  hide_together(split.best_left, split.best_right);
  return split;
}

}  // namespace aktiv
