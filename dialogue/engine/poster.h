// The result of a tool as the citizen saw it, from what was kept: a wheel, rings, a dream, a
// staircase. Pure; any thread.
#pragma once

#include <optional>

#include "dialogue/content/content.h"
#include "dialogue/engine/engine.h"
#include "dialogue/engine/question.h"
#include "dialogue/model/submission.h"
#include "dialogue/tools/catalogue.h"

namespace aktiv {

// Nothing where there is no poster: the record is not here, another version of the tool or of its
// cards made it, or it was stopped before its end.
std::optional<Question> poster_of(const Submission& kept, const Catalogue& catalogue,
                                  const Content& content);

// The same as a screen, in the language of the conversation.
std::optional<Scene> poster_scene(const Submission& kept, const Engine& engine);

}  // namespace aktiv
