#include "kiosk/ui/mentor/screens/talk_detail.h"

#include "kiosk/ui/mentor/screens/parts.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::mentor {
namespace {

std::string title_of(const Work& work, const Submission& said) {
  const auto& texts = work.at.content.texts;
  return day_words(texts, work.language, said.finished_ms) + " · " +
         tool_name(texts, work.language, said.tool);
}

// What staff can do something about comes first.
std::vector<std::string> lines_of(const Work& work, const SavedSubmission& saved) {
  const auto& said = saved.submission;
  std::vector<std::string> lines;
  if (!saved.reason.empty()) lines.push_back(work.say("staff.sync.why." + saved.reason));
  if (saved.has_sheet_waiting) lines.push_back(work.say("staff.sheet.kept"));
  for (auto& flag : flag_words(work.at.content.texts, work.language, said))
    lines.push_back(std::move(flag));
  if (!said.findings.suggestions.empty()) {
    std::string cards;
    for (const auto& card : said.findings.suggestions)
      cards += (cards.empty() ? "" : ", ") + work.label(card);
    lines.push_back(work.say("staff.citizen.suggestions", {{"cards", cards}}));
  }
  lines.push_back(
      work.say("staff.citizen.pressed", {{"who", work.say(pressed_by_key(said.pressed_by))}}));
  return lines;
}

bool is_refused(const SavedSubmission& saved) {
  return saved.whereabouts == Whereabouts::quarantined;
}

}  // namespace

double talk_detail_height(const Sheet& sheet, const Work& work, const SavedSubmission& saved,
                          double w) {
  double h = heading_height(sheet, title_of(work, saved.submission), w);
  for (const auto& line : lines_of(work, saved))
    h += sheet.text_height(line, Face::body, w) + sheet.gap();
  const int buttons = int(is_refused(saved)) + int(saved.submission.is_confirmed);
  return h - sheet.gap() + buttons * (sheet.least() + sheet.gap());
}

TalkWish show_talk_detail(Sheet& sheet, RectMm room, const Work& work,
                          const SavedSubmission& saved) {
  heading(sheet, room, "detail", title_of(work, saved.submission));
  const auto lines = lines_of(work, saved);
  for (size_t i = 0; i < lines.size(); ++i)
    take_top(room, sheet.text("detail:" + std::to_string(i), room, lines[i]), sheet.gap());
  TalkWish wish = TalkWish::none;
  const auto offer = [&](const char* id, const char* words, TalkWish wished) {
    if (sheet.button({id, work.say(words)}, take_top(room, sheet.least(), sheet.gap())))
      wish = wished;
  };
  if (is_refused(saved)) offer("send_again", "staff.citizen.send_again", TalkWish::send_again);
  if (saved.submission.is_confirmed)
    offer("print_sheet", "staff.sheet.print", TalkWish::print_sheet);
  return wish;
}

}  // namespace aktiv::mentor
