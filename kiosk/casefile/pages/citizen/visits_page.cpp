// What was tried and how it was, as the citizen said it right after; what staff saw in practice
// stands apart.
#include <algorithm>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/observations_card.h"
#include "kiosk/casefile/pages/citizen/period.h"
#include "kiosk/casefile/pages/citizen/record_list.h"
#include "kiosk/casefile/pages/citizen/said_cards.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int place_px = 56;
constexpr int chip_px = 40;

const AnswerRecord* answer_to(const Submission& said, std::string_view question) {
  const auto found = std::ranges::find(said.answers, question, &AnswerRecord::question);
  return found == said.answers.end() ? nullptr : &*found;
}

// The face, with its word; other answers in words.
Html face(const Words& words, const AnswerRecord& answer) {
  if (answer.choice != Choice::place) return chosen_words(words, answer, chip_px);
  const std::string drawn =
      place_picture(words.content(), words.language(), answer.place, answer.places);
  return element("span", {{"class", "named face"}},
                 (drawn.empty() ? Html() : picture(drawn, place_px)) +
                     element("strong", text(place_words(words, answer.place, answer.places))));
}

Html own_item(const Words& words, const Submission& said, std::string_view question) {
  Html all;
  for (const AnswerRecord& answer : said.answers)
    if (answer.question == question && answer.choice == Choice::words)
      all += element("li", own_words(words, answer.own));
  return all;
}

Html again(const Words& words, const Submission& said) {
  const AnswerRecord* answer = answer_to(said, "t10_igen");
  if (answer == nullptr) return {};
  return element(
      "p", element("span", {{"class", "muted"}}, text(question_words(words, "t10_igen") + " ")) +
               element("strong", answer->choice == Choice::place
                                     ? text(place_words(words, answer->place, answer->places))
                                     : chosen_words(words, *answer, chip_px)));
}

Html visit_item(const Words& words, const CitizenView& view, const Submission& said) {
  const AnswerRecord* how = answer_to(said, "t10_q");
  const bool is_about_card = how != nullptr && !how->card.empty();
  const Html about = is_about_card ? card_with_name(words, how->card, place_px)
                                   : text(words.plain("visits.a_visit"));
  Html chips = chosen_item(words, words.plain("visits.good"), cards_chosen(said, "t10_godt")) +
               own_item(words, said, "t10_godt") +
               chosen_item(words, words.plain("visits.hard"), cards_chosen(said, "t10_svaert")) +
               own_item(words, said, "t10_svaert");
  return element(
      "li", {{"data-submission", said.id.value}},
      element("h3", about) +
          paragraph(words.time(said.finished_ms) +
                        text(" · " + words.filled("present",
                                                  {{"who", present_words(words, said.present)}})),
                    "muted") +
          (how == nullptr ? Html() : element("p", face(words, *how))) +
          element("ul", {{"class", "plain"}}, chips) + again(words, said) +
          source_of(words, view, said));
}

std::vector<Observation> seen_in_practice(const Folder& folder) {
  std::vector<Observation> seen;
  for (const Observation& one : folder.observations)
    if (one.seen_in == SeenIn::practice) seen.push_back(one);
  return seen;
}

}  // namespace

PageContent visits_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const Period period(visit, view);
  Html list;
  for (const Submission* kept : view.all_of(words.content(), visit_tool))
    if (period.holds(kept->finished_ms)) list += visit_item(words, view, *kept);
  const bool is_any = view.newest_of(words.content(), visit_tool) != nullptr;
  const Html said = card("visits", words("visits.title"),
                         list.empty() ? paragraph(words(is_any ? "period.none" : "visits.none"))
                                      : element("ul", {{"class", "plain visits"}}, list));
  return citizen_frame(
      visit, view, Tab::visits,
      period.links("/visits") +
          element("div", {{"class", "columns"}},
                  said + element("div", record_card(words, view, "day_seen", "day") +
                                            observations_card(words, seen_in_practice(view.folder),
                                                              words.plain("visits.seen")))));
}

}  // namespace aktiv::casefile
