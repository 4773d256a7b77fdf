#include "kiosk/casefile_brushes.h"

#include <cairo.h>

#include <algorithm>
#include <mutex>

#include "kiosk/photos/photo.h"
#include "kiosk/report/compose.h"
#include "kiosk/report/document.h"
#include "kiosk/ui/painter/book_pictures.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/pictures/pictures.h"
#include "kiosk/ui/text/measure.h"
#include "kiosk/ui/theme/theme.h"

namespace aktiv {
namespace {

// A kiosk of 24 inches, at half its pixels: enough for a page, a quarter of the work.
constexpr int screen_width = 960;
constexpr int screen_height = 540;
constexpr double px_per_mm = 96.0 / 25.4 / 2;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

// Of a citizen's photo: twice as many pixels as the largest page shows, and no more to be stolen.
constexpr int portrait_px = 400;

struct Brushes {
  std::shared_ptr<const ui::Typeface> typeface;
  std::unique_ptr<ui::BookPictures> pictures;
  std::unique_ptr<ui::Painter> painter;
  TextMeasure measure;
  report::SheetLook sheet_look;
};

Result<std::unique_ptr<Brushes>> open_brushes(const std::filesystem::path& share) {
  auto brushes = std::make_unique<Brushes>();
  auto typeface = ui::Typeface::open(share / "fonts");
  if (!typeface) return typeface.error();
  brushes->typeface = *typeface;
  auto theme = ui::read_theme(share, "light");
  if (!theme) return theme.error();
  auto book = ui::PictureBook::open(share);
  if (!book) return book.error();
  auto measure = ui::make_measure(share);
  if (!measure) return measure.error();
  auto look = report::read_sheet_look(share);
  if (!look) return look.error();
  brushes->pictures = std::make_unique<ui::BookPictures>(std::move(*book));
  brushes->painter = std::make_unique<ui::Painter>(brushes->typeface, *brushes->pictures, *theme);
  brushes->measure = std::move(*measure);
  brushes->sheet_look = std::move(*look);
  return brushes;
}

class Studio {
 public:
  Studio(std::filesystem::path share, const Content& content)
      : share_(std::move(share)), content_(content) {}

  Result<std::string> poster(const Scene& scene) {
    const std::lock_guard lock(mutex_);
    if (Status ready = open(); !ready) return ready.error();
    Display display;
    display.width_px = screen_width;
    display.height_px = screen_height;
    display.px_per_mm = px_per_mm;
    const Layout layout = lay_out(scene, display, brushes_->measure);
    const ui::Image screen = ui::make_screen(screen_width, screen_height);
    brushes_->painter->paint(screen.get(), scene, layout, {});
    brushes_->painter->forget_screen();
    brushes_->painter->forget_pictures();  // nothing of a citizen stays in memory
    std::string png;
    const auto written = cairo_surface_write_to_png_stream(screen.get(), append, &png);
    if (written == CAIRO_STATUS_SUCCESS) return png;
    return Fault{std::string("the poster could not be drawn: ") + cairo_status_to_string(written),
                 "poster", "memory for one screen"};
  }

  Result<std::string> sheet(const casefile::SheetOf& sheet) {
    const std::lock_guard lock(mutex_);
    if (Status ready = open(); !ready) return ready.error();
    return report::sheet_pdf(composed(sheet), brushes_->sheet_look, brushes_->typeface,
                             brushes_->pictures->book());
  }

  Result<std::string> paper(const casefile::Paper& paper,
                            const std::optional<casefile::SheetOf>& sheet) {
    const std::lock_guard lock(mutex_);
    if (Status ready = open(); !ready) return ready.error();
    report::Document document{paper.title, paper.about, {}, paper.nothing};
    for (const casefile::PaperSection& section : paper.sections) {
      report::DocumentSection& made = document.sections.emplace_back();
      made.heading = section.heading;
      for (const auto& [label, text, source] : section.lines)
        made.lines.push_back({label, text, source});
    }
    std::optional<report::Sheet> first;
    if (sheet) first = composed(*sheet);
    return report::document_pdf(document, first, brushes_->sheet_look, brushes_->typeface,
                                brushes_->pictures->book());
  }

 private:
  report::Sheet composed(const casefile::SheetOf& sheet) const {
    report::SheetFacts facts;
    facts.language = sheet.language;
    facts.signs = sheet.signs;
    facts.chosen = sheet.chosen;
    return report::compose(facts, content_);
  }

  Status open() {
    if (brushes_) return {};
    auto opened = open_brushes(share_);
    if (!opened) return opened.error();
    brushes_ = std::move(*opened);
    return {};
  }

  std::filesystem::path share_;
  const Content& content_;
  std::mutex mutex_;
  std::unique_ptr<Brushes> brushes_;
};

}  // namespace

casefile::Papers papers_drawn_from(const std::filesystem::path& share, const Content& content) {
  auto studio = std::make_shared<Studio>(share, content);
  return {[studio](const Scene& scene) { return studio->poster(scene); },
          [studio](const casefile::SheetOf& sheet) { return studio->sheet(sheet); },
          [studio](const casefile::Paper& paper, const std::optional<casefile::SheetOf>& sheet) {
            return studio->paper(paper, sheet);
          },
          [share](std::string_view file) -> Result<std::string> {
            auto rules = photos::read_photo_rules(share);
            if (!rules) return rules.error();
            rules->side_px = std::min(rules->side_px, portrait_px);
            return photos::import_photo(file, "photo", *rules);
          }};
}

}  // namespace aktiv
