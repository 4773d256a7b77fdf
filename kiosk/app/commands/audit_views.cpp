#include "kiosk/app/commands/audit_views.h"

#include <array>
#include <cstdio>

#include "dialogue/model/words.h"
#include "kiosk/app/commands/kit.h"

namespace aktiv::app {
namespace {

struct Glass {
  std::string size;
  double inches = 0;  // across; 0 = 96 pixels an inch
};

const std::array<Glass, 4> kGlasses = {
    {{"1920x1080", 24}, {"1280x800", 15.6}, {"1280x800", 10.1}, {"1080x1920", 24}}};
const std::array<double, 3> kTextScales = {1.0, 1.5, 2.0};

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
  for (const std::string& theme : audit_themes()) {
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

Result<std::vector<View>> add_manners(std::vector<View> views, const AuditOptions& options,
                                      const Languages& languages) {
  for (size_t m = 0; m < kManners.size(); ++m)
    for (size_t g = 0; g < 2; ++g) {
      const Glass& glass = kGlasses[g == 0 ? 0 : 2];
      auto display = display_of(glass.size, glass.inches, 1);
      if (!display) return display.error();
      View view;
      view.theme =
          options.theme.empty() ? audit_themes()[m % audit_themes().size()] : options.theme;
      view.language = languages[(2 * m + g) % languages.size()];
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

// Staff's two languages are painted on each glass, the others on the largest, the smallest and the
// upright one; each of them with each text size and each theme.
bool is_painted(size_t language, size_t glass, size_t scale) {
  constexpr size_t scales = kTextScales.size();
  if (language < 2) return scale == (glass + language) % scales;
  constexpr std::array<size_t, kGlasses.size()> turn = {0, scales, 1, 2};  // scales: never
  return turn[glass] < scales && scale == (turn[glass] + language) % scales;
}

size_t theme_of(size_t language, size_t glass, size_t scale) {
  return (language < 2 ? glass + scale : scale) % audit_themes().size();
}

}  // namespace

const std::vector<std::string>& audit_themes() {
  static const std::vector<std::string> themes = {"light", "dark", "contrast"};
  return themes;
}

Result<std::vector<View>> views_of(const AuditOptions& options, const Languages& languages) {
  std::vector<View> views;
  for (size_t g = 0; g < kGlasses.size(); ++g) {
    if (!options.size.empty() && g > 0) break;
    const Glass glass = options.size.empty() ? kGlasses[g] : Glass{options.size, options.inches};
    for (size_t s = 0; s < kTextScales.size(); ++s) {
      if (options.text_scale > 0 && s > 0) break;
      const double scale = options.text_scale > 0 ? options.text_scale : kTextScales[s];
      auto display = display_of(glass.size, glass.inches, scale, options.reach);
      if (!display) return display.error();
      for (size_t l = 0; l < languages.size(); ++l) {
        View view;
        view.theme = options.theme.empty() ? audit_themes()[theme_of(l, g, s)] : options.theme;
        view.language = languages[l];
        view.display = *display;
        char name[96];
        std::snprintf(name, sizeof name, "%s, %s at %.0f mm, text %.0f %%, %s",
                      view.language.c_str(), glass.size.c_str(), display->width_mm(), scale * 100,
                      view.theme.c_str());
        view.name = name;
        if (display->reach != Reach::whole)
          view.name += ", reach " + std::string(word(display->reach));
        const bool is_asked_for = !options.size.empty() || options.text_scale > 0;
        view.is_painted =
            options.is_painted && (options.is_full || is_asked_for || is_painted(l, g, s));
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
    view.theme = options.theme.empty() ? audit_themes().front() : options.theme;
    view.language = languages[r % languages.size()];
    view.display = *display;
    view.display.reach = reach;
    view.name = view.language + ", " + glass.size + ", reach " + std::string(word(reach));
    view.is_painted = options.is_painted && (options.is_full || r == 0);
    add(views, view, options);
  }
  return add_manners(views, options, languages);
}

}  // namespace aktiv::app
