#include "kiosk/casefile/pages/citizen/record_list.h"

#include "kiosk/casefile/pages/citizen/record_pages.h"

namespace aktiv::casefile {
namespace {

Html record_item(const Words& words, const CitizenView& view, const Form& form,
                 const Record& record, const std::string& day) {
  const std::string heading = record.value(day).empty() ? words.day(record.written_ms)
                                                        : words.iso_day_words(record.value(day));
  return element("li", {{"data-record", record.id}},
                 element("h3", text(heading)) + record_facts(words, form, record, {day}) +
                     origin_line(words, view, form, record));
}

}  // namespace

Html record_card(const Words& words, const CitizenView& view, const std::string& form_id,
                 const std::string& day, const Html& before) {
  const Form* form = view.forms->find(form_id);
  if (form == nullptr) return {};
  Html list;
  for (const KeptRecord* kept : newest_first(view.folder.records, form_id, day))
    list += record_item(words, view, *form, kept->record, day);
  const std::string key = "form." + form_id;
  return card(
      form_id, words(key + ".title"),
      paragraph(words(key + ".about"), "muted") + before +
          (list.empty() ? Html() : element("ul", {{"class", "plain"}}, list)) +
          (form->is_by_hand ? paragraph(element("a", {{"href", view.address("/write/" + form_id)}},
                                                words("form.write")))
                            : Html()));
}

}  // namespace aktiv::casefile
