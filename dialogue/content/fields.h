// Reads one table of a content file field by field and says every fault with file, line and what
// would be right. A field nobody reads is refused too: a misspelt name must not pass as a missing
// one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/content/source_tree.h"

namespace aktiv {

class Fields {
 public:
  // `thing` names the table in faults: "card", "tool". All references must outlive this.
  Fields(const SourceFile& file, const SourceNode& table, std::string thing,
         std::vector<Fault>& faults);

  std::string text(std::string_view name);  // required, not empty
  std::string text_or(std::string_view name, std::string otherwise);
  std::string id(std::string_view name);                   // required: a–z, 0–9, _
  int number(std::string_view name, int least, int most);  // required
  int number_or(std::string_view name, int least, int most, int otherwise);
  bool flag_or(std::string_view name, bool otherwise);
  std::vector<std::string> texts(std::string_view name);         // may be missing
  std::vector<int> numbers(std::string_view name);               // may be missing
  const SourceNode* table(std::string_view name);                // may be missing
  std::vector<const SourceNode*> tables(std::string_view name);  // may be missing

  void refuse_unread();  // last
  void fault(int line, std::string what, std::string expected);
  std::string where(std::string_view name = "") const;  // the field's line, else the table's

 private:
  const SourceNode* take(std::string_view name);
  const SourceNode* take(std::string_view name, SourceNode::Kind kind, std::string_view expected);
  const SourceNode* need(std::string_view name, SourceNode::Kind kind, std::string_view expected);

  const SourceFile& file_;
  const SourceNode& table_;
  std::string thing_;
  std::vector<Fault>& faults_;
  std::vector<std::string> read_;
};

bool is_id(std::string_view text);

}  // namespace aktiv
