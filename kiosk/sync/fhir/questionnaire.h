// A tool as a Questionnaire: what may be asked, which cards there are, and (optionally) their
// pictures, so that a system that never saw AKTIV-dialog can show what the answers answered. Pure.
#pragma once

#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::fhir {

struct QuestionnaireCard {
  CardRef card;
  std::string label;
  std::string png;  // bytes; empty where no picture travels
};

struct QuestionnaireName {
  std::string id;
  std::string label;
};

struct QuestionnaireSource {
  ToolId tool;
  int version = 1;
  std::string title;
  std::string language;                      // "da"
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
inline constexpr int observation_version = 2;
struct ObservationSource {
  std::string title;
  std::string language;
};
Result<std::string> build_observation_questionnaire(const ObservationSource& source);
Result<std::string> build_observation_questionnaire_bundle(const ObservationSource& source);

}  // namespace aktiv::fhir
