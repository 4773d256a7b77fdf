// The same as a FHIR R4 document: a Bundle of a Composition, whose sections hold what is read, with
// the Patient and the answers it was made from. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/exports/paper.h"

namespace aktiv::casefile {

struct PaperFrame {
  std::string document_id;  // UUID
  std::string base;         // "https://casefile.example/fhir"
  std::string patient;      // the Patient's id; nothing of the Patient but that and `citizen`
  std::string citizen;      // their pseudonym
  std::string author_id;    // whoever made it …
  std::string author;       // … by name
  int64_t at_ms = 0;
};

// answers: by submission id the QuestionnaireResponse as it is kept. Those of the paper's talks
// must be there.
Result<std::string> paper_bundle(const Paper& paper, const PaperFrame& frame,
                                 const std::map<std::string, std::string>& answers);

}  // namespace aktiv::casefile
