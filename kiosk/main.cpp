// The composition root: the one place that names all parts.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>

#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/enrol_command.h"
#include "kiosk/app/commands/run_command.h"

namespace {

void add_screen_options(CLI::App& command, aktiv::app::ScreenOptions& options) {
  command.add_option("--lang", options.language, "language of the texts: da, en, ar …");
  command.add_option("--size", options.size, "the display in pixels, 1920x1080");
  command.add_option("--theme", options.theme, "colours (light, dark, contrast)");
  command.add_option("--text-scale", options.text_scale, "1.0 to 2.0");
  command.add_option("--reach", options.reach, "where a hand reaches (low, left, right)");
  command.add_option("--diagonal", options.diagonal_inches, "the display's diagonal in inches");
  command.add_option("--decks", options.own_decks, "folders with decks of the day centre's own");
}

void add_enrol_options(CLI::App& command, aktiv::app::EnrolOptions& options) {
  options.name = "kiosk";
  command.add_option("--data", options.data, "folder of this kiosk's sealed answers")->required();
  command
      .add_option("--address", options.address,
                  "the case file, https://host:port; with --client-id the FHIR base address")
      ->required();
  command.add_option("--code", options.code, "the one-time code that the case file gave");
  command.add_option("--client-id", options.client,
                     "another's FHIR server: as it registered this kiosk's key (aktiv-kiosk key)");
  command.add_option("--scope", options.scope, "what is asked for there; none: what a kiosk needs");
  command.add_option("--centre", options.centre,
                     "with --client-id: the day centre, whose kiosks share their citizens");
  command.add_option("--name", options.name, "what staff call this kiosk");
  command.add_option("--authorities", options.authorities,
                     "\"system\" or a PEM file: believe a certificate through its authorities "
                     "instead of pinning its key (case_file_authorities in the settings)");
}

// Left out: every language, glass and text size.
void add_audit_options(CLI::App& command, aktiv::app::AuditOptions& options) {
  command.add_option("--lang", options.language, "only this language: da, en, ar …");
  command.add_option("--size", options.size, "only this display in pixels, 1920x1080");
  command.add_option("--diagonal", options.inches, "the display's diagonal in inches");
  command.add_option("--theme", options.theme, "colours (light, dark, contrast; all in turn)");
  command.add_option("--text-scale", options.text_scale, "only this text size, 1.0 to 2.0");
  command.add_option("--reach", options.reach, "where a hand reaches (low, left, right)");
  command.add_option("--decks", options.own_decks, "folders with decks of the day centre's own");
  command.add_option("--breaches", options.most_breaches, "how many of each item are named");
  command.add_option("--statement", options.statement,
                     "writes the conformance statement (EN 301 549, WCAG 2.2) as Markdown");
  command.add_flag("!--no-paint", options.is_painted, "only what needs no paint");
  command.add_flag("--full", options.is_full, "paints every view, not only one of each pair");
}

void add_run_options(CLI::App& command, aktiv::app::RunOptions& options, std::string& window,
                     std::string& config) {
  command.add_option("--data", options.data, "folder of this kiosk's sealed answers")
      ->envname("AKTIV_DATA");
  command.add_option("--config", config, "TOML file of settings for this machine");
  command.add_option(
      "--photos", options.photo_folders,
      "folders where the mentor finds photos, beside the sticks that are plugged in");
  command.add_option("--window", window, "a window of this size, 1280x800, instead of fullscreen");
  command.add_option("--lang", options.language, "language of the first screen: da, en, ar …");
  command.add_option("--text-scale", options.text_scale, "1.0 to 2.0");
  command.add_option("--px-per-mm", options.px_per_mm, "when the display lies about its size");
  command.add_option("--sound", options.sound, "device, null, or wav:FILE");
  command.add_option("--describe", options.describe, "appends each shown scene as a JSON line");
  command.add_option("--trace", options.trace, "appends what happened when as JSON lines");
  command.add_flag("--demonstration", options.is_demonstration,
                   "three built-in citizens, in this data folder");
  command.add_flag("--test-disk", options.has_test_disk,
                   "for measuring: a disk made slow by AKTIV_FSYNC_DELAY_MS");
}

// Where nothing else was said: a folder of the person's own.
std::filesystem::path default_data() {
  if (const char* state = std::getenv("XDG_DATA_HOME"))
    return std::filesystem::path(state) / "aktiv-dialog/kiosk";
  if (const char* home = std::getenv("HOME"))
    return std::filesystem::path(home) / ".local/share/aktiv-dialog/kiosk";
  return "aktiv-dialog-kiosk";
}

int run_kiosk(CLI::App& command, aktiv::app::RunOptions options, const std::string& window,
              const std::string& config) {
  if (!config.empty()) {
    aktiv::app::RunOptions configured;
    if (const aktiv::Status read = aktiv::app::read_config(config, configured); !read) {
      std::fprintf(stderr, "%s\n", aktiv::to_text(read.error()).c_str());
      return 1;
    }
    // The command line wins over the file: the file's settings first, then the words once more.
    const aktiv::app::RunOptions given = options;
    options = configured;
    options.data = given.data;
    options.describe = given.describe;
    options.trace = given.trace;
    options.is_demonstration = given.is_demonstration;
    options.has_test_disk = given.has_test_disk;
    if (command.count("--lang") > 0) options.language = given.language;
    if (command.count("--text-scale") > 0) options.text_scale = given.text_scale;
    if (command.count("--px-per-mm") > 0) options.px_per_mm = given.px_per_mm;
    if (command.count("--sound") > 0) options.sound = given.sound;
  }
  if (!window.empty()) {
    auto size = aktiv::app::size_of(window);
    if (!size) {
      std::fprintf(stderr, "%s\n", aktiv::to_text(size.error()).c_str());
      return 1;
    }
    options.window = *size;
  }
  if (options.data.empty()) options.data = default_data();
  return aktiv::app::run(options);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program{"AKTIV-dialog: a spoken, pictorial dialogue about dreams"};
  program.require_subcommand(0, 1);
  aktiv::app::ScreenOptions screen;
  aktiv::app::RunOptions options;
  std::string window;
  std::string config;
  add_run_options(program, options, window, config);
  CLI::App* run = program.add_subcommand(
      "run", "the kiosk on its glass (this is what happens without a command)");
  add_run_options(*run, options, window, config);

  CLI::App* drive =
      program.add_subcommand("drive", "the engine without a screen: JSON lines in and out");
  add_screen_options(*drive, screen);
  CLI::App* shots = program.add_subcommand("shots", "every reachable screen as a PNG file");
  add_screen_options(*shots, screen);
  std::filesystem::path out;
  shots->add_option("--out", out, "folder for the files")->required();
  CLI::App* audit = program.add_subcommand("audit", "every reachable screen held to the 52 items");
  aktiv::app::AuditOptions audited;
  add_audit_options(*audit, audited);
  CLI::App* check = program.add_subcommand(
      "check", "checks content: definitions, cards, texts, pictures, recordings");
  std::vector<std::filesystem::path> paths;
  check->add_option(
      "path", paths,
      "folders with decks or recordings, or one with decks, tools and locales in it; none: the "
      "built-in content");

  CLI::App* enrol = program.add_subcommand("enrol", "connects this kiosk with its case file");
  aktiv::app::EnrolOptions enrolled;
  add_enrol_options(*enrol, enrolled);
  CLI::App* key = program.add_subcommand(
      "key", "this kiosk's own key for another's FHIR server: its public half, to be registered");
  std::filesystem::path key_data;
  key->add_option("--data", key_data, "folder of this kiosk's sealed answers")->required();
  std::string algorithm;
  key->add_option("--algorithm", algorithm, "ES384 (when nothing is said) or RS384")
      ->check(CLI::IsMember({"ES384", "RS384"}));
  bool is_anew = false;
  key->add_flag("--anew", is_anew, "another key in the place of the one that is there");

  CLI::App* photo = program.add_subcommand(
      "photo", "a photo in the place of a card's drawing on this kiosk, from its next start");
  aktiv::app::PhotoOptions shown;
  photo->add_option("--data", shown.data, "folder of this kiosk's sealed answers")->required();
  photo->add_option("card", shown.card, "list/card, such as jobs/bage")->required();
  photo->add_option("file", shown.file, "a JPEG or PNG file; none: the drawing comes back");
  photo
      ->add_option("--along", shown.along,
                   "which square of a wide or tall photo: 0 = left or upper end, 1 = the other")
      ->check(CLI::Range(0.0, 1.0));

  CLI11_PARSE(program, argc, argv);
  if (enrol->parsed()) return aktiv::app::enrol(enrolled);
  if (key->parsed()) return aktiv::app::key(key_data, algorithm, is_anew);
  if (drive->parsed()) return aktiv::app::drive(screen);
  if (shots->parsed()) return aktiv::app::shots(screen, out);
  if (audit->parsed()) return aktiv::app::audit_screens(audited);
  if (check->parsed()) return aktiv::app::check(paths);
  if (photo->parsed()) return aktiv::app::photo(shown);
  return run_kiosk(run->parsed() ? *run : program, options, window, config);
}
