// The link ids of the questionnaire's items: written by response_items.cpp and observation.cpp,
// read by read_items.cpp, declared by questionnaire.cpp. Never renamed once sent.
#pragma once

namespace aktiv::fhir::links {

inline constexpr char session[] = "session";
inline constexpr char conversation[] = "session.conversation";
inline constexpr char way[] = "session.way";
inline constexpr char layout[] = "session.layout";
inline constexpr char scale[] = "session.scale_direction";
inline constexpr char started[] = "session.started";
inline constexpr char pressed_by[] = "session.pressed_by";
inline constexpr char present[] = "session.present";
inline constexpr char started_by[] = "session.started_by";
inline constexpr char readers[] = "session.readers";
inline constexpr char said_back[] = "session.confirmed";
inline constexpr char record_parts[] = "session.record_parts";

inline constexpr char answer[] = "answer";
inline constexpr char number[] = "answer.number";
inline constexpr char question[] = "answer.question";
inline constexpr char shown[] = "answer.shown";
inline constexpr char places[] = "answer.places";
inline constexpr char spoken_first[] = "answer.spoken_first";
inline constexpr char choice[] = "answer.choice";
inline constexpr char card[] = "answer.card";
inline constexpr char place[] = "answer.place";
inline constexpr char is_mirror[] = "answer.mirror";
inline constexpr char is_repeat[] = "answer.repeat";
inline constexpr char moved[] = "answer.moved";
inline constexpr char is_confirmed[] = "answer.confirmed";
inline constexpr char time[] = "answer.time";
// There only where the citizen answered in own words, or with a day.
inline constexpr char own[] = "answer.own";
inline constexpr char own_text[] = "answer.own.text";
inline constexpr char own_written_by[] = "answer.own.written_by";
inline constexpr char own_clip[] = "answer.own.clip";
inline constexpr char own_clip_ms[] = "answer.own.clip_ms";
inline constexpr char own_drawing[] = "answer.own.drawing";
inline constexpr char date[] = "answer.date";
// There only where a change that staff suggest was answered.
inline constexpr char suggestion[] = "answer.suggestion";
inline constexpr char suggestion_id[] = "answer.suggestion.id";
inline constexpr char suggestion_words[] = "answer.suggestion.words";

inline constexpr char findings[] = "findings";
inline constexpr char finding[] = "findings.card";
inline constexpr char finding_card[] = "findings.card.card";
inline constexpr char wins[] = "findings.card.wins";
inline constexpr char offered[] = "findings.card.offered";
inline constexpr char finding_place[] = "findings.card.place";
inline constexpr char favourite[] = "findings.card.favourite";
inline constexpr char is_unknown[] = "findings.card.unknown";
inline constexpr char is_uncertain[] = "findings.card.uncertain";
// By other questions of the same tool; there only where they were asked.
inline constexpr char placed[] = "findings.card.placed";
inline constexpr char placed_question[] = "findings.card.placed.question";
inline constexpr char placed_place[] = "findings.card.placed.place";
inline constexpr char chosen_in[] = "findings.card.chosen_in";
inline constexpr char rank[] = "findings.rank";
inline constexpr char rank_cards[] = "findings.rank.cards";
inline constexpr char ranking_is_hidden[] = "findings.ranking_hidden";
inline constexpr char mirror_pairs[] = "findings.mirror_pairs";
inline constexpr char mirror_same[] = "findings.mirror_same";
inline constexpr char same_side_most[] = "findings.same_side_most";
inline constexpr char sides_counted[] = "findings.sides_counted";
inline constexpr char last_heard[] = "findings.last_heard";
inline constexpr char flags[] = "findings.flags";
inline constexpr char suggestions[] = "findings.suggestions";
inline constexpr char wish_way[] = "findings.wish_way";
inline constexpr char certainty[] = "findings.certainty";

inline constexpr char seen[] = "observation.seen";
inline constexpr char seen_conversation[] = "observation.conversation";
inline constexpr char seen_pressed_by[] = "observation.pressed_by";
inline constexpr char seen_present[] = "observation.present";
// From version 2 on.
inline constexpr char seen_in[] = "observation.seen_in";
// There only where the mentor worked on a goal of the citizen's.
inline constexpr char plan[] = "observation.plan";
inline constexpr char plan_goal[] = "observation.plan.goal";
inline constexpr char plan_specific[] = "observation.plan.specific";
inline constexpr char plan_measurable[] = "observation.plan.measurable";
inline constexpr char plan_realistic[] = "observation.plan.realistic";
inline constexpr char plan_time_bound[] = "observation.plan.time_bound";
inline constexpr char plan_kind[] = "observation.plan.kind";
inline constexpr char plan_intervention_goal[] = "observation.plan.intervention_goal";
// From version 4 on; there only where this tells kiosks which changes wait, perhaps none.
inline constexpr char waiting[] = "observation.suggestions";
inline constexpr char waiting_number[] = "observation.suggestions.number";
inline constexpr char waiting_change[] = "observation.suggestions.change";
inline constexpr char waiting_id[] = "observation.suggestions.change.id";
inline constexpr char waiting_words[] = "observation.suggestions.change.words";
inline constexpr char plan_steps[] = "observation.plan.steps";  // from version 3 on

}  // namespace aktiv::fhir::links
