// An invented citizen on the real screens, for mentors to learn the tools on: slow enough to
// follow, marked on every screen, and nobody's: nothing of it reaches the journal or the case file.
#include "kiosk/app/kiosk_app.h"
#include "kiosk/ui/mentor/words.h"

namespace aktiv::app {
namespace {

constexpr int64_t touch_every_ms = 2500;  // the question is read, and the choice is seen

bool is_answering(const View& view) {
  if (!view.is_rehearsal) return false;
  const bool evaluates = view.stage == Stage::evaluation && !view.evaluating->is_over(view.step);
  return view.stage == Stage::tool || evaluates;
}

}  // namespace

void KioskApp::rehearse(const mentor::RehearsalOrder& order) {
  Draws draws(Seed{chance_.next(), chance_.next()});
  Wishes wishes = drawn_wishes(*parts_.kit.content, draws);
  if (order.setup.tool == mentor::evaluation_tool) {
    give(EvaluationOpened{order.setup.way, order.language, true});
  } else {
    SessionPrepared prepared;
    prepared.setup = order.setup;
    prepared.language = order.language;
    prepared.starts_at_tool = true;
    prepared.goes_on_by_itself = false;
    prepared.is_rehearsal = true;
    give(prepared);
  }
  rehearsal_ = Rehearsal{order.responder, std::move(wishes), draws, steady_ms() + touch_every_ms};
}

void KioskApp::pass_rehearsal(int64_t now) {
  if (!rehearsal_ || rehearsal_->due_ms > now) return;
  const View& view = session_.view;
  if (!is_answering(view)) {
    end_rehearsal();
    return;
  }
  rehearsal_->due_ms = now + touch_every_ms;
  // Staff hold it, and it goes on when they do. Stop is one that stops midway, asked once more.
  if (view.overlay != Overlay::none && view.overlay != Overlay::stop) return;
  last_activity_ms_ = now;
  const auto touch = next_touch(rehearsal_->responder, rehearsal_->wishes,
                                {view.question, view.chosen, view.page,
                                 view.question.goes_on_by_itself && view.goes_on_by_itself},
                                rehearsal_->draws);
  if (touch) give(Chosen{parts_.kit.engine->describe(session_).screen, *touch});
}

// What the kiosk saw, in words, for whoever signs in next.
void KioskApp::end_rehearsal() {
  rehearsal_.reset();
  if (!session_.view.is_rehearsal) return;  // it was left, and somebody else may be here
  if (session_.view.stage == Stage::evaluation) {
    desk_->tell("staff.rehearsal.evaluation");
    return give(LeftByMentor{});
  }
  const auto found = parts_.kit.engine->findings(session_);
  if (!found) return;
  const Content& content = *parts_.kit.content;
  const std::string language = staff_language();
  Submission seen;
  seen.tool = session_.talk.runs.back().setup.tool;
  seen.findings = *found;
  std::string words = mentor::tool_name(content.texts, language, seen.tool) + ": " +
                      mentor::result_words(content, language, seen);
  for (const auto& flag : mentor::flag_words(content.texts, language, seen)) words += ". " + flag;
  desk_->tell("staff.rehearsal.done", words);
  give(LeftByMentor{});
}

}  // namespace aktiv::app
