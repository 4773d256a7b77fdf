#include "kiosk/casefile/pages/citizen/said_text.h"

#include <algorithm>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/said_cards.h"

namespace aktiv::casefile {
namespace {

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

std::string own_text(const Words& words, const OwnWords& own) {
  std::vector<std::string> parts;
  if (!own.text.empty()) parts.push_back(words.filled("export.quoted", {{"words", own.text}}));
  if (!own.drawing.empty()) parts.push_back(words.plain("own.drawing"));
  if (!own.clip.empty()) parts.push_back(words.plain("export.clip"));
  return joined(parts, " ");
}

// What was answered, without the card that was asked about.
std::string answered(const Words& words, const AnswerRecord& answer) {
  switch (answer.choice) {
    case Choice::card:
      return words.card(answer.card);
    case Choice::place:
      return place_words(words, answer.place, answer.places);
    case Choice::none:
      return words.plain("choice.none");
    case Choice::dont_know:
      return words.plain("choice.dont_know");
    case Choice::unknown:
      return words.plain("choice.unknown");
    case Choice::skipped:
      return words.plain("choice.skipped");
    case Choice::both:
      return words.plain("choice.both");
    case Choice::words:
      return own_text(words, answer.own);
    case Choice::date:
      return words.iso_day_words(answer.date);
  }
  return {};
}

std::string with_its_card(const Words& words, const AnswerRecord& answer) {
  const std::string said = answered(words, answer);
  const bool is_card_itself = answer.choice == Choice::card || answer.card.empty();
  return is_card_itself ? said : words.card(answer.card) + ": " + said;
}

// Cards under the place where they were put, the best place first.
std::string by_place(const Words& words, const SaidToQuestion& said) {
  std::vector<std::string> places = said.answers.front().places;
  const std::vector<std::string> offered = places;
  std::ranges::sort(places, {}, [&](const std::string& place) {
    return place_rank(words.content(), words.language(), place, offered);
  });
  std::vector<std::string> lines;
  for (const std::string& place : places) {
    std::vector<std::string> cards;
    for (const AnswerRecord& answer : said.answers)
      if (answer.place == place) cards.push_back(words.card(answer.card));
    std::string name = place_words(words, place, offered);
    if (name.ends_with('.')) name.pop_back();
    if (!cards.empty()) lines.push_back(name + ": " + words.listed(cards));
  }
  return joined(lines, "\n");
}

SaidText ranking_of(const Words& words, const Findings& findings) {
  std::vector<std::string> ranks;
  for (const auto& tied : findings.ranking) {
    std::vector<std::string> cards;
    for (const CardRef& card : tied) cards.push_back(words.card(card));
    ranks.push_back(std::to_string(ranks.size() + 1) + ". " + words.listed(cards));
  }
  return {words.plain("said.ranking"), joined(ranks, "\n"), false};
}

SaidText text_of(const Words& words, const SaidToQuestion& said) {
  SaidText made{asked_words(words, said.answers.front()), {}, true};
  std::vector<std::string> lines;
  for (const AnswerRecord& answer : said.answers) {
    lines.push_back(with_its_card(words, answer));
    made.is_own_words = made.is_own_words && answer.choice == Choice::words;
  }
  const bool is_cards = std::ranges::all_of(
      said.answers, [](const AnswerRecord& one) { return one.choice == Choice::card; });
  made.text = is_sorting(said) ? by_place(words, said)
              : is_cards       ? words.listed(lines)
                               : joined(lines, "\n");
  return made;
}

}  // namespace

std::vector<SaidText> said_texts(const Words& words, const Submission& said) {
  std::vector<SaidText> texts;
  const bool has_pairs = std::ranges::any_of(said.answers, is_pair);
  if (has_pairs && !said.findings.ranking.empty() && !said.findings.ranking_is_hidden)
    texts.push_back(ranking_of(words, said.findings));
  for (SaidToQuestion& one : said_to_questions(said)) {
    std::erase_if(one.answers, [](const AnswerRecord& answer) {
      return is_pair(answer) || answer.choice == Choice::skipped;
    });
    if (!one.answers.empty()) texts.push_back(text_of(words, one));
  }
  return texts;
}

}  // namespace aktiv::casefile
