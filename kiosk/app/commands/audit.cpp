// Every screen that the tools can reach, held to the 52 items. What follows from scenes, layouts
// and fingers is checked on every glass, text size and language; what is painted, on a set in which
// each pair of them comes together, or on all of them.
#include <SDL.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include "dialogue/audit/glass_items.h"
#include "dialogue/audit/screen_items.h"
#include "dialogue/audit/statement.h"
#include "dialogue/audit/talk_items.h"
#include "dialogue/engine/walk.h"
#include "dialogue/model/words.h"
#include "kiosk/app/audit/finger_items.h"
#include "kiosk/app/audit/hands_items.h"
#include "kiosk/app/audit/mentor_items.h"
#include "kiosk/app/audit/paint_items.h"
#include "kiosk/app/audit/scan_items.h"
#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/speech/settings.h"
#include "kiosk/ui/mentor/rehearsal/tour.h"

namespace aktiv::app {
namespace {

struct SurfaceFree {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfaceOwner = std::unique_ptr<SDL_Surface, SurfaceFree>;

struct Glass {
  std::string size;
  double inches = 0;  // across; 0 = 96 pixels an inch
};

const std::array<Glass, 4> kGlasses = {
    {{"1920x1080", 24}, {"1280x800", 15.6}, {"1280x800", 10.1}, {"1080x1920", 24}}};
const std::array<double, 3> kTextScales = {1.0, 1.5, 2.0};
const std::array<std::string, 2> kLanguages = {"da", "en"};
const std::array<std::string, 3> kThemes = {"light", "dark", "contrast"};

// One way in which the screens are looked at.
struct View {
  std::string language;
  std::string theme;
  Display display;
  std::string name;
  bool is_painted = false;
  AccessProfile access;  // of everybody who comes
};

// All that one language and one number of choices a page can reach; the same on every glass.
struct Walked {
  std::vector<ReachedScreen> screens;
  std::vector<std::pair<Scene, Scene>> changes;  // of a screen that stays, each kind once
};

class Auditor {
 public:
  // By theme.
  using Painters = std::map<std::string, Brushes>;
  Auditor(Kit& kit, Painters& painters, int words_a_minute)
      : kit_(kit), painters_(painters), words_a_minute_(words_a_minute) {}

  void look_at(const View& view) {
    const int most_a_page = choices_a_page(view.display);
    const Walked& walked = walk_through(view, most_a_page);
    for (const auto& [shown, then] : walked.changes)
      audit::check_stillness(report_, shown.id + " (" + view.name + ")", shown, then, view.display,
                             kit_.measure);
    audit::FixedPlaces fixed;
    PaintedScreens painted(*painters_.at(view.theme).painter, view.display, words_a_minute_);
    for (const ReachedScreen& screen : walked.screens) {
      const std::string name = screen.name + " (" + view.name + ")";
      const Layout layout = lay_out(screen.scene, view.display, kit_.measure);
      audit::check_targets(report_, name, screen.scene, layout);
      audit::check_words(report_, name, screen.scene, layout, kit_.measure);
      audit::check_scene(report_, name, screen.scene, view.language, most_a_page,
                         view.access.has_words.value_or(true));
      audit::check_density(report_, name, screen.scene, layout, kit_.measure);
      if (view.display.text_scale == 1) {
        check_scanning(report_, name, screen.scene, layout, costs_);
        check_other_hands(report_, name, screen.scene, layout);
        audit::check_tremor(report_, name, screen.scene, view.display, kit_.measure);
      }
      fixed.check(report_, name, screen.scene, layout);
      check_fingers(report_, name, screen.scene, layout);
      if (view.is_painted) painted.check(report_, name, screen.scene, layout);
    }
    screens_ += walked.screens.size();
  }

