#include "kiosk/casefile/pages/citizen/said_cards.h"

#include <algorithm>
#include <array>
#include <map>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int said_px = 40;

struct HeadingTalks {
  const char* key;
  std::vector<int> talks;  // numbers of tools; the wishes of 1 and 2 stand above, weighed together
};

const std::array<HeadingTalks, 3>& headings() {
  static const std::array<HeadingTalks, 3> all = {
      {{"dreams", {3, 4}}, {"ability", {5, 8}}, {"potential", {6, 7, 9, 10, 11}}}};
  return all;
}

// Nothing chosen after something was: going on, and no answer of its own.
bool is_going_on(const AnswerRecord& answer, const SaidToQuestion& before) {
  return answer.choice == Choice::skipped && answer.card.empty() && !before.answers.empty();
}

// Each suggestion is a question of its own.
SaidToQuestion& entry_of(std::vector<SaidToQuestion>& said, const AnswerRecord& answer) {
  const std::string& question = answer.question;
  const auto known = std::ranges::find_if(said, [&](const SaidToQuestion& one) {
    const bool is_same_put =
        one.answers.empty() || one.answers.front().suggestion == answer.suggestion;
    return one.question == question && is_same_put;
  });
  if (known != said.end()) return *known;
  return said.emplace_back(question);
}

bool is_about_same(const AnswerRecord& one, const AnswerRecord& other) {
  return one.choice == Choice::place && other.choice == Choice::place && one.card == other.card;
}

// As the deck has it, best first: on the screen the order may have been turned or drawn.
void sort_by_deck(const Words& words, std::vector<std::string>& places) {
  const std::vector<std::string> offered = places;
  std::ranges::sort(places, {}, [&](const std::string& place) {
    return place_rank(words.content(), words.language(), place, offered);
  });
}

// Cards that were put somewhere stand under the place.
Html by_place(const Words& words, const SaidToQuestion& said) {
  std::vector<std::string> order;
  std::map<std::string, Html> cards;
  for (const AnswerRecord& answer : said.answers) {
    for (const std::string& place : answer.places)
      if (std::ranges::find(order, place) == order.end()) order.push_back(place);
    cards[answer.place] += element("li", card_with_name(words, answer.card, said_px));
  }
  sort_by_deck(words, order);
  Html list;
  for (const std::string& place : order) {
    if (!cards.contains(place)) continue;
    list += element("dt", text(place_words(words, place, order))) +
            element("dd", element("ul", {{"class", "cards"}}, cards[place]));
  }
  return element("dl", {{"class", "places"}}, list);
}

Html question_item(const Words& words, const SaidToQuestion& said) {
  Html answers;
  if (is_sorting(said)) {
    answers = by_place(words, said);
  } else {
    for (const AnswerRecord& answer : said.answers)
      answers += element("li", chosen_words(words, answer, said_px));
    answers = element("ul", {{"class", "cards"}}, answers);
  }
  return element(
      "li", {{"data-question", said.question}},
      element("p", {{"class", "asked muted"}}, text(asked_words(words, said.answers.front()))) +
          answers);
}

// Where two cards were weighed again and again, the order says what the pairs said together.
Html ranking_item(const Words& words, const Submission& said) {
  if (said.findings.ranking.empty() || said.findings.ranking_is_hidden) return {};
  if (std::ranges::none_of(said.answers, is_pair)) return {};
  Html list;
  for (const auto& tied : said.findings.ranking) {
    Html cards;
    for (const CardRef& one : tied) cards += card_with_name(words, one, said_px);
    list += element("li", cards);
  }
  return element("li", element("p", {{"class", "asked muted"}}, words("said.ranking")) +
                           element("ol", {{"class", "cards"}}, list));
}

