// The course: the way in, where it is, its parts of a week, places that were asked, and what often
// gets in the way.
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/record_list.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int core_px = 40;

// A no is not the end: what the dream is about leads to the next place.
Html after_a_no(const Words& words, const CitizenView& view) {
  const auto contacts = newest_first(view.folder.records, "contact", "day");
  if (contacts.empty() || contacts.front()->record.value("answer") != "no") return {};
  const Submission* dream = view.newest_of(words.content(), dream_tool);
  const auto core = dream == nullptr ? std::vector<CardRef>() : cards_chosen(*dream, "t3_bedst");
  return element(
      "div", {{"class", "core"}},
      paragraph(words("course.after_no")) +
          (core.empty() ? Html() : card_list(words, core, core_px)) +
          paragraph(element("a", {{"href", view.address("/offers")}}, words("match.all"))));
}

}  // namespace

PageContent course_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const Html left = record_card(words, view, "course", "day") +
                    record_card(words, view, "course_part", "from") +
                    record_card(words, view, "contact", "day", after_a_no(words, view));
  const Html right = record_card(words, view, "referral", "day") +
                     record_card(words, view, "checklist", "") +
                     record_card(words, view, "visit", "day");
  return citizen_frame(
      visit, view, Tab::course,
      element("div", {{"class", "columns"}}, element("div", left) + element("div", right)));
}

}  // namespace aktiv::casefile
