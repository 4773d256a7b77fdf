#include "dialogue/content/po_file.h"

#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "dialogue/content/source_tree.h"
#include "dialogue/content/utf8.h"

namespace aktiv {
namespace {

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<char> unescaped(char code) {
  if (code == 'n') return '\n';
  if (code == 't') return '\t';
  if (code == '"' || code == '\\') return code;
  return std::nullopt;
}

// "text" with escapes -> text; nothing when the quotes or an escape are broken.
std::optional<std::string> unquote(std::string_view quoted) {
  if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return std::nullopt;
  quoted = quoted.substr(1, quoted.size() - 2);
  std::string text;
  for (size_t i = 0; i < quoted.size(); ++i) {
    if (quoted[i] == '"') return std::nullopt;
    if (quoted[i] != '\\') {
      text += quoted[i];
      continue;
    }
    if (++i == quoted.size()) return std::nullopt;
    const auto meant = unescaped(quoted[i]);
    if (!meant) return std::nullopt;
    text += *meant;
  }
  return text;
}

// Reads line by line; an entry is complete when the next one, or the end, begins.
class PoReader {
 public:
  PoReader(const SourceFile& file, std::vector<Fault>& faults) : file_(file), faults_(faults) {
    po_.name = file.name;
  }

  PoFile read() {
    std::string_view rest = file_.text;
    while (!rest.empty()) {
      ++line_;
      const auto end = rest.find('\n');
      read_line(trim(rest.substr(0, end)));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    finish_entry();
    check_language();
    return std::move(po_);
  }

 private:
  enum class Part { none, key, text };

  void fault(int line, std::string what, std::string expected) {
    faults_.push_back({std::move(what), at_line(file_, line), std::move(expected)});
  }

  void read_line(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '#') return read_comment(line);
    if (line.front() == '"') return append(line);
    if (line.starts_with("msgid ")) {
      finish_entry();
      entry_line_ = line_;
      part_ = Part::key;
      return append(trim(line.substr(6)));
    }
    if (line.starts_with("msgstr ") && part_ == Part::key) {
      part_ = Part::text;
      return append(trim(line.substr(7)));
    }
    fault(line_, "this line has no place here: " + std::string(line.substr(0, 40)),
          "msgid \"key\", then msgstr \"text\"; no contexts and no plurals");
    is_broken_ = true;
  }

  void read_comment(std::string_view line) {
    if (line.starts_with("#,") && line.find("fuzzy") != std::string_view::npos)
      fault(line_, "an entry is marked fuzzy", "an agreed text without the mark");
  }

  void append(std::string_view quoted) {
    auto& target = part_ == Part::text ? text_ : key_;
    const auto text = unquote(quoted);
    if (text && part_ != Part::none) {
      target += *text;
      return;
    }
    fault(line_, "a text in quotes is broken",
          "\"text\" on one line, with \\\" and \\\\ and \\n inside, after msgid or msgstr");
    is_broken_ = true;
  }

  void finish_entry() {
    const bool is_cut = part_ == Part::key && !is_broken_;
    if (is_cut) fault(entry_line_, "'" + key_ + "' has no msgstr", "msgstr \"…\" below it");
    if (part_ == Part::text && !is_broken_) keep_entry();
    part_ = Part::none;
    is_broken_ = false;
    key_.clear();
    text_.clear();
  }

  void keep_entry() {
    if (key_.empty()) return keep_header();
    if (text_.empty()) return fault(entry_line_, "'" + key_ + "' has no text", "msgstr \"…\"");
    if (!is_utf8(text_) || !is_utf8(key_))
      return fault(entry_line_, "'" + key_ + "' is not written in UTF-8", "UTF-8");
    if (!seen_.insert(key_).second)
      return fault(entry_line_, "'" + key_ + "' stands twice", "one entry a key");
    po_.entries.push_back({key_, text_, at_line(file_, entry_line_)});
  }

  void keep_header() {
    po_.language = header("Language");
    const auto audience = header("X-Audience");
    po_.is_for_staff = audience != "citizens";
    if (po_.is_for_staff && !audience.empty())
      fault(entry_line_, "the header's audience is '" + std::string(audience) + "'",
            "\"X-Audience: citizens\\n\", or none where staff's texts are here too");
    po_.is_read = header("X-Read-By-Native-Speaker") == "yes";
  }

  std::string_view header(std::string_view name) const {
    const auto label = "\n" + std::string(name) + ":";
    const auto text = "\n" + text_;
    const auto at = text.find(label);
    if (at == std::string::npos) return {};
    const auto rest = std::string_view(text_).substr(at + label.size() - 1);
    return trim(rest.substr(0, rest.find('\n')));
  }

  void check_language() {
    const auto name = std::string_view(file_.name).substr(file_.name.rfind('/') + 1);
    if (!po_.language.empty() && name == po_.language + ".po") return;
    fault(1, "the header's language is '" + po_.language + "'",
          "\"Language: da\\n\" in a file named da.po");
  }

  const SourceFile& file_;
  std::vector<Fault>& faults_;
  PoFile po_;
  std::unordered_set<std::string> seen_;
  std::string key_;
  std::string text_;
  Part part_ = Part::none;
  int line_ = 0;
  int entry_line_ = 0;
  bool is_broken_ = false;
};

}  // namespace

PoFile parse_po(const SourceFile& file, std::vector<Fault>& faults) {
  return PoReader(file, faults).read();
}

}  // namespace aktiv
