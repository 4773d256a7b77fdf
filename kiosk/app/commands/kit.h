// What the commands without a window share: content, engine, measuring, a display to lay out on.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "dialogue/engine/engine.h"
#include "dialogue/scene/layout.h"
#include "kiosk/ui/painter/book_pictures.h"
#include "kiosk/ui/painter/painter.h"

namespace aktiv::app {

struct Kit {
  std::filesystem::path share;
  std::unique_ptr<Content> content;  // where it is, the engine refers to it
  std::unique_ptr<Engine> engine;
  TextMeasure measure;
};

// Fails with the first fault of the content; the others are printed to standard error.
Result<Kit> open_kit(const std::vector<std::filesystem::path>& own_decks);

// What paints screens without a window. The painter refers to the others.
struct Brushes {
  std::shared_ptr<const ui::Typeface> typeface;
  std::unique_ptr<ui::BookPictures> pictures;
  std::unique_ptr<ui::Painter> painter;
};

// theme: "light". Fails with what is missing among letters, colours and pictures.
Result<Brushes> open_brushes(const std::filesystem::path& share, const std::string& theme);

// "1920x1080" with an optional diagonal in inches; 0 = 96 pixels an inch.
Result<Display> display_of(const std::string& size, double diagonal_inches, double text_scale);

// One fault a line on standard error; answers 1 when there was any.
int print(const std::vector<Fault>& faults);

}  // namespace aktiv::app
