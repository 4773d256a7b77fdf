// What is handed on, as it stands on paper. Values; any thread.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/ids.h"

namespace aktiv::casefile {

struct PaperLine {
  std::string label;   // what was asked, or which form
  std::string text;    // what was said, or written; verbatim
  std::string source;  // "Valg på skærmen: Kan lide, 22. nov. 2026. Sagt tilbage. …"
};

struct PaperSection {
  std::string heading;
  std::vector<PaperLine> lines;     // none: `nothing` stands there
  std::vector<SubmissionId> talks;  // from which the lines were made
};

struct Paper {
  std::string language;
  std::string title;
  std::vector<std::string> about;  // whom it is about, for whom, when and by whom it was made
  std::vector<PaperSection> sections;
  std::string nothing;  // the words of an empty section
};

}  // namespace aktiv::casefile
