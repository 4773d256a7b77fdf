// F1, Prøv skærmen. Suggests a way for this session only; never a property of the citizen, never
// journalled.
#include <algorithm>

#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

constexpr int kTellsBefore = 2;  // f1_hej, f1_rolig
constexpr size_t kNaming = 4;    // p1–p4
constexpr size_t kScales = 7;    // p5–p7
constexpr size_t kReading = 8;   // p8

Question ask(const PracticeItem& item, int done, int total) {
  Question question;
  question.screen = "practice." + item.id;
  question.arrangement = item.options.size() == 2 ? Arrangement::two_across : Arrangement::grid;
  if (!item.picture.empty()) {
    Option beside;
    beside.id = ElementId("picture:" + item.id);
    beside.role = Role::picture;
    beside.picture = item.picture;
    beside.words = question.screen;
    question.options.push_back(beside);
    question.arrangement = Arrangement::summary;
  }
  for (const CardRef& card : item.options) {
    if (card.list == "buttons") {
      question.options.push_back(dont_know());
    } else {
      Option option = card_option(card);
      if (item.is_read_alone) option.words.clear();
      question.options.push_back(option);
    }
  }
  const bool has_dont_know =
      std::ranges::any_of(question.options, [](const Option& o) { return o.role == Role::out; });
  if (!has_dont_know) question.options.push_back(dont_know());
  question.is_read_alone = item.is_read_alone;
  question.goes_on_by_itself = true;
  question.has_next = true;
  question.progress = {done, total};
  return question;
}

// Whoever has tried it before need not again.
Question hello() {
  Question question = tell_screen("f1_hej");
  question.options.push_back(key_option("key:skip_practice", "buttons.spring", "buttons/spring"));
  return question;
}

}  // namespace

Question practice(const Session& session, const Content& content) {
  const int step = session.view.step;
  const int items = static_cast<int>(content.practice.size());
  if (step == 0) return hello();
  if (step == 1) return tell_screen("f1_rolig");
  if (step < kTellsBefore + items)
    return ask(content.practice[static_cast<size_t>(step - kTellsBefore)], step - kTellsBefore,
               items);
  if (step == kTellsBefore + items) return tell_screen("f1_slut");
  Question done;
  done.is_done = true;
  return done;
}

PracticeOutcome outcome(const Practice& practice, const Content& content) {
  std::vector<bool> is_right;
  std::vector<size_t> free_sides;
  std::vector<CardRef> free_things;
  for (size_t at = 0; at < content.practice.size(); ++at) {
    const PracticeItem& item = content.practice[at];
    const auto found = practice.chosen.find(static_cast<int>(at) + kTellsBefore);
    const ElementId chosen = found == practice.chosen.end() ? ElementId{} : found->second;
    if (!item.is_free) {
      const bool is_out = item.right.list == "buttons";
      is_right.push_back(chosen == (is_out ? dont_know().id : item.right.element()));
      continue;
    }
    for (size_t side = 0; side < item.options.size(); ++side) {
      if (item.options[side].element() != chosen) continue;
      free_sides.push_back(side);
      free_things.push_back(item.options[side]);
    }
  }
  const auto all_right = [&](size_t from, size_t to) {
    for (size_t i = from; i < to; ++i)
      if (i >= is_right.size() || !is_right[i]) return false;
    return true;
  };
  PracticeOutcome outcome;
  if (!all_right(0, kNaming)) {
    outcome.way = 1;
    outcome.is_limited_to_objects = true;
  } else if (!all_right(kNaming, kScales)) {
    outcome.way = 1;
    outcome.needs_two_places = true;
  } else {
    outcome.way = all_right(kScales, kReading) ? 3 : 2;
  }
  outcome.is_perhaps_side_habit =
      free_sides.size() == 2 && free_sides[0] == free_sides[1] && free_things[0] != free_things[1];
  if (outcome.is_perhaps_side_habit) outcome.layout = "top_bottom";
  return outcome;
}

}  // namespace aktiv::frames
