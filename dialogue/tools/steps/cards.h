// Which cards a step is about, and in which order chance put them. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/conversation.h"
#include "dialogue/model/draws.h"

namespace aktiv::steps {

bool has_card(const std::vector<CardRef>& cards, const CardRef& card);
std::vector<const AnswerRecord*> answers_to(const ToolRun& run, std::string_view screen);
// Whether this step is asked in the way of this run.
bool is_asked(const StepDefinition& step, const ToolSetup& setup);

// Three are too many, or way 1.
bool has_few_places(const ToolSetup& setup);
// The deck of the step's places in this run: the long scale from way 3.
const std::string& places_deck(const StepDefinition& step, const ToolSetup& setup);
// The step's places, the best first or as the deck has them.
std::vector<std::string> places_of(const StepDefinition& step, const ToolSetup& setup,
                                   const Content& content);

// The card that an answer's place is, of the deck or besides it.
CardRef place_card(const StepDefinition& step, const ToolSetup& setup, const std::string& place);

// Every card that a source can come to, known before anything is answered: what chance orders.
std::vector<CardRef> possible_cards(const CardSource& source, const ToolDefinition& tool,
                                    const ToolSetup& setup, const Content& content);
// The cards that a source comes to after the answers so far, as they were said or as decks have
// them.
std::vector<CardRef> cards_of(const CardSource& source, const ToolDefinition& tool,
                              const ToolRun& run, const Content& content);

// The drawn order of a step: `round` 0 for its cards, or for each choice of several; of a step with
// places, round 1 orders the places; of suggestions both are of their places.
const std::vector<CardRef>& drawn_order(const ToolDefinition& tool, const StepDefinition& step,
                                        size_t round, const ToolRun& run);
// Those of `cards` in the step's drawn order.
std::vector<CardRef> in_drawn_order(const ToolDefinition& tool, const StepDefinition& step,
                                    size_t round, const ToolRun& run,
                                    const std::vector<CardRef>& cards);

// Everything that the steps leave to chance.
Plan draw_steps(const ToolDefinition& tool, const ToolSetup& setup, const Content& content,
                Draws& draws);

}  // namespace aktiv::steps
