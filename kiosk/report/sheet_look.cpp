#include "kiosk/report/sheet_look.h"

#include <toml++/toml.h>

#include <optional>
#include <string>

namespace aktiv::report {
namespace {

// Takes fields out of one file; keeps the first fault and goes on, so that reading stays plain.
class Fields {
 public:
  Fields(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  void number(const char* table, const char* key, double& into) {
    const auto value = root_[table][key].value<double>();
    if (value && *value > 0)
      into = *value;
    else
      miss(table, key, "a number above 0");
  }

  void colour(const char* key, ui::Colour& into) {
    const std::string text = root_["colours"][key].value_or(std::string());
    const bool is_colour = text.size() == 7 && text[0] == '#' &&
                           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!is_colour) return miss("colours", key, "a colour like \"#14213D\"");
    const auto channel = [&](size_t at) {
      return std::stoi(text.substr(at, 2), nullptr, 16) / 255.0;
    };
    into = {channel(1), channel(3), channel(5)};
  }

  const std::optional<Fault>& fault() const { return fault_; }

 private:
  void miss(const char* table, const char* key, const char* expected) {
    if (fault_) return;
    fault_ = Fault{std::string(table) + "." + key + " is missing or not right", file_, expected};
  }

  const toml::table& root_;
  std::string file_;
  std::optional<Fault> fault_;
};

Result<SheetLook> read_table(const toml::table& root, const std::string& file) {
  SheetLook look;
  Fields read(root, file);
  read.colour("ink", look.ink);
  read.colour("card", look.card);
  read.colour("bar", look.bar);
  read.number("page", "width", look.page.width);
  read.number("page", "height", look.page.height);
  read.number("page", "margin", look.page.margin);
  read.number("text", "title", look.text.title);
  read.number("text", "heading", look.text.heading);
  read.number("text", "label_most", look.text.label_most);
  read.number("text", "label_least", look.text.label_least);
  read.number("text", "quote", look.text.quote);
  read.number("text", "line", look.text.line);
  read.number("text", "least", look.text.least);
  read.number("space", "sign", look.space.sign);
  read.number("space", "under_title", look.space.under_title);
  read.number("space", "section", look.space.section);
  read.number("space", "under_heading", look.space.under_heading);
  read.number("space", "between", look.space.between);
  read.number("space", "bar", look.space.bar);
  read.number("space", "bar_gap", look.space.bar_gap);
  read.number("space", "line_picture", look.space.line_picture);
  read.number("cards", "gap", look.cards.gap);
  read.number("cards", "corner", look.cards.corner);
  read.number("cards", "stroke", look.cards.stroke);
  read.number("cards", "inset", look.cards.inset);
  read.number("cards", "least_height", look.cards.least_height);
  read.number("cards", "tallest", look.cards.tallest);
  read.number("cards", "beside", look.cards.beside);
  read.number("document", "title", look.document.title);
  read.number("document", "heading", look.document.heading);
  read.number("document", "label", look.document.label);
  read.number("document", "text", look.document.text);
  read.number("document", "source", look.document.source);
  read.number("document", "section", look.document.section);
  read.number("document", "line", look.document.line);
  read.number("document", "indent", look.document.indent);
  if (read.fault()) return *read.fault();
  return look;
}

}  // namespace

Result<SheetLook> read_sheet_look(const std::filesystem::path& share) {
  const std::string file = (share / "theme" / "sheet.toml").string();
  try {
    return read_table(toml::parse_file(file), file);
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()), file, "the look of the sheet as TOML"};
  }
}

}  // namespace aktiv::report
