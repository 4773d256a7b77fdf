// Renders the sample scenes to PNG files, for whoever draws and lays out; not installed.
// aktiv-sample-sheets DIR [LANGUAGE [TEXT_SCALE [NAME]]]: all, or those whose name begins with NAME
#include <cstdlib>
#include <iostream>

#include "kiosk/ui/painter/book_pictures.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/painter/sample_scenes.h"
#include "kiosk/ui/text/measure.h"

namespace {

struct Glass {
  const char* name;
  aktiv::Display display;
};

template <class T>
T must(aktiv::Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << to_text(result.error()) << '\n';
  std::exit(1);
}

aktiv::ui::UiState some_state(const aktiv::Scene& scene) {
  aktiv::ui::UiState state;
  if (!scene.speech.empty() && !scene.is_dark) state.word = aktiv::ui::LitWord{0, 2};
  return state;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace aktiv;
  const std::filesystem::path out = argc > 1 ? argv[1] : ".";
  const std::string language = argc > 2 ? argv[2] : "da";
  const double text_scale = argc > 3 ? std::atof(argv[3]) : 1.0;
  const std::string name = argc > 4 ? argv[4] : "";
  const std::filesystem::path share = AKTIV_BINARY_DIR "/share/aktiv";
  const Glass glasses[] = {{"wide", {1920, 1080, 96 / 25.4, text_scale, {}}},
                           {"small", {1280, 800, 3.81, text_scale, {}}},
                           {"tiny", {1280, 800, 5.88, text_scale, {}}},
                           {"tall", {1080, 1920, 96 / 25.4, text_scale, {}}}};
  const auto typeface = must(ui::Typeface::open(share / "fonts"));
  const ui::BookPictures pictures(must(ui::PictureBook::open(share)));
  const TextMeasure measure = ui::make_measure(typeface);
  ui::Painter painter(typeface, pictures, must(ui::read_theme(share, "light")));
  std::filesystem::create_directories(out);
  for (const Glass& glass : glasses)
    for (const ui::Sample& sample : ui::sample_scenes(language, choices_a_page(glass.display))) {
      if (!sample.name.starts_with(name)) continue;
      const Layout layout = lay_out(sample.scene, glass.display, measure);
      const auto file = out / (std::string(glass.name) + "_" + sample.name + ".png");
      const Status written =
          render_png(painter, sample.scene, layout, some_state(sample.scene), file);
      if (!written) std::cerr << to_text(written.error()) << '\n';
    }
  for (const Fault& fault : painter.take_faults()) std::cerr << to_text(fault) << '\n';
}
