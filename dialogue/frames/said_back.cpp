// F4, Det valgte du, and the end. An answer that is not said back is stored as not confirmed.
#include "dialogue/frames/frames.h"

namespace aktiv::frames {

Question said_back(const Session& session, const Tool::Said& said) {
  Question question;
  question.is_private = true;
  question.has_next = true;
  question.shown = said.cards;
  if (session.view.step == 0) {
    Question told = tell_screen("f4_1");
    told.is_private = true;
    return told;
  }
  for (const CardRef& card : said.cards)
    question.options.push_back(card_option(card, Role::picture));
  if (session.view.step == 1) {
    question.screen = "f4_2";
    question.arrangement = Arrangement::board;
    return question;
  }
  question.screen = "f4_3";
  question.arrangement = Arrangement::summary;
  Option as_is = ui_option("like_this");
  Option change = ui_option("change_it");
  if (!session.talk.as_is_stands_first) std::swap(as_is, change);
  question.options.push_back(as_is);
  question.options.push_back(change);
  return question;
}

Question goodbye(const Session& session) {
  if (session.talk.is_secret) return tell_screen("f4_4");
  if (session.view.ends_unanswered) return tell_screen("ui.stopped");
  if (session.view.is_put_away) return tell_screen("ui.kept_unfinished");
  if (session.talk.decision == Decision::throw_away) return tell_screen("ui.thrown");
  // "Kept" is said only after the disk has it, and who may see it as it was chosen.
  Question kept = tell_screen(session.view.is_kept ? "ui.kept" : "ui.saving");
  if (session.view.is_kept && !session.view.readers.empty()) kept.screen_words = "ui.kept_shared";
  return kept;
}

Question choose_tool(const Session& session, const Content& content, const Catalogue& catalogue) {
  Question question;
  question.screen = "ui.choose_tool";
  if (!session.talk.runs.empty()) question.screen_words = "ui.what_now";
  question.arrangement = Arrangement::grid;
  for (const ToolDefinition& definition : content.tools) {
    if (catalogue.find(definition.id) == nullptr) continue;
    bool fits_way = false;
    for (int way : definition.ways) fits_way = fits_way || way == session.talk.way;
    // "Objects and visits first": only tools 1 and 10 are offered.
    if (session.view.is_limited_to_objects)
      fits_way = definition.number == 1 || definition.number == 10;
    if (!fits_way) continue;
    Option option;
    option.id = ElementId("tool:" + definition.id.value);
    option.words = "tool." + definition.id.value;
    option.picture = definition.picture;
    question.options.push_back(option);
  }
  if (session.talk.runs.empty()) question.options.push_back(dont_know());
  if (session.view.citizen)
    question.options.push_back(key_option("key:my_answers", "ui.my_answers", "ui/my_answers"));
  question.options.push_back(mentor_key());
  question.may_skip = !session.talk.runs.empty();  // Færdig
  question.page_size = content.way_limits.at(std::max(session.talk.way, 2));
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

}  // namespace aktiv::frames
