#include "kiosk/ui/painter/sample_maker.h"
#include "kiosk/ui/painter/sample_scenes.h"

// The scales and the results that are drawings: realistic cards, and the longest words.
namespace aktiv::ui {
namespace {

struct Card {
  const char* id;
  Both text;
};

Maker& add_cards(Maker& maker, const char* prefix, const char* list,
                 std::initializer_list<Card> cards, Role role = Role::picture,
                 Look look = Look::plain) {
  for (const Card& card : cards)
    maker.add((std::string(prefix) + list + "/" + card.id).c_str(), role, card.text,
              (std::string(list) + "/" + card.id).c_str(), look);
  return maker;
}

constexpr Card five_glasses[] = {{"rigtig_meget", {"Rigtig meget", "Very much"}},
                                 {"meget", {"Meget", "Much"}},
                                 {"noget", {"Noget", "Some"}},
                                 {"lidt", {"Lidt", "A little"}},
                                 {"slet_ikke", {"Slet ikke", "Not at all"}}};

Maker& skip(Maker& maker) {
  return maker.add("out:skip", Role::out, {"Spring over", "Skip"}, "buttons/spring");
}

Scene scale_glasses(const std::string& language) {
  Maker maker(language, "t12_q", Arrangement::scale);
  maker.fixed().speaker().progress(2, 7).question(
      {"Hvor meget føler du dig forstået?", "How much do you feel understood?"});
  for (const Card& card : five_glasses) {
    maker.add(("place:degree5/" + std::string(card.id)).c_str(), Role::place, card.text,
              ("degree5/" + std::string(card.id)).c_str());
    if (std::string(card.id) == "meget") maker.selected();
  }
  return skip(maker.dont_know()).next().make();
}

Scene scale_faces(const std::string& language) {
  Maker maker(language, "t5_q", Arrangement::scale);
  maker.fixed().speaker().progress(3, 10).question(
      {"Hvordan har du det med det?", "How do you feel about it?"});
  maker.add("shown:life/bestemme", Role::picture, {"Bestemme selv", "Deciding for yourself"},
            "life/bestemme");
  add_cards(maker, "place:", "smiley5",
            {{"rigtig_godt", {"Rigtig godt", "Very good"}},
             {"godt", {"Godt", "Good"}},
             {"midt", {"Midt imellem", "In between"}},
             {"daarligt", {"Dårligt", "Bad"}},
             {"rigtig_daarligt", {"Rigtig dårligt", "Very bad"}}},
            Role::place);
  return skip(maker.dont_know()).next().disabled().make();
}

Scene scale_ability(const std::string& language) {
  Maker maker(language, "t8_q", Arrangement::scale);
  maker.fixed().speaker().progress(4, 12).question({"Hvordan gør du det?", "How do you do it?"});
  maker.add("shown:strengths/bus", Role::picture, {"Køre med bus", "Travel by bus"},
            "strengths/bus");
  add_cards(maker, "place:", "ability",
            {{"selv", {"Selv", "By myself"}},
             {"med_hjaelp", {"Med hjælp", "With help"}},
             {"laere", {"Vil lære", "Want to learn"}},
             {"ikke_nu", {"Ikke nu", "Not now"}}},
            Role::place);
  return maker.dont_know().next().disabled().make();
}

Scene scale_three(const std::string& language) {
  Maker maker(language, "t6_q", Arrangement::scale);
  maker.fixed().speaker().progress(1, 6).question({"Hvordan var din dag?", "How was your day?"});
  add_cards(maker, "place:", "smiley3",
            {{"godt", {"Godt", "Good"}},
             {"midt", {"Midt imellem", "In between"}},
             {"daarligt", {"Dårligt", "Bad"}}},
            Role::place);
  maker.selected();
  return maker.dont_know().make();
}

constexpr Card most_important[] = {{"vide", {"Vide, hvad der sker", "Know what happens"}},
                                   {"brug_for", {"De har brug for mig", "They need me"}},
                                   {"ro", {"Have ro", "Have peace and quiet"}}};

Scene hand(const std::string& language, size_t count) {
  Maker maker(language, "t4_slut", Arrangement::hand);
  maker.fixed().speaker().question({"Det her er vigtigst for dig.", "This matters most to you."});
  for (size_t i = 0; i < count; ++i)
    maker.add(("card:values/" + std::string(most_important[i].id)).c_str(), Role::picture,
              most_important[i].text, ("values/" + std::string(most_important[i].id)).c_str());
  maker.add("picture:hand", Role::picture, {"", ""}, "posters/hand");
  return maker.next().make();
}

Scene sheet(const std::string& language) {
  Maker maker(language, "t10_slut", Arrangement::sheet);
  maker.fixed().speaker().question({"Sådan har jeg det bedst", "How I am at my best"});
  maker.caption({"Du kan give den til et nyt sted.", "You can give it to a new place."});
  add_cards(maker, "card:", "conds",
            {{"lyd_a", {"Stille", "Quiet"}}, {"kendte_a", {"Dem, jeg kender", "People I know"}}},
            Role::picture, Look::primary);
  add_cards(maker, "card:", "conds",
            {{"sted_b", {"Ude", "Outdoors"}},
             {"tid_a", {"Om morgenen", "In the morning"}},
             {"krop_b", {"Gå rundt", "Moving around"}},
             {"laengde_a", {"Kort dag", "Short day"}},
             {"pause_a", {"Mange pauser", "Many breaks"}},
             {"skift_a", {"Det samme", "The same"}},
             {"afstand_a", {"Tæt på hjem", "Close to home"}},
             {"dage_a", {"To dage", "Two days"}},
             {"laere_a", {"Vis mig det", "Show me"}},
             {"andre_b", {"Sammen", "Together"}}});
  return maker.next().make();
}

Scene small_sheet(const std::string& language) {
  Maker maker(language, "t10_slut", Arrangement::sheet);
  maker.fixed().speaker().question({"Sådan har jeg det bedst", "How I am at my best"});
  add_cards(maker, "card:", "conds", {{"lyd_a", {"Stille", "Quiet"}}}, Role::picture,
            Look::primary);
  add_cards(maker, "card:", "conds",
            {{"sted_b", {"Ude", "Outdoors"}},
             {"tid_b", {"Efter frokost", "After lunch"}},
             {"laere_b", {"Fortæl mig det", "Tell me"}}});
  return maker.next().make();
}

constexpr Card ten_parts_of_life[] = {{"hjem", {"Hvor du bor", "Where you live"}},
                                      {"dag", {"Din dag", "Your day"}},
                                      {"venner", {"Venner", "Friends"}},
                                      {"familie", {"Familie", "Family"}},
                                      {"kaerlighed", {"Kærlighed", "Love"}},
                                      {"krop", {"Krop og helbred", "Body and health"}},
                                      {"penge", {"Penge", "Money"}},
                                      {"fritid", {"Fritid", "Free time"}},
                                      {"komme_rundt", {"Komme rundt", "Getting around"}},
                                      {"bestemme", {"Bestemme selv", "Deciding for yourself"}}};

Scene wheel(const std::string& language, size_t count) {
  const char* faces[] = {"smiley5/godt", "smiley5/rigtig_godt", "smiley5/midt", "smiley5/daarligt",
                         "smiley5/rigtig_daarligt"};
  Maker maker(language, "t5_slut", Arrangement::wheel);
  maker.fixed().speaker().question({"Sådan har du det.", "This is how you are."});
  maker.caption({"Du vil gerne ændre det, der har et hak.", "You want to change what has a tick."});
  for (size_t i = 0; i < count; ++i) {
    const std::string id = ten_parts_of_life[i].id;
    const std::string slice = "card:life/" + id;
    maker.add(slice.c_str(), Role::picture, ten_parts_of_life[i].text, ("life/" + id).c_str());
    if (i == 1 || i == 7) maker.selected();
    maker.add(("tile:" + id).c_str(), Role::picture, {"", ""}, faces[i % 5], Look::tile)
        .inside(slice.c_str());
  }
  return maker.next().make();
}

struct Person {
  Card card;
  const char* ring;
};

constexpr Person ten_people[] = {
    {{"forael", {"Mor eller far", "Mother or father"}}, "place:rings/taet"},
    {{"kaereste", {"Kæreste", "Partner"}}, "place:rings/taet"},
    {{"ven", {"Ven", "Friend"}}, "place:rings/taet"},
    {{"kollega", {"Kollega", "Workmate"}}, "place:rings/lidt_vaek"},
    {{"paedagog", {"Hjælper om dagen", "Daytime helper"}}, "place:rings/lidt_vaek"},
    {{"nabo", {"Nabo", "Neighbour"}}, "place:rings/ikke_med"},
    {{"soesk", {"Søster eller bror", "Sister or brother"}}, "place:rings/taet"},
    {{"bostoette", {"Hjælper hjemme", "Helper at home"}}, "place:rings/lidt_vaek"},
    {{"raadgiver", {"Rådgiver", "Adviser"}}, "place:rings/ikke_med"},
    {{"frivillig", {"Frivillig", "Volunteer"}}, "place:rings/lidt_vaek"}};

Scene rings(const std::string& language, size_t count) {
  Maker maker(language, "t7_slut", Arrangement::rings);
  maker.fixed().speaker().question({"Dine mennesker", "Your people"});
  maker.add("place:rings/taet", Role::picture, {"Tæt på mig", "Close to me"}, "rings/taet")
      .add("place:rings/lidt_vaek", Role::picture, {"Lidt væk", "A bit away"}, "rings/lidt_vaek")
      .add("place:rings/ikke_med", Role::picture, {"Ikke med", "Not included"}, "rings/ikke_med")
      .add("picture:middle", Role::picture, {"", ""}, "signs/sunflower");
  for (size_t i = 0; i < count; ++i)
    maker
        .add(("tile:people/" + std::string(ten_people[i].card.id)).c_str(), Role::picture,
             ten_people[i].card.text, ("people/" + std::string(ten_people[i].card.id)).c_str(),
             Look::tile)
        .inside(ten_people[i].ring);
  return maker.next().make();
}

constexpr Card five_steps[] = {
    {"se_film", {"Se en film om det", "See a film about it"}},
    {"besoege", {"Besøge stedet", "Visit the place"}},
    {"formiddag", {"Være med en formiddag", "Join for a morning"}},
    {"hvem_hjaelper", {"Aftale, hvem der hjælper", "Agree who helps"}},
    {"tale_med", {"Tale med en, der gør det", "Talk to someone who does it"}}};

Scene steps(const std::string& language, Arrangement arrangement, size_t count, size_t next) {
  Maker maker(language, "t9_slut", arrangement);
  maker.fixed().speaker().question({"Min trappe", "My staircase"});
  for (size_t i = 0; i < count; ++i) {
    const std::string step = "step:steps/" + std::string(five_steps[i].id);
    maker.add(step.c_str(), Role::picture, five_steps[i].text,
              ("steps/" + std::string(five_steps[i].id)).c_str());
    if (i == next) maker.selected();
    const std::string number = std::to_string(i);
    maker
        .add(("tile:who" + number).c_str(), Role::picture, {"Ven", "Friend"}, "people/ven",
             Look::tile)
        .inside(step.c_str());
    maker
        .add(("tile:when" + number).c_str(), Role::picture, {"Næste uge", "Next week"},
             "when/naeste", Look::tile)
        .inside(step.c_str());
    if (i < next)
      maker
          .add(("tile:went" + number).c_str(), Role::picture, {"Nået", "Done"}, "result/naaet",
               Look::tile)
          .inside(step.c_str());
  }
  maker.add("picture:here", Role::picture, {"Du er her", "You are here"}, "signs/sunflower");
  maker.add("picture:goal", Role::picture, {"Arbejde på computer", "Work on a computer"},
            "jobs/computer");
  return maker.next().make();
}

Scene line(const std::string& language, size_t count) {
  const Card places[] = {{"bage", {"Bage", "Bake"}},
                         {"passe_dyr", {"Passe dyr", "Look after animals"}},
                         {"have", {"Arbejde i have", "Gardening"}},
                         {"boeger", {"Stille bøger på plads", "Put books in place"}},
                         {"musik", {"Lave musik", "Make music"}},
                         {"genbrug", {"Sortere brugt tøj", "Sort used clothes"}},
                         {"computer", {"Arbejde på computer", "Work on a computer"}},
                         {"sy", {"Sy", "Sew"}}};
  const char* faces[] = {"smiley3/godt", "smiley3/midt", "smiley3/daarligt"};
  Maker maker(language, "t11_besoeg", Arrangement::line);
  maker.fixed().speaker().question({"Dine besøg", "Your visits"});
  maker.caption({"Sådan har du sagt, det var.", "This is how you said it was."});
  for (size_t i = 0; i < count; ++i) {
    const Card& place = places[i % 8];
    const std::string id = "card:jobs/" + std::string(place.id) + (i < 8 ? "" : "/again");
    maker.add(id.c_str(), Role::picture, place.text, ("jobs/" + std::string(place.id)).c_str());
    maker
        .add(("tile:" + std::to_string(i)).c_str(), Role::picture, {"", ""}, faces[i % 3],
             Look::tile)
        .inside(id.c_str());
  }
  return maker.next().make();
}

Scene dream(const std::string& language) {
  Maker maker(language, "t3_slut", Arrangement::dream);
  maker.fixed().speaker().question({"Min drøm", "My dream"});
  maker.add("card:jobs/lave_mad", Role::picture, {"Lave mad", "Cook food"}, "jobs/lave_mad")
      .add("card:jobs/passe_dyr", Role::picture, {"Passe dyr", "Look after animals"},
           "jobs/passe_dyr");
  add_cards(maker, "card:", "conds",
            {{"andre_b", {"Sammen", "Together"}},
             {"sted_b", {"Ude", "Outdoors"}},
             {"tid_a", {"Om morgenen", "In the morning"}},
             {"kendte_a", {"Dem, jeg kender", "People I know"}}});
  maker.add("card:values/brug_for", Role::picture, {"De har brug for mig", "They need me"},
            "values/brug_for", Look::primary);
  maker.add("picture:drawing", Role::picture, {"", ""}, "")
      .drawn(
          "100,500 300,200 500,150 700,250 900,500 700,750 500,850 300,750 100,500;"
          "350,420 360,430;650,420 660,430;350,620 450,700 550,700 650,620");
  maker.add("text:own", Role::text,
            {"“Jeg vil gerne bage til hele huset.”", "“I want to bake for the whole house.”"}, "");
  maker.add("tile:dream/1", Role::picture, {"Køre bus", "Drive a bus"}, "signs/train", Look::tile);
  maker.add("tile:dream/2", Role::picture, {"Passe heste", "Look after horses"}, "jobs/passe_heste",
            Look::tile);
  return maker.next().make();
}

Scene small_dream(const std::string& language) {
  Maker maker(language, "t3_slut", Arrangement::dream);
  maker.fixed().speaker().question({"Min drøm", "My dream"});
  maker
      .add("card:forms/loentilskud", Role::picture, {"Job med løn", "Job with pay"},
           "forms/loentilskud")
      .add("card:jobs/boern", Role::picture, {"Lege med børn", "Play with children"}, "jobs/boern")
      .add("card:conds/lyd_a", Role::picture, {"Stille", "Quiet"}, "conds/lyd_a");
  return maker.next().make();
}

}  // namespace

std::vector<Sample> sample_results(const std::string& language) {
  return {{"scale_glasses", scale_glasses(language)},
          {"scale_faces", scale_faces(language)},
          {"scale_ability", scale_ability(language)},
          {"scale_three", scale_three(language)},
          {"hand_one", hand(language, 1)},
          {"hand_two", hand(language, 2)},
          {"hand", hand(language, 3)},
          {"sheet", sheet(language)},
          {"sheet_small", small_sheet(language)},
          {"wheel", wheel(language, 10)},
          {"wheel_five", wheel(language, 5)},
          {"wheel_one", wheel(language, 1)},
          {"wheel_two", wheel(language, 2)},
          {"rings", rings(language, 10)},
          {"rings_six", rings(language, 6)},
          {"rings_empty", rings(language, 0)},
          {"stairs", steps(language, Arrangement::stairs, 5, 2)},
          {"stairs_first", steps(language, Arrangement::stairs, 3, 0)},
          {"stairs_last", steps(language, Arrangement::stairs, 5, 4)},
          {"stairs_one", steps(language, Arrangement::stairs, 1, 0)},
          {"path", steps(language, Arrangement::path, 5, 2)},
          {"path_first", steps(language, Arrangement::path, 4, 0)},
          {"line", line(language, 6)},
          {"line_long", line(language, 10)},
          {"line_one", line(language, 1)},
          {"dream", dream(language)},
          {"dream_small", small_dream(language)}};
}

}  // namespace aktiv::ui
