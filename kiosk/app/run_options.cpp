#include "kiosk/app/run_options.h"

#include <toml++/toml.h>
#include <cstdio>

namespace aktiv::app {
namespace {

std::string place(const std::filesystem::path& file, const toml::node& node) {
  return file.string() + ":" + std::to_string(node.source().begin.line);
}

Status read_number(const std::filesystem::path& file, const toml::node& node, int least, int most,
                   int& into) {
  const auto number = node.value_exact<int64_t>();
  if (!number || *number < least || *number > most)
    return Fault{"not a number in its range", place(file, node),
                 std::to_string(least) + " to " + std::to_string(most)};
  into = static_cast<int>(*number);
  return {};
}

Status read_text(const std::filesystem::path& file, const toml::node& node, std::string& into) {
  const auto text = node.value_exact<std::string>();
  if (!text) return Fault{"not a text", place(file, node), "a text in quotes"};
  into = *text;
  return {};
}

template <class Item>
Status read_list(const std::filesystem::path& file, const toml::node& node,
                 std::vector<Item>& into) {
  const toml::array* list = node.as_array();
  if (list == nullptr) return Fault{"not a list", place(file, node), "a list of texts"};
  for (const toml::node& item : *list) {
    const auto text = item.value_exact<std::string>();
    if (!text) return Fault{"not a text", place(file, item), "a text in quotes"};
    into.emplace_back(*text);
  }
  return {};
}

Status read_size(const std::filesystem::path& file, const toml::node& node, RunOptions& options) {
  std::string text;
  if (Status read = read_text(file, node, text); !read) return read;
  auto size = size_of(text);
  if (!size) return Fault{size.error().what, place(file, node), size.error().expected};
  options.window = *size;
  return {};
}

Status read_scale(const std::filesystem::path& file, const toml::node& node, double least,
                  double most, double& into) {
  const auto number = node.value<double>();
  if (!number || *number < least || *number > most)
    return Fault{"not a number in its range", place(file, node),
                 std::to_string(least) + " to " + std::to_string(most)};
  into = *number;
  return {};
}

// A path is looked for beside the settings that name it.
Status read_authorities(const std::filesystem::path& file, const toml::node& node,
                        RunOptions& options) {
  std::string text;
  if (Status read = read_text(file, node, text); !read) return read;
  if (text != "system") text = (file.parent_path() / text).string();
  if (text != "system" && !std::filesystem::is_regular_file(text))
    return Fault{"no certificate authorities are there", place(file, node),
                 "\"system\", or the path of a PEM file"};
  options.case_file_authorities = text;
  return {};
}

Status read_entry(const std::filesystem::path& file, std::string_view key, const toml::node& node,
                  RunOptions& options) {
  if (key == "lang") return read_text(file, node, options.language);
  if (key == "theme") return read_text(file, node, options.theme);
  if (key == "sound") return read_text(file, node, options.sound);
  if (key == "sound_device") return read_text(file, node, options.sound_device);
  if (key == "headset_device") return read_text(file, node, options.headset_device);
  if (key == "voice_command") return read_list(file, node, options.voice_command);
  if (key == "voice_packs") return read_list(file, node, options.voice_packs);
  if (key == "case_file_authorities") return read_authorities(file, node, options);
  if (key == "decks") return read_list(file, node, options.own_decks);
  if (key == "photos") return read_list(file, node, options.photo_folders);
  if (key == "same_touch_ms") return read_number(file, node, 0, 1000, options.same_touch_ms);
  if (key == "hold_ms") return read_number(file, node, 0, 2000, options.hold_ms);
  if (key == "idle_minutes") return read_number(file, node, 1, 15, options.idle_minutes);
  if (key == "unfinished_days") return read_number(file, node, 1, 365, options.unfinished_days);
  if (key == "window") return read_size(file, node, options);
  if (key == "text_scale") return read_scale(file, node, 1.0, 2.0, options.text_scale);
  if (key == "px_per_mm") {
    double density = 0;
    if (Status read = read_scale(file, node, 1.0, 40.0, density); !read) return read;
    options.px_per_mm = density;
    return {};
  }
  return Fault{
      "unknown setting \"" + std::string(key) + "\"", place(file, node),
      "lang, theme, window, px_per_mm, text_scale, sound, sound_device, headset_device, "
      "voice_command, "
      "voice_packs, decks, photos, case_file_authorities, same_touch_ms, hold_ms, idle_minutes or "
      "unfinished_days"};
}

}  // namespace

Result<std::pair<int, int>> size_of(const std::string& text) {
  int width = 0;
  int height = 0;
  char rest = 0;
  const bool is_read = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) == 2;
  if (!is_read || width < 320 || height < 320 || width > 16384 || height > 16384)
    return Fault{"the size \"" + text + "\" cannot be read", "--window",
                 "width x height in pixels, such as 1920x1080"};
  return std::pair(width, height);
}

Status read_config(const std::filesystem::path& file, RunOptions& options) {
  try {
    const toml::table table = toml::parse_file(file.string());
    for (const auto& [key, node] : table)
      if (Status read = read_entry(file, key.str(), node, options); !read) return read;
    return {};
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()),
                 file.string() + ":" + std::to_string(error.source().begin.line),
                 "a TOML file of settings"};
  }
}

}  // namespace aktiv::app
