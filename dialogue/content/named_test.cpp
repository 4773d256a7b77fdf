// What the tree names must be there: every key that code says, every picture that content says.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "dialogue/content/content.h"
#include "dialogue/content/source_tree.h"

namespace aktiv {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::set<std::string> danish_keys() {
  std::set<std::string> keys;
  std::istringstream lines(text_of(fs::path(AKTIV_SOURCE_DIR) / "locales/da.po"));
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("msgid \"")) keys.insert(line.substr(7, line.size() - 8));
  return keys;
}

// "ui.kept" is a key, or the stem of "ui.kept.shown"; "ui." is put together elsewhere.
bool has_words(const std::set<std::string>& keys, const std::string& name) {
  const auto at = keys.lower_bound(name);
  if (at != keys.end() && *at == name) return true;
  const auto below = keys.lower_bound(name + ".");
  return below != keys.end() && below->starts_with(name + ".");
}

// Text literals of the code that look like a key: "ui.kept", "f2_4", "t1_q", "staff.sound.device".
std::set<std::string> keys_said(const std::string& code) {
  constexpr std::array<std::string_view, 9> begins = {"ui.", "staff.", "buttons.", "f1_",  "f2_",
                                                      "f4_", "t1_",    "t2_",      "flag."};
  std::set<std::string> said;
  for (const auto begin : begins) {
    const auto opening = "\"" + std::string(begin);
    for (auto at = code.find(opening); at != std::string::npos; at = code.find(opening, at + 1)) {
      const auto end = code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.", at + 1);
      const auto key = code.substr(at + 1, end - at - 1);
      const bool is_whole =
          end != std::string::npos && code[end] == '"' && key.find_last_of("._") + 1 != key.size();
      if (is_whole) said.insert(key);
    }
  }
  return said;
}

TEST(Named, EveryKeyThatCodeSaysHasWords) {
  const auto keys = danish_keys();
  ASSERT_FALSE(keys.empty());
  size_t said = 0;
  for (const auto* room : {"dialogue", "kiosk"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(AKTIV_SOURCE_DIR) / room)) {
      const auto name = entry.path().filename().string();
      const bool is_code = name.ends_with(".cpp") || name.ends_with(".h");
      // Scenes and content made up for tests speak their own names.
      const bool is_made_up =
          name.ends_with("_test.cpp") || name.starts_with("sample_") || name == "small_content.h";
      if (!is_code || is_made_up) continue;
      for (const auto& key : keys_said(text_of(entry.path()))) {
        ++said;
        EXPECT_TRUE(has_words(keys, key)) << entry.path() << " says " << key;
      }
    }
  }
  EXPECT_GT(said, 40u);  // the search itself still finds something
}

TEST(Named, EveryPictureThatContentSaysIsComposed) {
  const SourceFile file{"pictures.toml",
                        text_of(fs::path(AKTIV_SOURCE_DIR) / "assets/pictures/pictures.toml")};
  const auto table = parse_toml(file);
  ASSERT_TRUE(table) << to_text(table.error());
  std::set<PictureId> composed;
  for (const auto& [id, picture] : table->members) composed.insert(PictureId(id));

  for (const auto* folder : {"assets/decks", "dialogue/tools"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(AKTIV_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".toml") continue;
      const SourceFile source{entry.path().filename().string(), text_of(entry.path())};
      const bool is_deck = folder == std::string("assets/decks");
      const std::vector<SourceFile> files = {source};
      const auto content =
          is_deck ? load_content(files, {}, {}).content : load_content({}, files, {}).content;
      for (const auto& fault : check_pictures(content, composed)) ADD_FAILURE() << to_text(fault);
    }
  }
}

}  // namespace
}  // namespace aktiv
