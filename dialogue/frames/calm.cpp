// F3: what the fixed buttons open. Dark, one sentence, one or two things to do; the conversation
// waits behind them unchanged.
#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

Question calm(const char* screen, std::vector<Option> options) {
  Question question;
  question.screen = screen;
  question.arrangement = Arrangement::calm;
  question.options = std::move(options);
  question.is_dark = true;
  return question;
}

}  // namespace

Question pause(const Session& session) {
  // "Saved" is said only after the disk has it, and of nothing that goes away.
  const Conversation& talk = session.talk;
  const bool goes_away = talk.is_secret || talk.decision == Decision::throw_away;
  const bool is_saved = session.view.unrecorded == 0 && !talk.id.empty() && !goes_away;
  std::vector<Option> options = {ui_option("go_on"), ui_option("stop_today"),
                                 key_option("key:softer", "ui.softer", "ui/softer"),
                                 key_option("key:louder", "ui.louder", "ui/louder")};
  // An evaluation is answered without one's mentor.
  if (!session.view.evaluating) options.push_back(mentor_key());
  return calm(is_saved ? "ui.pause" : "ui.pause_secret", std::move(options));
}

Question help() {
  return calm("ui.help", {ui_option("help_done")});
}
Question stop() {
  return calm("ui.stop_ask", {ui_option("stop_today"), ui_option("go_on")});
}
Question idle() {
  return calm("ui.idle", {ui_option("more_time")});
}
Question fault() {
  return calm("ui.calm_fault", {ui_option("get_mentor")});
}

Question which(const Question& pair) {
  Question question;
  question.screen = "ui.which";
  question.arrangement = Arrangement::grid;
  for (const CardRef& card : pair.shown) question.options.push_back(card_option(card));
  question.options.push_back(ui_option("both"));
  question.shown = pair.shown;
  question.spoken_first = pair.spoken_first;
  question.goes_on_by_itself = true;
  question.has_next = true;
  question.progress = pair.progress;
  return question;
}

}  // namespace aktiv::frames
