// Every screen that the tools can reach, held to the 52 items. What follows from scenes, layouts
// and fingers is checked on every glass, text size and language; what is painted, on a set in which
// each pair of them comes together, or on all of them.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <thread>

#include "dialogue/audit/statement.h"
#include "kiosk/app/commands/audit_looks.h"
#include "kiosk/app/commands/audit_views.h"
#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"

namespace aktiv::app {
namespace {

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

// One by one in the order they stand, on as many threads as the machine has. `make` is called once
// a thread, and what it makes does that thread's work.
void for_all(size_t count, const std::function<std::function<void(size_t)>()>& make) {
  std::atomic<size_t> next = 0;
  const auto take = [&] {
    const auto work = make();
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
  for_all(waiting.size(), [&] {
    return [&](size_t at) {
      const View& view = *waiting[at].first;
      *waiting[at].second = walk_through(engine, view.access, choices_a_page(view.display));
    };
  });
  return walks;
}

// Staff's letters follow neither the citizen's text size nor their reach.
std::vector<const View*> mentors_views(const std::vector<View>& views, const Languages& staffs) {
  std::vector<const View*> theirs;
  for (const View& view : views)
    if (view.display.text_scale == views.front().display.text_scale &&
        view.display.reach == Reach::whole && view.access == AccessProfile{} &&
        std::ranges::count(staffs, view.language) > 0)
      theirs.push_back(&view);
  return theirs;
}

// The longest first, so that no thread has much to do when the others are done.
std::vector<size_t> by_length(const std::vector<View>& views) {
  std::vector<size_t> order(views.size());
  std::iota(order.begin(), order.end(), 0);
  const auto length = [&](size_t at) {
    const Display& glass = views[at].display;
    return std::pair(views[at].is_painted, glass.width_px * glass.height_px);
  };
  std::ranges::stable_sort(order, std::greater(), length);
  return order;
}

// What was seen in each view, in the views' order whichever thread saw it.
struct Sight {
  std::vector<Looked> views;
  std::vector<Looked> mentors;
  std::vector<Fault> faults;
};

// At once, so that nobody waits an hour to hear what was broken in the first minute.
void tell(const View& view, const Looked& seen, size_t done, size_t of) {
  const auto& broken = seen.report.breaches();
  std::fprintf(stderr, "%zu of %zu: %s%s: %zu screens, %zu broken\n%s", done, of, view.name.c_str(),
               view.is_painted ? ", painted" : "", seen.screens, broken.size(),
               audit::breaches_text(seen.report).c_str());
}

Sight look_at_all(const AuditOptions& options, const std::vector<View>& views, const Walks& walks,
                  const std::vector<const View*>& mentors, const mentor::House& house) {
  Sight sight;
  sight.views.resize(views.size());
  const std::vector<size_t> order = by_length(views);
  std::mutex one_at_a_time;
  const auto note = [&](const std::vector<Fault>& faults) {
    const std::lock_guard lock(one_at_a_time);
    sight.faults.insert(sight.faults.end(), faults.begin(), faults.end());
  };
  std::atomic<size_t> done = 0;
  const auto look_at = [&](Looker& looker, const View& view, Looked& seen) {
    auto looked = looker.look_at(view);
    if (!looked) return note({looked.error()});
    seen = std::move(*looked);
    note(looker.take_faults());
    tell(view, seen, ++done, views.size());
  };
  // The mentor's screens are the first piece of work, and one thread's.
  for_all(views.size() + 1, [&]() -> std::function<void(size_t)> {
    auto opened = Looker::open(options, walks);
    if (!opened) {
      note({opened.error()});
      return [](size_t) {};
    }
    auto looker = std::make_shared<Looker>(std::move(*opened));
    return [&, looker](size_t at) {
      if (at > 0) return look_at(*looker, views[order[at - 1]], sight.views[order[at - 1]]);
      for (const View* view : mentors) sight.mentors.push_back(look_at_mentor(*view, house));
    };
  });
  return sight;
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
  auto kit = open_kit(options.own_decks);
  if (!kit) return print({kit.error()});
  Languages languages = kit->content->texts.languages();
  if (!options.language.empty()) languages = {options.language};
  if (const Status known = knows_language(*kit->content, languages.front(), "--lang"); !known)
    return print({known.error()});
  auto views = views_of(options, languages);
  if (!views) return print({views.error()});
  auto house = open_house(*kit, options.theme.empty() ? audit_themes().front() : options.theme);
  if (!house) return print({house.error()});
  const Walks walks = walk_all(*kit->engine, *views);
  const Sight sight = look_at_all(
      options, *views, walks, mentors_views(*views, kit->content->texts.staff_languages()), *house);
  audit::Report report;
  for (const auto& [key, walked] : walks) report.add(walked.report);
  ScanCosts costs;
  size_t screens = 0;
  for (const auto* all : {&sight.views, &sight.mentors})
    for (const Looked& seen : *all) {
      report.add(seen.report);
      add(costs, seen.costs);
      screens += seen.screens;
    }
  std::fputs(to_text(costs).c_str(), stdout);
  if (const Status written = write_statement(report, options.statement); !written)
    return print({written.error()});
  return answer(report, options, views->size(), screens) | print(sight.faults);
}

}  // namespace aktiv::app
