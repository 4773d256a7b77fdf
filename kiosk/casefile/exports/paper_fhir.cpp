#include "kiosk/casefile/exports/paper_fhir.h"

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/endpoint/json.h"
#include "kiosk/casefile/pages/html.h"
#include "kiosk/sync/fhir/systems.h"

namespace aktiv::casefile {
namespace {

// LOINC: the type of document that holds plans and notes of care of any kind.
const Json document_type(const std::string& title) {
  return {{"coding",
           {{{"system", "http://loinc.org"},
             {"code", "34133-9"},
             {"display", "Summary of episode note"}}}},
          {"text", title}};
}

Html rows_of(const Paper& paper, const PaperSection& section) {
  if (section.lines.empty()) return element("p", text(paper.nothing));
  Html rows;
  for (const PaperLine& line : section.lines)
    rows += element("dt", text(line.label)) + element("dd", text(line.text)) +
            element("dd", element("i", text(line.source)));
  return element("dl", rows);
}

Json narrative(const Paper& paper, const Html& inside) {
  const Html div = element("div",
                           {{"xmlns", "http://www.w3.org/1999/xhtml"},
                            {"lang", paper.language},
                            {"xml:lang", paper.language}},
                           inside);
  return {{"status", "generated"}, {"div", div.str()}};
}

Json section_of(const Paper& paper, const PaperSection& section,
                const std::map<std::string, Json>& answers) {
  Json made = {{"title", section.heading}, {"text", narrative(paper, rows_of(paper, section))}};
  for (const SubmissionId& talk : section.talks)
    made["entry"].push_back(
        {{"reference", "QuestionnaireResponse/" + text_of(answers.at(talk.value), "id")}});
  if (section.lines.empty())
    made["emptyReason"] = {{"coding",
                            {{{"system", "http://terminology.hl7.org/CodeSystem/list-empty-reason"},
                              {"code", "notasked"}}}}};
  return made;
}

Json composition_of(const Paper& paper, const PaperFrame& frame,
                    const std::map<std::string, Json>& answers) {
  Html about;
  for (const std::string& line : paper.about) about += element("p", text(line));
  Json made = {{"resourceType", "Composition"},
               {"id", frame.document_id},
               {"text", narrative(paper, about)},
               {"status", "final"},
               {"type", document_type(paper.title)},
               {"subject", {{"reference", "Patient/" + frame.patient}}},
               {"date", to_instant(frame.at_ms)},
               {"author", {{{"reference", "Practitioner/" + frame.author_id}}}},
               {"title", paper.title}};
  made["language"] = paper.language;
  for (const PaperSection& section : paper.sections)
    made["section"].push_back(section_of(paper, section, answers));
  return made;
}

void add(Json& bundle, const std::string& address, Json resource) {
  bundle["entry"].push_back({{"fullUrl", address}, {"resource", std::move(resource)}});
}

}  // namespace

Result<std::string> paper_bundle(const Paper& paper, const PaperFrame& frame,
                                 const std::map<std::string, std::string>& kept) {
  std::map<std::string, Json> answers;
  for (const PaperSection& section : paper.sections)
    for (const SubmissionId& talk : section.talks) {
      const auto found = kept.find(talk.value);
      const Fault missing{"answers are missing", "export", "those of each talk in it"};
      if (found == kept.end()) return missing;
      const auto json = parse_json(found->second);
      if (!json) return missing;
      answers[talk.value] = *json;
    }
  Json bundle = {
      {"resourceType", "Bundle"},
      {"identifier", {{"system", "urn:ietf:rfc:3986"}, {"value", "urn:uuid:" + frame.document_id}}},
      {"type", "document"},
      {"timestamp", to_instant(frame.at_ms)}};
  add(bundle, frame.base + "/Composition/" + frame.document_id,
      composition_of(paper, frame, answers));
  add(bundle, frame.base + "/Patient/" + frame.patient,
      {{"resourceType", "Patient"},
       {"id", frame.patient},
       {"identifier",
        {{{"system", std::string(fhir::systems::citizen)}, {"value", frame.citizen}}}}});
  add(bundle, frame.base + "/Practitioner/" + frame.author_id,
      {{"resourceType", "Practitioner"},
       {"id", frame.author_id},
       {"name", {{{"text", frame.author}}}}});
  for (auto& [talk, answer] : answers)
    add(bundle, frame.base + "/QuestionnaireResponse/" + text_of(answer, "id"), answer);
  return bundle.dump();
}

}  // namespace aktiv::casefile
