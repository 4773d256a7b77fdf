// One citizen: what the citizen said first, what the mentor saw apart from it, then sessions and
// the log.
#include "dialogue/model/words.h"
#include "kiosk/casefile/pages/citizens_page.h"
#include "kiosk/casefile/pages/danish_time.h"
#include "kiosk/casefile/pages/said_cards.h"
#include "kiosk/casefile/pages/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int sign_px = 72;

std::string summary(const Words& words, const Folder& folder) {
  if (folder.submissions.empty()) return words.plain("citizen.nothing_yet");
  const auto& newest = folder.submissions.front();
  const auto& oldest = folder.submissions.back();
  const std::string count = std::to_string(folder.submissions.size());
  return words.filled(folder.submissions.size() == 1 ? "citizen.one_answer" : "citizen.answers",
                      {{"count", count},
                       {"since", words.day(oldest.submission.finished_ms)},
                       {"last", words.moment(newest.submission.finished_ms)},
                       {"kiosk", newest.kiosk_name}});
}

Html header_of(const Visit& visit, const CitizenView& view) {
  return element("div", {{"class", "citizen"}},
                 sign_pictures(view.folder.signs, sign_px) +
                     paragraph(text(summary(visit.words, view.folder)), "muted"));
}

// The mentor's work on a goal: SMART without its A, which is the citizen's own.
Html plan_list(const Words& words, const GoalPlan& plan) {
  Html list;
  const auto add = [&](const char* key, const std::string& written) {
    if (!written.empty())
      list += element("dt", words(std::string("plan.") + key)) + element("dd", text(written));
  };
  add("specific", plan.specific);
  add("measurable", plan.measurable);
  add("realistic", plan.realistic);
  add("time_bound", plan.time_bound);
  if (plan.kind != GoalKind::undecided)
    add("kind", words.plain("plan.kind." + std::string(word(plan.kind))));
  add("intervention_goal", plan.intervention_goal);
  return paragraph(words("plan.title"), "seen") + element("dl", {{"class", "plan"}}, list);
}

Html observations_card(const Words& words, const std::vector<Observation>& observations) {
  Html list;
  for (const auto& seen : observations)
    list += element(
        "li",
        element("p", {{"class", "muted"}},
                words.time(seen.at_ms) +
                    (seen.seen_in == SeenIn::practice ? text(" · ") + words("seen_in.practice")
                                                      : Html()) +
                    text(" · " + pressed_words(words, seen.pressed_by) + " · " +
                         words.filled("present", {{"who", present_words(words, seen.present)}}))) +
            (seen.seen.empty() ? Html() : paragraph(text(seen.seen), "seen")) +
            (seen.plan ? plan_list(words, *seen.plan) : Html()));
  return card("mentor-view", words("mentor.title"),
              paragraph(words("mentor.explain"), "muted") +
                  (list.empty() ? paragraph(words("mentor.none"))
                                : element("ul", {{"class", "plain"}}, list)));
}

Html session_row(const Words& words, const Person& person, const KeptSubmission& kept) {
  const Submission& said = kept.submission;
  const std::string address = "/citizens/" + person.id + "/sessions/" + said.id.value;
  const auto cell = [](const Html& content) { return element("td", content); };
  return element("tr", {{"data-submission", said.id.value}},
                 element("th", {{"scope", "row"}},
                         element("a", {{"href", address}}, words.time(said.finished_ms))) +
                     cell(text(words.tool(said.tool))) +
                     cell(text(words.plain("way." + std::to_string(said.way)))) +
                     cell(text(kept.kiosk_name)) +
                     cell(words(said.is_confirmed ? "confirmed.yes" : "confirmed.no")) +
                     cell(text(readers_words(words, said.readers))));
}

Html sessions_card(const Words& words, const CitizenView& view) {
  const Folder& folder = view.folder;
  Html content;
  if (!folder.submissions.empty()) {
    Html rows;
    for (const auto& kept : folder.submissions) rows += session_row(words, view.person, kept);
    Html head;
    for (const char* key : {"sessions.when", "sessions.tool", "sessions.way", "sessions.kiosk",
                            "sessions.confirmed", "sessions.shared"})
      head += element("th", {{"scope", "col"}}, words(key));
    content += wide("sessions", element("table", element("caption", words("sessions.caption")) +
                                                     element("thead", element("tr", head)) +
                                                     element("tbody", rows)));
  } else {
    content += paragraph(words("sessions.none"));
  }
  for (const int64_t at_ms : folder.taken_back_ms)
    content += paragraph(text(words.filled("sessions.taken_back", {{"day", words.day(at_ms)}})));
  if (folder.unreadable > 0)
    content += paragraph(
        text(words.filled("sessions.unreadable", {{"count", std::to_string(folder.unreadable)}})));
  return card("sessions", words("sessions.title"), content);
}

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
    forms += post_form(
        visit, "/citizens/" + person.id + "/separate",
        void_element("input", {{"type", "hidden"}, {"name", "patient"}, {"value", patient}}) +
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
              wide("log", element("table", element("caption", words("log.caption")) +
                                               element("thead", element("tr", head)) +
                                               element("tbody", rows))));
}

}  // namespace

PageContent citizen_page(const Visit& visit, const CitizenView& view,
                         std::vector<FormError> errors) {
  const Words& words = visit.words;
  std::vector<Submission> submissions;
  for (const auto& kept : view.folder.submissions) submissions.push_back(kept.submission);
  const Wishes wishes = wishes_now(submissions, danish_day);

  PageContent content{words.filled("citizen.title", {{"code", short_code(view.person)}}),
                      {},
                      errors,
                      errors.empty() ? 200 : 422};
  content.heading = called(words, view.person, view.folder.signs);
  content.main = header_of(visit, view) +
                 element("div", {{"class", "columns"}},
                         wish_cards(words, view.person, wishes) +
                             observations_card(words, view.folder.observations)) +
                 said_cards(words, view.person, view.folder.submissions) +
                 sessions_card(words, view) +
                 card("person", words("link.title"),
                      name_form(visit, view.person, errors) + merge_form(visit, view) +
                          separate_forms(visit, view.person)) +
                 log_card(words, view);
  return content;
}

}  // namespace aktiv::casefile
