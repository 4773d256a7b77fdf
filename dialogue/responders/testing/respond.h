// For stories: an invented responder at the screen of a Talk.
#pragma once

#include "dialogue/engine/testing/talk.h"
#include "dialogue/responders/responder.h"

namespace aktiv {

// Touches what the responder touches, or waits until the screen goes on by itself.
inline void respond(Talk& talk, const Responder& responder, const Wishes& wishes, Draws& draws) {
  const View& view = talk.session().view;
  const auto touch = next_touch(
      responder, wishes, {view.question, view.chosen, view.page, view.goes_on_by_itself}, draws);
  if (touch)
    talk.touch(touch->value);
  else
    talk.wait(1600);
}

}  // namespace aktiv
