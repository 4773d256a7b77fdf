#include "kiosk/casefile/pages/citizen/changes_card.h"

#include "kiosk/casefile/day/guests.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/staff/goals.h"

namespace aktiv::casefile {
namespace {

constexpr const char* change_form = "change";
constexpr const char* answer_form = "change_answer";

Html answer_of(const Words& words, const CitizenView& view, const Record& change) {
  const KeptRecord* answer = answer_to_change(view.folder.records, change.id);
  if (answer == nullptr) {
    const Html ask =
        element("a", {{"href", view.address("/write/change_answer?about=" + change.id)}},
                words("change.ask"));
    return paragraph(element("strong", words("change.waits"))) +
           (view.is_at_day_centre() ? Html() : paragraph(ask));
  }
  const bool counts = answer->record.value("said") == "yes";
  return paragraph(element("strong", words(counts ? "change.counts" : "change.not"))) +
         record_facts(words, *view.forms->find(answer_form), answer->record) +
         (view.is_at_day_centre() ? Html() : paragraph(change_link(words, view, answer->record)));
}

Html change_item(const Words& words, const CitizenView& view, const Record& change) {
  const Form& form = *view.forms->find(change_form);
  return element("li", {{"data-record", change.id}},
                 element("h3", text(words.iso_day_words(change.value("day")))) +
                     record_facts(words, form, change, {"day"}) + answer_of(words, view, change) +
                     origin_line(words, view, form, change));
}

}  // namespace

Html changes_card(const Words& words, const CitizenView& view) {
  Html list;
  for (const KeptRecord* kept : newest_first(view.folder.records, change_form, "day"))
    list += change_item(words, view, kept->record);
  return card(
      change_form, words("form.change.title"),
      paragraph(words("form.change.about"), "muted") +
          (list.empty() ? Html() : element("ul", {{"class", "plain"}}, list)) +
          paragraph(element("a", {{"href", view.address("/write/change")}}, words("form.write"))));
}

}  // namespace aktiv::casefile
