// What reaches a conversation besides touch: time, the disk, the lock, the mentor.
#include "dialogue/engine/turn.h"
#include "dialogue/tools/earlier.h"

namespace aktiv {
namespace {

constexpr int kIdleWarningMs = 20000;  // WCAG 2.2.1: twenty seconds, and "more time"

}  // namespace

void Turn::operator()(const TimePassed& fact) {
  if (fact.serial != s_.view.timer_serial) return;
  switch (fact.timer) {
    case Timer::go_on:
      if (s_.view.overlay == Overlay::none && can_go_on()) go_on();
      return;
    case Timer::idle_end:
      if (s_.view.overlay != Overlay::idle) return;
      s_.view.overlay = Overlay::none;
      leave_what_is_open();
      return;
  }
}

void Turn::operator()(const BecameIdle&) {
  if (!can_become_idle(s_)) return;
  const Stage stage = s_.view.stage;
  const bool has_evaluated = s_.view.evaluating && s_.view.evaluating->is_over(s_.view.step);
  const bool leaves_nothing = stage == Stage::welcome || stage == Stage::language ||
                              stage == Stage::goodbye || stage == Stage::about || has_evaluated;
  if (leaves_nothing) {
    wipe();
    return;
  }
  cover(Overlay::idle);
  wake(Timer::idle_end, kIdleWarningMs);
}

// What is shown now is cut into pages anew, unless somebody is in the middle of it.
void Turn::operator()(const GlassKnown& fact) {
  if (s_.most_a_page == fact.most_a_page) return;
  s_.most_a_page = fact.most_a_page;
  const View& view = s_.view;
  if (view.overlay == Overlay::none && view.chosen.empty() && !view.own && view.page == 0) ask();
}

// What was set for whoever sits here is in force at once.
void Turn::operator()(const CitizensKnown& fact) {
  const bool has_others = s_.citizens != fact.citizens;
  s_.citizens = fact.citizens;
  for (const CitizenSign& citizen : s_.citizens)
    if (s_.view.citizen && s_.view.citizen->id == citizen.id)
      s_.view.citizen->access = citizen.access;
  go_on_as_wished();
  if (!has_others || s_.view.stage != Stage::who || s_.view.overlay != Overlay::none) return;
  // Somebody may come from another kiosk while this one is about to say who they are.
  if (s_.view.page == 0 && s_.view.chosen.empty())
    ask();
  else
    s_.view.question = question_of_stage();
}

void Turn::operator()(const LockOpened& fact) {
  if (s_.view.stage != Stage::lock || !s_.view.citizen || s_.view.citizen->id != fact.citizen)
    return;
  s_.view.has_access = true;
  s_.view.pressed.clear();
  if (is_talking())  // asked for by "Mine svar"
    tell(FindKept{fact.citizen});
  else
    tell(FindUnfinished{fact.citizen});
}

void Turn::operator()(const LockRefused& fact) {
  if (s_.view.stage != Stage::lock || !s_.view.citizen || s_.view.citizen->id != fact.citizen)
    return;
  s_.view.pressed.clear();
  s_.view.covered.reset();
  s_.view.has_refused_lock = true;
  s_.view.must_wait_for_lock = fact.must_wait;
  ask();
}

void Turn::operator()(const UnfinishedFound& fact) {
  if (!s_.view.has_access || !s_.view.citizen || s_.view.citizen->id != fact.citizen) return;
  if (s_.view.stage != Stage::lock) return;
  s_.view.unfinished = fact.events;
  enter(fact.events.empty() ? Stage::listen : Stage::unfinished);
}

void Turn::operator()(const KeptFound& fact) {
  if (!s_.view.has_access || !s_.view.citizen || s_.view.citizen->id != fact.citizen) return;
  const bool is_awaited = s_.view.stage == Stage::choose_tool || s_.view.stage == Stage::lock;
  if (!is_awaited) return;  // a slow disk found them after a tool was chosen instead
  s_.view.kept = fact.kept;
  s_.view.kept_at = 0;
  enter(Stage::my_answers);
}

// Nothing on the screen changes: a tool that begins from now on carries on from it.
void Turn::operator()(const EarlierFound& fact) {
  if (!s_.view.has_access || !s_.view.citizen || s_.view.citizen->id != fact.citizen) return;
  s_.view.known = fact.kept;
  s_.view.suggested_by_staff = staff_suggest(fact.kept, fact.seen, engine_.content());
}

void Turn::operator()(const TakenBack& fact) {
  const auto is_it = [&](const Submission& kept) { return kept.id == fact.submission; };
  std::erase_if(s_.view.kept, is_it);
  std::erase_if(s_.view.known, is_it);
  s_.view.kept_at = 0;
  if (s_.view.stage == Stage::my_answers) show(tell_screen("ui.taken_back"));
}

void Turn::operator()(const SheetPrinted& fact) {
  // Somebody else may stand at their goodbye by now.
  const bool is_awaited =
      s_.view.sheet == SheetStands::being_made && s_.talk.id == fact.conversation;
  if (!is_awaited) return;
  s_.view.sheet = fact.is_on_its_way ? SheetStands::on_its_way : SheetStands::not_printed;
  s_.view.covered.reset();
  if (s_.view.overlay == Overlay::none) ask();
}

void Turn::operator()(const PressedByChanged& fact) {
  if (s_.talk.id.empty()) return;
  record(PressedBySet{fact.pressed_by, fact.present});
}

void Turn::operator()(const Recorded&) {
  if (s_.view.unrecorded > 0) --s_.view.unrecorded;
  if (s_.view.overlay == Overlay::pause && s_.view.unrecorded == 0) ask();
}

void Turn::operator()(const Kept&) {
  if (s_.view.stage != Stage::goodbye || s_.talk.decision != Decision::keep) return;
  s_.view.is_kept = true;
  s_.view.covered.reset();
  ask();
}

void Turn::operator()(const RecordFailed&) {
  if (s_.view.unrecorded > 0) --s_.view.unrecorded;
  cover(Overlay::fault);
}

void Turn::operator()(const OrderFailed&) {
  if (s_.view.stage == Stage::new_lock) {  // nothing was set: it is chosen from the beginning
    s_.view.pressed.clear();
    enter(Stage::new_lock);
  }
  cover(Overlay::fault);
}

void Turn::operator()(const LeftByMentor&) {
  leave_what_is_open();
}

void Turn::operator()(const LanguageChosen& fact) {
  s_.language = fact.language;
  ask();
}

}  // namespace aktiv
