#include "dialogue/model/letters.h"
#include "kiosk/ui/painter/sample_maker.h"
#include "kiosk/ui/painter/sample_scenes.h"

// Own words: written, drawn, spoken. A small glass has one row of letters a page.
namespace aktiv::ui {
namespace {

constexpr int every_way = 12;

std::vector<std::string> letters_of(const std::string& rows, int& row, std::vector<int>& where) {
  std::vector<std::string> letters;
  for (size_t at = 0; at < rows.size();) {
    if (rows[at] == ' ') {
      ++row, ++at;
      continue;
    }
    const size_t end = letter_end(rows, at);
    letters.push_back(rows.substr(at, end - at));
    where.push_back(row);
    at = end;
  }
  return letters;
}

void add_letters(Maker& maker, const std::string& language, int choices) {
  const bool is_danish = language == "da";
  std::string rows =
      is_danish ? "qwertyuiopå asdfghjklæø zxcvbnm,." : "qwertyuiop asdfghjkl zxcvbnm,.";
  const bool is_whole = choices >= every_way;
  if (!is_whole) rows = rows.substr(0, rows.find(' '));
  int row = 0;
  std::vector<int> where;
  const std::vector<std::string> letters = letters_of(rows, row, where);
  for (size_t i = 0; i < letters.size(); ++i)
    maker
        .add(("letter:" + letters[i]).c_str(), Role::letter,
             {letters[i].c_str(), letters[i].c_str()}, "")
        .row(where[i]);
  maker.add("letter:shift", Role::letter, {"Stort", "Capital"}, "ui/key_shift")
      .row(row + 1)
      .add("letter:space", Role::letter, {"Mellemrum", "Space"}, "ui/key_space")
      .row(row + 1)
      .add("letter:erase", Role::letter, {"Slet", "Delete"}, "ui/key_erase")
      .row(row + 1);
  maker.add("key:own_keys", Role::key, {"Byt tasterne om", "Change the keys"}, "ui/words");
  maker.add("key:own_hear", Role::key, {"Hør mine ord", "Hear my words"}, "ui/speaker");
  if (!is_whole) maker.add("page:next", Role::key, {"Se flere", "See more"}, "ui/more");
}

Scene typing(const std::string& language, int choices, Both written, bool has_subject) {
  Maker maker(language, "ui.own_typing", Arrangement::typing);
  maker.fixed().speaker().question({"Skriv det", "Write it"});
  if (has_subject) maker.add("shown:jobs/bage", Role::picture, {"Bage", "Bake"}, "jobs/bage");
  maker.add("text:written", Role::text, written, "");
  add_letters(maker, language, choices);
  return maker.next().make();
}

constexpr const char* house =
    "150,500 500,180 850,500;220,450 220,850 780,850 780,450;430,850 430,620 570,620 570,850;"
    "300,540 300,540";

Scene drawing(const std::string& language, const char* strokes) {
  Maker maker(language, "ui.own_drawing", Arrangement::drawing);
  maker.fixed().speaker().question({"Tegn det", "Draw it"});
  maker.caption({"Tegn det med din finger.", "Draw it with your finger."});
  maker.add("pad", Role::pad, {"Tegn her", "Draw here"}, "").drawn(strokes);
  maker.add("key:own_undo", Role::key, {"Fortryd stregen", "Undo the line"}, "ui/undo");
  maker.add("key:own_clear", Role::key, {"Begynd forfra", "Begin again"}, "ui/bin");
  return maker.next().make();
}

Scene recording(const std::string& language, double fill) {
  Maker maker(language, "ui.own_saying", Arrangement::recording);
  maker.fixed().speaker().question({"Sig det", "Say it"});
  maker.caption({"Kun du hører det nu.", "Only you hear it now."});
  maker.add("gauge", Role::picture, {"", ""}, "ui/microphone").fill(fill);
  maker.add("record:stop", Role::choice, {"Færdig med at tale", "Done talking"}, "buttons/stop")
      .add("record:hear", Role::choice, {"Hør det", "Hear it"}, "ui/play")
      .add("record:erase", Role::choice, {"Slet det", "Delete it"}, "ui/bin");
  return maker.next().make();
}

}  // namespace

std::vector<Sample> sample_own_words(const std::string& language, int choices) {
  const Both some{"Jeg vil bage", "I want to bake"};
  const Both much{
      "Jeg vil gerne bage boller til hele huset om morgenen, og så vil jeg spise dem sammen med "
      "min ven og hans hund, når det er sommer og solen skinner på bordet ude i haven",
      "I want to bake buns for the whole house in the morning, and then I want to eat them with "
      "my friend and his dog when it is summer and the sun shines on the table in the garden"};
  return {{"typing", typing(language, choices, some, false)},
          {"typing_much", typing(language, choices, much, true)},
          {"typing_none", typing(language, choices, {"", ""}, false)},
          {"drawing", drawing(language, house)},
          {"drawing_empty", drawing(language, "")},
          {"recording", recording(language, 0.6)}};
}

}  // namespace aktiv::ui
