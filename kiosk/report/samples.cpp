#include "kiosk/report/samples.h"

#include <algorithm>
#include <array>

namespace aktiv::report {
namespace {

constexpr std::array<const char*, 12> kJobs = {"bage",  "passe_dyr", "have",   "maerke_lytte",
                                               "sy",    "computer",  "post",   "fylde_varer",
                                               "musik", "tage_imod", "cykler", "lave_mad"};

}  // namespace

SheetFacts sample(const std::string& language, size_t cards) {
  SheetFacts facts;
  facts.language = language;
  facts.signs = {PictureId("signs/sunflower")};
  ToolCards liked{ToolId("kan_lide"), {}};
  for (size_t i = 0; i < std::min(cards, kJobs.size()); ++i)
    liked.cards.push_back({"jobs", kJobs[i]});
  facts.chosen = {liked};
  facts.mentor = "Mette";
  facts.next_meeting = language == "da" ? "Onsdag efter frokost" : "Wednesday after lunch";
  return facts;
}

std::map<std::string, SheetFacts> samples() {
  std::map<std::string, SheetFacts> all;
  for (const char* language : {"da", "en"}) {
    const std::string name = language;
    for (const size_t cards : {1, 2, 3, 4, 5, 6, 7, 8, 9, 12})
      all[name + "-" + std::to_string(cards)] = sample(language, cards);
    SheetFacts bare = sample(language, 1);
    bare.mentor.clear();
    bare.next_meeting.clear();
    all[name + "-bare"] = bare;
    SheetFacts talks = sample(language, 3);
    talks.signs.emplace_back("signs/boat");
    talks.chosen.insert(talks.chosen.begin(),
                        {ToolId("to_billeder"), {{"jobs", "bage"}, {"jobs", "male_vaegge"}}});
    talks.chosen.push_back({ToolId("saadan_bedst"), {{"conds", "lyd_a"}, {"conds", "andre_b"}}});
    talks.chosen.front().own_words = {
        name == "da" ? "Jeg kan godt lide lugten af brød. Jeg vil gerne have en hund med på "
                       "arbejde."
                     : "I like the smell of bread. I want to bring a dog to work."};
    all[name + "-talks"] = talks;
    talks.chosen.resize(1);
    all[name + "-words"] = talks;
  }
  return all;
}

}  // namespace aktiv::report
