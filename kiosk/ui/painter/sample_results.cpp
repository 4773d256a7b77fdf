#include "kiosk/ui/painter/sample_maker.h"
#include "kiosk/ui/painter/sample_scenes.h"

// The scales, the results that are drawings, and own words: realistic cards, and the longest words.
namespace aktiv::ui {
namespace {

struct Card {
  const char* id;
  Both text;
};

Maker& add_cards(Maker& maker, const char* prefix, const char* list, std::initializer_list<Card> cards,
                 Role role = Role::picture, Look look = Look::plain) {
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
          {"sheet_small", small_sheet(language)}};
}

}  // namespace aktiv::ui
