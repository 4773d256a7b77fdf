#include "kiosk/app/commands/audit_looks.h"

#include <SDL.h>

#include <memory>

#include "dialogue/audit/glass_items.h"
#include "dialogue/audit/screen_items.h"
#include "kiosk/app/audit/finger_items.h"
#include "kiosk/app/audit/hands_items.h"
#include "kiosk/app/audit/mentor_items.h"
#include "kiosk/app/audit/paint_items.h"
#include "kiosk/speech/settings.h"
#include "kiosk/ui/mentor/rehearsal/tour.h"

namespace aktiv::app {
namespace {

struct SurfaceFree {
  void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using SurfaceOwner = std::unique_ptr<SDL_Surface, SurfaceFree>;

}  // namespace

WalkKey key_of(const View& view) {
  return {to_json(view.access), choices_a_page(view.display)};
}

Looker::Looker(Kit kit, const Walks& walks, int words_a_minute)
    : kit_(std::move(kit)), walks_(&walks), words_a_minute_(words_a_minute) {}

Result<Looker> Looker::open(const AuditOptions& options, const Walks& walks) {
  auto kit = open_kit(options.own_decks);
  if (!kit) return kit.error();
  const auto voice = speech::read_settings(kit->share / "sounds/sounds.toml");
  if (!voice) return voice.error();
  return Looker(std::move(*kit), walks, voice->rate_wpm);
}

Result<Looked> Looker::look_at(const View& view) {
  if (!brushes_.contains(view.theme)) {
    auto opened = open_brushes(kit_, view.theme);
    if (!opened) return opened.error();
    brushes_.emplace(view.theme, std::move(*opened));
  }
  Looked seen;
  audit::Report& report = seen.report;
  const int most_a_page = choices_a_page(view.display);
  const Walked& walked = walks_->at(key_of(view));
  const auto said = [&](const Session& session) {
    return kit_.engine->describe_in(session, view.language);
  };
  for (const auto& [before, after] : walked.changes) {
    const Scene shown = said(before);
    audit::check_stillness(report, shown.id + " (" + view.name + ")", shown, said(after),
                           view.display, kit_.measure);
  }
  audit::FixedPlaces fixed;
  PaintedScreens painted(*brushes_.at(view.theme).painter, view.display, words_a_minute_);
  for (const ReachedScreen& screen : walked.screens) {
    const std::string name = screen.name + " (" + view.name + ")";
    const Scene scene = said(screen.session);
    const Layout layout = lay_out(scene, view.display, kit_.measure);
    audit::check_targets(report, name, scene, layout);
    audit::check_words(report, name, scene, layout, kit_.measure);
    audit::check_scene(report, name, scene, view.language, most_a_page,
                       view.access.has_words.value_or(true));
    audit::check_density(report, name, scene, layout, kit_.measure);
    if (view.display.text_scale == 1) {
      check_scanning(report, name, scene, layout, seen.costs);
      check_other_hands(report, name, scene, layout);
      audit::check_tremor(report, name, scene, view.display, kit_.measure);
    }
    fixed.check(report, name, scene, layout);
    check_fingers(report, name, scene, layout);
    if (view.is_painted) painted.check(report, name, scene, layout);
  }
  seen.screens = walked.screens.size();
  return seen;
}

std::vector<Fault> Looker::take_faults() {
  std::vector<Fault> faults;
  for (auto& [theme, brushes] : brushes_)
    for (Fault& fault : brushes.painter->take_faults()) faults.push_back(std::move(fault));
  return faults;
}

Looked look_at_mentor(const View& view, const mentor::House& house) {
  Looked seen;
  const Display& glass = view.display;
  const SurfaceOwner surface(SDL_CreateRGBSurfaceWithFormat(0, glass.width_px, glass.height_px, 32,
                                                            SDL_PIXELFORMAT_RGB888));
  mentor::tour(house, glass, view.language, [&](mentor::Hand& hand, const std::string& screen) {
    const std::string name = "mentor: " + screen + " (" + view.name + ")";
    const auto elements = hand.area.elements();
    check_mentor_elements(seen.report, name, elements, glass);
    ++seen.screens;
    if (!view.is_painted || surface == nullptr) return;
    hand.area.draw(surface.get());
    const Pixels pixels{static_cast<const unsigned char*>(surface->pixels),
                        surface->pitch,
                        {0, 0, surface->w, surface->h}};
    check_mentor_paint(seen.report, name, elements, glass, pixels);
    seen.report.expect(48, !hand.area.wants_frame(), name,
                       [] { return "is drawn though nothing happened"; });
  });
  return seen;
}

}  // namespace aktiv::app
