#include "kiosk/ui/mentor/look.h"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "dialogue/model/access_numbers.h"

namespace aktiv::mentor {
namespace {

class Fields {
 public:
  Fields(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  double number(const char* table, const char* key) {
    const auto value = root_[table][key].value<double>();
    if (value && *value > 0) return *value;
    return miss(table, key, "a number over 0"), 0.0;
  }

  ui::Colour colour(const char* key) {
    const auto text = root_["pills"][key].value_or(std::string());
    const bool is_hex = text.size() == 7 && text[0] == '#' &&
                        text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!is_hex) return miss("pills", key, "a colour like \"#14213D\""), ui::Colour{};
    const auto channel = [&](size_t at) {
      return std::stoi(text.substr(at, 2), nullptr, 16) / 255.0;
    };
    return {channel(1), channel(3), channel(5)};
  }

  // Of a setting that access_numbers knows.
  std::vector<int> steps(const char* key) {
    const int least = access_number(key)->least;
    const int most = access_number(key)->most;
    std::vector<int> values;
    if (const auto* listed = root_["access"][key].as_array())
      for (const auto& one : *listed) values.push_back(one.value_or(least - 1));
    const bool is_in_range =
        std::ranges::all_of(values, [&](int value) { return value >= least && value <= most; });
    if (values.empty() || !is_in_range || !std::ranges::is_sorted(values))
      miss("access", key,
           "growing numbers from " + std::to_string(least) + " to " + std::to_string(most));
    return values;
  }

  const std::optional<Fault>& fault() const { return fault_; }

 private:
  void miss(const char* table, const char* key, const std::string& expected) {
    if (!fault_) fault_ = Fault{std::string(table) + "." + key + " is not right", file_, expected};
  }

  const toml::table& root_;
  std::string file_;
  std::optional<Fault> fault_;
};

Result<Look> read_table(const toml::table& root, const std::string& file, const ui::Theme& theme) {
  Fields fields(root, file);
  Look look;
  look.theme = theme;
  look.pill_kept = fields.colour("kept");
  look.pill_waiting = fields.colour("waiting");
  look.pill_trouble = fields.colour("trouble");
  look.pill_text = fields.colour("text");
  look.header = fields.number("sizes", "header");
  look.margin = fields.number("sizes", "margin");
  look.title = fields.number("sizes", "title");
  look.heading = fields.number("sizes", "heading");
  look.pad = fields.number("sizes", "pad");
  look.tile = fields.number("sizes", "tile");
  look.tile_picture = fields.number("sizes", "tile_picture");
  look.pill_corner = fields.number("sizes", "pill_corner");
  look.outline = fields.number("sizes", "outline");
  look.idle_ms = static_cast<int64_t>(fields.number("times", "idle_s") * 1000);
  look.idle_warning_ms = static_cast<int64_t>(fields.number("times", "idle_warning_s") * 1000);
  look.access = {.text_percent = fields.steps("text_percent"),
                 .most_choices = fields.steps("most_choices"),
                 .hold_ms = fields.steps("hold_ms"),
                 .same_touch_ms = fields.steps("same_touch_ms"),
                 .words_a_minute = fields.steps("words_a_minute"),
                 .volume_percent = fields.steps("volume_percent"),
                 .dwell_ms = fields.steps("dwell_ms"),
                 .scan_period_ms = fields.steps("scan_period_ms"),
                 .scan_accept_ms = fields.steps("scan_accept_ms"),
                 .scan_rounds = fields.steps("scan_rounds"),
                 .pitch = fields.steps("pitch"),
                 .sentence_pause_ms = fields.steps("sentence_pause_ms")};
  if (fields.fault()) return *fields.fault();
  return look;
}

}  // namespace

Result<Look> read_look(const std::filesystem::path& share, const ui::Theme& theme) {
  const auto file = (share / "theme" / "mentor.toml").string();
  try {
    return read_table(toml::parse_file(file), file, theme);
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()), file, "the mentor's look as TOML"};
  }
}

}  // namespace aktiv::mentor
