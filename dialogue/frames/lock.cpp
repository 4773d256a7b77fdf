// The citizen's own lock: a few pictures in order. Whoever forgets it has the mentor.
#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

constexpr size_t kLockKeys = 9;

// What was pressed stands in a row. While it opens something, the row shows only how many: who
// stands behind may read along.
void show_pressed(Question& question, const std::vector<PictureId>& pressed, bool is_covered) {
  for (size_t i = 0; i < kLockPictures; ++i) {
    Option tile;
    tile.id = ElementId("pressed:" + std::to_string(i + 1));
    tile.role = Role::picture;
    tile.look = Look::tile;
    if (i < pressed.size()) tile.picture = is_covered ? PictureId("ui/pressed") : pressed[i];
    question.options.push_back(std::move(tile));
  }
}

void show_keys(Question& question, const Content& content) {
  size_t shown = 0;
  for (const Card& card : content.deck("signs")->cards) {
    if (shown++ == kLockKeys) break;
    Option option = card_option(card.ref, Role::key);
    option.id = ElementId("lock:" + card.ref.id);
    option.is_sealed = true;
    question.options.push_back(std::move(option));
  }
}

}  // namespace

Question lock(const Session& session, const Content& content) {
  const View& view = session.view;
  Question question;
  if (view.must_wait_for_lock) {
    question = tell_screen("ui.lock_wait");
    question.has_next = false;
    question.options.push_back(mentor_key());
  } else {
    question.screen = view.has_refused_lock ? "ui.lock_wrong" : "ui.lock";
    question.arrangement = Arrangement::keypad;
    show_pressed(question, view.pressed, true);
    show_keys(question, content);
  }
  question.options.push_back(key_option("key:skip_lock", "ui.without_lock", "buttons/spring"));
  return question;
}

Question new_lock(const Session& session, const Content& content) {
  const View& view = session.view;
  if (view.step == 2) return tell_screen("ui.lock_made");
  Question question;
  question.screen = view.step == 1          ? "ui.lock_again"
                    : view.has_refused_lock ? "ui.lock_differs"
                                            : "ui.lock_new";
  question.arrangement = Arrangement::keypad;
  question.is_private = true;
  show_pressed(question, view.pressed, false);
  show_keys(question, content);
  return question;
}

}  // namespace aktiv::frames
