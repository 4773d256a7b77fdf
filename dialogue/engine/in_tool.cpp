// A tool is chosen, asked through, and said back.
#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"
#include "dialogue/tools/earlier.h"

namespace aktiv {

void Turn::choose_tool() {
  if (s_.view.chosen.empty()) {  // Færdig
    finish();
    return;
  }
  ToolSetup setup;
  const std::string& chosen = s_.view.chosen[0].value;
  // "Ved ikke" what to do: the first that is offered.
  const std::string id =
      chosen.starts_with("tool:") ? chosen : s_.view.question.options[0].id.value;
  setup.tool = ToolId(id.substr(5));
  setup.way = s_.talk.way;
  setup.layout = s_.talk.layout;
  setup.has_two_places = s_.view.needs_two_places;
  // To billeder asks about what was just liked, when something was.
  if (s_.view.suggested && s_.view.suggested->tool == setup.tool)
    setup.cards = s_.view.suggested->cards;
  start_tool(std::move(setup));
}

void Turn::start_tool(ToolSetup setup) {
  const Content& content = engine_.content();
  const ToolDefinition* definition = content.tool(setup.tool);
  const Tool* started = engine_.catalogue().find(setup.tool);
  if (definition == nullptr || started == nullptr) return;
  // The nearest way that this tool has; drive and the mentor's area refuse others before they come
  // here.
  if (std::ranges::find(definition->ways, setup.way) == definition->ways.end())
    setup.way =
        setup.way < definition->ways.front() ? definition->ways.front() : definition->ways.back();
  setup.has_microphone = s_.has_microphone;
  if (uses_earlier(*definition) && setup.earlier.empty())
    setup.earlier = all_earlier(s_.view.known, s_.view.suggested_by_staff, s_.talk.runs, content);
  ToolStarted event;
  event.submission = SubmissionId(draws_.uuid());
  event.definition_version = definition->version;
  event.plan = started->draw(setup, content, draws_);
  event.setup = std::move(setup);
  event.at_ms = stamped_.at_ms;
  record(std::move(event));
  s_.view.told = 0;
  enter(Stage::tool);
}

void Turn::go_on_in_tool() {
  View& view = s_.view;
  if (view.stage == Stage::change) {
    enter(Stage::said_back, 1);
    return;
  }
  if (go_on_with_own_words()) return;
  view.date_for.reset();
  const Question& asked = view.question;
  const bool is_told = !asked.is_done && view.chosen.empty() && !asked.may_skip;
  const bool is_several = asked.most > 1;
  if (is_told) {
    ++view.told;
  } else if (view.chosen.empty() || (is_several && view.chosen[0].value.starts_with("card:"))) {
    // Færdig: enough of choosing, of several or one at a time
    AnswerRecord enough;
    enough.number = static_cast<int>(run().answers.size()) + 1;
    enough.question = asked.screen;
    enough.shown = asked.shown;
    enough.choice = Choice::skipped;
    enough.at_ms = stamped_.at_ms;
    record(Answered{std::move(enough)});
  } else if (!view.asks_which && view.chosen[0].value == "out:unknown" && asked.shown.size() == 2) {
    view.asks_which = true;
    show(frames::which(asked));
    return;
  }
  view.asks_which = false;
  Question next = tool().ask(run(), view.told, engine_.content());
  if (next.is_done)
    end_tool();
  else
    show(std::move(next));
}

void Turn::end_tool() {
  const Content& content = engine_.content();
  record(ToolEnded{stamped_.at_ms});
  const Findings findings = tool().find(run(), content);
  std::vector<CardRef> again;
  const ToolDefinition* pairs = content.tool(ToolId("to_billeder"));
  const auto can_be_weighed = [&](const CardRef& card) {
    return std::ranges::find(pairs->decks, card.list) != pairs->decks.end();
  };
  for (const CardFinding& card : findings.cards)
    if ((card.favourite > 0 || card.place == "kan_lide") && can_be_weighed(card.card))
      again.push_back(card.card);
  // All in one column, or several that are liked: To billeder tells them apart, four at a time.
  const bool is_one_column =
      std::ranges::find(findings.flags, Flag::same_throughout) != findings.flags.end();
  if (is_one_column && again.empty())
    for (const CardFinding& card : findings.cards)
      if (can_be_weighed(card.card)) again.push_back(card.card);
  if (again.size() > 4) again.resize(4);
  if (!again.empty()) {
    ToolSetup suggested;
    suggested.tool = ToolId("to_billeder");
    suggested.cards = std::move(again);
    s_.view.suggested = std::move(suggested);
  }
  if (tool().say_back(run(), content).cards.empty())
    after_tool();
  else
    enter(Stage::said_back);
}

void Turn::go_on_saying_back() {
  if (s_.view.step < 2) {
    enter(Stage::said_back, s_.view.step + 1);
    return;
  }
  if (s_.view.chosen[0].value == "option:change_it") {
    enter(Stage::change);
    return;
  }
  record(SaidBack{tool().say_back(run(), engine_.content()).numbers, true});
  after_tool();
}

void Turn::after_tool() {
  if (s_.view.prepared)
    finish();
  else
    enter(Stage::choose_tool);
}

}  // namespace aktiv
