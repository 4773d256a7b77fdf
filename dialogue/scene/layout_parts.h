// Inside layout only: the ground that follows from the glass alone, and the page while it is being
// laid. All lengths in millimetres. Values; any thread.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "dialogue/scene/layout.h"

namespace aktiv::layout {

// What is the same on every screen of one display: margins, the row of fixed buttons, the anchors.
struct Ground {
  double w = 0, h = 0;
  double share = 1;   // of the wished sizes
  double scale = 1;   // the person's text scale
  double margin = 0;  // left and right
  double edge = 0;    // top and bottom
  double gap = 3;
  double target = 25;
  double air = 3;  // between the fixed bar, the question and the cards
  bool is_portrait = false;
  bool is_compact = false;        // 10.1 inches across: height is scarce
  bool fixed_is_stacked = false;  // picture above the label
  double fixed_em = 0;
  double row_bottom = 0;        // where the lowest row that is not fixed ends
  std::array<RectMm, 4> fixed;  // back, help, pause, stop
  RectMm mentor;                // the mentor's sign stands here on every screen that has it
  RectMm stones;                // room for the progress stones; portrait: its height
  Sizes sizes;

  double em(double wished) const;  // on this glass, at this text scale, legible
  double step() const { return sizes.step * share; }
  double card_corner() const { return sizes.card_corner * share; }
  double button_corner() const { return sizes.button_corner * share; }
};

Ground ground_of(const Display& display);

using Indices = std::vector<int>;

// The scene's elements by what they are, in the scene's order.
struct Groups {
  Indices choices, places, movables, outs, keys, pictures, texts, tiles, letters, fixed;
  int next = -1, speaker = -1, mentor = -1, pad = -1;
};

Groups groups_of(const Scene& scene);

// A calm band stands only where it does not disturb.
bool may_have_crown(const Scene& scene);

// On all of the display, with the band along its lower edge where the scene is marked.
Layout lay_on_glass(const Scene& scene, const Display& display, const TextMeasure& measure);

struct Page {
  const Scene& scene;
  const Ground& ground;
  const TextMeasure& measure;
  Layout& layout;
  Groups groups;
  RectMm free;           // what is left of the glass
  RectMm stones;         // room for the progress stones
  bool is_whole = true;  // false: some words had no room at this text scale

  const Element& element(int index) const { return scene.elements[static_cast<size_t>(index)]; }
  PlacedElement& placed(int index) { return layout.elements[static_cast<size_t>(index)]; }
  std::string_view label(int index) const { return element(index).phrase.shown; }
  void note(bool fits) { is_whole = is_whole && fits; }
  bool has_picture(int index) const {
    return !element(index).picture.empty() || !element(index).drawing.empty();
  }
};

// Text in a box: the largest size from `wished` down to the legible one at which it fits.
struct Fit {
  double em = 0;
  TextSize size;
  bool is_whole = true;  // false: it does not fit even at the legible size
};

Fit fit_text(const TextMeasure& measure, std::string_view text, Weight weight, double wished,
             double legible, double width, double height);

// One size for labels that stand together, so that none looks more important than another.
struct GroupFit {
  double em = 0;
  double tallest = 0;
  double widest = 0;
  bool is_whole = true;
};

GroupFit fit_group(Page& page, std::span<const int> ids, Weight weight, double wished, double width,
                   double height);

// The narrowest box in which the text keeps its number of lines: no lonely last word.
double balanced_width(const TextMeasure& measure, std::string_view text, Weight weight,
                      const Fit& fit, double width);

void place_text(PlacedText& placed, std::string_view text, const RectMm& box, double em,
                Weight weight, bool is_centred);

// layout_frame.cpp: fixed buttons, stones, speaker and question, caption.
void place_fixed(Page& page);
void place_stones(Page& page);
// most_height: of its words; 0 = their share of the glass.
void place_question(Page& page, double wished_em, double most_height = 0);
double place_caption(Page& page, const RectMm& room, bool is_centred);
// Across the top of what is free, which then begins below it.
void place_caption_above(Page& page);
// The caption below the question; on the smallest glass beside the speaker too, to spare a line.
void place_question_and_caption(Page& page);

// layout_button.cpp: labels with a picture beside or above.
double button_width(Page& page, int index, double em);
double stacked_button_width(Page& page, int index, double em);
double stacked_button_height(const Ground& ground, double em);
double button_words_width(const Page& page, int index, double width, double em);
void fill_button(Page& page, int index, const RectMm& rect, double em, bool is_stacked);

// layout_bottom.cpp: mentor's sign, keys, outs and next; leaves page.free above them.
void place_bottom(Page& page);

// layout_card.cpp: equal cards, picture above or beside the label.
void fill_cards(Page& page, std::span<const int> ids, std::span<const RectMm> rects, double em);
void place_grid(Page& page, std::span<const int> ids, const RectMm& room);
void place_row(Page& page, std::span<const int> ids, const RectMm& room, double gap);
void fill_pictures(Page& page, std::span<const int> ids, std::span<const RectMm> rects, double em);
void fill_bare(Page& page, std::span<const int> ids, std::span<const RectMm> rects);  // no words
// wished: em of the words; 0 = as on a card.
void place_pictures(Page& page, std::span<const int> ids, const RectMm& room, double wished = 0);

// layout_words.cpp: shown words in lines; answers what the words left of the room.
enum class From { top, bottom };
RectMm place_texts(Page& page, std::span<const int> ids, RectMm room, From side, bool is_centred,
                   Weight weight = Weight::regular);

// Texts before the first picture or choice head the screen; the others explain what stands above
// them.
struct Texts {
  Indices heading, below;
};
Texts texts_of(const Page& page);

// layout_place.cpp: places with a heading and the tiles inside them.
void fill_places(Page& page, std::span<const RectMm> rects);
std::vector<RectMm> tile_rects(int count, const RectMm& room, double tallest, double gap);
Indices tiles_in(const Page& page, const ElementId& place);
void fill_tile(Page& page, int index, const RectMm& rect);

// layout_result.cpp: what all results begin with: question, words below, choices beside or below;
// answers the room that is left.
RectMm begin_result(Page& page);
// Where the lowest row holds nothing but going on: what is left of it, down to the bottom of the
// glass, for results that need height more than width. Else the room itself.
RectMm beside_next(Page& page, const RectMm& room);
// A rectangle without a border of `pad` all around.
RectMm inside_of(const RectMm& rect, double pad);
Shape ellipse(const RectMm& rect, Tone tone);
Shape box_shape(const RectMm& rect, Tone tone, double corner);
Shape line_shape(std::vector<PointMm> points, Tone tone, double width);

// One each arrangement.
void lay_choices(Page& page);
void lay_tell(Page& page);
void lay_sorting(Page& page);
void lay_summary(Page& page);
void lay_board(Page& page);
void lay_welcome(Page& page);
void lay_calm(Page& page);
void lay_keypad(Page& page);
void lay_scale(Page& page);
void lay_hand(Page& page);
void lay_sheet(Page& page);
void lay_wheel(Page& page);
void lay_rings(Page& page);
void lay_stairs(Page& page);  // and path
void lay_line(Page& page);
void lay_dream(Page& page);
void lay_typing(Page& page);
void lay_drawing(Page& page);
void lay_recording(Page& page);

}  // namespace aktiv::layout
