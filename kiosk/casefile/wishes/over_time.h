// How what was said of the same cards moved from talk to talk: for a mentor's eyes, with the talk
// behind each point. Only talks that were asked alike stand in one course (dialogue/insight: two
// ways, or scales of two lengths, are never held against each other), and a talk with a flag that
// hides its order is no point. Pure; any thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dialogue/model/submission.h"

namespace aktiv::casefile {

struct CoursePoint {
  SubmissionId submission;
  int64_t at_ms = 0;
  double height = 0;  // 1: chosen each time, or the best place; 0: never, or the last place
  int wins = 0;       // of pairs: chosen so often …
  int offered = 0;    // … of so many
  std::string place;  // of places
};

struct CardCourse {
  CardRef card;
  std::vector<CoursePoint> points;  // oldest first; two or more
};

struct Course {
  ToolId tool;
  int way = 1;
  std::vector<std::string> places;  // best first; empty: pairs
  std::vector<CardCourse> cards;    // by the newest height, the highest first
  int left_out = 0;                 // talks whose order is hidden by a flag
};

// Where a place stands in its deck, the best first.
using PlaceRank =
    std::function<long(const std::string& place, const std::vector<std::string>& offered)>;

// For "To billeder", "Kan lide" and "Min hverdag", in this order, each group of talks that were
// asked alike on two days or more; newest group first. Abilities have no course: they are no
// measure of a person.
std::vector<Course> courses(const std::vector<Submission>& submissions, const PlaceRank& rank_of);

}  // namespace aktiv::casefile
