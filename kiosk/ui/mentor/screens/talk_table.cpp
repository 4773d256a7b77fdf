#include "kiosk/ui/mentor/screens/talk_table.h"

#include <algorithm>

#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

constexpr double line_air = 5;  // mm, above and below what a line says together

double air(const Sheet& sheet) {
  return sheet.gap() * 2;
}

// What the pages' arrows leave.
double paged(const Sheet& sheet, double w) {
  return Pages::is_slim(sheet, w) ? w : w - sheet.least() - sheet.gap();
}

}  // namespace

void TalkTable::show(Sheet& sheet, RectMm room, const Saved& saved, SubmissionId& chosen) {
  const auto span = pages_.show(sheet, room, saved.size(), [&](const RectMm& area) {
    const double lines = (area.h - head_height(sheet, area.w, saved) + sheet.gap()) /
                         (line_height(sheet, area.w, saved) + sheet.gap());
    return static_cast<size_t>(std::max(1.0, lines + 1e-6));
  });
  const auto columns = columns_of(sheet, room.w, saved);
  const double h = line_height(sheet, room.w, saved);
  if (!columns.is_narrow)
    show_head(sheet, take_top(room, head_height(sheet, room.w, saved)), columns);
  for (size_t i = span.from; i < span.to; ++i) {
    const RectMm line = take_top(room, h, sheet.gap());
    const auto& id = saved[i].submission.id;
    const auto label = head(saved[i]) + ": " + result(saved[i]);
    if (sheet.row("talk:" + id.value, line, label, id == chosen))
      chosen = id == chosen ? SubmissionId() : id;
    columns.is_narrow ? show_paragraphs(sheet, line, saved[i])
                      : show_cells(sheet, line, columns, saved[i]);
  }
}

double TalkTable::height(const Sheet& sheet, double w, const Saved& saved, size_t lines) const {
  const double inside = saved.size() > lines ? paged(sheet, w) : w;
  const auto shown = static_cast<double>(std::min(lines, saved.size()));
  const double table = head_height(sheet, inside, saved) +
                       (line_height(sheet, inside, saved) + sheet.gap()) * shown - sheet.gap();
  if (saved.size() <= lines) return table;
  if (Pages::is_slim(sheet, w)) return table + sheet.gap() + sheet.least();
  return std::max(table, sheet.least() * 2 + sheet.gap());
}

TalkTable::Columns TalkTable::columns_of(const Sheet& sheet, double w, const Saved& saved) const {
  Columns columns;
  columns.day = sheet.text_width("28. marts", Face::body) + air(sheet);
  const auto widest = [&](const char* key, auto words_of) {
    double most = sheet.text_width(work_.say(key), Face::bold);
    for (const auto& one : saved)
      most = std::max(most, sheet.text_width(words_of(one), Face::body));
    return most + air(sheet);
  };
  columns.tool = widest("staff.citizen.tool", [&](const auto& one) { return tool(one); });
  columns.where = widest("staff.citizen.where", [&](const auto& one) { return where(one); });
  columns.result = std::max(0.0, w - columns.day - columns.tool - columns.where - sheet.gap());
  columns.is_narrow = columns.result < columns.tool * 1.5;
  return columns;
}

double TalkTable::head_height(const Sheet& sheet, double w, const Saved& saved) const {
  return columns_of(sheet, w, saved).is_narrow ? 0 : sheet.line(Face::body) + sheet.gap();
}

double TalkTable::line_height(const Sheet& sheet, double w, const Saved& saved) const {
  const auto columns = columns_of(sheet, w, saved);
  double most = sheet.least();
  for (const auto& one : saved) {
    const double wrap = columns.is_narrow ? w - sheet.gap() * 2 : columns.result - air(sheet);
    double h = sheet.text_height(result(one), Face::body, wrap) + line_air;
    if (columns.is_narrow) h += sheet.text_height(head(one), Face::bold, wrap);
    most = std::max(most, h);
  }
  return most;
}

void TalkTable::show_head(Sheet& sheet, const RectMm& line, const Columns& columns) const {
  double x = line.x + sheet.gap();
  const auto put = [&](const char* key, double w) {
    sheet.text(key, {x, line.y, w, line.h}, work_.say(key), Face::bold, Align::left, Ground::paper,
               true);
    x += w;
  };
  put("staff.citizen.day", columns.day);
  put("staff.citizen.tool", columns.tool);
  put("staff.citizen.result", columns.result);
  put("staff.citizen.where", columns.where);
  sheet.rule(line.x, line.bottom() - 1.2, line.w);
}

void TalkTable::show_cells(Sheet& sheet, const RectMm& line, const Columns& columns,
                           const SavedSubmission& one) const {
  double x = line.x + sheet.gap();
  const auto put = [&](const char* what, double w, const std::string& words) {
    const double wrap = w - air(sheet);
    const double h = sheet.text_height(words, Face::body, wrap);
    sheet.text(std::string(what) + ":" + one.submission.id.value,
               {x, line.y + (line.h - h) / 2, wrap, h}, words);
    x += w;
  };
  put("day", columns.day, day(one));
  put("tool", columns.tool, tool(one));
  put("result", columns.result, result(one));
  put("where", columns.where, where(one));
}

void TalkTable::show_paragraphs(Sheet& sheet, const RectMm& line,
                                const SavedSubmission& one) const {
  RectMm room{line.x + sheet.gap(), line.y + line_air / 2, line.w - sheet.gap() * 2, line.h};
  take_top(room, sheet.text("head:" + one.submission.id.value, room, head(one), Face::bold));
  sheet.text("result:" + one.submission.id.value, room, result(one));
}

std::string TalkTable::day(const SavedSubmission& one) const {
  return day_words(work_.at.content.texts, work_.language, one.submission.finished_ms);
}

std::string TalkTable::tool(const SavedSubmission& one) const {
  return tool_name(work_.at.content.texts, work_.language, one.submission.tool);
}

std::string TalkTable::result(const SavedSubmission& one) const {
  return result_words(work_.at.content, work_.language, one.submission);
}

std::string TalkTable::where(const SavedSubmission& one) const {
  return whereabouts_words(work_.at.content.texts, work_.language, one.whereabouts);
}

std::string TalkTable::head(const SavedSubmission& one) const {
  return day(one) + " · " + tool(one) + " · " + where(one);
}

}  // namespace aktiv::mentor
