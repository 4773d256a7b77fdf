#include "kiosk/ui/theme/theme.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cmath>
#include <optional>

namespace aktiv::ui {
namespace {

// Takes fields out of one file; keeps the first fault and goes on, so that reading stays plain.
class Reader {
 public:
  Reader(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  void number(const char* table, const char* key, double& into) {
    const auto node = root_[table][key];
    const auto value = node.value<double>();
    if (value && *value >= 0)
      into = *value;
    else
      miss(table, key, node.node(), "a number of millimetres, 0 or more");
  }

  void colour(const char* key, Colour& into) {
    const auto node = root_["colours"][key];
    const auto parsed = parse(node.value_or(std::string()));
    if (parsed)
      into = *parsed;
    else
      miss("colours", key, node.node(), "a colour like \"#14213D\"");
  }

  void picture(const char* table, const char* key, PictureId& into) {
    const auto node = root_[table][key];
    into = PictureId(node.value_or(std::string()));
    if (into.empty()) miss(table, key, node.node(), "a picture like \"ui/thought\"");
  }

  const std::optional<Fault>& fault() const { return fault_; }

 private:
  // A theme may take it from the theme that it is like.
  std::string where(const toml::source_region& source) const {
    return (source.path ? *source.path : file_) + ":" + std::to_string(source.begin.line);
  }

  static std::optional<Colour> parse(const std::string& text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    if (text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
      return std::nullopt;
    const auto channel = [&](size_t at) {
      return std::stoi(text.substr(at, 2), nullptr, 16) / 255.0;
    };
    return Colour{channel(1), channel(3), channel(5)};
  }

  void miss(const char* table, const char* key, const toml::node* node, const char* expected) {
    if (fault_) return;
    const char* trouble = node != nullptr ? " is not right" : " is missing";
    fault_ = Fault{std::string(table) + "." + key + trouble,
                   node != nullptr ? where(node->source()) : file_, expected};
  }

  const toml::table& root_;
  std::string file_;
  std::optional<Fault> fault_;
};

void read_colours(Reader& read, Colours& colours) {
  read.colour("paper", colours.paper);
  read.colour("ink", colours.ink);
  read.colour("card", colours.card);
  read.colour("accent", colours.accent);
  read.colour("accent_ink", colours.accent_ink);
  read.colour("accent_soft", colours.accent_soft);
  read.colour("sun", colours.sun);
  read.colour("sun_ink", colours.sun_ink);
  read.colour("focus", colours.focus);
  read.colour("focus_edge", colours.focus_edge);
  read.colour("tile", colours.tile);
  read.colour("sun_soft", colours.sun_soft);
  read.colour("muted", colours.muted);
  read.colour("step", colours.step);
  read.colour("calm", colours.calm);
  read.colour("calm_ink", colours.calm_ink);
  read.colour("calm_muted", colours.calm_muted);
}

void read_sizes(Reader& read, Sizes& sizes) {
  read.number("sizes", "full_glass", sizes.full_glass);
  read.number("sizes", "question", sizes.question);
  read.number("sizes", "card", sizes.card);
  read.number("sizes", "button", sizes.button);
  read.number("sizes", "caption", sizes.caption);
  read.number("sizes", "greeting", sizes.greeting);
  read.number("sizes", "calm", sizes.calm);
  read.number("sizes", "legible", sizes.legible);
  read.number("sizes", "target", sizes.target);
  read.number("sizes", "default_target", sizes.default_target);
  read.number("sizes", "least_target", sizes.least_target);
  read.number("sizes", "gap", sizes.gap);
  read.number("sizes", "card_corner", sizes.card_corner);
  read.number("sizes", "button_corner", sizes.button_corner);
  read.number("sizes", "step", sizes.step);
}

void read_strokes(Reader& read, Strokes& strokes) {
  read.number("strokes", "card", strokes.card);
  read.number("strokes", "button", strokes.button);
  read.number("strokes", "tile", strokes.tile);
  read.number("strokes", "stone", strokes.stone);
  read.number("strokes", "chosen", strokes.chosen);
  read.number("strokes", "pressed", strokes.pressed);
  read.number("strokes", "focus_ink", strokes.focus_ink);
  read.number("strokes", "focus_sun", strokes.focus_sun);
  read.number("strokes", "lit", strokes.lit);
  read.number("strokes", "pen", strokes.pen);
}

void read_marks(Reader& read, Marks& marks) {
  read.number("marks", "badge", marks.badge);
  read.number("marks", "badge_ring", marks.badge_ring);
  read.number("marks", "badge_overhang", marks.badge_overhang);
  read.number("marks", "button_badge_overhang", marks.button_badge_overhang);
  read.picture("marks", "crown", marks.crown);
  read.number("marks", "word_pad_x", marks.word_pad_x);
  read.number("marks", "word_corner", marks.word_corner);
  read.number("marks", "tile_corner", marks.tile_corner);
}

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// What is said of a role counts, and the rest is as in `like`.
void lay_over(toml::table& like, const toml::table& own) {
  for (const auto& [name, node] : own) {
    toml::table* below = like[name].as_table();
    if (const toml::table* table = node.as_table(); table != nullptr && below != nullptr)
      for (const auto& [key, value] : *table) below->insert_or_assign(key, value);
    else
      like.insert_or_assign(name, node);
  }
}

Result<Theme> read_table(const toml::table& root, const std::filesystem::path& file) {
  Theme theme;
  theme.name = root["name"].value_or(file.stem().string());
  Reader read(root, file.string());
  read_colours(read, theme.colours);
  read_sizes(read, theme.sizes);
  read_strokes(read, theme.strokes);
  read_marks(read, theme.marks);
  if (read.fault()) return *read.fault();
  return theme;
}

}  // namespace

Result<Theme> read_theme(const std::filesystem::path& file) {
  try {
    toml::table own = toml::parse_file(file.string());
    const auto like = own["like"].value<std::string>();
    if (!like) return read_table(own, file);
    toml::table whole = toml::parse_file((file.parent_path() / (*like + ".toml")).string());
    lay_over(whole, own);
    return read_table(whole, file);
  } catch (const toml::parse_error& error) {
    const auto line = error.source().begin.line;
    return Fault{std::string(error.description()),
                 file.string() + (line > 0 ? ":" + std::to_string(line) : ""), "a theme as TOML"};
  }
}

Result<Theme> read_theme(const std::filesystem::path& share, const std::string& name) {
  return read_theme(share / "theme" / (name + ".toml"));
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

double contrast(double luminance, double other) {
  return (std::max(luminance, other) + 0.05) / (std::min(luminance, other) + 0.05);
}

double contrast(const Colour& a, const Colour& b) {
  return contrast(luminance(a), luminance(b));
}

}  // namespace aktiv::ui
