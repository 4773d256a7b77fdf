#include "kiosk/report/sheet_layout.h"

#include <algorithm>

#include "kiosk/report/card_grid.h"
#include "kiosk/report/fitted_text.h"

namespace aktiv::report {
namespace {

constexpr double kSmaller = 0.95;  // one try to the next
// More than a page holds at the smallest size; and a text engine loses count of far longer lines.
constexpr size_t kMostBytes = 16000;

size_t bytes_of(const Sheet& sheet) {
  size_t bytes = sheet.next_meeting.words.size() + sheet.mentor.words.size();
  for (const std::string& said : sheet.own_words) bytes += said.size();
  for (const SheetGroup& group : sheet.groups)
    for (const SheetCard& card : group.cards) bytes += card.words.size();
  return bytes;
}

// One try at one size of text. Heights first, for the cards take what is left; then places.
class Page {
 public:
  Page(const Sheet& sheet, const SheetLook& look, const TextMeasure& measure, double share)
      : sheet_(sheet), look_(look), measure_(measure), share_(share) {
    for (const SheetGroup& group : sheet.groups) {
      if (group.cards.empty()) continue;
      groups_.push_back(&group);
      counts_.push_back(static_cast<int>(group.cards.size()));
      for (const SheetCard& card : group.cards) labels_.push_back(card.words);
    }
    width_ = look.page.width - 2 * look.page.margin;
  }

  bool lay() {
    y_ = look_.page.margin;
    place_title();
    const double bottom = look_.page.height - look_.page.margin - lines_height();
    double fixed = own_words_height();
    for (const SheetGroup* group : groups_) fixed += heading_height(group->heading);
    const double room = bottom - y_ - fixed;
    if (room < 0) return false;
    if (!groups_.empty()) {
      grid_ = grid_of(counts_, labels_, width_, room, look_, measure_);
      if (grid_.columns == 0) return false;
    }
    for (const SheetGroup* group : groups_) place_group(*group);
    place_own_words();
    y_ = bottom;
    place_lines();
    return true;
  }

  SheetLayout take() { return std::move(layout_); }

 private:
  double em(double wished) const { return wished * share_; }

  Fitted fitted(const std::string& text, Weight weight, double wished, double width,
                int lines = 99) const {
    return fit_words(text, weight, em(wished), em(wished) * 0.75, width, lines, measure_);
  }

  void put(const Fitted& fitted, double x, double y, double width, Weight weight,
           bool is_centred = false) {
    layout_.texts.push_back(
        {fitted.text, {x, y, width, fitted.size.h}, fitted.em, weight, is_centred});
  }

  void place_title() {
    const double signs =
        static_cast<double>(sheet_.signs.size()) * (look_.space.sign + look_.cards.gap);
    const Fitted title = fitted(sheet_.title, Weight::bold, look_.text.title, width_ - signs, 2);
    const double high = std::max(sheet_.signs.empty() ? 0 : look_.space.sign, title.size.h);
    put(title, look_.page.margin, y_ + (high - title.size.h) / 2, width_ - signs, Weight::bold);
    double x = look_.page.margin + width_ - signs + look_.cards.gap;
    for (const PictureId& sign : sheet_.signs) {
      layout_.pictures.push_back({sign, {x, y_, look_.space.sign, look_.space.sign}});
      x += look_.space.sign + look_.cards.gap;
    }
    y_ += high + look_.space.under_title - look_.space.section;
  }

  double heading_height(const std::string& heading) const {
    return look_.space.section + fitted(heading, Weight::bold, look_.text.heading, width_).size.h +
           look_.space.under_heading;
  }

  void place_heading(const std::string& heading) {
    const Fitted words = fitted(heading, Weight::bold, look_.text.heading, width_);
    y_ += look_.space.section;
    put(words, look_.page.margin, y_, width_, Weight::bold);
    y_ += words.size.h + look_.space.under_heading;
  }

  void place_group(const SheetGroup& group) {
    place_heading(group.heading);
    size_t next = 0;
    const std::vector<int> rows = rows_of(static_cast<int>(group.cards.size()), grid_.columns);
    const double step = grid_.width + look_.cards.gap;
    for (const int in_row : rows) {
      if (next > 0) y_ += look_.cards.gap;
      double x = look_.page.margin + (std::ranges::max(rows) - in_row) * step / 2;
      for (int column = 0; column < in_row; ++column, x += step) place_card(group.cards[next++], x);
      y_ += grid_.height;
    }
  }

  void place_card(const SheetCard& card, double x) {
    layout_.cards.push_back({x, y_, grid_.width, grid_.height});
    const RectMm picture = grid_.picture_in, label = grid_.label_in;
    layout_.pictures.push_back(
        {card.picture, {x + picture.x, y_ + picture.y, picture.w, picture.h}});
    Fitted words{
        breakable(card.words, Weight::semibold, grid_.em, label.w, measure_), grid_.em, {}};
    words.size = measure_(words.text, words.em, Weight::semibold, label.w);
    put(words, x + label.x, y_ + label.y + (label.h - words.size.h) / 2, label.w, Weight::semibold,
        !grid_.is_beside);
  }

