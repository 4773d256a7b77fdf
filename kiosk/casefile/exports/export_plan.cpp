#include "kiosk/casefile/exports/export_plan.h"

#include <algorithm>

#include "kiosk/casefile/toml_tables.h"

namespace aktiv::casefile {
namespace {

Fault wrong(const std::string& what, const std::string& where, const std::string& expected) {
  return {what, where, expected};
}

Result<ExportSection> read_section(const toml::table& table, const std::string& where) {
  ExportSection section;
  section.id = table["id"].value_or(std::string());
  if (section.id.empty()) return wrong("a section has no id", where, "id = \"…\"");
  if (const auto* talks = table["talks"].as_array())
    for (const auto& one : *talks) section.talks.push_back(one.value_or(0));
  if (std::ranges::any_of(section.talks, [](int talk) { return talk < 1 || talk > 11; }))
    return wrong("not a tool's number", where + "." + section.id, "1 to 11");
  section.is_recent = table["recent"].value_or(false);
  if (const auto* forms = table["forms"].as_array())
    for (const auto& one : *forms) section.forms.push_back(one.value_or(std::string()));
  section.notes = table["notes"].value_or(std::string());
  if (section.talks.empty() && section.forms.empty())
    return wrong("nothing could stand in the section", where + "." + section.id, "talks or forms");
  return section;
}

Result<ExportPlan> read_plan(const toml::table& table, const std::string& name) {
  ExportPlan plan;
  plan.id = table["id"].value_or(std::string());
  if (plan.id.empty()) return wrong("an export has no id", name, "id = \"…\"");
  plan.shared_with = table["shared_with"].value_or(std::string());
  plan.asks_each = table["asks_each"].value_or(false);
  plan.starts_with_sheet = table["starts_with_sheet"].value_or(false);
  const std::string where = name + ": " + plan.id;
  const Status read = each_table(table, where, "section", [&](const toml::table& one) -> Status {
    auto section = read_section(one, where);
    if (!section) return section.error();
    plan.sections.push_back(std::move(*section));
    return {};
  });
  if (!read) return read.error();
  return plan;
}

}  // namespace

const ExportPlan* Exports::find(std::string_view id) const {
  const auto found = std::ranges::find(all_, id, &ExportPlan::id);
  return found == all_.end() ? nullptr : &*found;
}

Result<Exports> parse_exports(const std::string& text, const std::string& name) {
  std::vector<ExportPlan> all;
  const Status read = each_table(text, name, "export", [&](const toml::table& table) -> Status {
    auto plan = read_plan(table, name);
    if (!plan) return plan.error();
    all.push_back(std::move(*plan));
    return {};
  });
  if (!read) return read.error();
  return Exports(std::move(all));
}

Result<Exports> read_exports(const std::string& share) {
  const auto text = casefile_content(share, "exports.toml");
  if (!text) return text.error();
  return parse_exports(*text, share + "/casefile/exports.toml");
}

}  // namespace aktiv::casefile
