#include "kiosk/casefile/wishes/over_time.h"

#include <algorithm>
#include <array>
#include <map>

#include "dialogue/insight/certainty.h"

namespace aktiv::casefile {
namespace {

struct Followed {
  const char* tool;
  const char* question;  // about each card a place; empty: pairs
};
constexpr std::array followed = {Followed{"to_billeder", ""}, Followed{"kan_lide", "t2_q"},
                                 Followed{"min_hverdag", "t6_q"}};

using Talks = std::vector<const Submission*>;

// Oldest first, those asked alike together; the group with the newest talk first.
std::vector<Talks> asked_alike(const std::vector<Submission>& submissions, const char* tool) {
  Talks all;
  for (const Submission& one : submissions)
    if (one.tool.value == tool) all.push_back(&one);
  std::ranges::stable_sort(all, {}, [](const Submission* one) { return one->finished_ms; });
  std::vector<Talks> groups;
  for (const Submission* one : all) {
    const auto group = std::ranges::find_if(
        groups, [&](const Talks& talks) { return is_asked_alike(*talks.front(), *one); });
    if (group == groups.end())
      groups.push_back({one});
    else
      group->push_back(one);
  }
  std::ranges::stable_sort(groups, std::ranges::greater{},
                           [](const Talks& talks) { return talks.back()->finished_ms; });
  return groups;
}

using Points = std::map<CardRef, std::vector<CoursePoint>>;

void add_pairs(const Submission& said, Points& points) {
  for (const CardFinding& finding : said.findings.cards) {
    if (finding.offered == 0) continue;
    const double height = static_cast<double>(finding.wins) / finding.offered;
    points[finding.card].push_back(
        {said.id, said.finished_ms, height, finding.wins, finding.offered, {}});
  }
}

// A later answer about a card stands in the place of an earlier one.
std::map<CardRef, const AnswerRecord*> placed_cards(const Submission& said, const char* question) {
  std::map<CardRef, const AnswerRecord*> placed;
  for (const AnswerRecord& answer : said.answers)
    if (answer.question == question && answer.choice == Choice::place && !answer.is_repeat &&
        !answer.card.empty())
      placed[answer.card] = &answer;
  return placed;
}

void add_places(const Submission& said, const char* question, const std::vector<std::string>& scale,
                Points& points) {
  if (scale.size() < 2) return;
  for (const auto& [card, answer] : placed_cards(said, question)) {
    const auto step = std::ranges::find(scale, answer->place);
    if (step == scale.end()) continue;
    const double down =
        static_cast<double>(step - scale.begin()) / static_cast<double>(scale.size() - 1);
    points[card].push_back({said.id, said.finished_ms, 1 - down, 0, 0, answer->place});
  }
}

std::vector<std::string> scale_of(const Talks& talks, const char* question,
                                  const PlaceRank& rank_of) {
  for (const Submission* said : talks) {
    for (const AnswerRecord& answer : said->answers) {
      if (answer.question != question || answer.places.empty()) continue;
      std::vector<std::string> scale = answer.places;
      std::ranges::stable_sort(
          scale, {}, [&](const std::string& place) { return rank_of(place, answer.places); });
      return scale;
    }
  }
  return {};
}

Course course_of(const Talks& talks, const Followed& what, const PlaceRank& rank_of) {
  Course course;
  course.tool = talks.front()->tool;
  course.way = talks.front()->way;
  course.places = scale_of(talks, what.question, rank_of);
  Points points;
  for (const Submission* said : talks) {
    if (said->findings.ranking_is_hidden || said->findings.certainty == Certainty::uncertain)
      ++course.left_out;
    else if (*what.question == '\0')
      add_pairs(*said, points);
    else
      add_places(*said, what.question, course.places, points);
  }
  for (auto& [card, moved] : points)
    if (moved.size() > 1) course.cards.push_back({card, std::move(moved)});
  std::ranges::stable_sort(course.cards, std::ranges::greater{},
                           [](const CardCourse& one) { return one.points.back().height; });
  return course;
}

}  // namespace

std::vector<Course> courses(const std::vector<Submission>& submissions, const PlaceRank& rank_of) {
  std::vector<Course> all;
  for (const Followed& what : followed)
    for (const Talks& talks : asked_alike(submissions, what.tool))
      if (Course course = course_of(talks, what, rank_of); !course.cards.empty())
        all.push_back(std::move(course));
  return all;
}

}  // namespace aktiv::casefile
