#include "kiosk/app/kiosk_app.h"

#include <SDL.h>
#include <sodium.h>

#include "kiosk/ui/text/measure.h"
#include "kiosk/ui/text/typeface.h"
#include "kiosk/ui/theme/theme.h"

namespace aktiv::app {
namespace {

Seed random_seed() {
  Seed seed;
  randombytes_buf(&seed, sizeof seed);
  return seed;
}

}  // namespace

Bell::Bell() : type_(SDL_RegisterEvents(1)) {}

void Bell::ring() {
  if (is_rung_.exchange(true)) return;
  SDL_Event event{};
  event.type = type_;
  SDL_PushEvent(&event);
}

KioskApp::KioskApp(Parts parts) : parts_(std::move(parts)), chance_(random_seed()) {}

KioskApp::~KioskApp() {
  if (description_ != nullptr) std::fclose(description_);
}

Result<std::unique_ptr<KioskApp>> KioskApp::open(Parts parts) {
  std::unique_ptr<KioskApp> app(new KioskApp(std::move(parts)));
  const RunOptions& options = app->parts_.options;
  if (!options.trace.empty()) {
    auto trace = Trace::open(options.trace);
    if (!trace) return trace.error();
    app->trace_ = std::move(*trace);
  }
  if (!options.describe.empty()) {
    app->description_ = std::fopen(options.describe.c_str(), "a");
    if (app->description_ == nullptr)
      return Fault{"the description cannot be written", options.describe.string(),
                   "a file in a folder that exists"};
  }
  app->open_voice();  // loads beside the glass
  if (Status opened = app->open_glass(); !opened) return opened.error();
  app->use_access();
  if (const Status heard = app->boxes_.open(); !heard) app->tell_staff(heard.error());
  app->open_keeper();
  app->sheets_ = std::make_unique<SheetOffice>(SheetOffice::Parts{
      .store = app->parts_.store,
      .press = {.share = app->parts_.kit.share,
                .content = *app->parts_.kit.content,
                .wake = [bell = &app->parts_.bell] { bell->ring(); }},
      .photos = app->parts_.kit.photos,
      .tell_staff = [self = app.get()](const Fault& fault) { self->tell_staff(fault); }});
  if (Status opened = app->open_photos(); !opened) return opened.error();
  app->open_studio();
  app->open_mentor_side();
  app->open_assist();
  for (const Fault& fault : app->for_staff_) app->desk_->tell(fault);
  app->session_ =
      app->parts_.kit.engine->start(options.language, choices_a_page(app->window_->display()));
  app->keeper_->find_citizens();
  return app;
}

Status KioskApp::open_glass() {
  const RunOptions& options = parts_.options;
  auto theme = ui::read_theme(parts_.kit.share, options.theme);
  if (!theme) return theme.error();
  ui::WindowOptions wanted;
  if (options.window) wanted.size = ui::WindowSize{options.window->first, options.window->second};
  wanted.px_per_mm = options.px_per_mm;
  wanted.text_scale = options.text_scale;
  wanted.sizes = theme->sizes;
  auto window = ui::Window::open(wanted);
  const DisplayWords words = display_words();
  if (!window) return words.closed(window.error());
  window_ = std::move(*window);
  if (auto adopted = window_->adopt_size(); !adopted) return words.closed(adopted.error());
  if (!fits(window_->display())) return words.too_small(window_->display());
  auto typeface = ui::Typeface::open(parts_.kit.share / "fonts");
  if (!typeface) return typeface.error();
  typeface_ = *typeface;
  measure_ = ui::make_measure(typeface_);
  auto book = ui::PictureBook::open(parts_.kit.share, parts_.kit.photos);
  if (!book) return book.error();
  pictures_ = std::make_unique<ui::BookPictures>(std::move(*book));
  theme_ = *theme;
  use_palette();
  for (const Fault& fault : window_->take_faults()) tell_staff(words.no_size(fault));
  return {};
}

DisplayWords KioskApp::display_words() const {
  return {parts_.kit.content->texts, staff_language()};
}

void KioskApp::open_keeper() {
  keeper_ = std::make_unique<Keeper>(
      Keeper::Parts{.store = parts_.store,
                    .chance = random_seed(),
                    .give = [this](Intent intent) { give(std::move(intent)); },
                    .tell_staff = [this](const Fault& fault) { tell_staff(fault); },
                    .wake_sync = [this] { parts_.link.wake(); },
                    .unfinished_days = parts_.options.unfinished_days,
                    .now_ms = steady_ms()});
}

// For staff: in the mentor's area and, without anything personal, in the log.
void KioskApp::tell_staff(const Fault& fault) {
  if (desk_) desk_->tell(fault);
  for_staff_.push_back(fault);
  constexpr size_t kMost = 50;
  if (for_staff_.size() > kMost) for_staff_.erase(for_staff_.begin());
  std::fprintf(stderr, "staff: %s\n", to_text(fault).c_str());
}

}  // namespace aktiv::app
