#include "kiosk/casefile/pages/citizen/changes_card.h"

#include "kiosk/casefile/day/guests.h"
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/staff/goals.h"
#include "kiosk/casefile/staff/told_plan.h"

namespace aktiv::casefile {
namespace {

constexpr const char* change_form = "change";
constexpr const char* answer_form = "change_answer";
constexpr const char* yes_place = "proeve";  // of the deck "change"

// What the citizen pressed in "Hvordan går det?", the newest; the talk stands behind it.
struct SaidToChange {
  const Submission* talk = nullptr;
  const AnswerRecord* answer = nullptr;
};

SaidToChange said_to(const CitizenView& view, const Record& change) {
  SaidToChange newest;
  for (const Submission& talk : view.folder.submissions)
    for (const AnswerRecord& answer : talk.answers) {
      const bool is_it = answer.suggestion.id == change.id && answer.choice == Choice::place;
      const bool is_newer = newest.talk == nullptr || talk.finished_ms >= newest.talk->finished_ms;
      if (is_it && is_newer) newest = {&talk, &answer};
    }
  return newest;
}

Html counts_or_not(const Words& words, bool counts) {
  return paragraph(element("strong", words(counts ? "change.counts" : "change.not")));
}

// In the words that the citizen saw: staff may have written others since.
Html said_at_kiosk(const Words& words, const CitizenView& view, const SaidToChange& said) {
  const auto& [talk, answer] = said;
  const std::string told =
      words.filled("change.said", {{"suggestion", answer->suggestion.words},
                                   {"said", place_words(words, answer->place, answer->places)},
                                   {"day", words.day(talk->finished_ms)}});
  const std::string place = view.is_at_day_centre() ? CitizenView::shared_place + view.person.id +
                                                          "/sessions/" + talk->id.value
                                                    : view.session_address(talk->id);
  return paragraph(element("a", {{"href", place}}, text(told)));
}

Html answer_of(const Words& words, const CitizenView& view, const Record& change) {
  const KeptRecord* answer = answer_to_change(view.folder.records, change.id);
  const SaidToChange said = said_to(view, change);
  if (answer == nullptr && said.talk != nullptr) {
    const bool counts =
        said.answer->place == yes_place && said.answer->suggestion == put_as(change);
    return counts_or_not(words, counts) + said_at_kiosk(words, view, said);
  }
  if (answer == nullptr) {
    const Html ask =
        element("a", {{"href", view.address("/write/change_answer?about=" + change.id)}},
                words("change.ask"));
    return paragraph(element("strong", words("change.waits"))) +
           (view.is_at_day_centre() ? Html() : paragraph(ask));
  }
  const bool counts = answer->record.value("said") == "yes";
  return counts_or_not(words, counts) +
         (said.talk == nullptr ? Html() : said_at_kiosk(words, view, said)) +
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