bool is_among(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

void add_once(std::vector<CardRef>& cards, const CardRef& card) {
  if (!card.empty() && std::ranges::find(cards, card) == cards.end()) cards.push_back(card);
}

// What the definition says is said back (F4), of the answers alone.
std::vector<CardRef> cards_of(const Words& words, const CardSource& source,
                              const Submission& said) {
  std::vector<CardRef> cards;
  for (const SaidToQuestion& one : said_to_questions(said)) {
    for (const AnswerRecord& answer : one.answers) {
      const bool is_placed = answer.choice == Choice::place && one.question == source.placed_in &&
                             (source.in_places.empty() || is_among(source.in_places, answer.place));
      if (answer.choice == Choice::card && is_among(source.chosen_in, one.question))
        add_once(cards, answer.card);
      else if (is_placed)
        add_once(cards, answer.card);
      else if (answer.choice == Choice::place && one.question == source.answers_in)
        add_once(cards, CardRef::parse(place_picture(words.content(), words.language(),
                                                     answer.place, answer.places)));
    }
  }
  return cards;
}

// The question that all of them answered; empty where they answered several.
std::string asked_by(const Words& words, const CardSource& source) {
  if (!source.placed_in.empty()) return question_words(words, source.placed_in);
  if (!source.answers_in.empty()) return question_words(words, source.answers_in);
  if (source.chosen_in.size() == 1) return question_words(words, source.chosen_in.front());
  return {};
}

Html said_back_item(const Words& words, const Submission& said) {
  const ToolDefinition* tool = words.content().tool(said.tool);
  if (tool == nullptr) return {};
  for (const CardSource& source : tool->said_back) {
    const auto cards = cards_of(words, source, said);
    if (cards.empty()) continue;
    const std::string asked = asked_by(words, source);
    return chosen_item(words, asked.empty() ? words.plain("said.chosen") : asked, cards);
  }
  return {};
}

// What a mentor reads first; the rest is one touch away, and on paper it all stands.
Html first_items(const Words& words, const CitizenView& view, const Submission& kept, int number) {
  if (number == dream_tool) return dream_items(words, view, kept);
  if (number == conditions_tool) return must_items(words, kept);
  const Html ranking = ranking_item(words, kept);
  return ranking.empty() ? said_back_item(words, kept) : ranking;
}

Html all_answers(const Words& words, const CitizenView& view, const Submission& kept, int number) {
  Html items;
  if (number == conditions_tool)
    items = condition_items(words, kept);
  else
    items = question_items(words, said_to_questions(kept));
  if (number == dream_tool) items += earlier_dreams(words, view, kept);
  if (items.empty()) return {};
  return element(
      "details",
      element("summary", text(words.filled("said.all", {{"tool", words.tool(kept.tool)}}))) +
          element("ul", {{"class", "plain"}}, items));
}

Html more_link(const Words& words, const CitizenView& view, int number) {
  if (number == visit_tool && view.all_of(words.content(), visit_tool).size() > 1)
    return paragraph(element("a", {{"href", view.address("/visits")}}, words("visits.all")));
  if (number == people_tool)
    return paragraph(element("a", {{"href", view.address("/people")}}, words("people.all")));
  return {};
}

Html talk(const Words& words, const CitizenView& view, const Submission& kept, int number) {
  const Html first = first_items(words, view, kept, number);
  return element("h3", text(words.tool(kept.tool))) +
         (first.empty() ? Html() : element("ul", {{"class", "plain"}}, first)) +
         all_answers(words, view, kept, number) + more_link(words, view, number) +
         source_of(words, view, kept);
}

}  // namespace

bool is_pair(const AnswerRecord& answer) {
  return answer.shown.size() == 2 && !answer.spoken_first.empty();
}

bool is_sorting(const SaidToQuestion& said) {
  return said.answers.size() > 1 && std::ranges::all_of(said.answers, [](const AnswerRecord& one) {
           return one.choice == Choice::place && !one.card.empty() && !one.places.empty();
         });
}

Html question_items(const Words& words, const std::vector<SaidToQuestion>& said) {
  Html items;
  for (const SaidToQuestion& one : said) items += question_item(words, one);
  return items;
}

std::vector<SaidToQuestion> said_to_questions(const Submission& said) {
  std::vector<SaidToQuestion> questions;
  for (const AnswerRecord& answer : said.answers) {
    if (is_pair(answer) || answer.is_repeat) continue;
    SaidToQuestion& entry = entry_of(questions, answer);
    if (is_going_on(answer, entry)) continue;
    std::erase_if(entry.answers,
                  [&](const AnswerRecord& before) { return is_about_same(before, answer); });
    entry.answers.push_back(answer);
  }
  return questions;
}

Html said_cards(const Words& words, const CitizenView& view) {
  Html cards;
  for (const HeadingTalks& heading : headings()) {
    Html talks;
    for (const int number : heading.talks)
      if (const Submission* kept = view.newest_of(words.content(), number))
        talks += talk(words, view, *kept, number);
    const std::string key = heading.key;
    cards += card(key, words("heading." + key),
                  (talks.empty() ? paragraph(words("said.not_yet"), "muted") : talks) +
                      notes_under(words, view, key));
  }
  return element("section",
                 {{"class", "columns three"}, {"aria-label", words.plain("said.headings")}}, cards);
}

}  // namespace aktiv::casefile
