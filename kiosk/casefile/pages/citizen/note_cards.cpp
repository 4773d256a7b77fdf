#include "kiosk/casefile/pages/citizen/note_cards.h"

#include <charconv>

#include "dialogue/content/phrases.h"

namespace aktiv::casefile {
namespace {

constexpr int note_rows = 8;

std::string whose_key(Whose whose) {
  return "note.whose." + std::string(word(whose));
}

std::string name_of(const CitizenView& view, const Words& words, const std::string& account) {
  const auto found = view.names.find(account);
  return found == view.names.end() ? words.plain("note.somebody") : found->second;
}

// "Pårørende (mor) · skrevet af Mette, 22. nov. 2026"
Html origin_of(const Words& words, const CitizenView& view, const Note& note) {
  std::string whose = words.plain(whose_key(note.whose));
  if (!note.who.empty()) whose += " (" + note.who + ")";
  const std::string written = words.filled(
      note.is_changed ? "note.written_and_changed" : "note.written",
      {{"who", name_of(view, words, note.author)}, {"day", words.day(note.written_ms)}});
  return element("p", {{"class", "muted origin"}},
                 element("strong", text(whose)) + text(" · " + written));
}

Html hidden(const char* name, const std::string& value) {
  return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html form_of(const Visit& visit, const CitizenView& view, const NoteDraft& draft) {
  const Words& words = visit.words;
  const Note& note = draft.note;
  std::vector<Option> whose;
  for (const Whose one : all_whose)
    whose.push_back({std::string(word(one)), words.plain(whose_key(one))});
  const std::string address =
      view.address(note.id.empty() ? "/notes/new" : "/notes/" + note.id + "/change");
  return post_form(
      visit, address,
      hidden("heading", std::string(word(note.heading))) +
          hidden("version", std::to_string(draft.version)) +
          labelled_select("whose", words.plain("note.whose"), whose, words.plain("note.whose_hint"),
                          std::string(word(note.whose))) +
          labelled_input({"who", words.plain("note.who"), "text", "off", note.who,
                          words.plain("note.who_hint"), false},
                         draft.errors) +
          labelled_text_area({"text", words.plain("note.text"), "", "", note.text,
                              words.plain("note.text_hint"), true},
                             note_rows, draft.errors) +
          button(words("note.keep")));
}

Html take_out_form(const Visit& visit, const CitizenView& view, const NoteDraft& draft) {
  if (draft.note.id.empty()) return {};
  const Words& words = visit.words;
  return card("take-out", words("note.take_out_title"),
              paragraph(words("note.take_out_explain")) +
                  post_form(visit, view.address("/notes/" + draft.note.id + "/take-out"),
                            hidden("version", std::to_string(draft.version)) +
                                button(words("note.take_out"), "quiet")));
}

Html theirs_card(const Words& words, const CitizenView& view, const NoteDraft& draft) {
  if (!draft.theirs) return {};
  return card("theirs", words("note.theirs"),
              paragraph(words("note.theirs_explain")) + origin_of(words, view, draft.theirs->note) +
                  paragraph(text(draft.theirs->note.text), "seen"));
}

int64_t number_in(const std::string& text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Html notes_under(const Words& words, const CitizenView& view, Heading heading) {
  Html list;
  for (const KeptNote& kept : view.folder.notes) {
    if (kept.note.heading != heading) continue;
    list += element(
        "li", {{"data-note", kept.note.id}},
        origin_of(words, view, kept.note) + paragraph(text(kept.note.text), "seen") +
            paragraph(element(
                "a",
                {{"href", view.address("/notes/" + kept.note.id)},
                 {"aria-label",
                  words.filled("note.change_this", {{"day", words.day(kept.note.written_ms)}})}},
                words("note.change"))));
  }
  const std::string key(word(heading));
  return element(
      "div", {{"class", "staff"}},
      element("h3", words("note.title")) +
          (list.empty() ? paragraph(words("note.none"), "muted")
                        : element("ul", {{"class", "plain"}}, list)) +
          paragraph(element("a", {{"href", view.address("/notes/new?heading=" + key)}},
                            text(words.filled("note.write_under",
                                              {{"heading", words.plain("heading." + key)}})))));
}

PageContent note_page(const Visit& visit, const CitizenView& view, const NoteDraft& draft) {
  const Words& words = visit.words;
  const std::string heading = words.plain("heading." + std::string(word(draft.note.heading)));
  const std::string code = short_code(view.person);
  PageContent content{words.filled(draft.note.id.empty() ? "note.new_title" : "note.change_title",
                                   {{"heading", heading}, {"code", code}}),
                      {},
                      draft.errors,
                      draft.theirs           ? 409
                      : draft.errors.empty() ? 200
                                             : 422};
  content.main =
      paragraph(element("a", {{"href", view.address()}},
                        text(words.filled("session.back", {{"who", called(words, view.person,
                                                                          view.folder.signs)}})))) +
      theirs_card(words, view, draft) +
      element("div", {{"class", "card"}},
              paragraph(words("note.apart"), "muted") + form_of(visit, view, draft)) +
      take_out_form(visit, view, draft);
  return content;
}

NoteDraft note_from_form(const Visit& visit) {
  NoteDraft draft;
  draft.note.heading = heading_of(visit.value("heading")).value_or(Heading::dreams);
  draft.note.whose = whose_of(visit.value("whose")).value_or(Whose::mentor);
  draft.note.who = trimmed(visit.value("who"));
  draft.note.text = trimmed(visit.value("text"));
  draft.version = number_in(visit.value("version"));
  const Words& words = visit.words;
  if (draft.note.text.empty()) draft.errors.push_back({"text", words.plain("note.no_text")});
  if (draft.note.text.size() > longest_note)
    draft.errors.push_back({"text", words.plain("note.long_text")});
  if (draft.note.who.size() > longest_who)
    draft.errors.push_back({"who", words.plain("note.long_who")});
  return draft;
}

}  // namespace aktiv::casefile
