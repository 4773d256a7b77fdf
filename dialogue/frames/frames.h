// The frames around every session as questions: signing in, F1 Prøv skærmen, F2 Må vi gemme det?,
// F3 the fixed buttons' screens, F4 Det valgte du, and Mine svar. Pure; any thread.
#pragma once

#include "dialogue/content/content.h"
#include "dialogue/engine/session.h"
#include "dialogue/tools/catalogue.h"

namespace aktiv::frames {

Question welcome(const Content& content);
Question choose_language(const Content& content);
std::string_view language_in(std::string_view option);  // "language:de" -> "de"; else empty
Question who(const Session& session, const Content& content);
Question who_second(const Session& session);

// A citizen's lock: three pictures of nine, five tries and then growing waits (decisions 5 and 10).
// Longer sequences ask more memory than most of the citizens have.
constexpr size_t kLockPictures = 3;
Question lock(const Session& session, const Content& content);
// Choosing one's own: chosen, pressed once more, told (steps 0 to 2).
Question new_lock(const Session& session, const Content& content);

// The picture guide at View::step; after the last it tells that it is done.
Question fitting(const Session& session, const Content& content);
// What a choice of its present question sets; nullptr: nothing.
const AccessProfile* what_is_set_by(const Session& session, const Content& content,
                                    const ElementId& id);

Question unfinished();
Question listen();

// F2 before (f2_1 … f2_4) and at the end (f2_4, f2_5, f2_6); is_done after the last step.
Question consent(const Session& session);
Question consent_end(const Session& session, const Content& content, const Catalogue& catalogue);

// F1; is_done after f1_slut.
Question practice(const Session& session, const Content& content);

struct PracticeOutcome {
  int way = 2;  // suggested for this session only
  std::string layout = "left_right";
  bool is_limited_to_objects = false;
  bool is_perhaps_side_habit = false;
  bool needs_two_places = false;
};
PracticeOutcome outcome(const Practice& practice, const Content& content);

// Own words: how to say them, the keyboard, the pad, the microphone.
Question own_words(const Session& session, const Content& content);
// A day of the next two weeks, counted from the day on which the tool began.
Question choose_date(const Session& session, const Content& content);

// "Hvad synes du om os?" at View::step; View::evaluating is there.
Question evaluation(const Session& session, const Content& content);

Question choose_tool(const Session& session, const Content& content, const Catalogue& catalogue);
// F4; `said` is what is said back. Steps: f4_1, f4_2, f4_3.
Question said_back(const Session& session, const Tool::Said& said);
Question goodbye(const Session& session, const Content& content, const Catalogue& catalogue);

Question my_answers(const Session& session, const Content& content, const Catalogue& catalogue);
// Without a lock of one's own only the mentor opens them.
Question my_answers_locked();
// Who made what; is_done after the last.
Question about(int step, const Session& session, const Content& content);

Question pause(const Session& session);
Question help();
Question stop();
Question idle();
Question fault();
Question which(const Question& pair);

}  // namespace aktiv::frames
