// A dialogue tool: three pure functions over what was drawn and what was answered. Undo, resuming
// and replaying need nothing more. A tool keeps no state of its own; any thread.
#pragma once

#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/engine/question.h"
#include "dialogue/model/conversation.h"
#include "dialogue/model/draws.h"

namespace aktiv {

class Tool {
 public:
  virtual ~Tool() = default;

  // The numbers that its definition must give, and what each may be.
  virtual std::vector<NumberNeed> numbers(const ToolDefinition& definition) const = 0;

  // Everything this tool leaves to chance, drawn once. The setup's cards are known to exist.
  virtual Plan draw(const ToolSetup& setup, const Content& content, Draws& draws) const = 0;

  // What is asked after the answers so far; is_done when nothing is left to ask. `told` counts the
  // screens without a question (an introduction, a result) that were passed; it is presentation, so
  // a resumed conversation begins with 0 and hears the introduction again.
  virtual Question ask(const ToolRun& run, int told, const Content& content) const = 0;

  // How many screens are told before the first question: they are not told again when an answer is
  // undone.
  virtual int introductions(const ToolRun&, const Content&) const { return 1; }

  // What the answers say about the cards. Never about the person.
  virtual Findings find(const ToolRun& run, const Content& content) const = 0;

  // The cards that F4 says back together, and the answers they stand for; no cards: nothing to say
  // back.
  struct Said {
    std::vector<CardRef> cards;
    std::vector<int> numbers;
  };
  virtual Said say_back(const ToolRun& run, const Content& content) const = 0;

  // "Lav det om" in F4: what is asked instead. The answer's question is "f4_again".
  virtual Question ask_again(const ToolRun& run, const Content& content) const = 0;
};

}  // namespace aktiv
