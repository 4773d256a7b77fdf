// Step 1: tool and way on the left, how it lies on the right.
#include <algorithm>

#include "kiosk/ui/mentor/screens/start_steps.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

constexpr double tool_share = 0.56;

double choice_h(const Sheet& sheet) {
  return sheet.least() + 3;
}

std::string way_key(int way) {
  return "staff.way." + std::to_string(way);
}

std::vector<std::string> tool_labels(const Preparing& preparing) {
  std::vector<std::string> labels;
  for (const auto& tool : preparing.work.content().tools)
    labels.push_back(tool_name(preparing.work.content().texts, preparing.work.language, tool.id));
  return labels;
}

// As many in a row as have their words on one line; the area is as high as its rows.
Grid side_by_side(const Sheet& sheet, const RectMm& room, const std::vector<std::string>& labels) {
  double widest = 0;
  for (const auto& label : labels) widest = std::max(widest, sheet.choice_width(label));
  const auto count = static_cast<int>(labels.size());
  const auto fits = static_cast<int>((room.w + sheet.gap()) / (widest + sheet.gap()) + 1e-6);
  const int columns = std::clamp(fits, 1, std::max(1, count));
  const int rows = (count + columns - 1) / columns;
  const double h = choice_h(sheet);
  const RectMm area{room.x, room.y, room.w, rows * (h + sheet.gap()) - sheet.gap()};
  return {area, columns, rows, (room.w - sheet.gap() * (columns - 1)) / columns, h, sheet.gap()};
}

double rows_height(const Sheet& sheet, double w, const std::vector<std::string>& labels) {
  return side_by_side(sheet, {0, 0, w, 0}, labels).area.h + sheet.gap() * 1.5;
}

double title_height(const Sheet& sheet) {
  return sheet.line(Face::heading) + sheet.gap();
}

double about_height(const Sheet& sheet, const Preparing& preparing, int way, double w) {
  return sheet.text_height(preparing.work.say(way_key(way) + ".about"), Face::body, w) +
         sheet.gap() * 1.5;
}

// With all ways described, or with the longest alone.
double tool_height(const Sheet& sheet, const Preparing& preparing, double w, bool tells_all) {
  double all = 0;
  double longest = 0;
  double h = title_height(sheet) * 2 + rows_height(sheet, w, tool_labels(preparing));
  for (const int way : preparing.tool()->ways) {
    const double about = about_height(sheet, preparing, way, w);
    all += about;
    longest = std::max(longest, about);
    h += choice_h(sheet) + sheet.gap();
  }
  return h + (tells_all ? all : longest);
}

// Each key of "how it lies", in its order.
std::vector<std::string> hows(const Preparing& preparing) {
  if (!preparing.has_pairs()) return {"two_places"};
  if (preparing.may_be_extended()) return {"left_right", "top_bottom", "extended"};
  return {"left_right", "top_bottom"};
}

double how_height(const Sheet& sheet, const Preparing& preparing, double w) {
  double h = title_height(sheet) * 2 + languages_height(sheet, w, preparing.work) + sheet.gap();
  for (const auto& how : hows(preparing))
    h += sheet.choice_height(preparing.work.say("staff.start." + how), w) + sheet.gap() * 2;
  return h;
}

double needed_height(const Sheet& sheet, const Preparing& preparing, double w, bool tells_all) {
  const double gap = sheet.gap() * 3;
  if (sheet.is_narrow())
    return tool_height(sheet, preparing, w, tells_all) + gap + how_height(sheet, preparing, w);
  return std::max(tool_height(sheet, preparing, (w - gap) * tool_share, tells_all),
                  how_height(sheet, preparing, (w - gap) * (1 - tool_share)));
}

void show_tools(Sheet& sheet, RectMm& room, Preparing& preparing) {
  const Work& work = preparing.work;
  heading(sheet, room, "staff.start.tool", work.say("staff.start.tool"));
  const auto& tools = work.content().tools;
  const Grid grid = side_by_side(sheet, room, tool_labels(preparing));
  for (size_t i = 0; i < tools.size(); ++i)
    if (sheet.choice("tool:" + tools[i].id.value, grid.cell(static_cast<int>(i)),
                     tool_name(work.content().texts, work.language, tools[i].id),
                     tools[i].id == preparing.prepared.setup.tool))
      preparing.choose(tools[i]);
  take_top(room, grid.area.h, sheet.gap() * 1.5);
}

void show_ways(Sheet& sheet, RectMm& room, Preparing& preparing, bool tells_all) {
  const Work& work = preparing.work;
  heading(sheet, room, "staff.start.way", work.say("staff.start.way"));
  for (const int way : preparing.tool()->ways) {
    const auto key = std::to_string(way);
    if (sheet.choice("way:" + key, take_top(room, choice_h(sheet), sheet.gap()),
                     work.say(way_key(way)), way == preparing.prepared.setup.way))
      preparing.choose_way(way);
    if (!tells_all && way != preparing.prepared.setup.way) continue;
    const double h = sheet.text("way_about:" + key, room, work.say(way_key(way) + ".about"));
    take_top(room, h, sheet.gap() * 1.5);
  }
}

void show_language(Sheet& sheet, RectMm& room, Preparing& preparing) {
  const Work& work = preparing.work;
  heading(sheet, room, "staff.start.language", work.say("staff.start.language"));
  choose_language(sheet, room, work, preparing.prepared.language);
  take_top(room, sheet.gap());
}

void show_how(Sheet& sheet, RectMm& room, Preparing& preparing) {
  const Work& work = preparing.work;
  heading(sheet, room, "staff.start.how", work.say("staff.start.how"));
  auto& setup = preparing.prepared.setup;
  for (const auto& how : hows(preparing)) {
    const bool is_layout = how == "left_right" || how == "top_bottom";
    const bool is_chosen = is_layout           ? setup.layout == how
                           : how == "extended" ? setup.is_extended
                                               : setup.has_two_places;
    const auto& label = work.say("staff.start." + how);
    const double h = std::max(choice_h(sheet), sheet.choice_height(label, room.w));
    if (!sheet.choice("how:" + how, take_top(room, h, sheet.gap()), label, is_chosen)) continue;
    if (is_layout)
      setup.layout = how;
    else if (how == "extended")
      setup.is_extended = !is_chosen;
    else
      setup.has_two_places = !is_chosen;
  }
}

}  // namespace

void ToolStep::show(Sheet& sheet, Preparing& preparing) const {
  if (preparing.tool() == nullptr) return;
  const double w = sheet.body().w;
  const bool tells_all = needed_height(sheet, preparing, w, true) <= sheet.body().h;
  const RectMm room = sheet.scroll(
      "start_tool", [&](double wide) { return needed_height(sheet, preparing, wide, tells_all); });
  // Side by side however tall the paper is: a long list of tools is moved up and down.
  const double gap = sheet.gap() * 3;
  RectMm first = room;
  RectMm second = room;
  if (!sheet.is_narrow()) {
    first.w = (room.w - gap) * tool_share;
    second.x = first.right() + gap;
    second.w = room.w - gap - first.w;
  }
  show_tools(sheet, first, preparing);
  show_ways(sheet, first, preparing, tells_all);
  if (sheet.is_narrow()) second = below(first, gap);
  show_language(sheet, second, preparing);
  show_how(sheet, second, preparing);
}

}  // namespace aktiv::mentor
