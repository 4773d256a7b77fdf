#include "kiosk/ui/mentor/screens/how_used.h"

#include <algorithm>

#include "kiosk/ui/mentor/access.h"
#include "kiosk/ui/mentor/screens/parts.h"

namespace aktiv::mentor {
namespace {

const std::string& title(const Work& work) {
  return work.say("staff.access.open");
}

std::vector<std::string> lines_of(const Work& work, const std::vector<SavedSubmission>& said) {
  std::vector<std::string> lines;
  const auto last = std::ranges::max_element(
      said, {}, [](const SavedSubmission& one) { return one.submission.finished_ms; });
  if (last != said.end()) {
    const auto& way = work.say("staff.way." + std::to_string(last->submission.way));
    lines.push_back(work.say("staff.access.way", {{"way", way}}));
  }
  auto set = access_words(work.content().texts, work.language, work.citizen->access);
  if (set.empty()) set.push_back(work.say("staff.access.none"));
  lines.insert(lines.end(), set.begin(), set.end());
  return lines;
}

}  // namespace

double how_used_height(const Sheet& sheet, const Work& work,
                       const std::vector<SavedSubmission>& said, double w) {
  return heading_height(sheet, title(work), w) + paragraphs_height(sheet, w, lines_of(work, said)) +
         sheet.gap() * 2;
}

void show_how_used(Sheet& sheet, RectMm& room, const Work& work,
                   const std::vector<SavedSubmission>& said) {
  RectMm own = take_top(room, how_used_height(sheet, work, said, room.w));
  heading(sheet, own, "how_used", title(work));
  paragraphs(sheet, own, "how", lines_of(work, said));
}

}  // namespace aktiv::mentor