  void look_at_mentor(const View& view, const mentor::House& house) {
    const Display& glass = view.display;
    const SurfaceOwner surface(SDL_CreateRGBSurfaceWithFormat(0, glass.width_px, glass.height_px,
                                                              32, SDL_PIXELFORMAT_RGB888));
    mentor::tour(house, glass, view.language, [&](mentor::Hand& hand, const std::string& screen) {
      const std::string name = "mentor: " + screen + " (" + view.name + ")";
      const auto elements = hand.area.elements();
      check_mentor_elements(report_, name, elements, glass);
      ++screens_;
      if (!view.is_painted || surface == nullptr) return;
      hand.area.draw(surface.get());
      const Pixels pixels{static_cast<const unsigned char*>(surface->pixels),
                          surface->pitch,
                          {0, 0, surface->w, surface->h}};
      check_mentor_paint(report_, name, elements, glass, pixels);
      report_.expect(48, !hand.area.wants_frame(), name,
                     [] { return "is drawn though nothing happened"; });
    });
  }

  const audit::Report& report() const { return report_; }
  size_t screens() const { return screens_; }
  const ScanCosts& costs() const { return costs_; }

 private:
  const Walked& walk_through(const View& view, int most_a_page) {
    const auto [known, is_new] = walked_.try_emplace({to_json(view.access), most_a_page});
    Walked& walked = known->second;
    if (!is_new) return walked;
    std::set<std::string> kinds;
    WalkSettings settings;
    settings.language = view.language;
    settings.access = view.access;
    settings.most_a_page = most_a_page;
    settings.on_step = [&](const Moment& moment) {
      audit::check_step(report_, *kit_.engine, moment);
      const bool has_changed =
          moment.shown.screen == moment.then.screen && moment.shown != moment.then;
      if (has_changed && kinds.insert(kind_of_change(moment.shown, moment.then)).second)
        walked.changes.emplace_back(moment.shown, moment.then);
    };
    walked.screens = walk(*kit_.engine, settings);
    return walked;
  }

  static std::string kind_of_change(const Scene& shown, const Scene& then) {
    std::string kind = shown.id;
    for (const Scene* scene : {&shown, &then})
      for (const Element& element : scene->elements)
        kind += (element.is_selected ? '+' : element.is_enabled ? '.' : '-') + element.phrase.shown;
    return kind;
  }

