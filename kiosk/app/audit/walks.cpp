#include "kiosk/app/audit/walks.h"

#include <map>
#include <set>

#include "dialogue/audit/talk_items.h"

namespace aktiv::app {
namespace {

// How many of each thing are chosen, can be chosen, or cannot: before and after, whichever cards
// stand there.
std::string kind_of_change(const Scene& shown, const Scene& then) {
  std::string kind = shown.id + std::to_string(static_cast<int>(shown.arrangement));
  for (const Scene* scene : {&shown, &then}) {
    std::map<int, int> things;
    for (const Element& element : scene->elements)
      ++things[4 * static_cast<int>(element.role) + 2 * element.is_selected + element.is_enabled];
    for (const auto& [thing, count] : things)
      kind += ' ' + std::to_string(thing) + 'x' + std::to_string(count);
  }
  return kind;
}

}  // namespace

Walked walk_through(const Engine& engine, const AccessProfile& access, int most_a_page) {
  Walked walked;
  std::set<std::string> kinds;
  WalkSettings settings;
  settings.access = access;
  settings.most_a_page = most_a_page;
  settings.on_step = [&](const Moment& moment) {
    audit::check_step(walked.report, engine, moment);
    const bool has_changed =
        moment.shown.screen == moment.then.screen && moment.shown != moment.then;
    if (has_changed && kinds.insert(kind_of_change(moment.shown, moment.then)).second)
      walked.changes.emplace_back(moment.before, moment.step.session);
  };
  walked.screens = walk(engine, settings);
  return walked;
}

}  // namespace aktiv::app
