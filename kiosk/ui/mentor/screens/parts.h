// Small pieces that several screens stand on. Thread: the loop's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/mentor/keyboard.h"
#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {

// Which page of a list longer than its room; shows the two arrows only then: beside the list, or,
// where that is asked for and its lines would be too narrow, below it.
class Pages {
 public:
  struct Span {
    size_t from = 0;
    size_t to = 0;
  };
  enum class Arrows { beside, below_where_slim };
  explicit Pages(std::string name, Arrows arrows = Arrows::beside)
      : name_(std::move(name)), arrows_(arrows) {}

  static bool is_slim(const Sheet& sheet, double w) { return w < sheet.least() * 6; }

  // Takes its arrows off the right side of `area` where they are needed.
  Span show(Sheet& sheet, RectMm& area, size_t count,
            const std::function<size_t(const RectMm&)>& fits);

 private:
  std::string name_;
  Arrows arrows_;
  size_t page_ = 0;
};

// The pictures to sign in with, as tiles. Returns the one that was pressed.
class SignBoard {
 public:
  explicit SignBoard(const std::string& name) : name_(name), pages_("pages_" + name) {}
  static double least_height(const Sheet& sheet);  // two rows
  PictureId show(Sheet& sheet, RectMm area, Work& work, const PictureId& chosen,
                 const std::function<bool(const PictureId&)>& is_enabled);

 private:
  std::string name_;
  Pages pages_;
};

// Digits, an eraser, nothing spoken. Rows of three, or of four where the glass is low.
class PinPad {
 public:
  // True when something was pressed.
  bool show(Sheet& sheet, const RectMm& area, bool is_enabled);
  void type(std::string_view utf8);
  void edit(EditKey key);
  const std::string& digits() const { return digits_; }
  void clear() { digits_.clear(); }

  static constexpr double two_columns_mm = 160;  // from here it stands beside what is asked
  static constexpr size_t most = 12;
  static constexpr size_t least = 4;

 private:
  std::string digits_;
};

// Equal cells side by side and below each other, in as many columns as have room.
struct Cells {
  double h = 0, gap = 0;
  int columns = 1, rows = 1;

  static Cells of(double w, double widest, double h, double gap, int count);
  double width(double w) const { return (w - (columns - 1) * gap) / columns; }
  double height() const { return rows * (h + gap) - gap; }
  RectMm at(const RectMm& room, int index) const;
};

// Choices in such cells, and a gap below them.
class Choices {
 public:
  Choices(const Sheet& sheet, double w, const std::vector<std::string>& labels);
  double height() const { return cells_.height() + cells_.gap; }
  RectMm at(const RectMm& room, int index) const { return cells_.at(room, index); }

 private:
  Cells cells_;
};

// The languages that a citizen can choose, with a gap below them. True when another was chosen.
double languages_height(const Sheet& sheet, double w, const Work& work);
bool choose_language(Sheet& sheet, RectMm& room, const Work& work, std::string& language);

// A square picture, and its words beside it, or below it where only a few words would stand on a
// line.
struct Pictured {
  double side = 0;
  double aside = 0;  // what the words leave at the left
  double above = 0;  // and above them

  static Pictured of(const Sheet& sheet, double side);
  // A citizen's sign-in picture.
  static Pictured sign(const Sheet& sheet);
  RectMm picture(const RectMm& room) const { return {room.x, room.y, side, side}; }
  RectMm words(const RectMm& room) const {
    return {room.x + aside, room.y + above, room.w - aside, room.h - above};
  }
};

// What is asked, where there is room for it, and the field that answers it. True when the field was
// pressed.
bool show_field(Sheet& sheet, RectMm room, const Field& field, const std::string& about,
                const std::string& when_empty, Face face = Face::body);

// How high the band that tells what was just done is, in a paper of this width.
double note_height(const Sheet& sheet, const std::string& note, double w);

// Takes a heading off the top of the room.
void heading(Sheet& sheet, RectMm& room, const std::string& name, const std::string& words);
double heading_height(const Sheet& sheet, const std::string& words, double w);

// Paragraphs below each other; returns the y where the next would begin.
double paragraphs(Sheet& sheet, const RectMm& box, const std::string& name,
                  const std::vector<std::string>& texts);
double paragraphs_height(const Sheet& sheet, double w, const std::vector<std::string>& texts);

}  // namespace aktiv::mentor
