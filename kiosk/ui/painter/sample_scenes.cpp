#include "kiosk/ui/painter/sample_scenes.h"

#include <algorithm>

#include "kiosk/ui/painter/sample_maker.h"

namespace aktiv::ui {
namespace {

Scene welcome(const std::string& language) {
  return Maker(language, "welcome", Arrangement::welcome)
      .question({"Hej!\nHvad drømmer du om?", "Hi!\nWhat do you dream of?"})
      .add("picture:dream", Role::picture, {"", ""}, "ui/dream")
      .add("text:ready", Role::text,
           {"Rør skærmen, når du er klar.", "Touch the screen when you are ready."}, "")
      .add("next", Role::next, {"Start", "Start"}, "")
      .speaker()
      .mentor()
      .add("key:lang/da", Role::key, {"Dansk", "Dansk"}, "")
      .selected()
      .add("key:lang/en", Role::key, {"English", "English"}, "")
      .add("key:about", Role::key, {"Om programmet", "About"}, "ui/about")
      .make();
}

Scene tell(const std::string& language) {
  return Maker(language, "f1_rolig", Arrangement::tell)
      .fixed()
      .speaker()
      .question({"Du har god tid.", "You have plenty of time."})
      .caption({"Du kan altid høre det igen.", "You can always hear it again."})
      .add("picture:calm", Role::picture, {"", ""}, "ui/calm")
      .next()
      .make();
}

Scene choose_tool(const std::string& language) {
  return Maker(language, "choose_tool", Arrangement::grid)
      .fixed()
      .speaker()
      .question({"Hvad vil du gøre i dag?", "What do you want to do today?"})
      .add("card:tools/to_billeder", Role::choice, {"To billeder", "Two pictures"},
           "tools/to_billeder")
      .add("card:tools/kan_lide", Role::choice, {"Kan lide", "Like"}, "tools/kan_lide")
      .add("card:tools/min_droem", Role::choice, {"Min drøm", "My dream"}, "tools/min_droem")
      .add("card:tools/mine_mennesker", Role::choice, {"Mine mennesker", "My people"},
           "tools/mine_mennesker")
      .dont_know()
      .add("key:my_answers", Role::key, {"Mine svar", "My answers"}, "ui/my_answers")
      .mentor()
      .next()
      .disabled()
      .make();
}

Scene stacked(const std::string& language) {
  return Maker(language, "t1_q", Arrangement::two_stacked)
      .fixed()
      .speaker()
      .progress(7, 18)
      .question({"Hvad vil du helst?", "What would you rather do?"})
      .add("card:jobs/passe_dyr", Role::choice, {"Passe dyr", "Look after animals"},
           "jobs/passe_dyr")
      .add("card:jobs/computer", Role::choice, {"Arbejde på computer", "Work on a computer"},
           "jobs/computer")
      .dont_know()
      .none()
      .unknown()
      .next()
      .disabled()
      .make();
}

Scene glasses(const std::string& language) {
  return Maker(language, "t12_q", Arrangement::grid)
      .fixed()
      .speaker()
      .progress(2, 7)
      .question({"Hvor meget føler du dig forstået?", "How much do you feel understood?"})
      .add("card:degree5/rigtig_meget", Role::choice, {"Rigtig meget", "Very much"},
           "degree5/rigtig_meget")
      .add("card:degree5/meget", Role::choice, {"Meget", "Much"}, "degree5/meget")
      .selected()
      .add("card:degree5/noget", Role::choice, {"Noget", "Some"}, "degree5/noget")
      .add("card:degree5/lidt", Role::choice, {"Lidt", "A little"}, "degree5/lidt")
      .add("card:degree5/slet_ikke", Role::choice, {"Slet ikke", "Not at all"}, "degree5/slet_ikke")
      .dont_know()
      .add("out:skip", Role::out, {"Spring over", "Skip"}, "buttons/spring")
      .next()
      .make();
}

Scene summary(const std::string& language) {
  return Maker(language, "f2_4", Arrangement::summary)
      .fixed()
      .speaker()
      .question({"Hvad skal vi gøre med dine svar?", "What shall we do with your answers?"})
      .add("text:most", Role::text, {"Det valgte du mest:", "You chose this most:"}, "")
      .add("shown:jobs/bage", Role::picture, {"Bage", "Bake"}, "jobs/bage")
      .add("shown:jobs/passe_dyr", Role::picture, {"Passe dyr", "Look after animals"},
           "jobs/passe_dyr")
      .add("card:keep/keep", Role::choice, {"Gem dem", "Keep them"}, "ui/keep")
      .add("card:keep/throw", Role::choice, {"Smid dem væk", "Throw them away"}, "ui/throw_away")
      .add(
          "text:who", Role::text,
          {"Du og din mentor kan se det, du gemmer.", "You and your mentor can see what you keep."},
          "")
      .dont_know()
      .make();
}

Scene board(const std::string& language) {
  return Maker(language, "t2_bord", Arrangement::board)
      .fixed()
      .speaker()
      .question({"Dit bord", "Your table"})
      .caption({"Her ligger dine kort.", "Here are your cards."})
      .add("card:jobs/bage", Role::picture, {"Bage", "Bake"}, "jobs/bage")
      .add("card:jobs/musik", Role::picture, {"Lave musik", "Make music"}, "jobs/musik")
      .add("place:kan_lide", Role::picture, {"Kan lide", "Like"}, "like3/kan_lide")
      .add("place:midt", Role::picture, {"Midt imellem", "In between"}, "like3/midt")
      .add("place:kan_ikke_lide", Role::picture, {"Kan ikke lide", "Do not like"},
           "like3/kan_ikke_lide")
      .add("tile:jobs/bage", Role::picture, {"Bage", "Bake"}, "jobs/bage", Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/have", Role::picture, {"Arbejde i have", "Gardening"}, "jobs/have",
           Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/musik", Role::picture, {"Lave musik", "Make music"}, "jobs/musik", Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/computer", Role::picture, {"Arbejde på computer", "Computer"},
           "jobs/computer", Look::tile)
      .inside("place:midt")
      .add("tile:jobs/goere_rent", Role::picture, {"Gøre rent", "Clean"}, "jobs/goere_rent",
           Look::tile)
      .inside("place:kan_ikke_lide")
      .next()
      .make();
}

Scene result(const std::string& language) {
  return Maker(language, "t1_slut", Arrangement::board)
      .fixed()
      .speaker()
      .question({"Det her valgte du mest.", "This is what you chose most."})
      .add("shown:jobs/bage", Role::picture, {"Bage", "Bake"}, "jobs/bage")
      .add("shown:jobs/passe_dyr", Role::picture, {"Passe dyr", "Look after animals"},
           "jobs/passe_dyr")
      .add("shown:jobs/have", Role::picture, {"Arbejde i have", "Gardening"}, "jobs/have")
      .next()
      .make();
}

Scene pause(const std::string& language) {
  return Maker(language, "pause", Arrangement::calm)
      .dark()
      .question({"Pause", "Break"})
      .caption({"Dine svar er gemt. Tag den tid, du vil.",
                "Your answers are kept. Take the time you want."})
      .add("card:calm/go_on", Role::choice, {"Fortsæt", "Go on"}, "ui/go_on")
      .add("card:calm/stop", Role::choice, {"Stop for i dag", "Stop for today"}, "buttons/stop")
      .mentor()
      .make();
}

Scene help(const std::string& language) {
  return Maker(language, "help", Arrangement::calm)
      .dark()
      .speaker()
      .question({"Din mentor kommer.", "Your mentor is coming."})
      .add("picture:help", Role::picture, {"", ""}, "buttons/hjaelp")
      .add("card:calm/go_on", Role::choice, {"Fortsæt", "Go on"}, "ui/go_on")
      .make();
}

Scene keypad(const std::string& language, int choices) {
  Maker maker(language, "lock", Arrangement::keypad);
  maker.fixed().speaker().question({"Hvad er din hemmelige kode?", "What is your secret code?"});
  if (choices >= 8) maker.add("pressed:1", Role::picture, {"", ""}, "signs/star", Look::tile);
  for (const char* id : {"pressed:2", "pressed:3"})
    if (choices >= 8) maker.add(id, Role::picture, {"", ""}, "", Look::tile);
  const char* signs[] = {"star", "moon", "umbrella", "anchor",   "leaf",
                         "bird", "fish", "clock",    "butterfly"};
  const Both words[] = {{"Stjerne", "Star"}, {"Måne", "Moon"}, {"Paraply", "Umbrella"},
                        {"Anker", "Anchor"}, {"Blad", "Leaf"}, {"Fugl", "Bird"},
                        {"Fisk", "Fish"},    {"Ur", "Clock"},  {"Sommerfugl", "Butterfly"}};
  for (size_t i = 0; i < 9; ++i)
    maker
        .add(("lock:" + std::string(signs[i])).c_str(), Role::key, words[i],
             ("signs/" + std::string(signs[i])).c_str())
        .sealed();
  return maker
      .add("key:skip_lock", Role::key, {"Uden min kode", "Without my code"}, "buttons/spring")
      .make();
}

// Who may also see it: ten people, as many as the page carries.
Scene people(const std::string& language, int choices) {
  Maker maker(language, "f2_5", Arrangement::grid);
  maker.fixed().speaker().question({"Hvem må også se dem?", "Who else may see them?"});
  maker.caption({"Du kan vælge flere. Du kan også vælge ingen.",
                 "You can choose several. You can also choose nobody."});
  const Both words[] = {{"Mor eller far", "Mother or father"},
                        {"Søster eller bror", "Sister or brother"},
                        {"Kæreste", "Partner"},
                        {"Ven", "Friend"},
                        {"Nabo", "Neighbour"},
                        {"Kollega", "Colleague"},
                        {"Hjælper hjemme", "Helper at home"},
                        {"Hjælper om dagen", "Helper by day"},
                        {"Rådgiver", "Adviser"},
                        {"Frivillig", "Volunteer"}};
  const char* ids[] = {"forael",  "soesk",     "kaereste", "ven",       "nabo",
                       "kollega", "bostoette", "paedagog", "raadgiver", "frivillig"};
  for (size_t i = 0; i < std::min<size_t>(10, static_cast<size_t>(choices)); ++i)
    maker.add(("card:people/" + std::string(ids[i])).c_str(), Role::choice, words[i],
              ("people/" + std::string(ids[i])).c_str());
  return maker.add("out:none", Role::out, {"Ingen", "Nobody"}, "ui/nobody").next().make();
}

// p8: one word to read, three pictures without words.
Scene read_alone(const std::string& language) {
  return Maker(language, "practice.p8", Arrangement::grid)
      .fixed()
      .speaker()
      .progress(7, 11)
      .question({"Læs ordet. Tryk på billedet.", "Read the word. Press the picture."})
      .add("text:word", Role::text, {"KOP", "CUP"}, "")
      .add("card:practice/cup", Role::choice, {"", ""}, "practice/cup")
      .add("card:practice/dog", Role::choice, {"", ""}, "practice/dog")
      .add("card:practice/bus", Role::choice, {"", ""}, "practice/bus")
      .dont_know()
      .next()
      .disabled()
      .make();
}

// p11: a picture that is asked about, beside its answers.
Scene what_is_in_the_box(const std::string& language) {
  return Maker(language, "practice.p11", Arrangement::summary)
      .fixed()
      .speaker()
      .progress(10, 11)
      .question({"Hvad er der i kassen? Tryk på det, der passer.",
                 "What is in the box? Press what fits."})
      .add("picture:p11", Role::picture, {"", ""}, "practice/box")
      .add("card:practice/apple", Role::choice, {"Et æble", "An apple"}, "practice/apple")
      .add("card:practice/shoe", Role::choice, {"En sko", "A shoe"}, "practice/shoe")
      .dont_know()
      .next()
      .disabled()
      .make();
}

Scene choose_many(const std::string& language, int choices) {
  Maker maker(language, "t2_fav", Arrangement::grid);
  maker.fixed().speaker().progress(11, 12).question(
      {"Hvilke tre vil du helst?", "Which three would you most like?"});
  const Both words[] = {{"Bage", "Bake"},
                        {"Passe dyr", "Look after animals"},
                        {"Arbejde i have", "Gardening"},
                        {"Lave musik", "Make music"},
                        {"Sortere brugt tøj", "Sort used clothes"},
                        {"Stille bøger på plads", "Put books in place"}};
  const char* jobs[] = {"bage", "passe_dyr", "have", "musik", "genbrug", "boeger"};
  for (size_t i = 0; i < std::min<size_t>(6, static_cast<size_t>(choices)); ++i)
    maker.add(("card:jobs/" + std::string(jobs[i])).c_str(), Role::choice, words[i],
              ("jobs/" + std::string(jobs[i])).c_str());
  return maker.dont_know().none().next().make();
}

}  // namespace

Scene sample_two_pictures(const std::string& language) {
  return Maker(language, "t1_q", Arrangement::two_across)
      .fixed()
      .speaker()
      .progress(3, 12)
      .question({"Hvad vil du helst?", "What would you rather do?"})
      .add("card:jobs/passe_dyr", Role::choice, {"Passe dyr", "Look after animals"},
           "jobs/passe_dyr")
      .add("card:jobs/bage", Role::choice, {"Bage", "Bake"}, "jobs/bage")
      .dont_know()
      .none()
      .unknown()
      .next()
      .disabled()
      .make();
}

Scene sample_who(const std::string& language, int choices) {
  Maker maker(language, "who", Arrangement::grid);
  maker.fixed().speaker().question({"Hvilket billede er dit?", "Which picture is yours?"});
  const char* signs[] = {"cat", "tree", "boat", "fir", "butterfly", "sunflower", "train", "key"};
  const Both words[] = {{"Kat", "Cat"},
                        {"Træ", "Tree"},
                        {"Båd", "Boat"},
                        {"Gran", "Fir"},
                        {"Sommerfugl", "Butterfly"},
                        {"Solsikke", "Sunflower"},
                        {"Tog", "Train"},
                        {"Nøgle", "Key"}};
  for (size_t i = 0; i < std::min<size_t>(8, static_cast<size_t>(choices)); ++i)
    maker.add(("card:signs/" + std::string(signs[i])).c_str(), Role::choice, words[i],
              ("signs/" + std::string(signs[i])).c_str());
  return maker
      .add("key:secret", Role::key, {"Jeg vil være hemmelig", "I want to be secret"}, "ui/secret")
      .next()
      .make();
}

Scene sample_sorting(const std::string& language) {
  return Maker(language, "t2_q", Arrangement::sorting)
      .fixed()
      .speaker()
      .progress(3, 8)
      .question({"Arbejde i have", "Gardening"})
      .caption(
          {"Rør ved en kasse – eller træk kortet derhen.", "Touch a box – or pull the card there."})
      .add("card:jobs/have", Role::movable, {"Arbejde i have", "Gardening"}, "jobs/have")
      .add("place:kan_lide", Role::place, {"Kan lide", "Like"}, "like3/kan_lide")
      .add("place:midt", Role::place, {"Midt imellem", "In between"}, "like3/midt")
      .add("place:kan_ikke_lide", Role::place, {"Kan ikke lide", "Do not like"},
           "like3/kan_ikke_lide")
      .add("tile:jobs/bage", Role::picture, {"", ""}, "jobs/bage", Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/passe_dyr", Role::picture, {"", ""}, "jobs/passe_dyr", Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/musik", Role::picture, {"", ""}, "jobs/musik", Look::tile)
      .inside("place:kan_lide")
      .add("tile:jobs/computer", Role::picture, {"", ""}, "jobs/computer", Look::tile)
      .inside("place:midt")
      .add("tile:jobs/goere_rent", Role::picture, {"", ""}, "jobs/goere_rent", Look::tile)
      .inside("place:kan_ikke_lide")
      .dont_know()
      .unknown()
      .next()
      .disabled()
      .make();
}

std::vector<Sample> sample_scenes(const std::string& language, int choices) {
  std::vector<Sample> samples = {{"welcome", welcome(language)},
                                 {"tell", tell(language)},
                                 {"who", sample_who(language, choices)},
                                 {"choose_tool", choose_tool(language)},
                                 {"two_pictures", sample_two_pictures(language)},
                                 {"stacked", stacked(language)},
                                 {"glasses", glasses(language)},
                                 {"sorting", sample_sorting(language)},
                                 {"summary", summary(language)},
                                 {"board", board(language)},
                                 {"result", result(language)},
                                 {"choose_many", choose_many(language, choices)},
                                 {"people", people(language, choices)},
                                 {"read_alone", read_alone(language)},
                                 {"box", what_is_in_the_box(language)},
                                 {"pause", pause(language)},
                                 {"help", help(language)},
                                 {"keypad", keypad(language, choices)}};
  for (Sample& sample : sample_results(language)) samples.push_back(std::move(sample));
  for (Sample& sample : sample_own_words(language, choices)) samples.push_back(std::move(sample));
  return samples;
}

}  // namespace aktiv::ui
