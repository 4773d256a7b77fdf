#include "kiosk/ui/text/typeface.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>

#include "dialogue/model/letters.h"
#include "kiosk/ui/text/words.h"

namespace aktiv::ui {
namespace {

constexpr const char* families =
    "Atkinson Hyperlegible Next, Andika, Noto Sans, Noto Sans Arabic UI, Noto Sans Arabic, "
    "Noto Naskh Arabic, Noto Sans Tamil";
constexpr const char* own_family = "Atkinson Hyperlegible Next";

// Text is measured at this density; a text engine's units are then a tenth of a micrometre.
constexpr double measured_px_per_mm = 10.0;
// A box that is exactly as wide as its text must not wrap it because of rounding.
constexpr double slack_mm = 0.12;

// Height of a line in em: the house's own typeface (ascent 0.984, descent 0.316).
constexpr double line_em = 1.3;

// Cyrillic, Arabic and beyond: in UTF-8 they begin with D0 to E1. The house's typeface does not
// have them, and the lines of those that do are up to 1.6 em high.
bool has_other_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD0 && byte <= 0xE1;
  });
}

struct ObjectRelease {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, ObjectRelease>;

PangoWeight pango_weight(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return PANGO_WEIGHT_NORMAL;
    case Weight::semibold:
      return PANGO_WEIGHT_SEMIBOLD;
    case Weight::bold:
      return PANGO_WEIGHT_BOLD;
  }
  return PANGO_WEIGHT_NORMAL;
}

void make_linear(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

bool is_present(FcConfig* config, const char* family) {
  FcPattern* pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  FcObjectSet* wanted = FcObjectSetBuild(FC_FAMILY, nullptr);
  FcFontSet* found = FcFontList(config, pattern, wanted);
  const bool is_found = found != nullptr && found->nfont > 0;
  if (found != nullptr) FcFontSetDestroy(found);
  FcObjectSetDestroy(wanted);
  FcPatternDestroy(pattern);
  return is_found;
}

struct Span {
  double top = 0, bottom = 0, left = 0, right = 0;
};

Span glyph_span(PangoLayout* layout, size_t begin, size_t end) {
  PangoRectangle first;
  PangoRectangle last;
  pango_layout_index_to_pos(layout, static_cast<int>(begin), &first);
  pango_layout_index_to_pos(layout, static_cast<int>(end), &last);
  const double scale = PANGO_SCALE;
  // A rectangle of a right-to-left letter has a negative width.
  Span span;
  span.left = std::min({first.x, first.x + first.width, last.x, last.x + last.width}) / scale;
  span.right = std::max({first.x, first.x + first.width, last.x, last.x + last.width}) / scale;
  span.top = first.y / scale;
  span.bottom = (first.y + first.height) / scale;
  return span;
}

bool has_words_from_right(PangoLayout* layout, std::string_view text) {
  return std::ranges::any_of(words_of(text), [&](const Word& word) {
    return pango_layout_get_direction(layout, static_cast<int>(word.begin)) == PANGO_DIRECTION_RTL;
  });
}

size_t last_letter(std::string_view text, size_t end) {
  size_t at = end - 1;
  while (at > 0 && is_inside_letter(text[at])) --at;
  return at;
}

}  // namespace

struct Typeface::Shelf {
  FcConfig* config = nullptr;
  Object<PangoFontMap> map;
  Object<PangoContext> context;
  Object<PangoContext> from_right;
  Object<PangoLayout> measuring;

  ~Shelf() {
    measuring.reset();
    from_right.reset();
    context.reset();
    map.reset();
    if (config != nullptr) FcConfigDestroy(config);
  }

