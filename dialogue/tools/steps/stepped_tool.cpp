#include "dialogue/tools/steps/stepped_tool.h"

#include <algorithm>
#include <limits>

#include "dialogue/tools/steps/cards.h"
#include "dialogue/tools/steps/script.h"
#include "dialogue/tools/steps/step_findings.h"

namespace aktiv {
namespace {

constexpr const char* kAgain = "f4_again";
constexpr size_t kSaidBack = 3;

steps::Ground ground_of(const ToolRun& run, const Content& content) {
  return {*content.tool(run.setup.tool), run, content};
}

bool asks(const ToolDefinition& definition, Asks asks) {
  return std::ranges::any_of(definition.steps,
                             [&](const StepDefinition& step) { return step.asks == asks; });
}

// Whether this source was answered at all; a source that was not falls back on whole decks.
bool was_answered(const CardSource& source, const ToolRun& run) {
  std::vector<std::string> screens = source.chosen_in;
  screens.push_back(source.placed_in);
  screens.push_back(source.answers_in);
  return std::ranges::any_of(screens, [&](const std::string& screen) {
    return !screen.empty() && !steps::answers_to(run, screen).empty();
  });
}

// The first source of the definition that comes to any cards.
const CardSource* source_said_back(const ToolRun& run, const Content& content) {
  const ToolDefinition& tool = *content.tool(run.setup.tool);
  for (const CardSource& source : tool.said_back)
    if (was_answered(source, run) && !steps::cards_of(source, tool, run, content).empty())
      return &source;
  return nullptr;
}

bool stands_for(const AnswerRecord& answer, const CardSource& source,
                const std::vector<CardRef>& cards) {
  if (answer.question == source.answers_in) return answer.choice == Choice::place;
  return steps::has_card(cards, answer.card);
}

}  // namespace

std::vector<NumberNeed> SteppedTool::numbers(const ToolDefinition& definition) const {
  std::vector<NumberNeed> needed = {{"go_on_ms", 500, 10'000, ""}};
  if (asks(definition, Asks::pairs)) needed.push_back({"stop_dont_know", 2, 12, ""});
  if (asks(definition, Asks::place)) needed.push_back({"straight_line_least", 2, 36, ""});
  return needed;
}

Plan SteppedTool::draw(const ToolSetup& setup, const Content& content, Draws& draws) const {
  return steps::draw_steps(*content.tool(setup.tool), setup, content, draws);
}

Question SteppedTool::ask(const ToolRun& run, int told, const Content& content) const {
  const steps::Ground ground = ground_of(run, content);
  return steps::Script(ground, told).next();
}

int SteppedTool::introductions(const ToolRun& run, const Content& content) const {
  int count = 0;
  for (const StepDefinition& step : content.tool(run.setup.tool)->steps) {
    if (!steps::is_asked(step, run.setup)) continue;
    if (step.asks != Asks::told) break;
    ++count;
  }
  return count;
}

Findings SteppedTool::find(const ToolRun& run, const Content& content) const {
  const steps::Ground ground = ground_of(run, content);
  Findings findings = steps::find_in_steps(ground);
  const bool is_whole = steps::Script(ground, std::numeric_limits<int>::max()).next().is_done;
  if (!is_whole) findings.flags.push_back(Flag::half_a_set);
  return findings;
}

Tool::Said SteppedTool::say_back(const ToolRun& run, const Content& content) const {
  Said said;
  const auto changed = steps::answers_to(run, kAgain);
  if (!changed.empty() && changed.back()->choice == Choice::card) {
    said.cards = {changed.back()->card};
    said.numbers = {changed.back()->number};
    return said;
  }
  const CardSource* source = source_said_back(run, content);
  if (source == nullptr) return said;
  said.cards = steps::cards_of(*source, *content.tool(run.setup.tool), run, content);
  said.cards.resize(std::min(said.cards.size(), kSaidBack));
  for (const AnswerRecord& answer : run.answers)
    if (stands_for(answer, *source, said.cards)) said.numbers.push_back(answer.number);
  return said;
}

Question SteppedTool::ask_again(const ToolRun& run, const Content& content) const {
  const ToolDefinition& tool = *content.tool(run.setup.tool);
  Question question;
  question.screen = kAgain;
  question.arrangement = Arrangement::grid;
  if (const CardSource* source = source_said_back(run, content)) {
    for (const CardRef& card : steps::possible_cards(*source, tool, run.setup, content)) {
      const bool was_met = !source->answers_in.empty() ||
                           std::ranges::any_of(run.answers, [&](const AnswerRecord& answer) {
                             return answer.card == card || steps::has_card(answer.shown, card);
                           });
      if (!was_met) continue;
      question.options.push_back(card_option(card));
      question.shown.push_back(card);
    }
  }
  question.options.push_back(none_of_them());
  question.options.push_back(dont_know());
  question.page_size = content.way_limits.at(run.setup.way);
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

}  // namespace aktiv
