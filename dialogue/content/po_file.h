// Reads one gettext .po file: msgid is a key, msgstr the text. Plain entries only: no contexts, no
// plurals. Fuzzy (not yet agreed), repeated and empty entries are refused, so that no citizen meets
// a draft or a gap. Values; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/content/content.h"

namespace aktiv {

struct PoEntry {
  std::string key;
  std::string text;
  std::string where;  // "da.po:33"
};

struct PoFile {
  std::string name;          // "da.po"
  std::string language;      // "da", from the header; must agree with the name
  bool is_for_staff = true;  // false: "X-Audience: citizens"
  bool is_read = false;      // "X-Read-By-Native-Speaker: yes"
  std::vector<PoEntry> entries;
};

PoFile parse_po(const SourceFile& file, std::vector<Fault>& faults);

}  // namespace aktiv
