#include "kiosk/casefile/pages/citizen/talk_items.h"

#include <algorithm>

#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/said_cards.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int card_px = 40;
constexpr int core_px = 56;

Html item(const Html& content) {
  return element("li", content);
}

// What the citizen calls their dream, as it came; nothing where they used none.
Html words_of_dream(const Words& words, const Submission& said) {
  Html all;
  for (const AnswerRecord& answer : said.answers)
    if (answer.question == "t3_q" && answer.choice == Choice::words)
      all += element("div", {{"class", "dream"}}, own_words(words, answer.own));
  return all;
}

}  // namespace

std::vector<CardRef> cards_chosen(const Submission& said, std::string_view question) {
  std::vector<CardRef> cards;
  for (const AnswerRecord& answer : said.answers) {
    if (answer.question != question || answer.choice != Choice::card || answer.is_mirror) continue;
    if (std::ranges::find(cards, answer.card) == cards.end()) cards.push_back(answer.card);
  }
  return cards;
}

Html chosen_item(const Words& words, const std::string& asked, const std::vector<CardRef>& cards) {
  if (cards.empty()) return {};
  return item(element("p", {{"class", "asked muted"}}, text(asked)) +
              card_list(words, cards, card_px));
}

Html dream_items(const Words& words, const CitizenView& view, const Submission& said) {
  Html items;
  if (const Html own = words_of_dream(words, said); !own.empty()) items += item(own);
  if (view.has_dream_poster)
    items += item(poster_picture(view, said.id, words.plain("poster.alt_dream"), poster_width));
  if (const auto core = cards_chosen(said, "t3_bedst"); !core.empty())
    items += element("li", {{"class", "core"}},
                     element("p", {{"class", "asked muted"}}, words("dream.core")) +
                         card_list(words, core, core_px) +
                         paragraph(words("dream.core_explain"), "muted"));
  return items + chosen_item(words, words.plain("dream.cards"), cards_chosen(said, "t3_kort"));
}

Html earlier_dreams(const Words& words, const CitizenView& view, const Submission& newest) {
  Html list;
  for (const Submission* kept : view.all_of(words.content(), dream_tool)) {
    if (kept == &newest) continue;
    const Submission& said = *kept;
    const std::string names = card_names(words, cards_chosen(said, "t3_kort"));
    list += item(
        element("a", {{"href", view.session_address(said.id)}}, text(words.day(said.finished_ms))) +
        text(names.empty() ? "" : ": " + names) + words_of_dream(words, said));
  }
  if (list.empty()) return {};
  return item(element("details", element("summary", words("dream.earlier")) +
                                     element("ul", {{"class", "plain"}}, list)));
}

Html must_items(const Words& words, const Submission& said) {
  const auto musts = cards_chosen(said, "t8_vigtig");
  if (musts.empty()) return item(paragraph(words("conditions.no_musts"), "muted"));
  return element("li", {{"class", "core"}},
                 element("p", {{"class", "asked muted"}}, words("conditions.musts")) +
                     card_list(words, musts, core_px));
}

Html condition_items(const Words& words, const Submission& said) {
  const auto musts = cards_chosen(said, "t8_vigtig");
  std::vector<CardRef> others = cards_chosen(said, "t8_q");
  std::erase_if(others,
                [&](const CardRef& card) { return std::ranges::find(musts, card) != musts.end(); });
  Html items = chosen_item(
      words, words.plain(musts.empty() ? "conditions.chosen" : "conditions.others"), others);
  for (const SaidToQuestion& one : said_to_questions(said)) {
    const bool is_plain = std::ranges::all_of(
        one.answers, [](const AnswerRecord& answer) { return answer.choice == Choice::card; });
    if (!is_plain) items += question_items(words, {one});
  }
  if (said.findings.mirror_pairs > 0)
    items +=
        item(paragraph(text(words.filled("conditions.mirror",
                                         {{"same", std::to_string(said.findings.mirror_same)},
                                          {"pairs", std::to_string(said.findings.mirror_pairs)}})),
                       "muted"));
  return items;
}

}  // namespace aktiv::casefile
