// How wishes moved over time: only talks that were asked alike stand in one picture.
#include <algorithm>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/period.h"
#include "kiosk/casefile/pages/plot.h"
#include "kiosk/casefile/wishes/over_time.h"

namespace aktiv::casefile {
namespace {

std::string words_of(const Words& words, const CoursePoint& point,
                     const std::vector<std::string>& places) {
  if (places.empty())
    return words.filled("wish.times", {{"wins", std::to_string(point.wins)},
                                       {"offered", std::to_string(point.offered)}});
  return place_words(words, point.place, places);
}

std::vector<std::string> levels_of(const Words& words, const Course& course) {
  if (course.places.empty())
    return {words.plain("plot.always"), words.plain("plot.half"), words.plain("plot.never")};
  std::vector<std::string> levels;
  for (const std::string& place : course.places)
    levels.push_back(place_words(words, place, course.places));
  return levels;
}

// The newest favourites, and the one that is lowest now: what goes down is news, too.
void put_drawn_first(Plot& plot) {
  if (plot.lines.size() > most_drawn)
    std::rotate(plot.lines.begin() + (most_drawn - 1), plot.lines.end() - 1, plot.lines.end());
}

Plot plot_of(const Words& words, const CitizenView& view, const Course& course, size_t number) {
  Plot plot;
  plot.id = "course-" + std::to_string(number);
  plot.title =
      words.filled("plot.title", {{"tool", words.tool(course.tool)},
                                  {"way", words.plain("way." + std::to_string(course.way))}});
  plot.levels = levels_of(words, course);
  for (const CardCourse& one : course.cards) {
    PlotLine line{words.card(one.card), {}};
    for (const CoursePoint& point : one.points)
      line.points.push_back({point.at_ms, point.height, words_of(words, point, course.places),
                             view.session_address(point.submission)});
    plot.lines.push_back(std::move(line));
  }
  put_drawn_first(plot);
  return plot;
}

Html course_card(const Words& words, const CitizenView& view, const Course& course, size_t number) {
  const Plot plot = plot_of(words, view, course, number);
  Html content = plot_figure(words, plot);
  if (plot.lines.size() > most_drawn) content += paragraph(words("plot.some_drawn"), "muted");
  if (course.left_out > 0)
    content += paragraph(
        text(words.filled("plot.left_out", {{"count", std::to_string(course.left_out)}})), "muted");
  return card(plot.id, text(plot.title), content);
}

}  // namespace

PageContent development_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const Period period(visit, view);
  const auto all = courses(period.talks(), [&](const std::string& place, const auto& offered) {
    return place_rank(words.content(), words.language(), place, offered);
  });
  Html main = period.links("/development") + paragraph(words("plot.explain"), "muted");
  for (size_t i = 0; i < all.size(); ++i) main += course_card(words, view, all[i], i + 1);
  if (all.empty())
    main += card("course-none", words("tab.development"), paragraph(words("plot.none")));
  return citizen_frame(visit, view, Tab::development, main);
}

}  // namespace aktiv::casefile
