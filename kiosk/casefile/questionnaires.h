// The tools' questionnaires, so that what an answer names (QuestionnaireResponse.questionnaire) is
// there to be read: with cards, places and pictures. Published at the start, once per version.
#pragma once

#include <string>

#include "dialogue/content/content.h"
#include "dialogue/model/result.h"
#include "kiosk/casefile/pages/visit.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// Answers how many were new. A card whose picture cannot be drawn travels with its words alone.
Result<int> publish_questionnaires(Database& database, const Vault& vault, const Content& content,
                                   const PictureSource& pictures, int64_t now_ms);

}  // namespace aktiv::casefile
