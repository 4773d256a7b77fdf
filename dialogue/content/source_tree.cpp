#include "dialogue/content/source_tree.h"

#include <toml++/toml.h>

namespace aktiv {
namespace {

SourceNode copy(const toml::node& node);

SourceNode copy_table(const toml::table& table) {
  SourceNode copied;
  for (const auto& [key, value] : table) copied.members.emplace_back(key.str(), copy(value));
  return copied;
}

SourceNode copy_list(const toml::array& list) {
  SourceNode copied;
  copied.kind = SourceNode::Kind::list;
  for (const auto& item : list) copied.items.push_back(copy(item));
  return copied;
}

SourceNode copy_value(const toml::node& node) {
  SourceNode copied;
  copied.kind = SourceNode::Kind::other;
  if (const auto* text = node.as_string()) {
    copied.kind = SourceNode::Kind::text;
    copied.text = text->get();
  } else if (const auto* number = node.as_integer()) {
    copied.kind = SourceNode::Kind::number;
    copied.number = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    copied.kind = SourceNode::Kind::flag;
    copied.flag = flag->get();
  }
  return copied;
}

SourceNode copy(const toml::node& node) {
  SourceNode copied = node.is_table()   ? copy_table(*node.as_table())
                      : node.is_array() ? copy_list(*node.as_array())
                                        : copy_value(node);
  copied.line = static_cast<int>(node.source().begin.line);
  return copied;
}

}  // namespace

const SourceNode* SourceNode::find(std::string_view key) const {
  for (const auto& [name, node] : members)
    if (name == key) return &node;
  return nullptr;
}

std::string at_line(const SourceFile& file, int line) {
  return file.name + ":" + std::to_string(line);
}

Result<SourceNode> parse_toml(const SourceFile& file) {
  try {
    return copy(toml::parse(std::string_view(file.text)));
  } catch (const toml::parse_error& error) {
    const auto line = static_cast<int>(error.source().begin.line);
    return Fault{"the file is not readable as TOML: " + std::string(error.description()),
                 at_line(file, line), "TOML 1.0, as in assets/decks/README.md"};
  }
}

}  // namespace aktiv
