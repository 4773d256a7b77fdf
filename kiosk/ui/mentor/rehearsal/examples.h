// Made-up answers for previews, tests and benches. Not in a kiosk in use.
#pragma once

#include "kiosk/ui/mentor/rehearsal/hand.h"

namespace aktiv::mentor {

inline Submission paired(const std::string& id, int64_t finished_ms, Certainty certainty,
                         std::vector<Flag> flags = {}) {
  Submission said;
  said.id = SubmissionId(id);
  said.conversation = ConversationId("talk-" + id);
  said.citizen = CitizenId("solsikke");
  said.tool = ToolId("to_billeder");
  said.finished_ms = finished_ms;
  said.is_confirmed = true;
  said.findings.certainty = certainty;
  said.findings.flags = std::move(flags);
  said.findings.ranking_is_hidden = !said.findings.flags.empty();
  if (!said.findings.ranking_is_hidden)
    said.findings.ranking = {{CardRef{"jobs", "bage"}}, {CardRef{"jobs", "passe_dyr"}}};
  said.findings.suggestions = {CardRef{"jobs", "servere"}};
  return said;
}

inline Submission sorted(const std::string& id, int64_t finished_ms) {
  Submission said = paired(id, finished_ms, Certainty::tentative);
  said.tool = ToolId("kan_lide");
  said.findings.ranking.clear();
  const auto put = [&](const char* place, int count) {
    for (int i = 0; i < count; ++i) {
      CardFinding card;
      card.place = place;
      said.findings.cards.push_back(card);
    }
  };
  put("kan_lide", 7);
  put("midt", 3);
  put("kan_ikke_lide", 2);
  return said;
}

// A goal of two steps, and how it stands with the first one a week later.
inline Submission staircase(const std::string& id, int64_t finished_ms) {
  Submission said = paired(id, finished_ms, Certainty::tentative);
  said.tool = ToolId("min_trappe");
  said.way = 4;
  said.findings = {};
  const auto answer = [&](const char* question, Choice choice, CardRef card, std::string place) {
    AnswerRecord one;
    one.question = question;
    one.choice = choice;
    one.card = std::move(card);
    one.place = std::move(place);
    said.answers.push_back(std::move(one));
  };
  const CardRef visit{"steps", "besoege"}, bake{"jobs", "bage"};
  answer("t9_maal", Choice::card, bake, "");
  answer("t9_trin1", Choice::card, visit, "");
  answer("t9_trin2", Choice::words, {}, "");
  said.answers.back().own.text = "Jeg tager bussen selv";
  answer("t9_hvem", Choice::place, visit, "ven");
  answer("t9_hvornaar", Choice::date, visit, "");
  said.answers.back().date = "2026-12-03";
  answer("t9_mit", Choice::place, {}, "mit_maal");
  return said;
}

inline Submission followed_up(const std::string& id, int64_t finished_ms) {
  Submission said = paired(id, finished_ms, Certainty::tentative);
  said.tool = ToolId("hvordan_gaar_det");
  said.findings = {};
  AnswerRecord done;
  done.question = "t11_trin";
  done.choice = Choice::place;
  done.card = CardRef{"steps", "besoege"};
  done.place = "naesten";
  said.answers = {done};
  return said;
}

inline void furnish(Hand& hand) {
  constexpr int64_t day = 86'400'000;
  auto& desk = hand.desk;
  const CitizenId id("solsikke");
  desk.saved[id] = {{paired("a", hand.utc_ms, Certainty::repeated), Whereabouts::in_case_file, ""},
                    {sorted("b", hand.utc_ms - day), Whereabouts::waiting, ""},
                    {paired("c", hand.utc_ms - 14 * day, Certainty::uncertain,
                            {Flag::side_habit, Flag::mirror_disagrees}),
                     Whereabouts::quarantined, "refused_content"},
                    {sorted("d", hand.utc_ms - 28 * day), Whereabouts::kept_here, ""},
                    {staircase("e", hand.utc_ms - 40 * day), Whereabouts::in_case_file, ""}};
  desk.left[id] = {{ConversationId("half"), hand.utc_ms - day, hand.utc_ms - day}};
  desk.uses[id].text_percent = 125;
  desk.uses[id].hold_ms = 200;
  desk.uses[id].words_a_minute = 110;
  Observation seen;
  seen.citizen = id;
  seen.seen =
      "Valgte selv. Fik hjælp til at trykke. Tydelig glæde ved hunde; blev urolig, da der kom "
      "flere ind i rummet.";
  seen.at_ms = hand.utc_ms;
  desk.seen = {seen};
  desk.view = {.link = Link::waits,
               .server = "https://sagsmappe.aalborg.example:8443",
               .centre = "Skovbo",
               .why = "Navnet kunne ikke findes.",
               .refused = {},
               .next_try_ms = hand.utc_ms + hand.now_ms + 95'000,
               .kept_here = 1,
               .waiting = 3,
               .in_case_file = 12,
               .quarantined = 1};
  desk.pictures.plugged = {{"/media/a", "MENTOR", true}, {"/media/b", "DAGCENTER", true}};
  desk.pictures.folders["/media/a"] = {{"/media/a/sommer", "Sommer på Skovbo", true}};
  for (int i = 1; i <= 60; ++i) {
    const auto name = "IMG_" + std::to_string(2040 + i) + (i == 3 ? ".heic" : ".jpg");
    desk.pictures.folders["/media/a"].push_back({"/media/a/" + name, name, false});
  }
  desk.told = {{"1", "staff.f1_objects_first", "", hand.utc_ms},
               {"2", "staff.sound.device", "", hand.utc_ms}};
}

}  // namespace aktiv::mentor
