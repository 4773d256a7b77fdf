#include "dialogue/engine/replay.h"

#include <algorithm>
#include <optional>

namespace aktiv {
namespace {

constexpr size_t most_screens = 2'000;  // a tool asks under a hundred times; going back adds some

Fault not_fitting(int line, std::string what, std::string expected) {
  return {std::move(what), "session record, line " + std::to_string(line), std::move(expected)};
}

bool are_known(const std::vector<CardRef>& cards, const Content& content) {
  return std::ranges::all_of(cards,
                             [&](const CardRef& card) { return content.card(card) != nullptr; });
}

bool has_same_cards(std::vector<CardRef> one, std::vector<CardRef> other) {
  std::ranges::sort(one);
  std::ranges::sort(other);
  return one == other;
}

}  // namespace

// A record from elsewhere must be of the shape that the tool would draw.
bool is_drawable(const ToolRun& run, const Tool& tool, const Content& content) {
  if (!content.way_limits.contains(run.setup.way)) return false;
  if (!are_known(run.setup.cards, content) || !are_known(run.plan.cards, content)) return false;
  for (const PairTrial& trial : run.plan.trials)
    if (!are_known({trial.first, trial.second, trial.spoken_first}, content)) return false;
  Draws draws(Seed{});
  const Plan drawn = tool.draw(run.setup, content, draws);
  if (drawn.trials.size() != run.plan.trials.size()) return false;
  return std::ranges::equal(drawn.orders, run.plan.orders, has_same_cards);
}

namespace {

ElementId chosen_element(const AnswerRecord& answer) {
  switch (answer.choice) {
    case Choice::card:
      return answer.card.element();
    case Choice::place:
      return ElementId("place:" + answer.place);
    case Choice::none:
      return ElementId("out:none");
    case Choice::dont_know:
      return ElementId("out:dont_know");
    case Choice::unknown:
      return ElementId("out:unknown");
    case Choice::both:
      return ElementId("out:both");
    case Choice::words:  // a screen of its own shows them
    case Choice::date:
    case Choice::skipped:
      return {};
  }
  return {};
}

struct Page {
  int size = 0;  // 0: all on one
  int number = 0;
};

// Longer lists come in pages, of the way's size or of what the kiosk's glass carried; the answer
// says which cards were on the screen. None: these cards never stood there together.
std::optional<Page> page_of(const Question& question, const AnswerRecord& answer) {
  const size_t all = question.shown.size();
  const size_t shown = answer.shown.size();
  if (question.shown == answer.shown) return Page{question.page_size, 0};
  if (shown == 0) return std::nullopt;
  const auto first = std::ranges::search(question.shown, answer.shown);
  if (first.empty()) return std::nullopt;
  const auto from = static_cast<size_t>(first.begin() - question.shown.begin());
  const size_t way = question.page_size > 0 ? static_cast<size_t>(question.page_size) : all;
  for (size_t size = std::min(way, all); size >= shown; --size)
    if (from % size == 0 && std::min(size, all - from) == shown)
      return Page{static_cast<int>(size), static_cast<int>(from / size)};
  return std::nullopt;
}

class Replay {
 public:
  explicit Replay(const Engine& engine) : engine_(engine), session_(engine.start("da")) {}

  Status take(const Event& event, int line) {
    if (const auto* started = std::get_if<ToolStarted>(&event)) {
      if (Status begun = begin(*started, line); !begun) return begun;
    }
    if (const auto* answered = std::get_if<Answered>(&event)) {
      if (Status shown = show(answered->answer, line); !shown) return shown;
    }
    if (const auto* undone = std::get_if<Undone>(&event)) undo(undone->number);
    apply_event(session_.talk, event);
    return {};
  }

  std::vector<ReplayedScreen> screens;

 private:
  Status begin(const ToolStarted& started, int line) {
    tool_ = engine_.catalogue().find(started.setup.tool);
    const ToolDefinition* definition = engine_.content().tool(started.setup.tool);
    if (tool_ == nullptr || definition == nullptr)
      return not_fitting(line, "a tool that this program does not have", "a newer program");
    const auto [oldest, newest] = std::pair(definition->shown_since, definition->version);
    if (started.definition_version < oldest || started.definition_version > newest)
      return not_fitting(line, "another version of the tool",
                         "version " + std::to_string(oldest) + " to " + std::to_string(newest));
    ToolRun run;
    run.setup = started.setup;
    run.plan = started.plan;
    if (is_drawable(run, *tool_, engine_.content())) return {};
    return not_fitting(line, "cards that this program would not have drawn",
                       "the content with which the conversation was held");
  }

  Status show(const AnswerRecord& answer, int line) {
    if (tool_ == nullptr)
      return not_fitting(line, "an answer before a tool began", "tool_started first");
    const ToolRun& run = session_.talk.runs.back();
    const auto asked = static_cast<int>(run.answers.size());
    if (answer.number >= 1 && answer.number == asked && !screens.empty()) return change(answer);
    if (answer.number != asked + 1 || screens.size() >= most_screens)
      return not_fitting(line, "an answer out of its order", "the next number");
    const bool is_again = answer.question == "f4_again";
    Question question = is_again ? tool_->ask_again(run, engine_.content())
                                 : tool_->ask(run, past_the_telling, engine_.content());
    const std::optional<Page> page = page_of(question, answer);
    const bool is_it =
        question.screen == answer.question && question.suggestion == answer.suggestion;
    if (question.is_done || !is_it || !page)
      return not_fitting(line, "another question than this program would have asked",
                         "the content with which the conversation was held");
    session_.view.stage = Stage::tool;
    session_.view.question = std::move(question);
    session_.view.question.page_size = page->size;
    session_.view.page = page->number;
    ++session_.view.serial;
    screens.push_back({described(answer), answer, false});
    return {};
  }

  Status change(const AnswerRecord& answer) {
    ReplayedScreen& last = screens.back();
    // "Kender det ikke", and then which of the two: the first screen stays as it was.
    last.scene = described(answer);
    last.answer = answer;
    return {};
  }

  Scene described(const AnswerRecord& answer) {
    const ElementId chosen = chosen_element(answer);
    session_.view.chosen.clear();
    if (!chosen.empty()) session_.view.chosen.push_back(chosen);
    return engine_.describe(session_);
  }

  void undo(int number) {
    for (auto screen = screens.rbegin(); screen != screens.rend(); ++screen) {
      if (screen->is_undone || screen->answer.number != number) continue;
      screen->is_undone = true;
      return;
    }
  }

  static constexpr int past_the_telling = 2;  // an introduction and a result were not answered

  const Engine& engine_;
  Session session_;
  const Tool* tool_ = nullptr;
};

}  // namespace

Result<std::vector<ReplayedScreen>> replay_screens(const std::string& session_record,
                                                   const Engine& engine) {
  Replay replay(engine);
  int line = 0;
  for (size_t from = 0; from < session_record.size();) {
    const size_t to = std::min(session_record.find('\n', from), session_record.size());
    ++line;
    const auto event = event_from_json(std::string_view(session_record).substr(from, to - from));
    from = to + 1;
    if (!event) return not_fitting(line, event.error().what, event.error().expected);
    if (Status taken = replay.take(*event, line); !taken) return taken.error();
  }
  return std::move(replay.screens);
}

}  // namespace aktiv
