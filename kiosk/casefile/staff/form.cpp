#include "kiosk/casefile/staff/form.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "kiosk/casefile/toml_tables.h"

namespace aktiv::casefile {
namespace {

constexpr size_t longest_line = 200;
constexpr size_t longest_lines = 4000;
constexpr size_t longest_day = 10;

constexpr std::array kinds = {
    std::pair{"line", FieldKind::line}, std::pair{"lines", FieldKind::lines},
    std::pair{"day", FieldKind::day}, std::pair{"choice", FieldKind::choice},
    std::pair{"card", FieldKind::card}};

Fault wrong(const std::string& what, const std::string& where, const std::string& expected) {
  return {what, where, expected};
}

std::optional<FieldKind> kind_of(const std::string& word) {
  for (const auto& [name, kind] : kinds)
    if (word == name) return kind;
  return std::nullopt;
}

Result<FormField> read_field(const toml::table& table, const std::string& where) {
  FormField field;
  field.id = table["id"].value_or(std::string());
  if (field.id.empty()) return wrong("a field has no id", where, "id = \"…\"");
  const auto kind = kind_of(table["kind"].value_or(std::string()));
  if (!kind)
    return wrong("not a kind of field", where + "." + field.id, "line, lines, day, choice or card");
  field.kind = *kind;
  field.is_must = table["must"].value_or(false);
  field.is_asked = table["asked"].value_or(true);
  field.most_words = table["most_words"].value_or(0);
  if (field.most_words != 0 && (field.most_words < 1 || field.kind != FieldKind::line))
    return wrong("not a line of so many words", where + "." + field.id, "most_words for a line");
  field.is_found_by = table["found_by"].value_or(false);
  if (field.is_found_by && field.kind != FieldKind::day)
    return wrong("not a day to be found by", where + "." + field.id, "found_by for a day");
  field.deck = table["deck"].value_or(std::string());
  if (field.deck.empty() == (field.kind == FieldKind::card))
    return wrong("deck and kind do not fit", where + "." + field.id,
                 "deck = \"…\" for a card, and for nothing else");
  if (const auto* choices = table["choices"].as_array())
    for (const auto& one : *choices) field.choices.push_back(one.value_or(std::string()));
  const bool has_choices = !field.choices.empty();
  if (has_choices != (field.kind == FieldKind::choice))
    return wrong("choices and kind do not fit", where + "." + field.id,
                 "choices for a choice, and for nothing else");
  return field;
}

Result<Form> read_form(const toml::table& table, const std::string& name) {
  Form form;
  form.id = table["id"].value_or(std::string());
  form.version = table["version"].value_or(0);
  if (form.id.empty() || form.version < 1)
    return wrong("a form has no id or no version", name, "id = \"…\", version = 1");
  form.is_by_hand = table["by_hand"].value_or(true);
  form.is_for_day_centre = table["day_centre"].value_or(false);
  const std::string where = name + ": " + form.id;
  const Status read = each_table(table, where, "field", [&](const toml::table& one) -> Status {
    auto field = read_field(one, where);
    if (!field) return field.error();
    if (form.field(field->id) != nullptr)
      return wrong("a field stands twice", where + "." + field->id, "one of each");
    form.fields.push_back(std::move(*field));
    return {};
  });
  if (!read) return read.error();
  return form;
}

}  // namespace

bool FormField::has_choice(std::string_view choice) const {
  return std::ranges::find(choices, choice) != choices.end();
}

const FormField* Form::field(std::string_view wanted) const {
  const auto found = std::ranges::find(fields, wanted, &FormField::id);
  return found == fields.end() ? nullptr : &*found;
}

const Form* Forms::find(std::string_view id) const {
  const auto found = std::ranges::find(all_, id, &Form::id);
  return found == all_.end() ? nullptr : &*found;
}

Result<Forms> parse_forms(const std::string& text, const std::string& name) {
  std::vector<Form> all;
  const Status read = each_table(text, name, "form", [&](const toml::table& table) -> Status {
    auto form = read_form(table, name);
    if (!form) return form.error();
    all.push_back(std::move(*form));
    return {};
  });
  if (!read) return read.error();
  return Forms(std::move(all));
}

Result<Forms> read_forms(const std::string& share) {
  const auto text = casefile_content(share, "forms.toml");
  if (!text) return text.error();
  return parse_forms(*text, share + "/casefile/forms.toml");
}

size_t longest(FieldKind kind) {
  switch (kind) {
    case FieldKind::line:
      return longest_line;
    case FieldKind::lines:
      return longest_lines;
    case FieldKind::day:
      return longest_day;
    case FieldKind::choice:
    case FieldKind::card:
      break;
  }
  return longest_line;
}

}  // namespace aktiv::casefile
