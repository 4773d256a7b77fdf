#include "kiosk/casefile/pages/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace aktiv::casefile {
namespace {

// In the picture's own units, which are CSS pixels at its natural width.
constexpr int width = 960;
constexpr int top = 24;
constexpr int bottom = 300;
constexpr int left = 168;
constexpr int right = 730;
constexpr int name_x = right + 18;
constexpr int least_between_names = 24;
constexpr int height = bottom + 56;
constexpr int most_days_named = 7;
constexpr int least_between_days = 92;
constexpr int mark_size = 6;
constexpr double apart = 5;  // lines of the same height run side by side

std::string number(double value) {
  return std::to_string(static_cast<int>(std::lround(value)));
}

size_t drawn_of(const Plot& plot) {
  return std::min(plot.lines.size(), most_drawn);
}

struct Span {
  int64_t from_ms = 0;
  int64_t to_ms = 0;
};

Span span_of(const Plot& plot) {
  Span span{INT64_MAX, INT64_MIN};
  for (size_t i = 0; i < drawn_of(plot); ++i) {
    for (const PlotPoint& point : plot.lines[i].points) {
      span.from_ms = std::min(span.from_ms, point.at_ms);
      span.to_ms = std::max(span.to_ms, point.at_ms);
    }
  }
  return span;
}

double x_of(const Span& span, int64_t at_ms) {
  if (span.to_ms <= span.from_ms) return (left + right) / 2.0;
  const double part =
      static_cast<double>(at_ms - span.from_ms) / static_cast<double>(span.to_ms - span.from_ms);
  return left + part * (right - left);
}

double y_of(double part) {
  return bottom - std::clamp(part, 0.0, 1.0) * (bottom - top);
}

Html label(const std::string& look, double x, double y, const char* anchor,
           const std::string& words) {
  return element("text",
                 {{"class", look}, {"x", number(x)}, {"y", number(y)}, {"text-anchor", anchor}},
                 text(words));
}

Html grid(const Plot& plot) {
  Html lines;
  for (size_t i = 0; i < plot.levels.size(); ++i) {
    const double part = 1 - static_cast<double>(i) / static_cast<double>(plot.levels.size() - 1);
    const std::string y = number(y_of(part));
    lines += element("line",
                     {{"class", "grid"},
                      {"x1", std::to_string(left)},
                      {"x2", std::to_string(right)},
                      {"y1", y},
                      {"y2", y}},
                     {}) +
             label("level", left - 14, y_of(part) + 5, "end", plot.levels[i]);
  }
  return lines;
}

// The days on which something was said, as many as have room; the first and the last always.
Html days(const Words& words, const Plot& plot, const Span& span) {
  std::vector<int64_t> moments;
  for (size_t i = 0; i < drawn_of(plot); ++i)
    for (const PlotPoint& point : plot.lines[i].points) moments.push_back(point.at_ms);
  std::ranges::sort(moments);
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  constexpr int64_t year_ms = 365LL * 86'400'000;
  const bool is_long = span.to_ms - span.from_ms > year_ms;
  Html names;
  double last_x = -least_between_days;
  int named = 0;
  const double end_x = x_of(span, moments.back());
  for (const int64_t at_ms : moments) {
    const double x = x_of(span, at_ms);
    const bool is_last = at_ms == moments.back();
    const bool has_room =
        x - last_x >= least_between_days && (is_last || end_x - x >= least_between_days);
    if (!is_last && (!has_room || named >= most_days_named)) continue;
    names +=
        element("line",
                {{"class", "tick"},
                 {"x1", number(x)},
                 {"x2", number(x)},
                 {"y1", std::to_string(bottom)},
                 {"y2", std::to_string(bottom + 8)}},
                {}) +
        label("day", x, bottom + 30, "middle", is_long ? words.day(at_ms) : words.short_day(at_ms));
    last_x = x;
    ++named;
  }
  return names;
}

// Round, square, diamond, triangle, ring: the line is known without its colour.
Html mark(size_t line, double x, double y) {
  const auto path = [&](const std::string& d) {
    return element("path", {{"class", "mark"}, {"d", d}}, {});
  };
  const auto at = [](double px, double py) { return number(px) + " " + number(py); };
  const double s = mark_size;
  switch (line % most_drawn) {
    case 1:
      return path("M" + at(x - s, y - s) + "H" + number(x + s) + "V" + number(y + s) + "H" +
                  number(x - s) + "Z");
    case 2:
      return path("M" + at(x, y - s - 2) + "L" + at(x + s + 2, y) + "L" + at(x, y + s + 2) + "L" +
                  at(x - s - 2, y) + "Z");
    case 3:
      return path("M" + at(x, y - s - 1) + "L" + at(x + s + 1, y + s) + "L" + at(x - s - 1, y + s) +
                  "Z");
    default:
      return element("circle",
                     {{"class", line % most_drawn == 4 ? "mark ring" : "mark"},
                      {"cx", number(x)},
                      {"cy", number(y)},
                      {"r", number(s)}},
                     {});
  }
}

double y_of(const Plot& plot, size_t line, double part) {
  const double middle = (static_cast<double>(drawn_of(plot)) - 1) / 2;
  return y_of(part) + (static_cast<double>(line) - middle) * apart;
}

Html line_of(const Plot& plot, size_t index, const Span& span) {
  std::string points;
  Html marks;
  for (const PlotPoint& point : plot.lines[index].points) {
    const double x = x_of(span, point.at_ms);
    const double y = y_of(plot, index, point.height);
    points += (points.empty() ? "" : " ") + number(x) + "," + number(y);
    marks += mark(index, x, y);
  }
  return element("g", {{"class", "line line-" + std::to_string(index)}},
                 element("polyline", {{"points", points}}, {}) + marks);
}

// Names stand at their lines' ends, pushed apart where the ends meet.
Html names(const Plot& plot, const Span& span) {
  std::vector<size_t> order(drawn_of(plot));
  std::iota(order.begin(), order.end(), size_t{0});
  const auto end_of = [&](size_t i) { return y_of(plot, i, plot.lines[i].points.back().height); };
  std::ranges::stable_sort(order, {}, end_of);
  std::vector<double> ys;
  for (const size_t i : order) {
    const double wished = end_of(i);
    ys.push_back(ys.empty() ? wished : std::max(wished, ys.back() + least_between_names));
  }
  // What was pushed out at the foot moves all above it up.
  for (size_t i = ys.size(); i-- > 0;) {
    const double most = i + 1 == ys.size() ? bottom + 2 * apart : ys[i + 1] - least_between_names;
    ys[i] = std::min(ys[i], most);
  }
  Html all;
  for (size_t i = 0; i < order.size(); ++i) {
    const PlotLine& line = plot.lines[order[i]];
    const double end_x = x_of(span, line.points.back().at_ms);
    const std::string look = "line-" + std::to_string(order[i]);
    all += element("line",
                   {{"class", "leader"},
                    {"x1", number(end_x + mark_size + 2)},
                    {"y1", number(end_of(order[i]))},
                    {"x2", number(name_x - 4)},
                    {"y2", number(ys[i])}},
                   {}) +
           label("name " + look, name_x, ys[i] + 6, "start", line.name);
  }
  return all;
}

Html table_of(const Words& words, const Plot& plot) {
  Html rows;
  for (const PlotLine& line : plot.lines) {
    bool is_first = true;
    for (const PlotPoint& point : line.points) {
      Html row;
      if (is_first)
        row +=
            element("th", {{"scope", "rowgroup"}, {"rowspan", std::to_string(line.points.size())}},
                    text(line.name));
      row += element("td", element("a", {{"href", point.source}}, text(words.day(point.at_ms)))) +
             element("td", text(point.words));
      rows += element("tr", row);
      is_first = false;
    }
  }
  Html head;
  for (const char* key : {"plot.card", "plot.day", "plot.said"})
    head += element("th", {{"scope", "col"}}, words(key));
  return element("details",
                 element("summary", words("plot.as_table")) +
                     wide(plot.id, element("table", element("caption", text(plot.title)) +
                                                        element("thead", element("tr", head)) +
                                                        element("tbody", rows))));
}

}  // namespace

Html plot_figure(const Words& words, const Plot& plot) {
  const Span span = span_of(plot);
  Html lines;
  for (size_t i = 0; i < drawn_of(plot); ++i) lines += line_of(plot, i, span);
  std::vector<std::string> drawn;
  for (size_t i = 0; i < drawn_of(plot); ++i) drawn.push_back(plot.lines[i].name);
  const Html picture = element(
      "svg",
      {{"class", "plot"},
       {"role", "img"},
       {"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)},
       {"aria-label",
        words.filled("plot.about", {{"title", plot.title}, {"lines", words.listed(drawn)}})}},
      grid(plot) + days(words, plot, span) + lines + names(plot, span));
  return element(
      "figure", {{"class", "plot"}},
      element(
          "div",
          {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", plot.id}},
          picture) +
          table_of(words, plot));
}

}  // namespace aktiv::casefile
