// Every picture with its id on one PNG, for the eyes of whoever draws: a picture that says nothing
// is a failure, and only looking shows it.
//   aktiv-contact-sheet OUT.png [--size 190] [--only jobs/] [--columns 6] [--share DIR]
#include <cairo.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "kiosk/ui/pictures/pictures.h"

namespace {

struct Wish {
  std::string out, only, share = AKTIV_BINARY_DIR "/share/aktiv";
  int size_px = 190, columns = 6;
};

bool read_wish(int count, char** words, Wish& wish) {
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (!word.starts_with("--")) {
      wish.out = word;
      continue;
    }
    if (++i >= count) return false;
    if (word == "--size")
      wish.size_px = std::atoi(words[i]);
    else if (word == "--columns")
      wish.columns = std::atoi(words[i]);
    else if (word == "--only")
      wish.only = words[i];
    else if (word == "--share")
      wish.share = words[i];
    else
      return false;
  }
  return !wish.out.empty() && wish.size_px > 0 && wish.columns > 0;
}

void paint_tile(cairo_t* context, const aktiv::ui::PictureBook& book, const aktiv::PictureId& id,
                double x, double y, double width, double height) {
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_rectangle(context, x, y, width, height);
  cairo_fill(context);
  cairo_set_source_rgb(context, 0.08, 0.13, 0.24);
  cairo_move_to(context, x + 3, y + height + 12);
  cairo_show_text(context, id.value.c_str());
  if (const auto drawn = book.draw(context, id, {x, y, width, height}); !drawn) {
    std::fprintf(stderr, "%s\n", aktiv::to_text(drawn.error()).c_str());
  }
}

}  // namespace

int main(int count, char** words) {
  Wish wish;
  if (!read_wish(count, words, wish)) {
    std::fputs(
        "aktiv-contact-sheet OUT.png [--size 190] [--only jobs/] [--columns 6] [--share DIR]\n",
        stderr);
    return 2;
  }
  const auto book = aktiv::ui::PictureBook::open(wish.share);
  if (!book) {
    std::fprintf(stderr, "%s\n", aktiv::to_text(book.error()).c_str());
    return 1;
  }
  const auto faults = book->check();
  for (const auto& fault : faults) std::fprintf(stderr, "%s\n", aktiv::to_text(fault).c_str());

  std::vector<aktiv::PictureId> chosen;
  for (const auto& id : book->ids()) {
    if (id.value.find(wish.only) != std::string::npos) chosen.push_back(id);
  }
  const double width = wish.size_px, height = wish.size_px * 0.75, gap = 8;
  const int rows = (static_cast<int>(chosen.size()) + wish.columns - 1) / wish.columns;
  cairo_surface_t* sheet = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, static_cast<int>((width + gap) * wish.columns + gap),
      static_cast<int>((height + gap + 14) * rows + gap));
  cairo_t* context = cairo_create(sheet);
  cairo_set_source_rgb(context, 0.85, 0.92, 0.92);
  cairo_paint(context);
  cairo_set_font_size(context, 12);
  for (size_t i = 0; i < chosen.size(); ++i) {
    const int column = static_cast<int>(i) % wish.columns, row = static_cast<int>(i) / wish.columns;
    paint_tile(context, *book, chosen[i], gap + column * (width + gap),
               gap + row * (height + gap + 14), width, height);
  }
  const auto written = cairo_surface_write_to_png(sheet, wish.out.c_str());
  cairo_destroy(context);
  cairo_surface_destroy(sheet);
  std::printf("%zu pictures, %zu faults -> %s\n", chosen.size(), faults.size(), wish.out.c_str());
  return written == CAIRO_STATUS_SUCCESS && faults.empty() ? 0 : 1;
}
