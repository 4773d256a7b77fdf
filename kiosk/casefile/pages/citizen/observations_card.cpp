#include "kiosk/casefile/pages/citizen/observations_card.h"

#include "dialogue/model/words.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

// The mentor's work on a goal: SMART without its A, which is the citizen's own.
Html plan_list(const Words& words, const GoalPlan& plan) {
  Html list;
  const auto add = [&](const char* key, const std::string& written) {
    if (!written.empty())
      list += element("dt", words(std::string("plan.") + key)) + element("dd", text(written));
  };
  add("specific", plan.specific);
  add("measurable", plan.measurable);
  add("realistic", plan.realistic);
  add("time_bound", plan.time_bound);
  if (plan.kind != GoalKind::undecided)
    add("kind", words.plain("plan.kind." + std::string(word(plan.kind))));
  add("intervention_goal", plan.intervention_goal);
  return paragraph(words("plan.title"), "seen") + element("dl", {{"class", "plan"}}, list);
}

}  // namespace

Html observations_card(const Words& words, const std::vector<Observation>& observations,
                       const std::string& title) {
  Html list;
  for (const auto& seen : observations)
    list += element(
        "li",
        element("p", {{"class", "muted"}},
                words.time(seen.at_ms) +
                    (seen.seen_in == SeenIn::practice ? text(" · ") + words("seen_in.practice")
                                                      : Html()) +
                    text(" · " + pressed_words(words, seen.pressed_by) + " · " +
                         words.filled("present", {{"who", present_words(words, seen.present)}}))) +
            (seen.seen.empty() ? Html() : paragraph(text(seen.seen), "seen")) +
            (seen.plan ? plan_list(words, *seen.plan) : Html()));
  return card("mentor-view", text(title),
              paragraph(words("mentor.explain"), "muted") +
                  (list.empty() ? paragraph(words("mentor.none"))
                                : element("ul", {{"class", "plain"}}, list)));
}

}  // namespace aktiv::casefile
