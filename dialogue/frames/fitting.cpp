// How the citizen wants the kiosk: large or small, slow or fast, by finger or by switch. What they
// touch is in force at once, so that they see and hear what they choose.
#include "dialogue/frames/frames.h"

namespace aktiv::frames {

Question fitting(const Session& session, const Content& content) {
  const auto at = static_cast<size_t>(session.view.step);
  if (at >= content.fitting.size()) return tell_screen("ui.fit_done");
  const FittingStep& step = content.fitting[at];
  const AccessProfile now = access_of(session);
  Question question;
  question.screen = step.screen;
  question.arrangement = Arrangement::grid;
  for (const FittingChoice& choice : step.choices) {
    question.options.push_back(ui_option(choice.name.c_str()));
    if (with(now, choice.sets) == now) question.chosen = {question.options.back().id};
  }
  question.options.push_back(out_option("skip", "spring"));
  question.has_next = true;
  return question;
}

const AccessProfile* what_is_set_by(const Session& session, const Content& content,
                                    const ElementId& id) {
  const auto at = static_cast<size_t>(session.view.step);
  if (at >= content.fitting.size()) return nullptr;
  for (const FittingChoice& choice : content.fitting[at].choices)
    if (id.value == "option:" + choice.name) return &choice.sets;
  return nullptr;
}

}  // namespace aktiv::frames
