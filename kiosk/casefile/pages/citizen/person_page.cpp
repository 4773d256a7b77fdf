// Who it is: the linked name, the pseudonyms that are this person, and who saw and did what.
#include "kiosk/casefile/pages/citizen/citizen_view.h"

namespace aktiv::casefile {
namespace {

Html name_form(const Visit& visit, const Person& person, const std::vector<FormError>& errors) {
  const Words& words = visit.words;
  InputField name{"name",      words.plain("link.name"), "text", "off",
                  person.name, words.plain("link.hint"), true};
  return post_form(visit, "/citizens/" + person.id + "/name",
                   labelled_input(name, errors) + button(words("link.do")));
}

Html merge_form(const Visit& visit, const CitizenView& view) {
  if (view.others.empty()) return {};
  const Words& words = visit.words;
  std::vector<Option> options;
  for (const auto& other : view.others)
    options.push_back({other.person.id, called(words, other.person, other.signs) + " (" +
                                            short_code(other.person) + ")"});
  return post_form(
      visit, "/citizens/" + view.person.id + "/merge",
      labelled_select("other", words.plain("merge.other"), options, words.plain("merge.hint")) +
          button(words("merge.look")));
}

Html separate_forms(const Visit& visit, const Person& person) {
  if (person.patients.size() < 2) return {};
  const Words& words = visit.words;
  Html forms;
  for (const auto& patient : person.patients)
    forms +=
        post_form(visit, "/citizens/" + person.id + "/separate",
                  hidden_input("patient", patient) +
                      button(text(words.filled("separate.do", {{"code", patient.substr(0, 8)}}))));
  return paragraph(words("separate.explain")) + forms;
}

Html log_card(const Words& words, const CitizenView& view) {
  Html rows;
  for (const auto& [line, who] : view.log)
    rows += element("tr", element("td", words.time(line.at_ms)) + element("td", text(who)) +
                              element("td", words("log." + line.action)));
  Html head;
  for (const char* key : {"log.when", "log.who", "log.what"})
    head += element("th", {{"scope", "col"}}, words(key));
  return card("log", words("log.title"),
              paragraph(element("a", {{"href", view.address("/seen")}}, words("seen.show"))) +
                  wide("log", element("table", element("caption", words("log.caption")) +
                                                   element("thead", element("tr", head)) +
                                                   element("tbody", rows))));
}

}  // namespace

PageContent erase_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const auto count = [](size_t number) { return std::to_string(number); };
  const Html main = card(
      "erase",
      text(words.filled("erase.sure", {{"who", called(words, view.person, view.folder.signs)}})),
      paragraph(text(words.filled(
          "erase.counts",
          {{"talks", count(view.folder.submissions.size())},
           {"notes", count(view.folder.records.size() + view.folder.observations.size())}}))) +
          paragraph(words("erase.kiosks")) + paragraph(words("erase.keep")) +
          post_form(visit, view.address("/erase"),
                    hidden_input("sure", "yes") + button(words("erase.do"))) +
          paragraph(element("a", {{"href", view.address("/person")}}, words("erase.not"))));
  PageContent made = citizen_frame(visit, view, Tab::person, main);
  made.title += " – " + words.plain("erase.title");
  return made;
}

PageContent person_page(const Visit& visit, const CitizenView& view,
                        std::vector<FormError> errors) {
  const Words& words = visit.words;
  const Html main =
      card("person", words("link.title"),
           name_form(visit, view.person, errors) + merge_form(visit, view) +
               separate_forms(visit, view.person)) +
      log_card(words, view) +
      card("everything", words("everything.title"),
           paragraph(words("everything.explain")) +
               post_form(visit, view.address("/everything"),
                         button(words("everything.do"), "quiet"))) +
      card("erase", words("erase.title"),
           paragraph(words("erase.explain")) +
               post_form(visit, view.address("/erase"), button(words("erase.look"), "quiet")));
  return citizen_frame(visit, view, Tab::person, main, std::move(errors));
}

}  // namespace aktiv::casefile
