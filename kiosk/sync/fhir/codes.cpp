#include "kiosk/sync/fhir/codes.h"

#include <toml++/toml.h>

#include <optional>

namespace aktiv::fhir {
namespace {

// Reads required fields and remembers the first one that is missing.
class Fields {
 public:
  Fields(const toml::table& root, std::string_view where) : root_(root), where_(where) {}

  std::string text(std::string_view path) {
    auto value = root_.at_path(path).value<std::string>();
    if (value && !value->empty()) return *value;
    if (!fault_) fault_ = Fault{"a code is missing", where_ + ": " + std::string(path), "a text"};
    return {};
  }

  Code code(const std::string& path) { return {text(path + ".code"), text(path + ".display")}; }

  const std::optional<Fault>& fault() const { return fault_; }

 private:
  const toml::table& root_;
  std::string where_;
  std::optional<Fault> fault_;
};

Result<Codes> codes_of(const toml::table& root, std::string_view where) {
  Fields fields(root, where);
  Codes codes;
  codes.informer_url = fields.text("informer.url");
  codes.informer_system = fields.text("informer.system");
  codes.citizen = fields.code("informer.citizen");
  codes.supported_by_staff = fields.code("informer.supported_by_staff");
  codes.supported_by_relative = fields.code("informer.supported_by_relative");
  codes.theme_system = fields.text("theme.system");
  codes.interests = fields.code("theme.interests");
  codes.wish = fields.code("goal.wish");
  if (fields.fault()) return *fields.fault();
  return codes;
}

}  // namespace

Result<Codes> parse_codes(std::string_view toml, std::string_view where) {
  try {
    const toml::table root = toml::parse(toml, where);
    return codes_of(root, where);
  } catch (const toml::parse_error& error) {
    const auto line = std::to_string(error.source().begin.line);
    return Fault{std::string(error.description()), std::string(where) + ":" + line, "TOML"};
  }
}

}  // namespace aktiv::fhir
