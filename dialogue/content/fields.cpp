#include "dialogue/content/fields.h"

#include <algorithm>
#include <utility>

namespace aktiv {

using Kind = SourceNode::Kind;

bool is_id(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

Fields::Fields(const SourceFile& file, const SourceNode& table, std::string thing,
               std::vector<Fault>& faults)
    : file_(file), table_(table), thing_(std::move(thing)), faults_(faults) {}

void Fields::fault(int line, std::string what, std::string expected) {
  faults_.push_back({std::move(what), at_line(file_, line), std::move(expected)});
}

std::string Fields::where(std::string_view name) const {
  const auto* node = table_.find(name);
  return at_line(file_, node == nullptr ? table_.line : node->line);
}

const SourceNode* Fields::take(std::string_view name) {
  if (std::find(read_.begin(), read_.end(), name) == read_.end()) read_.emplace_back(name);
  return table_.find(name);
}

const SourceNode* Fields::take(std::string_view name, Kind kind, std::string_view expected) {
  const auto* node = take(name);
  if (node == nullptr || node->kind == kind) return node;
  fault(node->line, "'" + std::string(name) + "' of the " + thing_ + " is of the wrong kind",
        std::string(name) + " = " + std::string(expected));
  return nullptr;
}

const SourceNode* Fields::need(std::string_view name, Kind kind, std::string_view expected) {
  const bool is_there = table_.find(name) != nullptr;
  if (!is_there) {
    fault(table_.line, "the " + thing_ + " has no '" + std::string(name) + "'",
          std::string(name) + " = " + std::string(expected));
  }
  return take(name, kind, expected);
}

std::string Fields::text(std::string_view name) {
  const auto* node = need(name, Kind::text, "\"…\"");
  if (node == nullptr) return {};
  if (node->text.empty())
    fault(node->line, "'" + std::string(name) + "' of the " + thing_ + " is empty", "a text");
  return node->text;
}

std::string Fields::text_or(std::string_view name, std::string otherwise) {
  const auto* node = take(name, Kind::text, "\"…\"");
  return node == nullptr ? std::move(otherwise) : node->text;
}

std::string Fields::id(std::string_view name) {
  auto value = text(name);
  if (!value.empty() && !is_id(value)) {
    fault(table_.find(name)->line, "'" + value + "' is not a name for the " + thing_,
          "small letters a–z, digits and _ only");
  }
  return value;
}

int Fields::number(std::string_view name, int least, int most) {
  if (need(name, Kind::number, "a whole number") == nullptr) return least;
  return number_or(name, least, most, least);
}

int Fields::number_or(std::string_view name, int least, int most, int otherwise) {
  const auto* node = take(name, Kind::number, "a whole number");
  if (node == nullptr) return otherwise;
  if (node->number >= least && node->number <= most) return static_cast<int>(node->number);
  fault(node->line, "'" + std::string(name) + "' is " + std::to_string(node->number),
        std::to_string(least) + " to " + std::to_string(most));
  return otherwise;
}

bool Fields::flag_or(std::string_view name, bool otherwise) {
  const auto* node = take(name, Kind::flag, "true or false");
  return node == nullptr ? otherwise : node->flag;
}

std::vector<std::string> Fields::texts(std::string_view name) {
  std::vector<std::string> values;
  const auto* list = take(name, Kind::list, "[\"…\", \"…\"]");
  if (list == nullptr) return values;
  for (const auto& item : list->items) {
    if (item.kind == Kind::text && !item.text.empty()) {
      values.push_back(item.text);
    } else {
      fault(item.line, "'" + std::string(name) + "' holds something that is not a text", "\"…\"");
    }
  }
  return values;
}

std::vector<int> Fields::numbers(std::string_view name) {
  std::vector<int> values;
  const auto* list = take(name, Kind::list, "[1, 2]");
  if (list == nullptr) return values;
  for (const auto& item : list->items) {
    if (item.kind == Kind::number && std::in_range<int>(item.number)) {
      values.push_back(static_cast<int>(item.number));
    } else {
      fault(item.line, "'" + std::string(name) + "' holds something that is not a number", "1");
    }
  }
  return values;
}

const SourceNode* Fields::table(std::string_view name) {
  return take(name, Kind::table, "a table [" + std::string(name) + "]");
}

std::vector<const SourceNode*> Fields::tables(std::string_view name) {
  std::vector<const SourceNode*> values;
  const auto expected = "tables [[" + std::string(name) + "]]";
  const auto* list = take(name, Kind::list, expected);
  if (list == nullptr) return values;
  for (const auto& item : list->items) {
    if (item.kind == Kind::table) {
      values.push_back(&item);
    } else {
      fault(item.line, "'" + std::string(name) + "' holds something that is not a table", expected);
    }
  }
  return values;
}

void Fields::refuse_unread() {
  for (const auto& [name, node] : table_.members) {
    if (std::find(read_.begin(), read_.end(), name) != read_.end()) continue;
    std::string known;
    for (const auto& field : read_) known += (known.empty() ? "" : ", ") + field;
    fault(node.line, "the " + thing_ + " has an unknown field '" + name + "'", "one of: " + known);
  }
}

}  // namespace aktiv
