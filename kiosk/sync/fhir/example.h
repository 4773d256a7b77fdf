// Within tests only: conversations to send. The same number gives the same conversation.
#pragma once

#include <string>

#include "kiosk/sync/fhir/mapping.h"

namespace aktiv::fhir {

inline std::string example_uuid(unsigned kind, unsigned number) {
  char text[37];
  std::snprintf(text, sizeof text, "%08x-0000-4000-8000-%012x", kind, number);
  return text;
}

inline Codes example_codes() {
  return {"http://fhir.kl.dk/core/StructureDefinition/MatterOfInterestInformer",
          "http://fhir.kl.dk/term/CodeSystem/CareSocialCodes",
          {"25b4e705-2e9a-47a2-b11a-c829316b9d3a", "Borger"},
          {"12428e48-7df8-441f-9a89-d92bb7874066", "Borger med støtte fra medarbejder"},
          {"b66dc78a-a673-43fc-8ac0-1e859ba626e0", "Borger med støtte fra pårørende"},
          "urn:oid:1.2.208.176.2.22",
          {"52efa2e9-e0dc-41eb-8c01-9865e2fdebae", "Interesser"},
          {"416fe27d-3ccf-4390-8742-8b52a9d8dc78", "Borgerens ønske"}};
}

inline SendContext example_context() {
  SendContext context;
  context.patient = "p1";
  context.kiosk = example_uuid(9, 1);
  context.codes = example_codes();
  return context;
}

// Two pictures, way 1: a pair, its mirror, "ved ikke", and "kender det ikke".
inline Submission example_pairs(unsigned number = 1) {
  const CardRef bake{"jobs", "bage"}, garden{"jobs", "have"};
  Submission s;
  s.id = SubmissionId(example_uuid(1, number));
  s.conversation = ConversationId(example_uuid(2, number));
  s.citizen = CitizenId(example_uuid(3, number % 7));
  s.tool = ToolId("to_billeder");
  s.definition_version = 3;
  s.language = "da";
  s.layout = "top_bottom";
  s.started_ms = 1'795'350'000'123;
  s.finished_ms = 1'795'350'600'004;
  s.present = {Present::mentor};
  s.started_by = MentorId(example_uuid(8, 1));
  s.is_confirmed = true;
  s.readers = {"mor", "ven"};
  s.answers = {
      {1,
       "t1_q",
       {bake, garden},
       {},
       bake,
       Choice::card,
       garden,
       "",
       false,
       false,
       0,
       true,
       s.started_ms + 1},
      {2,
       "t1_q",
       {garden, bake},
       {},
       garden,
       Choice::card,
       garden,
       "",
       true,
       false,
       1,
       true,
       s.started_ms},
      {3, "t1_q", {bake, garden}, {}, garden, Choice::dont_know, {}, "", false, false, 0, false, 0},
      {4, "t1_q", {bake, garden}, {}, bake, Choice::unknown, bake, "", false, true, 2, false, -1}};
  s.findings.cards = {{bake, 0, 2, "", 0, true, false}, {garden, 2, 2, "", 0, false, false}};
  s.findings.ranking = {{garden}, {bake}};
  s.findings.mirror_pairs = 1;
  s.findings.mirror_same = 1;
  s.findings.same_side_most = 1;
  s.findings.sides_counted = 2;
  s.findings.last_heard = 1;
  s.findings.flags = {Flag::half_a_set, Flag::perhaps_side_habit};
  s.findings.suggestions = {bake};
  s.findings.wish_way = "besoege";
  s.findings.certainty = Certainty::repeated;
  s.session_record = "{\"definition\":3}\n{\"chosen\":\"jobs/have\"}\n";
  return s;
}

// Like, way 2: three places, a favourite, a hidden repeat that moved far.
inline Submission example_places(unsigned number = 2) {
  const CardRef cafe{"jobs", "cafe"};
  Submission s = example_pairs(number);
  s.tool = ToolId("kan_lide");
  s.definition_version = 1;
  s.way = 2;
  s.layout = "";
  s.scale_direction = "best_right";
  s.pressed_by = PressedBy::partner_scanning;
  s.present = {Present::staff, Present::relative};
  s.readers = {};
  s.answers = {
      {1,
       "t2_q",
       {cafe},
       {"kan_ikke_lide", "nogenlunde", "kan_lide"},
       {},
       Choice::place,
       cafe,
       "kan_lide",
       false,
       false,
       0,
       true,
       s.started_ms},
      {2, "t2_fav", {cafe}, {}, {}, Choice::card, cafe, "", false, false, 0, true, s.finished_ms}};
  s.findings = {};
  s.findings.cards = {{cafe, 0, 1, "kan_lide", 1, false, true}};
  s.findings.ranking_is_hidden = true;
  s.findings.flags = {Flag::card_moved_far};
  s.findings.certainty = Certainty::uncertain;
  return s;
}

// Steps, way 3: faces about one card asked in two ways, several chosen, own words, a day.
inline Submission example_steps(unsigned number = 3) {
  const CardRef day{"life", "dag"}, friends{"life", "venner"};
  Submission s = example_pairs(number);
  s.tool = ToolId("min_hverdag");
  s.definition_version = 1;
  s.way = 3;
  s.layout = "";
  AnswerRecord face;
  face.number = 1;
  face.question = "t6_q";
  face.shown = {day};
  face.places = {"daarligt", "midt", "godt"};
  face.choice = Choice::place;
  face.card = day;
  face.place = "midt";
  AnswerRecord chosen;
  chosen.number = 2;
  chosen.question = "t6_tale";
  chosen.shown = {day, friends};
  chosen.choice = Choice::card;
  chosen.card = friends;
  AnswerRecord said;
  said.number = 3;
  said.question = "t6_tale";
  said.choice = Choice::words;
  said.own = {"Jeg vil <b>gerne</b> ud", WrittenBy::mentor, example_uuid(7, number), 4200,
              "120,80 122,91;400,400"};
  AnswerRecord when;
  when.number = 4;
  when.question = "t9_hvornaar";
  when.choice = Choice::date;
  when.date = "2026-12-03";
  AnswerRecord put;
  put.number = 5;
  put.question = "t11_foreslag";
  put.places = {"som_nu", "proeve", "andet"};
  put.choice = Choice::place;
  put.place = "som_nu";
  put.suggestion = {example_uuid(9, 1), "Kortere dage på værkstedet"};
  s.answers = {face, chosen, said, when, put};
  s.findings = {};
  s.findings.cards = {{day, 0, 1, "midt", 0, false, false, {{"t6_q", "midt"}}, {}},
                      {friends, 0, 0, "", 1, false, false, {}, {"t6_tale"}}};
  s.findings.flags = {Flag::asked_again_differs};
  return s;
}

inline Observation example_observation(unsigned number = 1) {
  return {example_uuid(5, number),
          ConversationId(example_uuid(2, number)),
          CitizenId(example_uuid(3, number % 7)),
          MentorId(example_uuid(8, 1)),
          PressedBy::mentor_for_pointing,
          {Present::mentor, Present::relative},
          "Smilede ved haven.\nKiggede længe på \"bage\" 🙂",
          1'795'350'700'000,
          SeenIn::practice,
          {},
          {}};
}

// What the case file tells kiosks: no conversation, and the changes that wait.
inline Observation example_waiting(unsigned number = 1) {
  Observation waiting = example_observation(number);
  waiting.conversation = {};
  waiting.seen.clear();
  waiting.suggestions = {
      {{example_uuid(9, 1), "Kortere dage på værkstedet"}, {example_uuid(9, 2), "Pause kl. 10"}}};
  return waiting;
}

// A staircase whose goal the citizen called their own: it has a Goal beside it.
inline Submission example_staircase(unsigned number = 4) {
  Submission s = example_pairs(number);
  s.tool = ToolId("min_trappe");
  s.definition_version = 1;
  s.way = 2;
  s.layout = "";
  AnswerRecord goal;
  goal.number = 1;
  goal.question = "t9_maal";
  goal.choice = Choice::card;
  goal.card = {"jobs", "bage"};
  goal.shown = {goal.card};
  AnswerRecord mine;
  mine.number = 2;
  mine.question = "t9_mit";
  mine.places = {"mit_maal", "lav_om"};
  mine.choice = Choice::place;
  mine.place = "mit_maal";
  s.answers = {goal, mine};
  s.findings = {};
  return s;
}

// As little as can be kept, for campaigns.
inline Submission example_short(unsigned number, const CitizenId& citizen) {
  Submission submission = example_pairs(number);
  submission.citizen = citizen;
  submission.answers.resize(1);
  submission.findings = {};
  return submission;
}

// The mentor's work on the goal of a staircase.
inline Observation example_plan(unsigned number = 1) {
  Observation plan = example_observation(number);
  plan.id = example_uuid(6, number);
  plan.seen.clear();
  plan.seen_in = SeenIn::conversation;
  plan.plan = GoalPlan{SubmissionId(example_uuid(1, number)),
                       "Bager boller sammen med en kollega",
                       "Har været der tre tirsdage",
                       "",
                       "Inden 1. marts",
                       GoalKind::develop,
                       "Indsatsmål 2: beskyttet beskæftigelse",
                       {{"steps", "besoege"}, {"steps", "moede"}}};
  return plan;
}

}  // namespace aktiv::fhir
