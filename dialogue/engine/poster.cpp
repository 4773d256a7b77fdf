#include "dialogue/engine/poster.h"

#include <algorithm>

#include "dialogue/engine/event.h"
#include "dialogue/engine/replay.h"
#include "dialogue/model/lines.h"

namespace aktiv {
namespace {

// Nothing on it is asked, and something is shown.
bool is_shown(const Question& question) {
  const auto count = [&](Role role) {
    return std::ranges::count(question.options, role, &Option::role);
  };
  return !question.is_done && question.arrangement != Arrangement::tell &&
         count(Role::choice) + count(Role::place) + count(Role::out) == 0 &&
         count(Role::picture) + count(Role::text) > 0;
}

}  // namespace

std::optional<Question> poster_of(const Submission& kept, const Catalogue& catalogue,
                                  const Content& content) {
  const Tool* tool = catalogue.find(kept.tool);
  const ToolDefinition* definition = content.tool(kept.tool);
  if (tool == nullptr || definition == nullptr || kept.session_record.empty()) return std::nullopt;
  const auto talk = replay(lines_of(kept.session_record));
  if (!talk || talk->runs.size() != 1) return std::nullopt;
  const ToolRun& run = talk->runs.front();
  if (run.definition_version != definition->version || !is_drawable(run, *tool, content))
    return std::nullopt;
  Question poster = tool->ask(run, tool->introductions(run, content), content);
  if (!is_shown(poster)) return std::nullopt;
  return poster;
}

std::optional<Scene> poster_scene(const Submission& kept, const Engine& engine) {
  auto poster = poster_of(kept, engine.catalogue(), engine.content());
  if (!poster) return std::nullopt;
  Session session = engine.start(kept.language);
  session.view.stage = Stage::tool;
  session.view.question = std::move(*poster);
  return engine.describe(session);
}

}  // namespace aktiv
