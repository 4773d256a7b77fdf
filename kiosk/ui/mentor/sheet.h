// One screen's worth of paper: places text, pictures and things to press in millimetres, tells what
// was pressed, and lists what stands there. Everything acts on lift and lets go when the finger
// slides off. Owns ImGui's context, letters and pictures. Thread: the loop's.
#pragma once

#include <SDL.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/model/result.h"
#include "kiosk/photos/photo.h"
#include "kiosk/ui/mentor/element.h"
#include "kiosk/ui/mentor/look.h"
#include "kiosk/ui/pictures/pictures.h"

namespace aktiv::mentor {

enum class Face { body, bold, heading, title };
enum class Align { left, middle, right };
enum class Ground { paper, ink };  // what the text stands on
enum class PillKind { kept, waiting, trouble };

struct Pill {
  std::string name;
  std::string text;
  PillKind kind = PillKind::kept;
};

struct Action {
  std::string name;
  std::string label;
  bool is_main = false;
  bool is_enabled = true;
  std::string short_label = {};  // where the row is too narrow for all labels; empty: none
};

enum class KeyGlyph { none, left, right, up, down, erase };

// A staff text by its key, in the staff's language.
using Say = std::function<std::string(std::string_view key)>;

class Sheet {
 public:
  static Result<std::unique_ptr<Sheet>> open(const std::filesystem::path& share, Look look,
                                             const Display& display,
                                             const ui::PictureBook& pictures);
  ~Sheet();

  const Look& look() const;
  double width() const;
  double height() const;
  double target() const;  // side of a thing to press
  double least() const;   // 20 mm
  double gap() const;
  double pad() const;
  double line(Face face) const;  // height of a line
  double em(Face face) const;

  // The frame of every screen: dark header with pills, the actions at the bottom. What remains is
  // body(). The first action stands bottom left, always; the rest to the right. Where they would
  // take more than a quarter of the glass, those between the first and the last wait behind "more".
  // Returns the pressed name, or `menu` while the body is theirs: nothing else may be drawn then.
  std::string page(const std::string& title, const std::vector<Pill>& pills,
                   const std::vector<Action>& actions);
  static constexpr const char* menu = "menu";
  // The action that leads back from this screen, for the Escape key.
  const std::string& way_back() const;
  RectMm body() const;
  // The body, or where it is lower than `least_h`, a paper of that height that is moved by two keys
  // at the right. What does not stand wholly in view then is neither drawn nor listed. `name` says
  // which paper it is: another one begins at its top.
  RectMm scroll(const std::string& name, double least_h);
  // The same where the height follows from the width, of which the two keys take some.
  RectMm scroll(const std::string& name, const std::function<double(double w)>& height_at);
  // Side by side, text of two columns would be too narrow on this glass.
  bool is_narrow() const;

  // Things to press: true when pressed in this frame.
  bool button(const Action& action, const RectMm& box);
  bool tile(const std::string& name, const RectMm& box, const PictureId& picture,
            const std::string& label, bool is_chosen = false, bool is_enabled = true,
            const PictureId& second = {});
  bool choice(const std::string& name, const RectMm& box, const std::string& label, bool is_chosen,
              bool is_enabled = true);
  bool field(const std::string& name, const RectMm& box, const std::string& text, size_t caret,
             bool is_active, const std::string& when_empty);
  bool key(const std::string& name, const RectMm& box, const std::string& label,
           bool is_enabled = true, KeyGlyph glyph = KeyGlyph::none, bool is_lit = false);
  // A line of a table; the label is for those who do not see it, its cells stand upon it as text.
  bool row(const std::string& name, const RectMm& box, const std::string& label, bool is_chosen);
  // How high they must be for a label of this width; never under 20 mm.
  double button_height(const std::string& label, double w) const;
  double choice_height(const std::string& label, double w) const;
  double choice_width(const std::string& label) const;  // on one line

  // Things to read. Text wraps in the box's width; returns the height it took.
  double text(const std::string& name, const RectMm& box, const std::string& words,
              Face face = Face::body, Align align = Align::left, Ground ground = Ground::paper,
              bool is_muted = false);
  double text_height(const std::string& words, Face face, double wrap) const;
  double text_width(const std::string& words, Face face) const;
  void card(const RectMm& box);
  void band(const std::string& name, const RectMm& box, const std::string& words, PillKind kind);
  void rule(double x, double y, double width);
  void ruler(const std::string& name, double x, double y,
             double width);  // to hold a real one against
  void picture(const std::string& name, const RectMm& box, const PictureId& picture,
               const std::string& label);
  // How loud it is over time, 0–1; what lies outside from–to (of the whole, 0–1) is paler.
  void wave(const std::string& name, const RectMm& box, const std::vector<double>& loudness,
            double from, double to, const std::string& label);
  void gauge(const std::string& name, const RectMm& box, double fill);  // 0–1
  void dots(const std::string& name, const RectMm& box, size_t filled, size_t most);

  // Photos as pictures, by names of the screen's own ("photo/people/ven"); a name that is laid
  // keeps its photo until all are forgotten, which a screen does before it draws a frame.
  void lay(const PictureId& name, const photos::Square& photo);
  bool has_laid(const PictureId& name) const;
  void forget_pictures();

  // Called by the area around a screen.
  struct Finger {
    bool is_on = false;
    double x_px = -1, y_px = -1;
  };
  void set_say(Say say);
  // A new screen: at its top, and no menu open.
  void begin_screen();
  // In this frame the header tells this instead of the title: the first that fits on one line.
  void announce(std::vector<std::string> words);
  void begin_frame(const Finger& finger, const std::string& focused, bool chooses_focused);
  void end_frame();
  Status paint(SDL_Surface* surface);
  const std::vector<MentorElement>& elements() const;

  struct Inside;  // sheet_parts.h
  explicit Sheet(std::unique_ptr<Inside> inside);

 private:
  std::unique_ptr<Inside> inside_;
};

// Cells of at least `least_w` wide side by side and below each other within an area.
struct Grid {
  RectMm area;
  int columns = 1;
  int rows = 1;
  double w = 0, h = 0, gap = 0;

  static Grid of(const RectMm& area, double least_w, double h, double gap);
  // The largest cells, up to `most` times as large, with which all of `count` still fit.
  static Grid filling(const RectMm& area, size_t count, double least_w, double h, double gap,
                      double most);
  int count() const { return columns * rows; }
  RectMm cell(int number) const;
};

// Two parts side by side, or below each other where the area is upright or too narrow for two
// columns of text.
inline constexpr double two_columns_mm = 220;
std::pair<RectMm, RectMm> split(const RectMm& area, double share, double gap,
                                double least_w = two_columns_mm);
RectMm inset(const RectMm& box, double by);
// Takes a band off the top (or bottom) of what remains.
RectMm take_top(RectMm& rest, double h, double gap = 0);
RectMm below(const RectMm& rest, double gap);  // what remains, a gap further down
RectMm take_bottom(RectMm& rest, double h, double gap = 0);

}  // namespace aktiv::mentor
