// The tools' questionnaires, so that what an answer names (QuestionnaireResponse.questionnaire) is
// there to be read: with cards, places and pictures, in each language in which it can be asked.
// Published at the start, once per version, and anew where it is written in another form.
#pragma once

#include <string>

#include "dialogue/content/content.h"
#include "dialogue/model/result.h"
#include "kiosk/casefile/pages/visit.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/vault.h"

namespace aktiv::casefile {

// Answers how many were new or written anew. A card whose picture cannot be drawn travels with its
// words alone.
Result<int> publish_questionnaires(Database& database, const Vault& vault, const Content& content,
                                   const PictureSource& pictures, int64_t now_ms);

}  // namespace aktiv::casefile
