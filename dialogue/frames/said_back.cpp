// F4, Det valgte du, and the end. An answer that is not said back is stored as not confirmed.
#include "dialogue/frames/frames.h"
#include "dialogue/tools/cards_said_back.h"

namespace aktiv::frames {
namespace {

// "Kept" is said only after the disk has it, and who may see it as it was chosen. A sheet is there
// to be had where something was said back.
Question kept(const Session& session, bool has_sheet) {
  const bool is_shared = !session.view.readers.empty();
  Question question = tell_screen("ui.kept");
  if (is_shared) question.screen_words = "ui.kept_shared";
  if (!has_sheet) return question;
  question.screen_words = is_shared ? "ui.kept_shared_sheet" : "ui.kept_sheet";
  question.options.push_back(key_option("key:sheet", "ui.print_sheet", "ui/print"));
  return question;
}

}  // namespace

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

Question goodbye(const Session& session, const Content& content, const Catalogue& catalogue) {
  if (session.talk.is_secret) return tell_screen("f4_4");
  if (session.view.ends_unanswered) return tell_screen("ui.stopped");
  if (session.view.is_put_away) return tell_screen("ui.kept_unfinished");
  if (session.talk.decision == Decision::throw_away) return tell_screen("ui.thrown");
  if (!session.view.is_kept) return tell_screen("ui.saving");
  switch (session.view.sheet) {
    case SheetStands::offered:
      break;
    case SheetStands::being_made:
      return tell_screen("ui.sheet_making");
    case SheetStands::on_its_way:
      return tell_screen("ui.sheet_printed");
    case SheetStands::not_printed:
      return tell_screen("ui.sheet_later");
  }
  return kept(session, !cards_said_back(session.talk, catalogue, content).empty());
}

Question choose_tool(const Session& session, const Content& content, const Catalogue& catalogue) {
  Question question;
  question.screen = "ui.choose_tool";
  if (!session.talk.runs.empty()) question.screen_words = "ui.what_now";
  question.arrangement = Arrangement::grid;
  for (const ToolDefinition& definition : content.tools) {
    if (catalogue.find(definition.id) == nullptr || !definition.is_offered) continue;
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