  double quote_width() const { return width_ - look_.space.bar - look_.space.bar_gap; }
  Fitted quote(const std::string& words) const {
    return fitted(words, Weight::regular, look_.text.quote, quote_width());
  }

  double own_words_height() const {
    double height = 0;
    for (const std::string& words : sheet_.own_words)
      height += (height > 0 ? look_.space.between : 0) + quote(words).size.h;
    return height > 0 ? height + heading_height(sheet_.own_words_heading) : 0;
  }

  void place_own_words() {
    if (sheet_.own_words.empty()) return;
    place_heading(sheet_.own_words_heading);
    for (const std::string& said : sheet_.own_words) {
      const Fitted words = quote(said);
      layout_.bars.push_back({look_.page.margin, y_, look_.space.bar, words.size.h});
      put(words, look_.page.margin + look_.space.bar + look_.space.bar_gap, y_, quote_width(),
          Weight::regular);
      y_ += words.size.h + look_.space.between;
    }
  }

  // Next meeting and mentor stand beside each other at the foot of the page.
  std::vector<const SheetLine*> lines() const {
    std::vector<const SheetLine*> lines;
    for (const SheetLine* line : {&sheet_.next_meeting, &sheet_.mentor})
      if (!line->words.empty()) lines.push_back(line);
    return lines;
  }

  double line_width(size_t lines) const {
    return (width_ - static_cast<double>(lines - 1) * look_.cards.gap) / static_cast<double>(lines);
  }
  double line_inset() const { return look_.space.line_picture + look_.space.bar_gap; }
  Fitted line_heading(const SheetLine& line, double width) const {
    return fitted(line.heading, Weight::bold, look_.text.heading, width);
  }
  Fitted line_words(const SheetLine& line, double width) const {
    return fitted(line.words, Weight::regular, look_.text.line, width - line_inset());
  }

  double line_headings_height() const {
    double height = 0;
    const auto all = lines();
    for (const SheetLine* line : all)
      height = std::max(height, line_heading(*line, line_width(all.size())).size.h);
    return height;
  }

  double line_words_height() const {
    double height = 0;
    const auto all = lines();
    for (const SheetLine* line : all)
      height = std::max(
          {height, look_.space.line_picture, line_words(*line, line_width(all.size())).size.h});
    return height;
  }

  double lines_height() const {
    if (lines().empty()) return 0;
    return look_.space.section + line_headings_height() + look_.space.under_heading +
           line_words_height();
  }

  void place_lines() {
    const auto all = lines();
    if (all.empty()) return;
    const double width = line_width(all.size()), high = line_words_height();
    const double top = y_ + look_.space.section;
    const double row = top + line_headings_height() + look_.space.under_heading;
    double x = look_.page.margin;
    for (const SheetLine* line : all) {
      put(line_heading(*line, width), x, top, width, Weight::bold);
      const double side = look_.space.line_picture;
      layout_.pictures.push_back({line->picture, {x, row + (high - side) / 2, side, side}});
      const Fitted words = line_words(*line, width);
      put(words, x + line_inset(), row + (high - words.size.h) / 2, width - line_inset(),
          Weight::regular);
      x += width + look_.cards.gap;
    }
  }

  const Sheet& sheet_;
  const SheetLook& look_;
  const TextMeasure& measure_;
  double share_;
  std::vector<const SheetGroup*> groups_;
  std::vector<int> counts_;
  std::vector<std::string> labels_;
  double width_ = 0, y_ = 0;
  CardGrid grid_;
  SheetLayout layout_;
};

void mirror(SheetLayout& layout, double page_width) {
  const auto turn = [&](RectMm& rect) { rect.x = page_width - rect.right(); };
  for (RectMm& card : layout.cards) turn(card);
  for (RectMm& bar : layout.bars) turn(bar);
  for (PlacedPicture& picture : layout.pictures) turn(picture.where);
  for (PlacedText& text : layout.texts) {
    turn(text.box);
    text.runs_from_right = true;
  }
}

}  // namespace

Result<SheetLayout> lay_sheet(const Sheet& sheet, const SheetLook& look,
                              const TextMeasure& measure) {
  const bool can_fit = bytes_of(sheet) <= kMostBytes;
  for (double share = 1; can_fit && share >= look.text.least; share *= kSmaller) {
    Page page(sheet, look, measure, share);
    if (!page.lay()) continue;
    SheetLayout layout = page.take();
    if (sheet.runs_from_right) mirror(layout, look.page.width);
    return layout;
  }
  return Fault{"the words do not fit on one page", "the citizen's sheet",
               "fewer cards or fewer own words"};
}

}  // namespace aktiv::report
