#include "kiosk/casefile/pages/citizen/record_pages.h"

#include <algorithm>
#include <set>

#include "dialogue/content/phrases.h"
#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/staff/told_plan.h"

namespace aktiv::casefile {
namespace {

constexpr int rows_of_lines = 5;

std::string key_of(const Form& form, const std::string& tail) {
  return "form." + form.id + "." + tail;
}

// What is wrong with what was written in the field; nullptr: nothing.
const char* fault_of(const Content& content, const FormField& field, const std::string& value) {
  if (value.empty()) return field.is_must ? "form.must" : nullptr;
  if (field.kind == FieldKind::choice) return field.has_choice(value) ? nullptr : "form.must";
  if (field.kind == FieldKind::card)
    return content.card({field.deck, value}) != nullptr ? nullptr : "form.must";
  if (field.kind == FieldKind::day) return parse_day(value) ? nullptr : "search.no_day";
  if (field.most_words > 0 && words_in(value) > field.most_words) return "form.too_many_words";
  return value.size() > longest(field.kind) ? "form.too_long" : nullptr;
}

std::string hint_of(const Words& words, const Form& form, const FormField& field) {
  const auto* hint =
      words.content().texts.find(words.language(), "casefile." + key_of(form, field.id) + ".hint");
  return hint == nullptr ? std::string() : *hint;
}

Html input_of(const Words& words, const Form& form, const FormField& field,
              const RecordDraft& draft) {
  const std::string label = words.plain(key_of(form, field.id));
  const std::string hint = hint_of(words, form, field);
  const std::string value = draft.record.value(field.id);
  if (field.kind == FieldKind::choice) {
    std::vector<Option> options;
    if (!field.is_must) options.push_back({"", words.plain("form.no_choice")});
    for (const std::string& choice : field.choices)
      options.push_back({choice, words.plain(key_of(form, field.id + "." + choice))});
    return labelled_select(field.id, label, options, hint, value);
  }
  if (field.kind == FieldKind::card) {
    std::vector<Option> options = {{"", words.plain("form.no_choice")}};
    for (const Card& card : words.content().deck(field.deck)->cards)
      options.push_back({card.ref.id, words.card(card.ref)});
    return labelled_select(field.id, label, options, hint, value);
  }
  const std::string shown = field.is_must ? label : words.filled("form.may", {{"field", label}});
  const char* type = field.kind == FieldKind::day ? "date" : "text";
  const InputField input{field.id, shown, type, "off", value, hint, field.is_must};
  return field.kind == FieldKind::lines ? labelled_text_area(input, rows_of_lines, draft.errors)
                                        : labelled_input(input, draft.errors);
}

Html form_of(const Visit& visit, const CitizenView& view, const Form& form,
             const RecordDraft& draft) {
  const Record& record = draft.record;
  Html inside =
      hidden_input("about", record.about) + hidden_input("version", std::to_string(draft.version));
  for (const FormField& field : form.fields)
    if (field.is_asked) inside += input_of(visit.words, form, field, draft);
  const std::string address =
      view.address(record.id.empty() ? "/write/" + form.id : "/records/" + record.id + "/change");
  return post_form(visit, address, inside + button(visit.words("form.keep")));
}

Html take_out_card(const Visit& visit, const CitizenView& view, const RecordDraft& draft) {
  if (draft.record.id.empty()) return {};
  const Words& words = visit.words;
  return card("take-out", words("form.take_out"),
              paragraph(words("form.take_out_explain")) +
                  post_form(visit, view.address("/records/" + draft.record.id + "/take-out"),
                            hidden_input("version", std::to_string(draft.version)) +
                                button(words("form.take_out"), "quiet")));
}

Html theirs_card(const Words& words, const CitizenView& view, const Form& form,
                 const RecordDraft& draft) {
  if (!draft.theirs) return {};
  return card("theirs", words("form.theirs"),
              paragraph(words("form.theirs_explain")) +
                  record_facts(words, form, draft.theirs->record) +
                  paragraph(text(written_words(words, view, draft.theirs->record)), "muted"));
}

// "Pårørende (mor) · skrevet af Mette, 22. nov. 2026"
Html note_origin(const Words& words, const CitizenView& view, const Record& note) {
  std::string whose = words.plain("form.note.whose." + note.value("whose"));
  if (const std::string who = note.value("who"); !who.empty()) whose += " (" + who + ")";
  return element("p", {{"class", "muted origin"}},
                 element("strong", text(whose)) + text(" · " + written_words(words, view, note)));
}

}  // namespace

RecordDraft draft_from_address(const Visit& visit, const Form& form) {
  RecordDraft draft;
  draft.record.form = form.id;
  draft.record.about = field(visit.request.query, "about").value_or("");
  for (const FormField& one : form.fields) {
    const std::string value = field(visit.request.query, one.id).value_or("");
    if (!value.empty() && fault_of(visit.words.content(), one, value) == nullptr)
      draft.record.values[one.id] = value;
  }
  return draft;
}

RecordDraft draft_from_form(const Visit& visit, const Form& form) {
  RecordDraft draft;
  draft.record.form = form.id;
  draft.record.about = visit.value("about");
  draft.version = number_in(visit.value("version"));
  for (const FormField& one : form.fields) {
    if (!one.is_asked) continue;
    const std::string value = trimmed(visit.value(one.id));
    if (!value.empty()) draft.record.values[one.id] = value;
    if (const char* fault = fault_of(visit.words.content(), one, value))
      draft.errors.push_back(
          {one.id,
           visit.words.filled(fault, {{"field", visit.words.plain(key_of(form, one.id))}})});
  }
  return draft;
}

PageContent record_page(const Visit& visit, const CitizenView& view, const Form& form,
                        const RecordDraft& draft) {
  const Words& words = visit.words;
  const bool is_new = draft.record.id.empty();
  PageContent content{words.filled(is_new ? "form.new_title" : "form.change_title",
                                   {{"form", words.plain(key_of(form, "title"))},
                                    {"code", short_code(view.person)}}),
                      {},
                      draft.errors,
                      draft.theirs           ? 409
                      : draft.errors.empty() ? 200
                                             : 422};
  const std::string back =
      words.filled("session.back", {{"who", called(words, view.person, view.folder.signs)}});
  content.main = paragraph(element(
                     "a", {{"href", view.address(view.is_at_day_centre() ? "" : tail_of(form.id))}},
                     text(back))) +
                 theirs_card(words, view, form, draft) +
                 element("div", {{"class", "card"}},
                         paragraph(words(key_of(form, "about")), "muted") +
                             form_of(visit, view, form, draft)) +
                 take_out_card(visit, view, draft);
  return content;
}

std::string tail_of(const std::string& form) {
  if (form == "note") return "";
  if (form == "export") return "/exports";
  if (form == "day_centre_sees") return "/people";
  if (form == "day_seen") return "/visits";
  if (form == "correction") return "/sessions";
  static const std::set<std::string> of_goals = {"goal", "step",   "follow_up",
                                                 "vrap", "change", "change_answer"};
  return of_goals.contains(form) ? "/goals" : "/course";
}

std::string written_words(const Words& words, const CitizenView& view, const Record& record) {
  const auto found = view.names.find(record.author);
  return words.filled(
      record.is_changed ? "form.written_and_changed" : "form.written",
      {{"who", found == view.names.end() ? words.plain("form.somebody") : found->second},
       {"day", words.day(record.written_ms)}});
}

std::string field_words(const Words& words, const Record& record, const FormField& field) {
  const std::string value = record.value(field.id);
  if (value.empty()) return value;
  if (field.kind == FieldKind::choice)
    return words.plain("form." + record.form + "." + field.id + "." + value);
  if (field.kind == FieldKind::card) return words.card({field.deck, value});
  return field.kind == FieldKind::day ? words.iso_day_words(value) : value;
}

Html record_facts(const Words& words, const Form& form, const Record& record,
                  const std::vector<std::string>& without) {
  Html list;
  for (const FormField& field : form.fields) {
    if (std::ranges::find(without, field.id) != without.end()) continue;
    const std::string value = field_words(words, record, field);
    if (!value.empty())
      list += element("dt", words(key_of(form, field.id))) +
              element("dd", {{"class", "seen"}}, text(value));
  }
  return list.empty() ? Html() : element("dl", {{"class", "plan"}}, list);
}

Html change_link(const Words& words, const CitizenView& view, const Record& record) {
  return element(
      "a",
      {{"href", view.address("/records/" + record.id)},
       {"aria-label",
        words.filled("form.change_this", {{"form", words.plain("form." + record.form + ".title")},
                                          {"day", words.day(record.written_ms)}})}},
      words("form.change"));
}

Html origin_line(const Words& words, const CitizenView& view, const Form& form,
                 const Record& record) {
  const std::string written = written_words(words, view, record);
  return paragraph(
      form.is_by_hand ? text(written + " · ") + change_link(words, view, record) : text(written),
      "muted origin");
}

Html notes_under(const Words& words, const CitizenView& view, std::string_view heading) {
  Html list;
  for (const KeptRecord& kept : view.folder.records) {
    const Record& note = kept.record;
    if (note.form != "note" || note.value("heading") != heading) continue;
    list += element("li", {{"data-record", note.id}},
                    note_origin(words, view, note) + paragraph(text(note.value("text")), "seen") +
                        paragraph(change_link(words, view, note)));
  }
  const std::string key(heading);
  return element(
      "div", {{"class", "staff"}},
      element("h3", words("note.title")) +
          (list.empty() ? paragraph(words("note.none"), "muted")
                        : element("ul", {{"class", "plain"}}, list)) +
          paragraph(element("a", {{"href", view.address("/write/note?heading=" + key)}},
                            text(words.filled("note.write_under",
                                              {{"heading", words.plain("heading." + key)}})))));
}

}  // namespace aktiv::casefile
