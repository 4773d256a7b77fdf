// Our own letters: Atkinson Hyperlegible Next from share/aktiv/fonts, then Andika (Cyrillic,
// Vietnamese) and Noto Sans (Arabic, Tamil) from the system. Owns the font map; shapes, measures
// and draws text. Widths do not depend on pixels (no rounding of advances), so what is measured in
// millimetres without a display is what is drawn on any. Errors: a Fault naming the folder. Thread:
// one at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "dialogue/model/result.h"
#include "dialogue/scene/layout.h"

typedef struct _cairo cairo_t;

namespace aktiv::ui {

struct Colour {
  double r = 0, g = 0, b = 0;

  bool operator==(const Colour&) const = default;
};

// Where a word stands on the screen, in pixels, its punctuation left out.
struct WordBox {
  double x = 0, y = 0, w = 0, h = 0;
};

class Typeface {
 public:
  // fonts: the folder with the .ttf files.
  static Result<std::shared_ptr<Typeface>> open(const std::filesystem::path& fonts);
  ~Typeface();
  Typeface(const Typeface&) = delete;
  Typeface& operator=(const Typeface&) = delete;

  TextSize measure(std::string_view text, double em_mm, Weight weight, double wrap_mm) const;
  // The text in its box, lines beginning at whole pixels, offset by (dx, dy) pixels.
  void draw(cairo_t* context, const PlacedText& text, double px_per_mm, const Colour& colour,
            double dx = 0, double dy = 0) const;
  // One box a word, in the order of words_of(text.text).
  std::vector<WordBox> word_boxes(const PlacedText& text, double px_per_mm) const;

 private:
  struct Shelf;
  explicit Typeface(std::unique_ptr<Shelf> shelf);
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace aktiv::ui
