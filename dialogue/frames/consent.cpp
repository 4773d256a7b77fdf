// F2, Må vi gemme det? Two equal answers, no default; asked before, and again when the citizen
// knows what they answered. The end answer counts.
#include <algorithm>

#include "dialogue/frames/frames.h"

namespace aktiv::frames {
namespace {

Question two(const char* screen, const char* one, const char* other, bool one_stands_first) {
  Question question;
  question.screen = screen;
  question.arrangement = Arrangement::two_across;
  question.options = {ui_option(one), ui_option(other)};
  if (!one_stands_first) std::swap(question.options[0], question.options[1]);
  question.has_next = true;
  return question;
}

Question keep_or_throw(const Session& session) {
  Question question = two("f2_4", "keep", "throw_away", session.talk.keep_stands_first);
  question.options.push_back(dont_know());
  return question;
}

// More pictures than this leave no room for a heading beside the answers, and a small glass never
// has it.
constexpr size_t kMostUnderAHeading = 4;

void add_once(std::vector<CardRef>& cards, const CardRef& card) {
  if (std::ranges::find(cards, card) == cards.end()) cards.push_back(card);
}

std::vector<CardRef> touched(const ToolRun& run) {
  std::vector<CardRef> cards;
  for (const AnswerRecord& answer : run.answers)
    if (answer.choice == Choice::card) add_once(cards, answer.card);
  return cards;
}

size_t most_shown(const Session& session, const Content& content) {
  return static_cast<size_t>(content.way_limits.at(std::max(session.talk.way, 2)));
}

// What is kept or thrown away lies beside the two answers: what was said back, and where somebody
// stopped before that, what they touched.
void show_chosen(Question& question, const Session& session, const Content& content,
                 const Catalogue& catalogue) {
  std::vector<CardRef> chosen;
  for (const ToolRun& run : session.talk.runs) {
    std::vector<CardRef> cards = catalogue.find(run.setup.tool)->say_back(run, content).cards;
    if (cards.empty()) cards = touched(run);
    for (const CardRef& card : cards)
      if (chosen.size() < most_shown(session, content)) add_once(chosen, card);
  }
  question.is_private = true;
  if (chosen.empty()) return;
  question.arrangement = Arrangement::summary;
  std::vector<Option> panel;
  const auto carried = static_cast<size_t>(session.most_a_page);
  const bool is_small_glass = carried > 0 && carried <= kMostUnderAHeading;
  const bool has_room = !is_small_glass && chosen.size() <= kMostUnderAHeading;
  if (has_room) {
    Option heading;
    heading.id = ElementId("text:chosen");
    heading.role = Role::text;
    heading.words = "f2_chosen";
    panel.push_back(std::move(heading));
  }
  for (const CardRef& card : chosen) panel.push_back(card_option(card, Role::picture));
  question.options.insert(question.options.begin(), panel.begin(), panel.end());
}

Question readers(const Session& session, const Content& content) {
  Question question;
  question.screen = "f2_5";
  question.arrangement = Arrangement::grid;
  for (const Card& card : content.deck("people")->cards) {
    question.options.push_back(card_option(card.ref));
    question.shown.push_back(card.ref);
  }
  Option nobody = ui_option("none_of_these");
  nobody.role = Role::out;
  question.options.push_back(nobody);
  question.most = static_cast<int>(question.shown.size());
  question.page_size = content.way_limits.at(std::max(session.talk.way, 2));
  question.has_next = true;
  return question;
}

Question share_calmly(const Session& session) {
  Question question = two("f2_share", "share_yes", "share_no", session.talk.as_is_stands_first);
  question.arrangement = Arrangement::summary;
  question.is_private = true;
  for (const std::string& reader : session.view.readers) {
    Option picture = card_option({"people", reader}, Role::picture);
    question.options.push_back(picture);
  }
  return question;
}

// Nothing of a secret conversation is kept; what was chosen is seen once more.
Question secret_end(const Session& session, const Content& content) {
  Question question;
  question.screen = "f2_secret_end";
  question.arrangement = Arrangement::board;
  question.is_private = true;
  question.has_next = true;
  for (const ToolRun& run : session.talk.runs)
    for (const CardRef& card : touched(run))
      if (question.shown.size() < most_shown(session, content)) add_once(question.shown, card);
  for (const CardRef& card : question.shown)
    question.options.push_back(card_option(card, Role::picture));
  return question;
}

}  // namespace

Question consent(const Session& session) {
  if (session.talk.is_secret) {
    if (session.view.step == 0) return tell_screen("f2_secret");
    Question done;
    done.is_done = true;
    return done;
  }
  switch (session.view.step) {
    case 0:
      return tell_screen("f2_1");
    case 1:
      return tell_screen("f2_2");
    case 2:
      return tell_screen("f2_3");
    case 3:
      return keep_or_throw(session);
    case 4:
      break;
  }
  Question done;
  done.is_done = true;
  return done;
}

Question consent_end(const Session& session, const Content& content, const Catalogue& catalogue) {
  const View& view = session.view;
  if (session.talk.is_secret) return secret_end(session, content);
  if (view.step == 0) {
    Question asked = view.asks_again_calmly
                         ? two("f2_throw", "throw_away", "keep", !session.talk.keep_stands_first)
                         : keep_or_throw(session);
    show_chosen(asked, session, content, catalogue);
    return asked;
  }
  if (view.step == 1 && view.asks_again_calmly) return share_calmly(session);
  if (view.step == 1) return readers(session, content);
  if (view.step == 2) return tell_screen("f2_6");
  Question done;
  done.is_done = true;
  return done;
}

}  // namespace aktiv::frames
