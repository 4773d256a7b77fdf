// A tool as a Questionnaire: what may be asked, which cards there are, and (optionally) their
// pictures, so that a system that never saw AKTIV-dialog can show what the answers answered, in
// each language in which they can be asked. Places bear no numbers: they are where a thing stood.
// Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::fhir {

// In the questionnaire's own language, and by language in others ("en").
struct Words {
  std::string text;
  std::map<std::string, std::string> translations;
};

// Grows when the same tool is written otherwise: what is stored at a server in an older form may be
// replaced, though the tool's version is the same. The code of the tag `systems::form`.
inline constexpr int questionnaire_form = 2;

struct QuestionnaireCard {
  CardRef card;
  Words label;
  std::string png;  // bytes; empty where no picture travels
};

struct QuestionnaireName {
  std::string id;
  Words label;
};

struct QuestionnaireSource {
  ToolId tool;
  int version = 1;
  Words title;
  std::string language;                      // its own: "da"
  std::vector<QuestionnaireName> questions;  // screens that ask: "t1_q"
  std::vector<QuestionnaireCard> cards;
  std::vector<QuestionnaireName> places;  // empty where the tool has none
};

// The resource; stored at a server under its identifier, named by responses by url and version.
Result<std::string> build_questionnaire(const QuestionnaireSource& source);

// A transaction of one entry that stores it once.
Result<std::string> build_questionnaire_bundle(const QuestionnaireSource& source);

// What the mentor saw, as its own questionnaire: its responses name it as a tool's name theirs.
inline constexpr const char* observation_questionnaire = "observation";
inline constexpr int observation_version = 4;
struct ObservationSource {
  Words title;
  std::string language;
};
Result<std::string> build_observation_questionnaire(const ObservationSource& source);
Result<std::string> build_observation_questionnaire_bundle(const ObservationSource& source);

}  // namespace aktiv::fhir
