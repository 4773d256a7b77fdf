// Inside the painter only: looks drawn once and kept, and a screen drawn from them.
#pragma once

#include <deque>
#include <optional>
#include <set>

#include "kiosk/ui/painter/drawn_strokes.h"
#include "kiosk/ui/painter/lit.h"
#include "kiosk/ui/painter/look.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/painter/shelf.h"

namespace aktiv::ui {

// What stands on the screen, all that its pixels follow from.
struct Painted {
  Scene scene;
  Layout layout;
  UiState state;
};

struct Waiting {
  Element element;
  PlacedElement placed;
  LookState state;
  Ground ground;
};

// The drawing on the pad as it was drawn last: while a finger draws, only what is new is added.
struct PadInk {
  std::string text;
  std::vector<Stroke> strokes;
  PixelRect where;
  Image image;
};

struct Painter::Studio {
  std::shared_ptr<const Typeface> typeface;
  const PictureSource& pictures;
  Theme theme;
  ImageShelf shelf;
  size_t most_bytes;
  std::optional<Painted> last;
  std::deque<Waiting> waiting;
  std::vector<Fault> faults;
  std::set<std::string> told;
  PadInk on_pad;

  // Drawing one element.
  PixelRect look_bounds(const PlacedElement& placed, const LookState& state,
                        const Ground& ground) const;
  std::shared_ptr<cairo_surface_t> look(const Element& element, const PlacedElement& placed,
                                        const LookState& state, const Ground& ground);
  void draw_look(cairo_t* context, const Element& element, const PlacedElement& placed,
                 const LookState& state, const Ground& ground);
  void draw_picture(cairo_t* context, const Element& element, const PlacedElement& placed,
                    const LookState& state, const Ground& ground);
  void draw_pad(cairo_t* context, const Element& element, const PlacedElement& placed,
                const Ground& ground);
  std::shared_ptr<cairo_surface_t> picture(const PictureId& id, int width_px, int height_px);

  // Drawing a screen, or the part of it inside `region`.
  void draw_region(cairo_surface_t* screen, const Painted& now, const PixelRect& region);
  void draw_ground(cairo_t* context, const Painted& now, const Ground& ground,
                   const PixelRect& region);
  void draw_crown(cairo_t* context, const Painted& now, const Ground& ground,
                  const PixelRect& region);
  void draw_shapes(cairo_t* context, const Painted& now, const Ground& ground,
                   const PixelRect& region);
  void draw_shape(cairo_t* context, const Shape& shape, const Ground& ground) const;
  void draw_stones(cairo_t* context, const Painted& now, const Ground& ground);
  void draw_element(cairo_t* context, const Painted& now, size_t index, const Ground& ground,
                    const LitSpot& lit, const PixelRect& region);
  void draw_words(cairo_t* context, const PlacedText& text, const Colour& colour,
                  const Ground& ground, std::optional<size_t> lit_word, double dy) const;
  void draw_focus(cairo_t* context, const PlacedElement& placed, const Ground& ground) const;
  void draw_filling(cairo_t* context, const PlacedElement& placed, const Ground& ground,
                    int twelfths) const;
  void draw_dragged(cairo_t* context, const Painted& now, size_t index, const Ground& ground);
  void draw_slot(cairo_t* context, const PlacedElement& placed, const Ground& ground) const;

  // What differs between two screens of the same glass.
  PixelRect shape_bounds(const Shape& shape, const Ground& ground) const;
  PixelRect words_bounds(const PlacedText& text, const Ground& ground) const;
  PixelRect element_bounds(const Painted& painted, size_t index) const;
  PixelRect dragged_bounds(const Painted& painted) const;
  std::vector<PixelRect> changes(const Painted& before, const Painted& now) const;
};

LookState state_of(const Element& element, const UiState& state);

}  // namespace aktiv::ui
