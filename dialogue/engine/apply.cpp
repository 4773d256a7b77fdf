#include <algorithm>

#include "dialogue/engine/event.h"

namespace aktiv {
namespace {

struct Fold {
  Conversation& talk;

  ToolRun* open_run() const { return talk.runs.empty() ? nullptr : &talk.runs.back(); }

  void operator()(const Opened& event) const {
    talk = Conversation{};
    talk.id = event.id;
    talk.citizen = event.citizen;
    talk.is_secret = event.is_secret;
    talk.language = event.language;
    talk.way = event.way;
    talk.layout = event.layout;
    talk.keep_stands_first = event.keep_stands_first;
    talk.as_is_stands_first = event.as_is_stands_first;
    talk.pressed_by = event.pressed_by;
    talk.present = event.present;
    talk.started_by = event.started_by;
    talk.started_ms = event.at_ms;
  }
  void operator()(const WaySet& event) const {
    talk.way = event.way;
    talk.layout = event.layout;
  }
  void operator()(const PressedBySet& event) const {
    talk.pressed_by = event.pressed_by;
    talk.present = event.present;
  }
  void operator()(const ToolStarted& event) const {
    ToolRun run;
    run.id = event.submission;
    run.setup = event.setup;
    run.definition_version = event.definition_version;
    run.plan = event.plan;
    run.started_ms = event.at_ms;
    talk.runs.push_back(std::move(run));
  }
  void operator()(const Answered& event) const {
    ToolRun* run = open_run();
    if (run == nullptr) return;
    const size_t number = static_cast<size_t>(event.answer.number);
    if (number == run->answers.size() + 1) {
      run->answers.push_back(event.answer);
    } else if (number >= 1 && number <= run->answers.size()) {
      run->answers[number - 1] = event.answer;
    }
  }
  void operator()(const ClipKept& event) const { talk.clips[event.id] = event.sound; }
  void operator()(const Undone& event) const {
    ToolRun* run = open_run();
    if (run == nullptr || run->answers.empty()) return;
    if (run->answers.back().number == event.number) run->answers.pop_back();
    run->is_ended = false;
  }
  void operator()(const ToolEnded& event) const {
    ToolRun* run = open_run();
    if (run == nullptr) return;
    run->is_ended = true;
    run->ended_ms = event.at_ms;
  }
  void operator()(const SaidBack& event) const {
    ToolRun* run = open_run();
    if (run == nullptr) return;
    for (AnswerRecord& answer : run->answers)
      if (std::ranges::find(event.numbers, answer.number) != event.numbers.end())
        answer.is_confirmed = true;
    run->is_said_back = run->is_said_back || event.is_whole;
  }
  void operator()(const Decided& event) const {
    talk.decision = event.keeps ? Decision::keep : Decision::throw_away;
    talk.readers = event.readers;
  }
  void operator()(const Finished& event) const {
    talk.is_finished = true;
    talk.finished_ms = event.at_ms;
  }
};

}  // namespace

void apply_event(Conversation& conversation, const Event& event) {
  std::visit(Fold{conversation}, event);
}

Result<Conversation> replay(const std::vector<std::string>& lines) {
  Conversation conversation;
  int number = 0;
  for (const std::string& line : lines) {
    ++number;
    auto event = event_from_json(line);
    if (!event) {
      Fault fault = event.error();
      fault.where = "event " + std::to_string(number);
      return fault;
    }
    apply_event(conversation, *event);
  }
  return conversation;
}

}  // namespace aktiv
