// A conversation becomes what leaves it: one submission for each tool in which something was
// answered.
#include <algorithm>

#include "dialogue/engine/engine.h"

namespace aktiv {
namespace {

// A recording that was deleted, or spoken anew, is no answer and does not leave the kiosk.
bool is_left_out(const Event& event, const ToolRun& run) {
  const auto* clip = std::get_if<ClipKept>(&event);
  return clip != nullptr && std::ranges::none_of(run.answers, [&](const AnswerRecord& answer) {
           return answer.own.clip == clip->id;
         });
}

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
    if ((is_ours || is_about_all) && !is_left_out(event, run)) record += to_json(event) + "\n";
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
    submission.started_by = talk.started_by;
    submission.answers = run.answers;
    submission.findings = catalogue.find(run.setup.tool)->find(run, content);
    submission.is_confirmed = run.is_said_back;
    submission.readers = talk.readers;
    submission.session_record = record_of(run, events);
    submissions.push_back(std::move(submission));
  }
  return submissions;
}

}  // namespace aktiv
