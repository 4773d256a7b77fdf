#include "kiosk/app/audit/paint_items.h"

#include <cairo.h>

#include <cstring>

#include "kiosk/app/audit/pixels.h"
#include "kiosk/ui/painter/lit.h"
#include "kiosk/ui/text/words.h"

namespace aktiv::app {
namespace {

// WCAG 2.2, 2.3.1: a quarter of ten degrees of sight, at 500 mm; or at most three a second.
constexpr double kFlashMm2 = 1500;
constexpr int kFlashesAMinute = 180;
constexpr double kSeenMm2 = 9;  // a mark of 3 mm is seen

using ui::PixelRect;

Pixels pixels_of(cairo_surface_t* image) {
  return {cairo_image_surface_get_data(image),
          cairo_image_surface_get_stride(image),
          {0, 0, cairo_image_surface_get_width(image), cairo_image_surface_get_height(image)}};
}

void copy(cairo_surface_t* from, cairo_surface_t* to, const PixelRect& rect) {
  cairo_surface_flush(from);
  const int stride = cairo_image_surface_get_stride(from);
  const unsigned char* source = cairo_image_surface_get_data(from);
  unsigned char* target = cairo_image_surface_get_data(to);
  for (int y = rect.y; y < rect.bottom(); ++y)
    std::memcpy(target + static_cast<ptrdiff_t>(y) * stride + 4 * rect.x,
                source + static_cast<ptrdiff_t>(y) * stride + 4 * rect.x,
                static_cast<size_t>(rect.w) * 4);
  cairo_surface_mark_dirty(to);
}

}  // namespace

// One screen as it lies there, and small changes of it.
class PaintedScreens::Look {
 public:
  Look(PaintedScreens& screens, audit::Report& report, const std::string& name, const Scene& scene,
       const Layout& layout)
      : s_(screens), report_(report), name_(name), scene_(scene), layout_(layout) {
    s_.painter_.paint(s_.screen_.get(), scene_, layout_, {});
    cairo_surface_flush(s_.screen_.get());
    copy(s_.screen_.get(), s_.before_.get(), pixels().all);
  }

  void check_all() {
    check_text(layout_.question, "question");
    check_text(layout_.caption, "caption");
    for (size_t i = 0; i < scene_.elements.size(); ++i) {
      const Element& element = scene_.elements[i];
      // What cannot be chosen now is quieter on purpose (WCAG 1.4.3 excepts it).
      if (!element.is_enabled) continue;
      check_text(layout_.elements[i].label, element.id.value);
      if (!is_target(element) || element.order == 0) continue;
      check_edge(i);
      check_focus(element);
      check_chosen(element);
    }
    check_lit();
    report_.expect(48, s_.painter_.repaint(s_.screen_.get(), scene_, layout_, {}).empty(), name_,
                   [] { return "something was drawn though nothing happened"; });
  }

 private:
  Pixels pixels() const { return pixels_of(s_.screen_.get()); }
  double px_per_mm() const { return layout_.display.px_per_mm; }
  PixelRect on_glass(const RectMm& rect) const {
    return ui::snapped(rect, px_per_mm()).within(pixels().all);
  }

  void check_text(const PlacedText& text, const std::string& whose) {
    if (text.text.empty()) return;
    const double ratio = text_contrast(pixels(), on_glass(text.box));
    const auto seen = [&] { return ratio_text(ratio) + " for \"" + text.text + "\""; };
    report_.expect(19, ratio >= kTextContrast, name_ + " " + whose, seen);
    if (scene_.is_dark) report_.expect(26, ratio >= kTextContrast, name_ + " " + whose, seen);
  }

  void check_edge(size_t index) {
    const RectMm& rect = layout_.elements[index].rect;
    const double ratio = edge_contrast(pixels(), on_glass(rect), px_per_mm());
    const auto seen = [&] { return ratio_text(ratio) + " at its edge"; };
    const std::string where = name_ + " " + scene_.elements[index].id.value;
    report_.expect(20, ratio >= kControlContrast, where, seen);
    if (scene_.is_dark) report_.expect(26, ratio >= kControlContrast, where, seen);
  }

  // Square millimetres that are now seen to differ, by lightness alone, from how the screen lay.
  double seen_mm2(const std::vector<PixelRect>& changed) const {
    const Pixels then = pixels_of(s_.before_.get());
    const Pixels now = pixels();
    int count = 0;
    for (const PixelRect& part : changed) {
      const PixelRect rect = part.within(now.all);
      for (int y = rect.y; y < rect.bottom(); ++y)
        for (int x = rect.x; x < rect.right(); ++x) {
          const uint32_t was = then.at(x, y);
          const uint32_t is = now.at(x, y);
          count += was != is && contrast(was, is) >= kControlContrast;
        }
    }
    return count / (px_per_mm() * px_per_mm());
  }

  std::vector<PixelRect> repaint(const Scene& scene, const ui::UiState& state) {
    auto changed = s_.painter_.repaint(s_.screen_.get(), scene, layout_, state);
    cairo_surface_flush(s_.screen_.get());
    return changed;
  }

  void check_focus(const Element& element) {
    ui::UiState state;
    state.focus = element.id;
    const double seen = seen_mm2(repaint(scene_, state));
    report_.expect(24, seen >= kSeenMm2, name_ + " " + element.id.value,
                   [&] { return std::to_string(seen) + " square mm are seen"; });
    repaint(scene_, {});
  }

  void check_chosen(const Element& element) {
    const bool is_choice =
        element.role == Role::choice || element.role == Role::place || element.role == Role::out;
    if (!is_choice || scene_.arrangement == Arrangement::calm || element.is_sealed) return;
    Scene other = scene_;
    for (Element& each : other.elements)
      if (each.id == element.id) each.is_selected = !each.is_selected;
    const double seen = seen_mm2(repaint(other, {}));
    report_.expect(23, seen >= kSeenMm2, name_ + " " + element.id.value,
                   [&] { return std::to_string(seen) + " square mm are seen"; });
    repaint(scene_, {});
  }

  void check_lit() {
    for (size_t u = 0; u < scene_.speech.size(); ++u) {
      const size_t words = ui::words_of(scene_.speech[u].text).size();
      for (size_t w = 0; w < words; ++w) {
        ui::UiState state;
        state.word = ui::LitWord{u, w};
        double area = 0;
        for (const PixelRect& part : repaint(scene_, state)) area += 1.0 * part.w * part.h;
        area /= px_per_mm() * px_per_mm();
        report_.expect(47, area <= kFlashMm2 || s_.words_a_minute_ <= kFlashesAMinute, name_,
                       [&] { return std::to_string(area) + " square mm light up too often"; });
      }
    }
    repaint(scene_, {});
  }

  PaintedScreens& s_;
  audit::Report& report_;
  const std::string& name_;
  const Scene& scene_;
  const Layout& layout_;
};

PaintedScreens::PaintedScreens(ui::Painter& painter, const Display& display, int words_a_minute)
    : painter_(painter),
      screen_(ui::make_screen(display.width_px, display.height_px)),
      before_(ui::make_screen(display.width_px, display.height_px)),
      words_a_minute_(words_a_minute) {}

void PaintedScreens::check(audit::Report& report, const std::string& name, const Scene& scene,
                           const Layout& layout) {
  Look(*this, report, name, scene, layout).check_all();
}

}  // namespace aktiv::app
