// Each tool of the content as a questionnaire, with cards, places and pictures, in each language in
// which it can be asked: for our case file, which keeps them itself, and for a server of somebody
// else's, which a kiosk tells them. Any thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dialogue/content/content.h"
#include "dialogue/model/result.h"
#include "kiosk/sync/fhir/questionnaire.h"

namespace aktiv {

// A picture as PNG, `size_px` a side. A card whose picture cannot be drawn travels with its words.
using DrawPng = std::function<Result<std::string>(const std::string& id, int size_px)>;

fhir::QuestionnaireSource questionnaire_source(const ToolDefinition& tool, const Content& content,
                                               const DrawPng& pictures);

// Of what a mentor may note.
fhir::ObservationSource observation_source(const Content& content);

// All of them, a transaction each that stores it once.
Result<std::vector<std::string>> questionnaire_bundles(const Content& content,
                                                       const DrawPng& pictures);

}  // namespace aktiv
