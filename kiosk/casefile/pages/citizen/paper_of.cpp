#include "kiosk/casefile/pages/citizen/paper_of.h"

#include <algorithm>

#include "dialogue/insight/certainty.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/pages/citizen/said_text.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {
namespace {

using Talks = std::vector<const Submission*>;

struct Composing {
  const Words& words;
  const CitizenView& view;
  const Talks& talks;
  bool has_notes;
};

std::string sentence(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

// "Valg på skærmen: Kan lide?, 22. nov. 2026. Gentaget. Sagt tilbage. Borgeren trykkede." The way
// in which it was asked is the session's and no trait of the citizen: it is not handed on.
std::string source_words(const Composing& composing, const Submission& said, bool is_own_words) {
  const auto& [words, view, talks, has_notes] = composing;
  const auto& all = view.folder.submissions;
  std::string source =
      words.filled(is_own_words ? "export.source.own_words" : "export.source.screen",
                   {{"tool", words.tool(said.tool)}, {"day", words.day(said.finished_ms)}});
  const auto newest = std::ranges::find(all, said.tool, &Submission::tool);
  if (newest != all.end() && newest->id == said.id)
    source += " " + sentence(words.certainty(certainty_over_days(said.tool, all, danish_day)));
  source += " " + words.plain(said.is_confirmed ? "wish.said_back" : "wish.not_said_back");
  source += " " + sentence(pressed_words(words, said.pressed_by));
  for (const Flag flag : said.findings.flags) source += " " + sentence(words.flag(flag));
  return source;
}

void add_talk(const Composing& composing, const Submission& said, PaperSection& section) {
  section.talks.push_back(said.id);
  for (SaidText& one : said_texts(composing.words, said))
    section.lines.push_back({std::move(one.asked), std::move(one.text),
                             source_words(composing, said, one.is_own_words)});
}

// What the mentor saw during the talk, or in practice.
void add_seen(const Composing& composing, const Submission& said, PaperSection& section) {
  const auto& [words, view, talks, has_notes] = composing;
  for (const Observation& seen : view.folder.observations) {
    if (seen.conversation != said.conversation || seen.seen.empty()) continue;
    section.lines.push_back(
        {words.plain("export.seen"), seen.seen,
         words.filled(
             seen.seen_in == SeenIn::practice ? "export.source.practice" : "export.source.seen",
             {{"day", words.day(seen.at_ms)}})});
  }
}

bool is_of_a_talk(const Composing& composing, const Record& record) {
  return std::ranges::any_of(composing.talks, [&](const Submission* said) {
    return record.about.starts_with(said->id.value);
  });
}

std::string fields_of(const Words& words, const Form& form, const Record& record) {
  std::string all;
  for (const FormField& field : form.fields) {
    const std::string value = field_words(words, record, field);
    if (value.empty()) continue;
    all +=
        (all.empty() ? "" : "\n") + words.plain("form." + form.id + "." + field.id) + ": " + value;
  }
  return all;
}

PaperLine staff_line(const Composing& composing, const Form& form, const Record& record) {
  const Words& words = composing.words;
  return {words.plain("form." + form.id + ".title"), fields_of(words, form, record),
          words.filled("export.source.staff",
                       {{"written", written_words(words, composing.view, record)}})};
}

void add_records(const Composing& composing, const std::string& wanted, PaperSection& section) {
  const auto& [words, view, talks, has_notes] = composing;
  const Form* form = view.forms->find(wanted);
  if (form == nullptr) return;
  for (const KeptRecord& kept : view.folder.records) {
    const Record& record = kept.record;
    const bool may_stand = record.about.empty() ? has_notes : is_of_a_talk(composing, record);
    if (record.form == wanted && may_stand)
      section.lines.push_back(staff_line(composing, *form, record));
  }
}

void add_notes(const Composing& composing, const std::string& heading, PaperSection& section) {
  const auto& [words, view, talks, has_notes] = composing;
  for (const KeptRecord& kept : view.folder.records) {
    const Record& note = kept.record;
    if (note.form != "note" || note.value("heading") != heading) continue;
    std::string whose = words.plain("form.note.whose." + note.value("whose"));
    if (const std::string who = note.value("who"); !who.empty()) whose += " (" + who + ")";
    section.lines.push_back(
        {whose, note.value("text"),
         words.filled("export.source.staff", {{"written", written_words(words, view, note)}})});
  }
}

// What the citizen says was not so stands right below what it is about.
void add_corrections(const Composing& composing, const Submission& said, PaperSection& section) {
  const Form* form = composing.view.forms->find("correction");
  if (form == nullptr) return;
  for (const KeptRecord& kept : composing.view.folder.records)
    if (kept.record.form == form->id && kept.record.about == said.id.value)
      section.lines.push_back(staff_line(composing, *form, kept.record));
}

PaperSection section_of(const Composing& composing, const ExportSection& wanted) {
  PaperSection section;
  section.heading = composing.words.plain("export.section." + wanted.id);
  for (const int number : wanted.talks)
    for (const Submission* said : composing.talks) {
      const ToolDefinition* tool = composing.words.content().tool(said->tool);
      if (tool == nullptr || tool->number != number) continue;
      add_talk(composing, *said, section);
      add_corrections(composing, *said, section);
      if (number == visit_tool) add_seen(composing, *said, section);
    }
  for (const std::string& form : wanted.forms) add_records(composing, form, section);
  if (composing.has_notes && !wanted.notes.empty()) add_notes(composing, wanted.notes, section);
  return section;
}

}  // namespace

std::string receivers_of(const Words& words, const ExportPlan& plan,
                         const std::vector<std::string>& readers) {
  if (!plan.shared_with.empty()) return words.plain("export." + plan.id + ".to");
  std::vector<std::string> names;
  for (const std::string& reader : readers) names.push_back(words.card({"people", reader}));
  return words.listed(names);
}

Paper paper_of(const Words& words, const CitizenView& view, const ExportPlan& plan,
               const PaperWanted& wanted) {
  Paper paper;
  paper.language = words.language();
  paper.title = words.plain("export." + plan.id + ".title");
  paper.nothing = words.plain("export.nothing");
  paper.about = {called(words, view.person, view.folder.signs),
                 words.filled("export.made", {{"who", wanted.author},
                                              {"day", words.day(wanted.now_ms)},
                                              {"to", receivers_of(words, plan, wanted.readers)}}),
                 words.plain("export.rule")};
  const Composing composing{words, view, wanted.talks, wanted.has_notes};
  for (const ExportSection& section : plan.sections)
    paper.sections.push_back(section_of(composing, section));
  return paper;
}

}  // namespace aktiv::casefile