  Kit& kit_;
  Painters& painters_;
  int words_a_minute_;
  std::map<std::pair<std::string, int>, Walked> walked_;  // by access; all of one language
  audit::Report report_;
  ScanCosts costs_;
  size_t screens_ = 0;
};

// Where a hand does not reach all of the glass.
struct Reached {
  Glass glass;
  Reach reach;
};
const std::array<Reached, 5> kReaches = {{{kGlasses[0], Reach::low},
                                          {kGlasses[0], Reach::left},
                                          {kGlasses[0], Reach::right},
                                          {kGlasses[1], Reach::low},
                                          {kGlasses[3], Reach::low}}};

// With --full in every theme.
void add(std::vector<View>& views, const View& view, const AuditOptions& options) {
  const bool is_alone = !options.is_full || !options.theme.empty();
  views.push_back(view);
  for (const std::string& theme : kThemes) {
    if (is_alone || theme == view.theme) continue;
    views.push_back(view);
    views.back().theme = theme;
    views.back().name += ", and " + theme;
  }
}

// Somebody who has the kiosk another way, on the largest and on the smallest glass.
struct Manner {
  const char* name;
  std::optional<bool> AccessProfile::*what;
  bool is_on;
};
constexpr std::array kManners = {Manner{"only the question", &AccessProfile::is_calm, true},
                                 Manner{"pictures alone", &AccessProfile::has_words, false},
                                 Manner{"by ear", &AccessProfile::is_heard, true}};

Result<std::vector<View>> add_manners(std::vector<View> views, const AuditOptions& options) {
  for (size_t m = 0; m < kManners.size(); ++m)
    for (size_t g = 0; g < 2; ++g) {
      const Glass& glass = kGlasses[g == 0 ? 0 : 2];
      auto display = display_of(glass.size, glass.inches, 1);
      if (!display) return display.error();
      View view;
      view.theme = options.theme.empty() ? kThemes[m % kThemes.size()] : options.theme;
      view.language =
          options.language.empty() ? kLanguages[(m + g) % kLanguages.size()] : options.language;
      view.display = *display;
      view.access.*kManners[m].what = kManners[m].is_on;
      view.name = view.language + ", " + glass.size + " at " +
                  std::to_string(static_cast<int>(display->width_mm())) + " mm, " +
                  kManners[m].name;
      view.is_painted = options.is_painted && (options.is_full || g == 0);
      add(views, view, options);
    }
  return views;
}

Result<std::vector<View>> views_of(const AuditOptions& options) {
  std::vector<View> views;
  for (size_t g = 0; g < kGlasses.size(); ++g) {
    if (!options.size.empty() && g > 0) break;
    const Glass glass = options.size.empty() ? kGlasses[g] : Glass{options.size, options.inches};
    for (size_t s = 0; s < kTextScales.size(); ++s) {
      if (options.text_scale > 0 && s > 0) break;
      const double scale = options.text_scale > 0 ? options.text_scale : kTextScales[s];
      auto display = display_of(glass.size, glass.inches, scale, options.reach);
      if (!display) return display.error();
      for (size_t l = 0; l < kLanguages.size(); ++l) {
        if (!options.language.empty() && l > 0) break;
        View view;
        // Each theme with each glass, each text size and each language.
        view.theme = options.theme.empty() ? kThemes[(g + s) % kThemes.size()] : options.theme;
        view.language = options.language.empty() ? kLanguages[l] : options.language;
        view.display = *display;
        char name[96];
        std::snprintf(name, sizeof name, "%s, %s at %.0f mm, text %.0f %%, %s",
                      view.language.c_str(), glass.size.c_str(), display->width_mm(), scale * 100,
                      view.theme.c_str());
        view.name = name;
        const bool is_asked_for = !options.size.empty() || options.text_scale > 0;
        view.is_painted =
            options.is_painted && (options.is_full || is_asked_for || (g + s) % 2 == l);
        add(views, view, options);
      }
    }
  }
  if (!options.size.empty() || options.text_scale > 0 || !options.reach.empty()) return views;
  for (size_t r = 0; r < kReaches.size(); ++r) {
    const auto& [glass, reach] = kReaches[r];
    auto display = display_of(glass.size, glass.inches, 1);
    if (!display) return display.error();
    View view;
    view.theme = options.theme.empty() ? kThemes.front() : options.theme;
    view.language = options.language.empty() ? kLanguages[r % kLanguages.size()] : options.language;
    view.display = *display;
    view.display.reach = reach;
    view.name = view.language + ", " + glass.size + ", reach " + std::string(word(reach));
    view.is_painted = options.is_painted && (options.is_full || r == 0);
    add(views, view, options);
  }
  return add_manners(views, options);
}

// Where the made-up mentor is at work.
Result<mentor::House> open_house(const Kit& kit, const std::string& theme) {
  auto pictures = ui::PictureBook::open(kit.share);
  if (!pictures) return pictures.error();
  auto colours = ui::read_theme(kit.share, theme);
  if (!colours) return colours.error();
  Loaded loaded = read_content(kit.share);
  if (!loaded.faults.empty()) return loaded.faults.front();
  return mentor::House{kit.share, std::move(loaded), std::move(*pictures), std::move(*colours)};
}

// All views of one language, with a kit and painters of their own: looked at on a thread of its
// own.
struct Part {
  std::vector<View> views;
  Kit kit;
  Auditor::Painters painters;  // by theme
  std::optional<Auditor> auditor;

