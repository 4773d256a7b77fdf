#include "kiosk/speech/settings.h"

#include <toml++/toml.h>
#include <optional>
#include <sstream>

namespace aktiv::speech {
namespace {

// Reads values one by one and keeps the first fault, so that staff mend one line at a time.
class Reader {
 public:
  Reader(const toml::table& root, std::string file) : root_(root), file_(std::move(file)) {}

  double number(const char* table, const char* key, double low, double high) {
    const auto node = root_[table][key];
    const auto value = node.value<double>();
    if (value && *value >= low && *value <= high) return *value;
    std::ostringstream range;
    range << "a number from " << low << " to " << high;
    refuse(node.node(), table, key, range.str());
    return low;
  }

  int whole(const char* table, const char* key, int low, int high) {
    return static_cast<int>(number(table, key, low, high));
  }

  Tone tone(const char* table) {
    Tone tone;
    tone.frequency_hz = number(table, "frequency_hz", 100, 4000);
    tone.ms = whole(table, "ms", 5, 3000);
    tone.gain = number(table, "gain", 0, 1);
    tone.attack_ms = whole(table, "attack_ms", 0, tone.ms);
    tone.release_ms = whole(table, "release_ms", 0, tone.ms - tone.attack_ms);
    return tone;
  }

  TakeRules take(const char* table) {
    TakeRules rules;
    rules.longest_s = whole(table, "longest_s", 5, 60);
    rules.quiet_db = number(table, "quiet_db", -90, -20);
    rules.too_quiet_db = number(table, "too_quiet_db", rules.quiet_db, -10);
    rules.too_loud_db = number(table, "too_loud_db", -6, 0);
    rules.level_db = number(table, "level_db", rules.too_quiet_db, -6);
    rules.peak_db = number(table, "peak_db", rules.level_db, 0);
    rules.before_ms = whole(table, "before_ms", 0, 1000);
    rules.after_ms = whole(table, "after_ms", 0, 2000);
    rules.soften_ms = whole(table, "soften_ms", 0, 100);
    return rules;
  }

  // `first`: a key that such a table has.
  std::map<std::string, std::string> names(const char* title, const char* first,
                                           const char* expected) {
    std::map<std::string, std::string> found;
    const auto* table = root_[title].as_table();
    if (!table || table->empty()) refuse(nullptr, title, first, expected);
    if (!table) return found;
    for (const auto& [key, value] : *table) {
      const auto name = value.value<std::string>();
      if (!name) refuse(&value, title, std::string(key.str()).c_str(), expected);
      if (name) found[std::string(key.str())] = *name;
    }
    return found;
  }

  const std::optional<Fault>& fault() const { return fault_; }

 private:
  void refuse(const toml::node* node, const char* table, const char* key, std::string expected) {
    if (fault_) return;
    const auto* owner = root_[table].node();
    const auto line = node ? node->source().begin.line : owner ? owner->source().begin.line : 1;
    fault_ =
        Fault{std::string("[") + table + "] " + key + (node ? " is not usable" : " is missing"),
              file_ + ":" + std::to_string(line), std::move(expected)};
  }

  const toml::table& root_;
  std::string file_;
  std::optional<Fault> fault_;
};

}  // namespace

Result<Settings> read_settings(const std::filesystem::path& file) {
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    return Fault{std::string(error.description()),
                 file.string() + ":" + std::to_string(error.source().begin.line),
                 "a readable TOML file, as in assets/sounds/sounds.toml"};
  }
  Reader read(root, file.string());
  Settings settings;
  settings.lowest_wpm = read.whole("speech", "lowest_wpm", 80, 450);
  settings.highest_wpm = read.whole("speech", "highest_wpm", settings.lowest_wpm, 450);
  settings.rate_wpm = read.whole("speech", "rate_wpm", settings.lowest_wpm, settings.highest_wpm);
  settings.pitch = read.whole("speech", "pitch", 0, 100);
  settings.volume_percent = read.whole("speech", "volume_percent", 0, 100);
  settings.volume_step_percent = read.whole("speech", "volume_step_percent", 5, 50);
  settings.gap_ms = read.whole("speech", "gap_ms", 0, 5000);
  settings.fade_ms = read.whole("speech", "fade_ms", 0, 50);
  settings.rest_after_ms = read.whole("speech", "rest_after_ms", 500, 600000);
  settings.buffer_frames = read.whole("speech", "buffer_frames", 128, 2048);
  settings.shelf_mb = read.whole("speech", "shelf_mb", 1, 4096);
  settings.take = read.take("recording");
  settings.voices = read.names("voices", "da", "the name of a voice for each language");
  settings.timbres = read.names("timbres", "lighter", "the name of a variant for each timbre");
  settings.click = read.tone("click");
  settings.help = read.tone("help");
  if (read.fault()) return *read.fault();
  return settings;
}

}  // namespace aktiv::speech
