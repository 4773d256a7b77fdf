// The sheet that a citizen takes home (F4): one A4 page of what they chose and said. No codes, no
// numbers, no diagnosis; nothing personal beside what is seen. Values; pure but for the pictures'
// files. Thread: one at a time for one typeface and one picture book.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"
#include "kiosk/report/sheet_look.h"
#include "kiosk/ui/pictures/pictures.h"
#include "kiosk/ui/text/typeface.h"

namespace aktiv::report {

struct SheetCard {
  PictureId picture;
  std::string words;

  bool operator==(const SheetCard&) const = default;
};

// What one talk ended with. A group without cards is left out.
struct SheetGroup {
  std::string heading;
  std::vector<SheetCard> cards;

  bool operator==(const SheetGroup&) const = default;
};

// A line with a heading: the next meeting, the mentor. Empty words: left out, heading and all.
struct SheetLine {
  std::string heading;
  std::string words;
  PictureId picture;

  bool operator==(const SheetLine&) const = default;
};

// Every word as it stands on the paper, in the language of the conversation.
struct Sheet {
  std::string title;
  bool runs_from_right = false;  // what stands beside another stands mirrored
  std::vector<PictureId> signs;  // the citizen's sign-in picture, or the two of them
  std::vector<SheetGroup> groups;
  std::string own_words_heading;
  std::vector<std::string> own_words;  // verbatim, quotation marks and all; may be empty
  SheetLine next_meeting;
  SheetLine mentor;

  bool operator==(const Sheet&) const = default;
};

// A PDF of one page, 210 × 297 mm, all of it vectors and letters. The same sheet gives the same
// bytes: there is no date in it, and no title. Fails when a picture cannot be drawn, and when the
// words are so many that they could not be read on one page.
Result<std::string> sheet_pdf(const Sheet& sheet, const SheetLook& look,
                              const std::shared_ptr<const ui::Typeface>& typeface,
                              const ui::PictureBook& pictures);

}  // namespace aktiv::report