  Status open(const AuditOptions& options) {
    auto opened = open_kit(options.own_decks);
    if (!opened) return opened.error();
    kit = std::move(*opened);
    for (const View& view : views) {
      if (painters.contains(view.theme)) continue;
      auto brushes = open_brushes(kit, view.theme);
      if (!brushes) return brushes.error();
      painters.emplace(view.theme, std::move(*brushes));
    }
    const auto voice = speech::read_settings(kit.share / "sounds/sounds.toml");
    if (!voice) return voice.error();
    auditor.emplace(kit, painters, voice->rate_wpm);
    return {};
  }

  void look() {
    for (const View& view : views) {
      std::fprintf(stderr, "looking: %s%s\n", view.name.c_str(),
                   view.is_painted ? ", painted" : "");
      auditor->look_at(view);
    }
  }

  // One after the other: ImGui has one context in a program. Staff's letters follow neither the
  // citizen's text size nor their reach.
  void look_at_mentor(const mentor::House& house, double text_scale) {
    for (const View& view : views)
      if (view.display.text_scale == text_scale && view.display.reach == Reach::whole &&
          view.access == AccessProfile{})
        auditor->look_at_mentor(view, house);
  }
};

Part& part_of(std::vector<std::unique_ptr<Part>>& parts, const std::string& language) {
  for (auto& part : parts)
    if (part->views.front().language == language) return *part;
  return *parts.emplace_back(std::make_unique<Part>());
}

// All views together must meet every item; some views alone cannot.
bool is_everything(const AuditOptions& options) {
  return options.language.empty() && options.size.empty() && options.text_scale == 0 &&
         options.is_painted;
}

std::string today() {
  const std::time_t now = std::time(nullptr);
  char day[16];
  std::strftime(day, sizeof day, "%Y-%m-%d", std::gmtime(&now));
  return day;
}

Status write_statement(const audit::Report& report, const std::filesystem::path& file) {
  if (file.empty()) return {};
  std::ofstream out(file);
  out << audit::statement(report, AKTIV_VERSION, today()) << std::flush;
  if (out) return {};
  return Fault{"the statement cannot be written", file.string(), "a file in a folder that exists"};
}

int answer(const audit::Report& report, const AuditOptions& options, size_t views, size_t screens) {
  std::fputs(audit::to_text(report, options.most_breaches).c_str(), stdout);
  const std::vector<int> unchecked = audit::unchecked(report);
  for (const int item : unchecked) std::printf("%d: not met in these views\n", item);
  std::printf("%zu screens in %zu views: %zu broken\n", screens, views, report.breaches().size());
  const bool is_whole = unchecked.empty() || !is_everything(options);
  return report.breaches().empty() && is_whole ? 0 : 1;
}

}  // namespace

int audit_screens(const AuditOptions& options) {
  auto views = views_of(options);
  if (!views) return print({views.error()});
  std::vector<std::unique_ptr<Part>> parts;
  for (const View& view : *views) part_of(parts, view.language).views.push_back(view);
  for (auto& part : parts)
    if (const Status opened = part->open(options); !opened) return print({opened.error()});
  std::vector<std::thread> threads;
  for (auto& part : parts) threads.emplace_back([&part] { part->look(); });
  for (auto& thread : threads) thread.join();
  auto house =
      open_house(parts.front()->kit, options.theme.empty() ? kThemes.front() : options.theme);
  if (!house) return print({house.error()});
  audit::Report report;
  ScanCosts costs;
  size_t screens = 0;
  for (auto& part : parts) {
    part->look_at_mentor(*house, views->front().display.text_scale);
    report.add(part->auditor->report());
    add(costs, part->auditor->costs());
    screens += part->auditor->screens();
  }
  std::fputs(to_text(costs).c_str(), stdout);
  if (const Status written = write_statement(report, options.statement); !written)
    return print({written.error()});
  int answered = answer(report, options, views->size(), screens);
  for (auto& part : parts)
    for (auto& [theme, brushes] : part->painters) answered |= print(brushes.painter->take_faults());
  return answered;
}

}  // namespace aktiv::app
