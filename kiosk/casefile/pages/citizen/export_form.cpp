#include "kiosk/casefile/pages/citizen/export_form.h"

#include <algorithm>

#include "kiosk/casefile/pages/citizen/paper_of.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr size_t longest_yes = 200;

std::vector<std::string> all_of(const Fields& fields, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields)
    if (key == name) values.push_back(value);
  return values;
}

// Whoever the citizen has shared anything with: nobody else can be chosen.
std::vector<std::string> known_readers(const CitizenView& view) {
  std::vector<std::string> known;
  for (const Submission& said : view.folder.submissions)
    for (const std::string& reader : said.readers)
      if (std::ranges::find(known, reader) == known.end()) known.push_back(reader);
  return known;
}

std::vector<std::string> readers_of(const Fields& fields, const CitizenView& view,
                                    const ExportPlan& plan) {
  if (!plan.shared_with.empty()) return {plan.shared_with};
  const auto known = known_readers(view);
  std::vector<std::string> readers = all_of(fields, "people");
  std::erase_if(readers, [&](const std::string& reader) {
    return std::ranges::find(known, reader) == known.end();
  });
  return readers;
}

// What staff wrote, and not about a talk that is handed on, goes only where it is asked for; never
// where each talk must be.
bool has_notes(const ExportPlan& plan) {
  return !plan.asks_each && std::ranges::any_of(plan.sections, [](const ExportSection& section) {
    return !section.notes.empty() || !section.forms.empty();
  });
}

bool is_chosen(const ExportAsked& asked, const Submission& said) {
  return std::ranges::find(asked.talks, said.id.value) != asked.talks.end();
}

Html people_form(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                 const ExportAsked& asked) {
  const Words& words = visit.words;
  const auto known = known_readers(view);
  if (known.empty()) return paragraph(words("export.shared_with_nobody"));
  Html boxes;
  for (const std::string& reader : known)
    boxes += tick_box("people-" + reader, "people", reader,
                      card_with_name(words, {"people", reader}, 40),
                      std::ranges::find(asked.readers, reader) != asked.readers.end());
  return element("form", {{"method", "get"}, {"action", view.address("/exports/" + plan.id)}},
                 element("fieldset", element("legend", words("export.who_comes")) + boxes) +
                     button(words("export.show"), "quiet"));
}

Html talk_boxes(const Words& words, const CitizenView& view, const ExportAsked& asked) {
  Html boxes;
  for (const Submission* said : asked.may_go.talks)
    boxes +=
        tick_box("talk-" + said->id.value, "talk", said->id.value,
                 text(words.tool(said->tool) + ", " + words.day(said->finished_ms) + " ") +
                     element("a", {{"href", view.session_address(said->id)}}, words("export.look")),
                 is_chosen(asked, *said));
  return element("fieldset", element("legend", words("export.talks")) + boxes);
}

Html choosing_form(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                   const ExportAsked& asked) {
  const Words& words = visit.words;
  Html inside;
  if (plan.shared_with.empty())
    for (const std::string& reader : asked.readers) inside += hidden_input("people", reader);
  inside += talk_boxes(words, view, asked);
  if (has_notes(plan))
    inside += tick_box("notes", "notes", "yes", words("export.notes"), asked.has_notes);
  inside += labelled_input({"yes", words.plain("export.yes"), "text", "off", asked.yes,
                            words.plain("export.yes_hint"), true},
                           asked.errors) +
            labelled_select("format", words.plain("export.format"),
                            {{"pdf", words.plain("form.export.format.pdf")},
                             {"fhir", words.plain("form.export.format.fhir")}},
                            "", asked.format) +
            button(words("export.make"));
  return post_form(visit, view.address("/exports/" + plan.id), inside);
}

}  // namespace

std::vector<const Submission*> ExportAsked::chosen() const {
  std::vector<const Submission*> found;
  for (const Submission* said : may_go.talks)
    if (is_chosen(*this, *said)) found.push_back(said);
  return found;
}

ExportAsked export_draft(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                         int64_t now_ms) {
  ExportAsked asked;
  asked.readers = readers_of(visit.request.query, view, plan);
  asked.may_go =
      may_go(visit.words.content(), plan, view.folder.submissions, asked.readers, now_ms);
  if (!plan.asks_each)
    for (const Submission* said : asked.may_go.talks) asked.talks.push_back(said->id.value);
  return asked;
}

ExportAsked export_from_form(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                             int64_t now_ms) {
  ExportAsked asked;
  asked.readers = readers_of(visit.form, view, plan);
  asked.may_go =
      may_go(visit.words.content(), plan, view.folder.submissions, asked.readers, now_ms);
  asked.talks = all_of(visit.form, "talk");
  asked.has_notes = has_notes(plan) && visit.value("notes") == "yes";
  asked.yes = trimmed(visit.value("yes"));
  asked.format = visit.value("format") == "fhir" ? "fhir" : "pdf";
  const Words& words = visit.words;
  if (asked.chosen().empty() && !asked.may_go.talks.empty())
    asked.errors.push_back(
        {"talk-" + asked.may_go.talks.front()->id.value, words.plain("export.none_chosen")});
  if (asked.yes.empty()) asked.errors.push_back({"yes", words.plain("export.yes_missing")});
  if (asked.yes.size() > longest_yes)
    asked.errors.push_back(
        {"yes", words.filled("form.too_long", {{"field", words.plain("export.yes")}})});
  return asked;
}

PageContent export_page(const Visit& visit, const CitizenView& view, const ExportPlan& plan,
                        const ExportAsked& asked) {
  const Words& words = visit.words;
  Html content = paragraph(words("export." + plan.id + ".about")) + paragraph(words("export.rule"));
  const bool asks_who = plan.shared_with.empty();
  if (asks_who) content += people_form(visit, view, plan, asked);
  if (asked.may_go.kept_back > 0 && !(asks_who && asked.readers.empty()))
    content += paragraph(
        text(words.filled(asked.may_go.kept_back == 1 ? "export.kept_back_one" : "export.kept_back",
                          {{"count", std::to_string(asked.may_go.kept_back)},
                           {"who", receivers_of(words, plan, asked.readers)}})));
  if (!asked.may_go.talks.empty())
    content += choosing_form(visit, view, plan, asked);
  else if (!asks_who || !asked.readers.empty())
    content += paragraph(words("export.nothing_shared"));
  const std::string title = words.plain("export." + plan.id + ".title");
  PageContent made = citizen_frame(
      visit, view, Tab::exports,
      paragraph(element("a", {{"href", view.address("/exports")}}, words("export.back"))) +
          card("export", text(title), content),
      asked.errors);
  made.title += " – " + title;
  return made;
}

}  // namespace aktiv::casefile
