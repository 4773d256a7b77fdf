#include "kiosk/casefile/pages/leader_page.h"

#include <algorithm>
#include <charconv>

#include "kiosk/casefile/csv.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/pages/offers/offers_page.h"

namespace aktiv::casefile {
namespace {

constexpr int years_shown = 5;
constexpr int first_year = 2016;  // the unit's first count

std::string asked(const Visit& visit, const char* name) {
  return field(visit.request.query, name).value_or("");
}

std::string day_of(const Visit& visit, const LeaderView& view) {
  const std::string day = asked(visit, "day");
  return parse_day(day) ? day : view.today;
}

int from_year(const Visit& visit) {
  const std::string asked_for =
      visit.request.method == "POST" ? visit.value("from") : asked(visit, "from");
  return static_cast<int>(
      std::clamp<int64_t>(number_in(asked_for, first_year), first_year, 9999 - years_shown));
}

std::string count_words(const Words& words, const std::optional<int>& count) {
  return count ? std::to_string(*count) : words.plain("leader.few");
}

// "Job med løntilskud", as the form of the course calls it.
std::string group_words(const Words& words, const char* field, const std::string& group) {
  return group.empty() ? words.plain("leader.not_said")
                       : words.plain(std::string("form.course.") + field + "." + group);
}

struct Line {
  std::string words;
  std::string count;
  bool is_part = false;  // of the line above it
};

std::vector<Line> status_lines(const Words& words, const CourseStatus& status) {
  const auto three = shown({{"clarifying", status.clarifying},
                            {"fulfilled", status.fulfilled},
                            {"closed", status.closed}});
  std::vector<Line> lines;
  lines.push_back({words.plain("leader.all"), status.all > 0 && status.all < least_in_group
                                                  ? words.plain("leader.few")
                                                  : std::to_string(status.all)});
  const bool are_both = three.at("clarifying") && three.at("fulfilled");
  lines.push_back({words.plain("leader.active"),
                   are_both ? std::to_string(status.active()) : words.plain("leader.few")});
  const auto add = [&](const char* state, const std::map<std::string, int>& parts,
                       const char* field) {
    lines.push_back({words.plain(std::string("form.course.state.") + state),
                     count_words(words, three.at(state))});
    if (!three.at(state)) return;
    for (const auto& [group, count] : shown(parts))
      lines.push_back({group_words(words, field, group), count_words(words, count), true});
  };
  add("clarifying", {}, "");
  add("fulfilled", status.by_employment, "employment");
  add("closed", status.by_reason, "reason");
  return lines;
}

Html status_card(const Visit& visit, const LeaderView& view) {
  const Words& words = visit.words;
  const std::string day = day_of(visit, view);
  Html rows;
  for (const Line& line : status_lines(words, status_on(view.lines, day)))
    rows +=
        element("tr", element("th", {{"scope", "row"}, {"class", line.is_part ? "part" : "whole"}},
                              text(line.words)) +
                          element("td", {{"class", "number"}}, text(line.count)));
  const Html form =
      element("form", {{"method", "get"}, {"action", "/leader"}},
              labelled_input({"day", words.plain("leader.day"), "date", "off", day, "", true}, {}) +
                  button(words("leader.show")));
  return card(
      "status", words("leader.status"),
      form +
          wide(
              "status",
              element("table",
                      element("caption", text(words.filled("leader.caption",
                                                           {{"day", words.iso_day_words(day)}}))) +
                          element("thead",
                                  element("tr",
                                          element("th", {{"scope", "col"}}, words("leader.state")) +
                                              element("th", {{"scope", "col"}, {"class", "number"}},
                                                      words("demand.count")))) +
                          element("tbody", rows))) +
          paragraph(words("leader.few_explain"), "muted"));
}

std::string cell_id(const std::string& type, int year) {
  return type + "-" + std::to_string(year);
}

Html target_row(const Words& words, const LeaderView& view, const std::string& type, int from,
                const std::vector<FormError>& errors) {
  const std::string name = words.plain("leader.type." + type);
  Html row = element("th", {{"scope", "row"}}, text(name));
  for (int year = from; year < from + years_shown; ++year) {
    const auto known = view.targets.find({type, year});
    const std::string id = cell_id(type, year);
    const bool is_wrong = std::ranges::find(errors, id, &FormError::field) != errors.end();
    std::string tag = void_element("input", {{"id", id},
                                             {"name", id},
                                             {"inputmode", "numeric"},
                                             {"size", "5"},
                                             {"autocomplete", "off"},
                                             {"aria-label", name + ", " + std::to_string(year)},
                                             {"value", known == view.targets.end()
                                                           ? std::string()
                                                           : std::to_string(known->second)}})
                          .str();
    if (is_wrong) tag.insert(tag.size() - 1, " aria-invalid=\"true\"");
    row += element("td", markup(tag));
  }
  return element("tr", row);
}

Html targets_card(const Visit& visit, const LeaderView& view,
                  const std::vector<FormError>& errors) {
  const Words& words = visit.words;
  const int from = from_year(visit);
  Html head = element("th", {{"scope", "col"}}, words("leader.type"));
  for (int year = from; year < from + years_shown; ++year)
    head += element("th", {{"scope", "col"}}, text(std::to_string(year)));
  Html rows;
  for (const char* type : employment_types) rows += target_row(words, view, type, from, errors);
  const Html table =
      wide("targets",
           element("table", element("caption", words("leader.targets_caption")) +
                                element("thead", element("tr", head)) + element("tbody", rows)));
  Html links;
  if (from > first_year)
    links +=
        element(
            "a",
            {{"href", "/leader?from=" + std::to_string(std::max(first_year, from - years_shown))}},
            words("leader.earlier_years")) +
        markup(" ");
  links += element("a", {{"href", "/leader?from=" + std::to_string(from + years_shown)}},
                   words("leader.later_years"));
  return card(
      "targets", words("leader.targets"),
      post_form(visit, "/leader/targets",
                hidden_input("from", std::to_string(from)) + table + button(words("form.keep"))) +
          element("nav", {{"class", "pages"}, {"aria-label", words.plain("leader.years")}},
                  paragraph(links)));
}

}  // namespace

PageContent leader_page(const Visit& visit, const LeaderView& view, std::vector<FormError> errors) {
  const Words& words = visit.words;
  const int status = errors.empty() ? 200 : 422;
  Html main = status_card(visit, view) + targets_card(visit, view, errors) +
              demand_card(words, view.demand) +
              card("more", words("leader.more"),
                   paragraph(text(words.filled("leader.due",
                                               {{"count", std::to_string(view.follow_ups_due)}}))) +
                       paragraph(element("a", {{"href", "/evaluation"}}, words("nav.evaluation"))) +
                       paragraph(element("a", {{"href", "/leader.csv?day=" + day_of(visit, view)}},
                                         words("leader.csv"))));
  return {words.plain("leader.title"), std::move(main), std::move(errors), status};
}

std::string leader_csv(const Visit& visit, const LeaderView& view) {
  const Words& words = visit.words;
  std::string csv(csv_begin);
  const auto add = [&](const CsvRow& row) { csv += csv_line(row); };
  const std::string day = day_of(visit, view);
  add({words.plain("leader.status"), day});
  for (const Line& line : status_lines(words, status_on(view.lines, day)))
    add({line.words, line.count});
  add({words.plain("leader.targets")});
  for (const auto& [cell, value] : view.targets)
    add({words.plain("leader.type." + cell.first), std::to_string(cell.second),
         std::to_string(value)});
  add({words.plain("demand.title")});
  for (const DemandLine& line : view.demand.lines)
    add({words.quarter_words(line.quarter), words.card(CardRef{"jobs", line.card}),
         std::to_string(line.count)});
  return csv;
}

TargetForm targets_from_form(const Visit& visit) {
  TargetForm form;
  const int from = from_year(visit);
  for (const char* type : employment_types) {
    for (int year = from; year < from + years_shown; ++year) {
      const std::string id = cell_id(type, year);
      const std::string written = visit.value(id);
      int value = 0;
      const auto [end, error] =
          std::from_chars(written.data(), written.data() + written.size(), value);
      const bool is_number = error == std::errc() && end == written.data() + written.size();
      if (written.empty() || written == "?")
        form.changes.push_back({type, year, std::nullopt});
      else if (is_number && value >= 0 && value <= most_target)
        form.changes.push_back({type, year, value});
      else
        form.errors.push_back(
            {id,
             visit.words.filled("leader.no_number",
                                {{"type", visit.words.plain(std::string("leader.type.") + type)},
                                 {"year", std::to_string(year)}})});
    }
  }
  return form;
}

}  // namespace aktiv::casefile
