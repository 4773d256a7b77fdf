// "Hvad synes du om os?", the anonymous evaluation: nobody is signed in, nothing is a
// conversation's.
#include "dialogue/frames/frames.h"

#include <algorithm>

namespace aktiv::frames {
namespace {

// Best first, or turned: the direction is drawn once and stands all the way.
void lay_glasses(Question& question, const Evaluating& now, const Content& content) {
  const char* deck = degree_deck(now.said.way);
  for (const Card& card : content.deck(deck)->cards) {
    question.options.push_back(place_option(deck, card.ref.id));
    question.places.push_back(card.ref.id);
  }
  if (now.said.scale_direction != "best_right") return;
  std::ranges::reverse(question.options);
  std::ranges::reverse(question.places);
}

Question scale(const char* screen) {
  Question question;
  question.screen = screen;
  question.arrangement = Arrangement::scale;
  question.has_next = true;
  question.goes_on_by_itself = true;
  return question;
}

Question practise(const Evaluating& now, const Content& content) {
  Question question = scale("t12_oev");
  lay_glasses(question, now, content);
  question.options.push_back(out_option("skip", "spring"));
  return question;
}

Question ask(const Evaluating& now, int at, const Content& content) {
  const std::string& asked = now.order[static_cast<size_t>(at)];
  Question question = scale("t12_q");
  question.screen_words = "t12_q_" + asked;
  lay_glasses(question, now, content);
  question.options.push_back(dont_know());
  question.options.push_back(out_option("skip", "spring"));
  question.progress = {at, static_cast<int>(now.order.size())};
  question.is_private = true;
  if (const EvaluationAnswer* said = now.answer_to(asked)) {
    if (said->choice == Choice::dont_know) question.chosen = {ElementId("out:dont_know")};
    if (said->choice == Choice::skipped) question.chosen = {ElementId("out:skip")};
    const char* deck = degree_deck(now.said.way);
    for (const Card& card : content.deck(deck)->cards)
      if (said->choice == Choice::place && card.value == said->value)
        question.chosen = {ElementId("place:" + card.ref.id)};
  }
  return question;
}

// What looks like a name stands there while it is decided about.
Question about_names(const Evaluating& now) {
  Question question;
  question.screen = "ui.evaluation_name";
  question.arrangement = Arrangement::summary;
  Option written;
  written.id = ElementId("text:written");
  written.role = Role::text;
  written.text = now.may_be_names;
  Option pencil;
  pencil.id = ElementId("picture:pencil");
  pencil.role = Role::picture;
  pencil.picture = PictureId("ui/pencil");
  question.options = {written, pencil, ui_option("remove_name"), ui_option("keep_words")};
  question.is_private = true;
  question.has_next = true;
  return question;
}

}  // namespace

Question evaluation(const Session& session, const Content& content) {
  const Evaluating& now = *session.view.evaluating;
  const int step = session.view.step;
  if (step == evaluating::intro) return tell_screen("t12_intro");
  if (step == evaluating::alone) return tell_screen("t12_alene");
  if (step == evaluating::practice) return practise(now, content);
  if (step < now.good_step()) return ask(now, step - evaluating::first_question, content);
  if (step == now.thanks_step()) return tell_screen("t12_slut");
  if (step == now.thrown_step()) return tell_screen("ui.thrown");
  if (!now.may_be_names.empty()) return about_names(now);
  return own_words(session, content);
}

}  // namespace aktiv::frames
