#include "kiosk/casefile/pages/citizen/corrections_card.h"

#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {
namespace {

constexpr const char* correction_form = "correction";

Html correction_item(const Words& words, const CitizenView& view, const Record& correction,
                     const Html& before) {
  const Form& form = *view.forms->find(correction_form);
  return element(
      "li", {{"data-record", correction.id}},
      before + record_facts(words, form, correction) + origin_line(words, view, form, correction));
}

// "To billeder, 22. nov. 2026", as a way there.
Html talk_link(const Words& words, const CitizenView& view, const std::string& talk) {
  const Submission* said = view.folder.talk(SubmissionId(talk));
  if (said == nullptr) return {};
  return element("h3", element("a", {{"href", view.session_address(said->id)}},
                               text(words.tool(said->tool) + ", " + words.day(said->finished_ms))));
}

}  // namespace

Html corrections_of_talk(const Words& words, const CitizenView& view, const SubmissionId& talk) {
  Html list;
  for (const KeptRecord* kept : newest_first(view.folder.records, correction_form, "day"))
    if (kept->record.about == talk.value) list += correction_item(words, view, kept->record, {});
  const std::string write = view.address("/write/correction?about=" + talk.value);
  return card("corrections", words("correction.title"),
              paragraph(words("correction.about"), "muted") +
                  (list.empty() ? Html() : element("ul", {{"class", "plain"}}, list)) +
                  paragraph(element("a", {{"href", write}}, words("correction.write"))));
}

Html corrections_card(const Words& words, const CitizenView& view) {
  Html list;
  for (const KeptRecord* kept : newest_first(view.folder.records, correction_form, "day"))
    list += correction_item(words, view, kept->record, talk_link(words, view, kept->record.about));
  if (list.empty()) return {};
  return card("corrections", words("correction.title"),
              paragraph(words("correction.all_about"), "muted") +
                  element("ul", {{"class", "plain"}}, list));
}

}  // namespace aktiv::casefile
