#include "kiosk/report/document_layout.h"

#include <algorithm>

namespace aktiv::report {
namespace {

constexpr size_t longest_piece = 500;  // bytes; a fraction of a page

// At a blank or a new line, so that no piece is longer than that; a word is never cut.
std::vector<std::string> pieces_of(const std::string& text) {
  std::vector<std::string> pieces;
  size_t start = 0;
  while (text.size() - start > longest_piece) {
    size_t end = text.find_last_of("\n ", start + longest_piece);
    if (end == std::string::npos || end <= start) end = text.find_first_of("\n ", start);
    if (end == std::string::npos) break;
    pieces.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  pieces.push_back(text.substr(start));
  return pieces;
}

// What stays together on one page.
struct Block {
  std::vector<DocumentText> texts;  // placed from the block's own top
  double height = 0;
  double before = 0;  // room above it, where it does not begin a page
};

class Laying {
 public:
  Laying(const SheetLook& look, const TextMeasure& measure) : look_(look), measure_(measure) {
    pages_.emplace_back();
  }

  void add(Block block) {
    double top = top_ + (pages_.back().texts.empty() ? 0 : block.before);
    if (top + block.height > bottom() && !pages_.back().texts.empty()) {
      pages_.emplace_back();
      top = look_.page.margin;
    }
    for (DocumentText& text : block.texts) {
      text.text.box.y += top;
      pages_.back().texts.push_back(std::move(text));
    }
    top_ = top + block.height;
  }

  void put(Block& block, TextRole role, const std::string& words, double em, Weight weight,
           double indent) const {
    const double width = look_.page.width - 2 * look_.page.margin - indent;
    const TextSize size = measure_(words, em, weight, width);
    PlacedText placed;
    placed.text = words;
    placed.box = {look_.page.margin + indent, block.height, width, size.h};
    placed.em = em;
    placed.weight = weight;
    placed.is_centred = false;
    block.texts.push_back({role, std::move(placed)});
    block.height += size.h;
  }

  std::vector<DocumentPage> numbered() {
    for (size_t i = 0; i < pages_.size(); ++i) {
      PlacedText& number = pages_[i].number;
      number.text = std::to_string(i + 1) + " / " + std::to_string(pages_.size());
      number.em = look_.document.source;
      const TextSize size = measure_(number.text, number.em, Weight::regular, 0);
      number.box = {look_.page.margin, look_.page.height - look_.page.margin - size.h,
                    look_.page.width - 2 * look_.page.margin, size.h};
    }
    return std::move(pages_);
  }

 private:
  // Above the page's number.
  double bottom() const {
    return look_.page.height - look_.page.margin - 3 * look_.document.source;
  }

  const SheetLook& look_;
  const TextMeasure& measure_;
  std::vector<DocumentPage> pages_;
  double top_ = look_.page.margin;
};

void add_heading(Laying& laying, Block& block, const std::string& words, const SheetLook& look) {
  laying.put(block, TextRole::heading, words, look.document.heading, Weight::bold, 0);
  block.height += look.document.line / 2;
  block.before = look.document.section;
}

// `first`: what the line begins with on its page – a heading, or nothing yet.
void add_line(Laying& laying, Block first, const DocumentLine& line, const SheetLook& look) {
  const auto& sizes = look.document;
  if (!line.label.empty())
    laying.put(first, TextRole::paragraph, line.label, sizes.label, Weight::bold, 0);
  const std::vector<std::string> pieces = pieces_of(line.text);
  Block block = std::move(first);
  for (size_t i = 0; i < pieces.size(); ++i) {
    laying.put(block, TextRole::paragraph, pieces[i], sizes.text, Weight::regular, sizes.indent);
    const bool is_last = i + 1 == pieces.size();
    if (is_last && !line.source.empty())
      laying.put(block, TextRole::paragraph, line.source, sizes.source, Weight::regular,
                 sizes.indent);
    laying.add(std::move(block));
    block = Block();
  }
}

}  // namespace

std::vector<DocumentPage> lay_document(const Document& document, const SheetLook& look,
                                       const TextMeasure& measure) {
  Laying laying(look, measure);
  Block top;
  laying.put(top, TextRole::title, document.title, look.document.title, Weight::bold, 0);
  top.height += look.document.line;
  for (const std::string& about : document.about)
    laying.put(top, TextRole::paragraph, about, look.document.label, Weight::regular, 0);
  laying.add(std::move(top));
  for (const DocumentSection& section : document.sections) {
    Block block;
    add_heading(laying, block, section.heading, look);
    if (section.lines.empty()) {
      laying.put(block, TextRole::paragraph, document.nothing, look.document.label, Weight::regular,
                 look.document.indent);
      laying.add(std::move(block));
      continue;
    }
    for (const DocumentLine& line : section.lines) {
      add_line(laying, std::move(block), line, look);
      block = Block();
      block.before = look.document.line;
    }
  }
  return laying.numbered();
}

}  // namespace aktiv::report
