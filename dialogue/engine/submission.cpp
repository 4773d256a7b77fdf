// A conversation becomes what leaves it: one submission for each tool in which something was
// answered.
#include "dialogue/engine/engine.h"

namespace aktiv {
namespace {

// The record holds what concerns this tool: how the conversation was opened, and its own events.
std::string record_of(const ToolRun& run, const std::vector<Event>& events) {
  std::string record;
  bool is_ours = true;
  for (const Event& event : events) {
    if (const auto* started = std::get_if<ToolStarted>(&event))
      is_ours = started->submission == run.id;
    const bool is_about_all =
        std::holds_alternative<Opened>(event) || std::holds_alternative<WaySet>(event) ||
        std::holds_alternative<PressedBySet>(event) || std::holds_alternative<Decided>(event) ||
        std::holds_alternative<Finished>(event);
    if (is_ours || is_about_all) record += to_json(event) + "\n";
  }
  return record;
}

}  // namespace

std::vector<Submission> submissions_of(const Conversation& talk, const std::vector<Event>& events,
                                       const Catalogue& catalogue, const Content& content) {
  std::vector<Submission> submissions;
  for (const ToolRun& run : talk.runs) {
    if (run.answers.empty()) continue;
    Submission submission;
    submission.id = run.id;
    submission.conversation = talk.id;
    submission.citizen = talk.citizen;
    submission.tool = run.setup.tool;
    submission.definition_version = run.definition_version;
    submission.way = run.setup.way;
    submission.language = talk.language;
    submission.layout = run.setup.layout;
    submission.scale_direction = run.plan.scale_direction;
    submission.started_ms = run.started_ms;
    submission.finished_ms = run.ended_ms;
    submission.pressed_by = talk.pressed_by;
    submission.present = talk.present;
    submission.answers = run.answers;
    submission.findings = catalogue.find(run.setup.tool)->find(run, content);
    submission.is_confirmed = run.is_said_back;
    submission.readers = talk.readers;
    submission.session_record = record_of(run, events);
    submissions.push_back(std::move(submission));
  }
  return submissions;
}

Result<std::vector<Scene>> replay_scenes(const std::string& session_record, const Engine& engine) {
  std::vector<Scene> scenes;
  Session session = engine.start("da");
  size_t from = 0;
  int number = 0;
  while (from < session_record.size()) {
    const size_t to = std::min(session_record.find('\n', from), session_record.size());
    ++number;
    auto event = event_from_json(std::string_view(session_record).substr(from, to - from));
    from = to + 1;
    if (!event) {
      Fault fault = event.error();
      fault.where = "session record, line " + std::to_string(number);
      return fault;
    }
    const auto* answered = std::get_if<Answered>(&*event);
    const bool is_asked =
        answered != nullptr && !session.talk.runs.empty() &&
        answered->answer.number > static_cast<int>(session.talk.runs.back().answers.size());
    if (is_asked) {
      const ToolRun& run = session.talk.runs.back();
      const Tool* tool = engine.catalogue().find(run.setup.tool);
      if (tool == nullptr)
        return Fault{"a tool this program does not have", "session record",
                     "a newer case file program"};
      session.view.stage = Stage::tool;
      const bool is_again = answered->answer.question == "f4_again";
      session.view.question =
          is_again ? tool->ask_again(run, engine.content()) : tool->ask(run, 2, engine.content());
      const Choice choice = answered->answer.choice;
      session.view.chosen.clear();
      if (choice == Choice::card) session.view.chosen = {answered->answer.card.element()};
      if (choice == Choice::place)
        session.view.chosen = {ElementId("place:" + answered->answer.place)};
      if (choice == Choice::none) session.view.chosen = {ElementId("out:none")};
      if (choice == Choice::dont_know) session.view.chosen = {ElementId("out:dont_know")};
      if (choice == Choice::unknown) session.view.chosen = {ElementId("out:unknown")};
      ++session.view.serial;
      scenes.push_back(engine.describe(session));
    }
    apply_event(session.talk, *event);
  }
  return scenes;
}

}  // namespace aktiv
