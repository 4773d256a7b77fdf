// Who has seen and changed what, in easy words, for the citizen to be shown: a day at a time, each
// thing once a day.
#include <algorithm>
#include <array>

#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {
namespace {

struct ToldAs {
  std::string_view action;
  const char* key;
};
// All others are reading.
constexpr std::array told = {ToldAs{"wrote_record", "seen.wrote"},
                             ToldAs{"changed_record", "seen.wrote"},
                             ToldAs{"named", "seen.wrote"},
                             ToldAs{"asked_for", "seen.asked"},
                             ToldAs{"took_out_record", "seen.took_out"},
                             ToldAs{"exported", "seen.exported"},
                             ToldAs{"exported_everything", "seen.everything"},
                             ToldAs{"saw_shared", "seen.shared"},
                             ToldAs{"saw_guest", "seen.guest"},
                             ToldAs{"put_photo", "seen.wrote"},
                             ToldAs{"took_photo_away", "seen.took_out"},
                             ToldAs{"joined", "seen.joined"},
                             ToldAs{"into_circle", "seen.circle"},
                             ToldAs{"left_circle", "seen.circle"},
                             ToldAs{"merged", "seen.folder"},
                             ToldAs{"separated", "seen.folder"}};

const char* key_of(const std::string& action) {
  const auto found = std::ranges::find(told, action, &ToldAs::action);
  return found == told.end() ? "seen.saw" : found->key;
}

// A day's lines, each once, in the order in which they happened last.
Html day_card(const Words& words, const std::string& day, const std::vector<std::string>& lines) {
  Html list;
  for (const std::string& line : lines) list += element("li", text(line));
  return card("day-" + day, text(words.iso_day_words(day)),
              element("ul", {{"class", "plain easy"}}, list));
}

}  // namespace

PageContent seen_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  Html days;
  std::string day;
  std::vector<std::string> lines;
  const auto end_day = [&] {
    if (!lines.empty()) days += day_card(words, day, lines);
    lines.clear();
  };
  for (const auto& [line, who] : view.log) {
    if (const std::string here = words.iso_day(line.at_ms); here != day) {
      end_day();
      day = here;
    }
    std::string said = words.filled(key_of(line.action), {{"who", who}});
    if (std::ranges::find(lines, said) == lines.end()) lines.push_back(std::move(said));
  }
  end_day();
  PageContent made = citizen_frame(visit, view, Tab::person,
                                   element("h2", {{"class", "easy"}}, words("seen.title")) +
                                       paragraph(words("seen.explain"), "easy") + days);
  made.title += " – " + words.plain("seen.title");
  return made;
}

}  // namespace aktiv::casefile
