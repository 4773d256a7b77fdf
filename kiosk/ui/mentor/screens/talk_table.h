// A citizen's conversations, a line each: in columns, or where those would be too narrow in two
// paragraphs. Pressing a line chooses it, pressing it again lets it go. Thread: the loop's.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {

class TalkTable {
 public:
  explicit TalkTable(Work& work) : work_(work) {}

  void show(Sheet& sheet, RectMm room, const std::vector<SavedSubmission>& saved,
            SubmissionId& chosen);
  // With so many lines, or with all where there are fewer.
  double height(const Sheet& sheet, double w, const std::vector<SavedSubmission>& saved,
                size_t lines) const;

 private:
  struct Columns {
    double day = 0, tool = 0, result = 0, where = 0;
    bool is_narrow = false;
  };
  using Saved = std::vector<SavedSubmission>;

  Columns columns_of(const Sheet& sheet, double w, const Saved& saved) const;
  double head_height(const Sheet& sheet, double w, const Saved& saved) const;
  double line_height(const Sheet& sheet, double w, const Saved& saved) const;
  void show_head(Sheet& sheet, const RectMm& line, const Columns& columns) const;
  void show_cells(Sheet& sheet, const RectMm& line, const Columns& columns,
                  const SavedSubmission& one) const;
  void show_paragraphs(Sheet& sheet, const RectMm& line, const SavedSubmission& one) const;
  std::string day(const SavedSubmission& one) const;
  std::string tool(const SavedSubmission& one) const;
  std::string result(const SavedSubmission& one) const;
  std::string where(const SavedSubmission& one) const;
  std::string head(const SavedSubmission& one) const;

  Work& work_;
  Pages pages_{"talks", Pages::Arrows::below_where_slim};
};

}  // namespace aktiv::mentor
