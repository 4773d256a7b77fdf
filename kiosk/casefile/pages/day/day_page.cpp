#include "kiosk/casefile/pages/day/day_page.h"

#include "kiosk/casefile/pages/citizen/changes_card.h"
#include "kiosk/casefile/pages/citizen/record_list.h"
#include "kiosk/casefile/pages/citizen/record_pages.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"

namespace aktiv::casefile {
namespace {

constexpr int guest_px = 88;
constexpr int large_guest_px = 200;

Html photo(const std::string& person, int size_px) {
  const std::string size = std::to_string(size_px);
  return void_element("img", {{"class", "portrait"},
                              {"src", "/day/" + person + "/photo.jpg"},
                              {"alt", ""},
                              {"width", size},
                              {"height", size}});
}

std::string visit_tool_name(const Words& words) {
  for (const ToolDefinition& tool : words.content().tools)
    if (tool.number == visit_tool) return words.tool(tool.id);
  return {};
}

// "9.30 · Værkstedet · Prøve"
std::string visit_words(const Words& words, const Record& visit) {
  std::string said;
  for (const char* field : {"time", "place"})
    if (const std::string value = visit.value(field); !value.empty()) said += value + " · ";
  return said + words.plain("form.visit.kind." + visit.value("kind"));
}

std::string answered_words(const Words& words, bool has_answered) {
  return words.filled(has_answered ? "day.answered" : "day.not_answered",
                      {{"tool", visit_tool_name(words)}});
}

Html arrival_item(const Words& words, const DayView& view, const Arrival& arrival) {
  const Person& person = arrival.guest.person;
  const bool has_answered = view.answered.contains(person.id);
  return element(
      "li", {{"class", "guest"}, {"data-person", person.id}},
      (arrival.guest.has_photo ? photo(person.id, guest_px) : Html()) +
          element("div",
                  element("h3", element("a", {{"href", "/day/" + person.id}}, text(person.name))) +
                      paragraph(text(visit_words(words, arrival.visit))) +
                      paragraph(text(answered_words(words, has_answered)), "muted")));
}

Html unnamed(const Words& words, int count) {
  if (count == 0) return {};
  return paragraph(text(words.filled(count == 1 ? "day.one_unnamed" : "day.unnamed",
                                     {{"count", std::to_string(count)}})));
}

Html day_links(const Words& words, const DayView& view) {
  const auto link = [&](const std::string& day, const char* key) {
    return element("li", element("a", {{"href", "/day?day=" + day}}, words(key)));
  };
  return element("nav", {{"class", "tabs"}, {"aria-label", words.plain("day.days")}},
                 element("ul", link(view.before, "day.before") +
                                   (view.is_today ? Html()
                                                  : element("li", element("a", {{"href", "/day"}},
                                                                          words("day.today")))) +
                                   link(view.after, "day.after")));
}

Html add_card(const Visit& visit, const DayView& view, const std::vector<FormError>& errors) {
  const Words& words = visit.words;
  if (view.list.others.empty()) return {};
  std::vector<Option> who;
  for (const Guest& guest : view.list.others) who.push_back({guest.person.id, guest.person.name});
  const InputField time{
      "time", words.plain("form.visit.time"), "text", "off", visit.value("time"), {}, false};
  return card("add", words("day.add"),
              post_form(visit, "/day/visits",
                        hidden_input("day", view.day) +
                            element("div", {{"class", "row"}},
                                    labelled_select("person", words.plain("day.who"), who,
                                                    words.plain("day.who_hint")) +
                                        labelled_input(time, errors)) +
                            button(words("day.add_do"))));
}

Html answer_card(const Words& words, const GuestView& view) {
  return card(
      "answered", text(visit_tool_name(words)),
      paragraph(text(answered_words(words, view.has_answered))) +
          (view.shared_answer.empty() ? Html()
                                      : paragraph(element("a", {{"href", view.shared_answer}},
                                                          words("guest.see_answer")))));
}

Html visits_list(const Words& words, const std::vector<Record>& visits) {
  if (visits.empty()) return paragraph(words("guest.no_visit"), "muted");
  Html list;
  for (const Record& visit : visits) list += element("li", text(visit_words(words, visit)));
  return element("ul", {{"class", "plain"}}, list);
}

}  // namespace

PageContent day_page(const Visit& visit, const DayView& view, std::vector<FormError> errors) {
  const Words& words = visit.words;
  const int status = errors.empty() ? 200 : 422;
  const std::string title = words.filled("day.title", {{"day", words.iso_day_words(view.day)}});
  Html list;
  for (const Arrival& arrival : view.list.arrivals) list += arrival_item(words, view, arrival);
  PageContent content{title, {}, std::move(errors), status};
  content.main = help_card(visit, view.help) + day_links(words, view) +
                 card("guests", words("day.guests"),
                      paragraph(words("day.explain"), "muted") +
                          (list.empty() ? paragraph(words("day.none"))
                                        : element("ul", {{"class", "plain guests"}}, list)) +
                          unnamed(words, view.list.unnamed)) +
                 add_card(visit, view, content.errors);
  return content;
}

PageContent guest_page(const Visit& visit, const GuestView& view) {
  const Words& words = visit.words;
  const CitizenView& citizen = view.citizen;
  PageContent content{
      words.filled("guest.title", {{"code", short_code(citizen.person)}}), {}, {}, 200};
  content.heading = citizen.person.name;
  content.main = paragraph(element("a", {{"href", "/day"}}, words("guest.back"))) +
                 element("div", {{"class", "citizen"}},
                         (view.has_photo ? photo(citizen.person.id, large_guest_px) : Html()) +
                             element("div", visits_list(words, view.visits))) +
                 paragraph(words("guest.only"), "muted") +
                 element("div", {{"class", "columns"}},
                         element("div", answer_card(words, view) +
                                            record_card(words, citizen, "day_seen", "day")) +
                             element("div", changes_card(words, citizen) +
                                                record_card(words, citizen, "vrap", "day")));
  return content;
}

}  // namespace aktiv::casefile
