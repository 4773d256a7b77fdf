#include <cstdio>

#include "dialogue/engine/walk.h"
#include "kiosk/app/commands/commands.h"
#include "kiosk/app/commands/kit.h"

namespace aktiv::app {

int shots(const ScreenOptions& options, const std::filesystem::path& out) {
  auto kit = open_kit(options.own_decks);
  if (!kit) return print({kit.error()});
  if (const Status known = knows_language(*kit->content, options.language, "--lang"); !known)
    return print({known.error()});
  auto display =
      display_of(options.size, options.diagonal_inches, options.text_scale, options.reach);
  if (!display) return print({display.error()});
  auto brushes = open_brushes(*kit, options.theme);
  if (!brushes) return print({brushes.error()});
  ui::Painter& painter = *brushes->painter;

  std::error_code error;
  std::filesystem::create_directories(out, error);
  if (error)
    return print(
        {{"the folder cannot be made: " + error.message(), out.string(), "a folder to write in"}});
  WalkSettings settings;
  settings.language = options.language;
  settings.most_a_page = choices_a_page(*display);
  int written = 0;
  for (const ReachedScreen& reached : walk(*kit->engine, settings)) {
    const Layout layout = lay_out(reached.scene, *display, kit->measure);
    const Status status =
        ui::render_png(painter, reached.scene, layout, {}, out / (reached.name + ".png"));
    if (!status) return print({status.error()});
    ++written;
  }
  std::printf("%d screens in %s\n", written, out.c_str());
  return print(painter.take_faults());
}

}  // namespace aktiv::app
