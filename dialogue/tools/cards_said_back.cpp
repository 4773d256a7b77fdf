#include "dialogue/tools/cards_said_back.h"

#include <algorithm>

namespace aktiv {
namespace {

std::vector<std::string> own_words_in(const ToolRun& run) {
  std::vector<std::string> words;
  for (const AnswerRecord& answer : run.answers) {
    const bool is_said = answer.choice == Choice::words && !answer.own.text.empty();
    if (is_said && std::ranges::find(words, answer.own.text) == words.end())
      words.push_back(answer.own.text);
  }
  return words;
}

}  // namespace

std::vector<ToolCards> cards_said_back(const Conversation& talk, const Catalogue& catalogue,
                                       const Content& content) {
  std::vector<ToolCards> all;
  for (const ToolRun& run : talk.runs) {
    const Tool* tool = catalogue.find(run.setup.tool);
    if (!run.is_said_back || tool == nullptr) continue;
    Tool::Said said = tool->say_back(run, content);
    auto words = own_words_in(run);
    if (!said.cards.empty() || !words.empty())
      all.push_back({run.setup.tool, std::move(said.cards), std::move(words)});
  }
  return all;
}

}  // namespace aktiv
