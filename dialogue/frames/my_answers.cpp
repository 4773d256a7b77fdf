// Mine svar: what was kept, as it was chosen; and to take it back.
#include <algorithm>

#include "dialogue/engine/own_voice.h"
#include "dialogue/engine/poster.h"
#include "dialogue/engine/table.h"
#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

constexpr size_t kMostShown = 6;
constexpr std::string_view kTable = "kan_lide";

// A kept table lies as it lay: what is not liked was said too.
void show_table(Question& question, const Submission& kept) {
  std::vector<std::string> places;
  for (const AnswerRecord& answer : kept.answers)
    if (places.empty()) places = answer.places;
  lay_table(question, kept.findings.cards, places);
  for (const CardFinding& finding : kept.findings.cards)
    if (!finding.place.empty())
      question.options.push_back(tile(finding.card, ElementId("place:" + finding.place)));
}

// What was chosen most; where nothing was chosen, what was looked at.
void show_pairs(Question& question, const Submission& kept) {
  int most = 0;
  for (const CardFinding& finding : kept.findings.cards) most = std::max(most, finding.wins);
  for (const CardFinding& finding : kept.findings.cards) {
    const bool is_chosen = most == 0 || kept.findings.ranking_is_hidden || most - finding.wins <= 1;
    if (is_chosen && question.options.size() < kMostShown)
      question.options.push_back(card_option(finding.card, Role::picture));
  }
}

bool has_card(const Question& question, const CardRef& card) {
  return std::ranges::find(question.options, card.element(), &Option::id) != question.options.end();
}

void show_touched(Question& question, const Submission& kept) {
  const bool is_table = kept.tool.value == kTable &&
                        std::ranges::any_of(kept.findings.cards, [](const CardFinding& finding) {
                          return !finding.place.empty();
                        });
  if (is_table)
    show_table(question, kept);
  else
    show_pairs(question, kept);
  if (!question.options.empty()) return;
  for (const AnswerRecord& answer : kept.answers)  // stopped early: what was touched until then
    if (!answer.card.empty() && !has_card(question, answer.card) &&
        question.options.size() < kMostShown)
      question.options.push_back(card_option(answer.card, Role::picture));
  if (!question.options.empty()) return;
  Option talk;
  talk.id = ElementId("tool:" + kept.tool.value);
  talk.role = Role::picture;
  talk.words = "tool." + kept.tool.value;
  talk.picture = PictureId("tools/" + kept.tool.value);
  question.options.push_back(std::move(talk));
}

}  // namespace

Question my_answers_locked() {
  Question question = tell_screen("ui.my_answers_locked");
  question.options.push_back(mentor_key());
  return question;
}

Question my_answers(const Session& session, const Content& content, const Catalogue& catalogue) {
  Question question;
  question.is_private = true;
  if (session.view.asks_again_calmly) {
    question.screen = "ui.take_back_ask";
    question.arrangement = Arrangement::two_across;
    question.options = {ui_option("let_stay"), ui_option("take_back")};
    question.goes_on_by_itself = false;
    question.has_next = true;
    return question;
  }
  if (session.view.kept.empty()) {
    return tell_screen("ui.answers_none");
  }
  const Submission& kept =
      session.view.kept[std::min(session.view.kept_at, session.view.kept.size() - 1)];
  question.screen = "ui.answers_kept";
  question.arrangement = Arrangement::board;
  if (auto poster = poster_of(kept, catalogue, content)) {
    question.arrangement = poster->arrangement;
    question.options = std::move(poster->options);
  } else {
    show_touched(question, kept);
  }
  if (!voices_of(kept).empty())
    question.options.push_back(key_option("key:hear_voice", "ui.hear_voice", "ui/loudspeaker"));
  question.options.push_back(key_option("key:take_back", "ui.take_back", "ui/delete"));
  question.options.push_back(key_option("key:new_lock", "ui.lock_own", "ui/lock"));
  if (session.view.kept.size() > 1)
    question.options.push_back(key_option("key:more", "ui.more", "ui/more"));
  question.has_next = true;
  return question;
}

}  // namespace aktiv::frames