  // Lines are wrapped between words only: a broken word is harder to read than a smaller one.
  void set(PangoLayout* layout, std::string_view text, double em_px, Weight weight,
           double wrap_px) const {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, families);
    pango_font_description_set_weight(font, pango_weight(weight));
    pango_font_description_set_absolute_size(font, em_px * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout,
                           wrap_px > 0 ? static_cast<int>(std::ceil(wrap_px * PANGO_SCALE)) : -1);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    PangoAttrList* attributes = nullptr;
    if (has_other_letters(text)) {
      attributes = pango_attr_list_new();
      pango_attr_list_insert(attributes, pango_attr_line_height_new_absolute(
                                             static_cast<int>(em_px * line_em * PANGO_SCALE)));
    }
    pango_layout_set_attributes(layout, attributes);
    if (attributes != nullptr) pango_attr_list_unref(attributes);
  }

  Object<PangoLayout> laid_in(PangoContext* around, const PlacedText& text, double px_per_mm,
                              PangoAlignment side) const {
    Object<PangoLayout> layout(pango_layout_new(around));
    set(layout.get(), text.text, text.em * px_per_mm, text.weight,
        (text.box.w + slack_mm / 2) * px_per_mm);
    pango_layout_set_alignment(layout.get(), text.is_centred ? PANGO_ALIGN_CENTER : side);
    return layout;
  }

  // On a page from the right, a sentence that begins with a name in other letters is still read
  // from the right; only one that has no word from there is not, and it stands at that edge.
  Object<PangoLayout> laid(const PlacedText& text, double px_per_mm) const {
    // Left is where a paragraph begins by its own direction, where that is found by itself.
    if (!text.runs_from_right) return laid_in(context.get(), text, px_per_mm, PANGO_ALIGN_LEFT);
    auto layout = laid_in(from_right.get(), text, px_per_mm, PANGO_ALIGN_RIGHT);
    pango_layout_set_auto_dir(layout.get(), FALSE);
    if (has_words_from_right(layout.get(), text.text)) return layout;
    return laid_in(context.get(), text, px_per_mm, PANGO_ALIGN_RIGHT);
  }
};

Typeface::Typeface(std::unique_ptr<Shelf> shelf) : shelf_(std::move(shelf)) {}
Typeface::~Typeface() = default;

Result<std::shared_ptr<Typeface>> Typeface::open(const std::filesystem::path& fonts) {
  auto shelf = std::make_unique<Shelf>();
  shelf->config = FcInitLoadConfigAndFonts();
  if (shelf->config == nullptr)
    return Fault{"fontconfig could not be started", "fontconfig",
                 "a readable /etc/fonts/fonts.conf"};
  FcConfigAppFontAddDir(shelf->config, reinterpret_cast<const FcChar8*>(fonts.c_str()));
  if (!is_present(shelf->config, own_family))
    return Fault{"the typeface Atkinson Hyperlegible Next is missing", fonts.string(),
                 "the .ttf files of the pinned font package in this folder"};
  shelf->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(shelf->map.get()), shelf->config);
  shelf->context.reset(pango_font_map_create_context(shelf->map.get()));
  shelf->from_right.reset(pango_font_map_create_context(shelf->map.get()));
  pango_context_set_base_dir(shelf->from_right.get(), PANGO_DIRECTION_RTL);
  for (const auto* context : {&shelf->context, &shelf->from_right}) make_linear(context->get());
  shelf->measuring.reset(pango_layout_new(shelf->context.get()));
  return std::shared_ptr<Typeface>(new Typeface(std::move(shelf)));
}

TextSize Typeface::measure(std::string_view text, double em_mm, Weight weight,
                           double wrap_mm) const {
  if (text.empty()) return {0, 0, 0};
  PangoLayout* layout = shelf_->measuring.get();
  shelf_->set(layout, text, em_mm * measured_px_per_mm, weight, wrap_mm * measured_px_per_mm);
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  const double unit = PANGO_SCALE * measured_px_per_mm;
  const double width = logical.width / unit;
  const double slack =
      wrap_mm > 0 && width <= wrap_mm ? std::min(slack_mm, wrap_mm - width) : slack_mm;
  return {width + slack, logical.height / unit, pango_layout_get_line_count(layout)};
}

void Typeface::draw(cairo_t* context, const PlacedText& text, double px_per_mm,
                    const Colour& colour, double dx, double dy) const {
  if (text.text.empty()) return;
  const Object<PangoLayout> layout = shelf_->laid(text, px_per_mm);
  cairo_save(context);
  cairo_set_source_rgb(context, colour.r, colour.g, colour.b);
  cairo_move_to(context, std::round(text.box.x * px_per_mm + dx),
                std::round(text.box.y * px_per_mm + dy));
  pango_cairo_show_layout(context, layout.get());
  cairo_restore(context);
}

std::vector<WordBox> Typeface::word_boxes(const PlacedText& text, double px_per_mm) const {
  std::vector<WordBox> boxes;
  if (text.text.empty()) return boxes;
  const Object<PangoLayout> layout = shelf_->laid(text, px_per_mm);
  const double left = std::round(text.box.x * px_per_mm);
  const double top = std::round(text.box.y * px_per_mm);
  for (const Word& word : words_of(text.text)) {
    const Span span = glyph_span(layout.get(), word.begin, last_letter(text.text, word.end));
    boxes.push_back(
        {left + span.left, top + span.top, span.right - span.left, span.bottom - span.top});
  }
  return boxes;
}

}  // namespace aktiv::ui
