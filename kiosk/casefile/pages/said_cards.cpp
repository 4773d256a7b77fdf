#include "kiosk/casefile/pages/said_cards.h"

#include <algorithm>
#include <array>
#include <map>

#include "dialogue/insight/certainty.h"
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/danish_time.h"
#include "kiosk/casefile/pages/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int said_px = 40;

struct Heading {
  const char* key;
  std::vector<int> talks;  // numbers of tools; the wishes of 1 and 2 stand above, weighed together
};

const std::array<Heading, 3>& headings() {
  static const std::array<Heading, 3> all = {
      {{"dreams", {3, 4}}, {"ability", {5, 8}}, {"potential", {6, 7, 9, 10, 11}}}};
  return all;
}

bool is_pair(const AnswerRecord& answer) {
  return answer.shown.size() == 2 && !answer.spoken_first.empty();
}

// Nothing chosen after something was: going on, and no answer of its own.
bool is_going_on(const AnswerRecord& answer, const SaidToQuestion& before) {
  return answer.choice == Choice::skipped && answer.card.empty() && !before.answers.empty();
}

SaidToQuestion& entry_of(std::vector<SaidToQuestion>& said, const std::string& question) {
  const auto known = std::ranges::find(said, question, &SaidToQuestion::question);
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

bool is_sorting(const SaidToQuestion& said) {
  return said.answers.size() > 1 && std::ranges::all_of(said.answers, [](const AnswerRecord& one) {
           return one.choice == Choice::place && !one.card.empty() && !one.places.empty();
         });
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
      element("p", {{"class", "asked muted"}}, text(question_words(words, said.question))) +
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

// How sure it is, weighed over the days on which the same talk was held.
Certainty certainty_of(const Submission& said, const std::vector<KeptSubmission>& submissions) {
  std::vector<Submission> all;
  for (const KeptSubmission& other : submissions) all.push_back(other.submission);
  return certainty_over_days(said.tool, all, danish_day);
}

Html talk(const Words& words, const Person& person, const KeptSubmission& kept,
          const std::vector<KeptSubmission>& submissions) {
  const Submission& said = kept.submission;
  Html items = ranking_item(words, said);
  for (const SaidToQuestion& one : said_to_questions(said)) items += question_item(words, one);
  const std::string address = "/citizens/" + person.id + "/sessions/" + said.id.value;
  const std::string source = words.filled(
      "wish.source", {{"tool", words.tool(said.tool)}, {"day", words.day(said.finished_ms)}});
  return element("h3", text(words.tool(said.tool))) + element("ul", {{"class", "plain"}}, items) +
         paragraph(element("strong", text(cap(words.certainty(certainty_of(said, submissions))))) +
                       markup(". ") +
                       words(said.is_confirmed ? "wish.said_back" : "wish.not_said_back") +
                       markup(" ") + element("a", {{"href", address}}, text(source)),
                   "source") +
         flag_list(words, said.findings.flags);
}

const KeptSubmission* newest_of(const Words& words, int number,
                                const std::vector<KeptSubmission>& submissions) {
  for (const KeptSubmission& kept : submissions) {
    const ToolDefinition* tool = words.content().tool(kept.submission.tool);
    if (tool != nullptr && tool->number == number) return &kept;
  }
  return nullptr;
}

}  // namespace

std::vector<SaidToQuestion> said_to_questions(const Submission& said) {
  std::vector<SaidToQuestion> questions;
  for (const AnswerRecord& answer : said.answers) {
    if (is_pair(answer) || answer.is_repeat) continue;
    SaidToQuestion& entry = entry_of(questions, answer.question);
    if (is_going_on(answer, entry)) continue;
    std::erase_if(entry.answers,
                  [&](const AnswerRecord& before) { return is_about_same(before, answer); });
    entry.answers.push_back(answer);
  }
  return questions;
}

Html said_cards(const Words& words, const Person& person,
                const std::vector<KeptSubmission>& submissions) {
  Html cards;
  for (const Heading& heading : headings()) {
    Html talks;
    for (const int number : heading.talks)
      if (const KeptSubmission* kept = newest_of(words, number, submissions))
        talks += talk(words, person, *kept, submissions);
    const std::string key = std::string("heading.") + heading.key;
    cards += card(heading.key, words(key),
                  talks.empty() ? paragraph(words("said.not_yet"), "muted") : talks);
  }
  return element("section",
                 {{"class", "columns three"}, {"aria-label", words.plain("said.headings")}}, cards);
}

}  // namespace aktiv::casefile
