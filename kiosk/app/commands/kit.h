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
  ui::PhotoFiles deck_photos;  // of the day centre's decks
  ui::PhotoFiles photos;       // these, and before them those that stand for a drawing
};

// kept_photos: the folder of photos that stand for a card's drawing; empty = none. Fails with the
// first fault of the content; the others are printed to standard error.
Result<Kit> open_kit(const std::vector<std::filesystem::path>& own_decks,
                     const std::filesystem::path& kept_photos = {});

// Fails where the content has no texts in it, and names those that it has. `where` is what asked
// for it: "--lang".
Status knows_language(const Content& content, const std::string& language, const char* where);

// The folders of own_decks, and each folder laid in <data>/decks that has nothing wrong with it.
// What is wrong with another is printed, and the kiosk starts without it: a deck that was laid
// wrongly must not leave a citizen before a dark glass.
std::vector<std::filesystem::path> with_laid_decks(std::vector<std::filesystem::path> own_decks,
                                                   const std::filesystem::path& data);

// What paints screens without a window. The painter refers to the others.
struct Brushes {
  std::shared_ptr<const ui::Typeface> typeface;
  std::unique_ptr<ui::BookPictures> pictures;
  std::unique_ptr<ui::Painter> painter;
};

// theme: "light". Fails with what is missing among letters, colours and pictures.
Result<Brushes> open_brushes(const Kit& kit, const std::string& theme);

// "1920x1080" with an optional diagonal in inches; 0 = 96 pixels an inch.
Result<Display> display_of(const std::string& size, double diagonal_inches, double text_scale,
                           const std::string& reach = "");

// One fault a line on standard error; answers 1 when there was any.
int print(const std::vector<Fault>& faults);

}  // namespace aktiv::app
