// How long a touch waits for its answer: medians at 1920x1080, drawn in software, with the real
// pictures. paint_bench SHARE [--json]
#include <algorithm>
#include <chrono>
#include <cstring>
#include <functional>
#include <iostream>
#include <vector>

#include "kiosk/ui/painter/book_pictures.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/painter/sample_scenes.h"
#include "kiosk/ui/text/measure.h"

namespace {

using namespace aktiv;

template <class T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::cerr << to_text(result.error()) << '\n';
  std::exit(1);
}

double ms_of(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double median_of(
    int times, const std::function<void()>& work, const std::function<void()>& before = [] {}) {
  std::vector<double> values;
  for (int i = 0; i < times; ++i) {
    before();
    values.push_back(ms_of(work));
  }
  return median(values);
}

struct Figure {
  std::string name;
  double value = 0;
  const char* unit = "ms";
};

void print(const std::vector<Figure>& figures, bool as_json) {
  if (as_json) std::cout << "{";
  for (size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    if (as_json)
      std::cout << (i > 0 ? ", " : "") << '"' << figure.name << "\": " << figure.value;
    else
      std::cout << figure.name << ": " << figure.value << ' ' << figure.unit << '\n';
  }
  if (as_json) std::cout << "}\n";
}

ui::UiState pressed(const ElementId& id) {
  ui::UiState state;
  state.pressed = id;
  return state;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "paint_bench SHARE [--json]\n", 2;
  const std::filesystem::path share = argv[1];
  const bool as_json = argc > 2 && std::strcmp(argv[2], "--json") == 0;
  std::vector<Figure> figures;

  std::shared_ptr<ui::Typeface> typeface;
  figures.push_back(
      {"typeface opened", ms_of([&] { typeface = must(ui::Typeface::open(share / "fonts")); })});
  const ui::BookPictures pictures(must(ui::PictureBook::open(share)));
  const TextMeasure measure = ui::make_measure(typeface);
  ui::Painter painter(typeface, pictures, must(ui::read_theme(share, "light")));
  const Display display{1920, 1080, 96 / 25.4, 1.0, {}};
  const Scene scene = ui::sample_two_pictures("da");
  Scene chosen = scene;
  const ElementId card("card:jobs/bage");
  for (Element& element : chosen.elements) element.is_selected = element.id == card;

  Layout layout;
  figures.push_back({"first layout", ms_of([&] { layout = lay_out(scene, display, measure); })});
  constexpr int layouts = 2000;
  figures.push_back({"layout again", 1000 * ms_of([&] {
                                       for (int i = 0; i < layouts; ++i)
                                         layout = lay_out(scene, display, measure);
                                     }) / layouts,
                     "us"});

  const ui::Image screen = ui::make_screen(display.width_px, display.height_px);
  figures.push_back(
      {"first painting", ms_of([&] { painter.paint(screen.get(), scene, layout, {}); })});
  std::vector<double> steps;
  painter.prepare(scene, layout);
  for (bool is_more = true; is_more;)
    steps.push_back(ms_of([&] { is_more = painter.prepare_one(); }));
  figures.push_back({"longest preparing step", *std::max_element(steps.begin(), steps.end())});
  figures.push_back(
      {"painting again", median_of(30, [&] { painter.paint(screen.get(), scene, layout, {}); })});

  const auto rest = [&] { painter.paint(screen.get(), scene, layout, {}); };
  const auto down = [&] { painter.repaint(screen.get(), scene, layout, pressed(card)); };
  figures.push_back({"finger down to pressed look", median_of(50, down, rest)});
  const auto hold = [&] { painter.paint(screen.get(), scene, layout, pressed(card)); };
  const auto lift = [&] {
    const Layout now = lay_out(chosen, display, measure);
    painter.repaint(screen.get(), chosen, now, {});
  };
  figures.push_back({"finger lifted to chosen look", median_of(50, lift, hold)});
  ui::UiState word;
  word.word = ui::LitWord{0, 2};
  figures.push_back({"a word lights",
                     median_of(
                         50, [&] { painter.repaint(screen.get(), scene, layout, word); }, rest)});
  const Scene other = ui::sample_sorting("da");
  const Layout other_layout = lay_out(other, display, measure);
  painter.prepare(other, other_layout);
  while (painter.prepare_one()) {
  }
  figures.push_back(
      {"to a prepared screen",
       median_of(
           20, [&] { painter.repaint(screen.get(), other, other_layout, {}); }, rest)});
  figures.push_back({"kept looks", static_cast<double>(painter.kept_bytes()) / (1 << 20), "MiB"});
  print(figures, as_json);
}
