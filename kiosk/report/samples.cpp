#include "kiosk/report/samples.h"

#include <algorithm>
#include <array>

namespace aktiv::report {
namespace {

// What is written freely: never a translator's.
struct FreeWords {
  const char* language;
  const char* next_meeting;
  const char* own_words;
};
constexpr std::array kFreeWords = {
    FreeWords{"da", "Onsdag efter frokost",
              "Jeg kan godt lide lugten af brød. Jeg vil gerne have en hund med på arbejde."},
    FreeWords{"en", "Wednesday after lunch",
              "I like the smell of bread. I want to bring a dog to work."},
    FreeWords{"ar", "الأربعاء بعد الغداء", "أحب رائحة الخبز. أريد أن آخذ كلبًا معي إلى العمل."}};

const FreeWords& free_words(const std::string& language) {
  const auto found = std::ranges::find(kFreeWords, language, &FreeWords::language);
  return found == kFreeWords.end() ? kFreeWords.front() : *found;
}

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
  facts.next_meeting = free_words(language).next_meeting;
  return facts;
}

std::map<std::string, SheetFacts> samples() {
  std::map<std::string, SheetFacts> all;
  for (const FreeWords& words : kFreeWords) {
    const std::string name = words.language;
    for (const size_t cards : {1, 2, 3, 4, 5, 6, 7, 8, 9, 12})
      all[name + "-" + std::to_string(cards)] = sample(name, cards);
    SheetFacts bare = sample(name, 1);
    bare.mentor.clear();
    bare.next_meeting.clear();
    all[name + "-bare"] = bare;
    SheetFacts talks = sample(name, 3);
    talks.signs.emplace_back("signs/boat");
    talks.chosen.insert(talks.chosen.begin(),
                        {ToolId("to_billeder"), {{"jobs", "bage"}, {"jobs", "male_vaegge"}}});
    talks.chosen.push_back({ToolId("saadan_bedst"), {{"conds", "lyd_a"}, {"conds", "andre_b"}}});
    talks.chosen.front().own_words = {words.own_words};
    all[name + "-talks"] = talks;
    talks.chosen.resize(1);
    all[name + "-words"] = talks;
  }
  return all;
}

}  // namespace aktiv::report
