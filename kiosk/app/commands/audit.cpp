// Every screen that the tools can reach, held to the 52 items. What follows from scenes, layouts
// and fingers is checked on every glass, text size and language; what is painted, on a set in which
// each pair of them comes together, or on all of them.
#include <SDL.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "dialogue/audit/glass_items.h"
#include "dialogue/audit/screen_items.h"
#include "dialogue/audit/statement.h"
#include "kiosk/app/audit/finger_items.h"
#include "kiosk/app/audit/hands_items.h"
#include "kiosk/app/audit/mentor_items.h"
#include "kiosk/app/audit/paint_items.h"
#include "kiosk/app/audit/scan_items.h"
#include "kiosk/app/audit/walks.h"
#include "kiosk/app/commands/audit_views.h"
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

// By what the person needs and what a page carries.
using WalkKey = std::pair<std::string, int>;
using Walks = std::map<WalkKey, Walked>;

WalkKey key_of(const View& view) {
  return {to_json(view.access), choices_a_page(view.display)};
}

class Auditor {
 public:
  // By theme.
  using Painters = std::map<std::string, Brushes>;
  Auditor(Kit& kit, const Walks& walks, Painters& painters, int words_a_minute)
      : kit_(kit), walks_(walks), painters_(painters), words_a_minute_(words_a_minute) {}

  void look_at(const View& view) {
    const int most_a_page = choices_a_page(view.display);
    const Walked& walked = walks_.at(key_of(view));
    const auto said = [&](const Session& session) {
      return kit_.engine->describe_in(session, view.language);
    };
    for (const auto& [before, after] : walked.changes) {
      const Scene shown = said(before);
      audit::check_stillness(report_, shown.id + " (" + view.name + ")", shown, said(after),
                             view.display, kit_.measure);
    }
    audit::FixedPlaces fixed;
    PaintedScreens painted(*painters_.at(view.theme).painter, view.display, words_a_minute_);
    for (const ReachedScreen& screen : walked.screens) {
      const std::string name = screen.name + " (" + view.name + ")";
      const Scene scene = said(screen.session);
      const Layout layout = lay_out(scene, view.display, kit_.measure);
      audit::check_targets(report_, name, scene, layout);
      audit::check_words(report_, name, scene, layout, kit_.measure);
      audit::check_scene(report_, name, scene, view.language, most_a_page,
                         view.access.has_words.value_or(true));
      audit::check_density(report_, name, scene, layout, kit_.measure);
      if (view.display.text_scale == 1) {
        check_scanning(report_, name, scene, layout, costs_);
        check_other_hands(report_, name, scene, layout);
        audit::check_tremor(report_, name, scene, view.display, kit_.measure);
      }
      fixed.check(report_, name, scene, layout);
      check_fingers(report_, name, scene, layout);
      if (view.is_painted) painted.check(report_, name, scene, layout);
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
  Kit& kit_;
  const Walks& walks_;
  Painters& painters_;
  int words_a_minute_;
  audit::Report report_;
  ScanCosts costs_;
  size_t screens_ = 0;
};

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

// All views of one language, with a kit and painters of their own: looked at by one thread.
struct Part {
  std::vector<View> views;
  Kit kit;
  Auditor::Painters painters;  // by theme
  std::optional<Auditor> auditor;
  std::vector<Fault> faults;

  void look(const AuditOptions& options, const Walks& walks) {
    if (const Status opened = open(options, walks); !opened)
      return faults.push_back(opened.error());
    look_at_views();
    for (auto& [theme, brushes] : painters)
      for (Fault& fault : brushes.painter->take_faults()) faults.push_back(std::move(fault));
    painters.clear();
  }

  Status open(const AuditOptions& options, const Walks& walks) {
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
    auditor.emplace(kit, walks, painters, voice->rate_wpm);
    return {};
  }

  void look_at_views() {
    for (const View& view : views) {
      std::fprintf(stderr, "looking: %s%s\n", view.name.c_str(),
                   view.is_painted ? ", painted" : "");
      auditor->look_at(view);
    }
  }

  // One after the other: ImGui has one context in a program. Staff's letters follow neither the
  // citizen's text size nor their reach.
  void look_at_mentor(const mentor::House& house, double text_scale) {
    if (std::ranges::count(kit.content->texts.staff_languages(), views.front().language) == 0)
      return;
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

// One by one, on as many threads as the machine has.
void for_all(size_t count, const std::function<void(size_t)>& work) {
  std::atomic<size_t> next = 0;
  const auto take = [&] {
    for (size_t at = next++; at < count; at = next++) work(at);
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back(take);
  for (auto& thread : threads) thread.join();
}

Walks walk_all(const Engine& engine, const std::vector<View>& views) {
  Walks walks;
  std::vector<std::pair<const View*, Walked*>> waiting;
  for (const View& view : views) {
    const auto [at, is_new] = walks.try_emplace(key_of(view));
    if (is_new) waiting.emplace_back(&view, &at->second);
  }
  for_all(waiting.size(), [&](size_t at) {
    const View& view = *waiting[at].first;
    *waiting[at].second = walk_through(engine, view.access, choices_a_page(view.display));
  });
  return walks;
}

}  // namespace

int audit_screens(const AuditOptions& options) {
  auto kit = open_kit(options.own_decks);
  if (!kit) return print({kit.error()});
  Languages languages = kit->content->texts.languages();
  if (!options.language.empty()) languages = {options.language};
  if (const Status known = knows_language(*kit->content, languages.front(), "--lang"); !known)
    return print({known.error()});
  auto views = views_of(options, languages);
  if (!views) return print({views.error()});
  std::vector<std::unique_ptr<Part>> parts;
  for (const View& view : *views) part_of(parts, view.language).views.push_back(view);
  const Walks walks = walk_all(*kit->engine, *views);
  for_all(parts.size(), [&](size_t at) { parts[at]->look(options, walks); });
  for (auto& part : parts)
    if (!part->auditor) return print(part->faults);
  auto house = open_house(*kit, options.theme.empty() ? audit_themes().front() : options.theme);
  if (!house) return print({house.error()});
  audit::Report report;
  for (const auto& [key, walked] : walks) report.add(walked.report);
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
  for (auto& part : parts) answered |= print(part->faults);
  return answered;
}

}  // namespace aktiv::app
