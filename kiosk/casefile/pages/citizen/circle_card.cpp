#include "kiosk/casefile/pages/citizen/circle_card.h"

#include <algorithm>

#include "kiosk/casefile/pages/citizen/record_pages.h"

namespace aktiv::casefile {
namespace {

constexpr int list_picture_px = 48;

Html leave_form(const Visit& visit, const CitizenView& view, const CircleMember& member,
                const std::string& as) {
  return post_form(
      visit, view.address("/circle"),
      hidden_input("account", member.account) + hidden_input("as", as) +
          hidden_input("leave", "yes") +
          button(text(visit.words.filled("circle.leave", {{"who", member.name},
                                                          {"as", circle_words(visit.words, as)}})),
                 "quiet"));
}

Html members(const Visit& visit, const CitizenView& view) {
  Html rows;
  for (const CircleMember& member : view.circle)
    for (const std::string& as : member.as)
      rows += element(
          "tr", element("th", {{"scope", "row"}}, text(member.name)) +
                    element("td", text(circle_words(visit.words, as))) +
                    element("td", text(visit.words.day(member.since_ms))) +
                    element("td", {{"class", "actions"}}, leave_form(visit, view, member, as)));
  if (rows.empty()) return {};
  Html head;
  for (const char* key : {"circle.who", "circle.as", "circle.since", "account.actions"})
    head += element("th", {{"scope", "col"}}, visit.words(key));
  return wide("circle",
              element("table", element("caption", visit.words("circle.caption")) +
                                   element("thead", element("tr", head)) + element("tbody", rows)));
}

Html join_form(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  std::vector<Option> who;
  for (const auto& [id, name] : view.colleagues) who.push_back({id, name});
  std::vector<Option> as;
  for (const std::string& one : circle_choices(words.content()))
    as.push_back({one, circle_words(words, one)});
  return element("h3", words("circle.new")) +
         post_form(visit, view.address("/circle"),
                   element("div", {{"class", "row"}},
                           labelled_select("account", words.plain("circle.who"), who,
                                           words.plain("circle.who_hint"), visit.account->id) +
                               labelled_select("as", words.plain("circle.as"), as,
                                               words.plain("circle.as_hint"))) +
                       button(words("circle.do")));
}

// Why another mentor came, too.
Html joined(const Words& words, const CitizenView& view) {
  Html list;
  for (const KeptRecord& kept : view.folder.records)
    if (kept.record.form == "joined")
      list += element("li", text("“" + kept.record.value("why") + "” – " +
                                 written_words(words, view, kept.record)));
  return list.empty()
             ? Html()
             : element("h3", words("circle.joined")) + element("ul", {{"class", "plain"}}, list);
}

Html talk_row(const Words& words, const CitizenView& view, const Submission& said) {
  return element("tr", {{"data-submission", said.id.value}},
                 element("th", {{"scope", "row"}},
                         element("a", {{"href", view.session_address(said.id)}},
                                 words.time(said.finished_ms))) +
                     element("td", text(words.tool(said.tool))) +
                     element("td", words(said.is_confirmed ? "confirmed.yes" : "confirmed.no")));
}

Html talks_table(const Words& words, const CitizenView& view) {
  Html rows;
  for (const Submission& said : view.folder.submissions) rows += talk_row(words, view, said);
  Html head;
  for (const char* key : {"sessions.when", "sessions.tool", "sessions.confirmed"})
    head += element("th", {{"scope", "col"}}, words(key));
  return wide("talks",
              element("table", element("caption", words("shared.caption")) +
                                   element("thead", element("tr", head)) + element("tbody", rows)));
}

std::string listed_as(const Words& words, const std::vector<std::string>& as) {
  std::vector<std::string> names;
  for (const std::string& one : as) names.push_back(circle_words(words, one));
  return words.listed(names);
}

}  // namespace

std::string circle_words(const Words& words, const std::string& as) {
  return as == as_mentor ? words.plain("circle.mentor") : words.card(CardRef{"people", as});
}

std::vector<std::string> circle_choices(const Content& content) {
  std::vector<std::string> choices = {std::string(as_mentor)};
  if (const Deck* people = content.deck("people"))
    for (const Card& card : people->cards) choices.push_back(card.ref.id);
  return choices;
}

std::vector<std::string> mentors_in(const Circle& circle) {
  std::vector<std::string> names;
  for (const CircleMember& member : circle)
    if (member.is_as(as_mentor)) names.push_back(member.name);
  return names;
}

Html circle_card(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const bool has_mentor = !mentors_in(view.circle).empty();
  return card("circle", words("circle.title"),
              paragraph(words(has_mentor ? "circle.explain" : "circle.no_mentor")) +
                  members(visit, view) + joined(words, view) + join_form(visit, view));
}

PageContent join_page(const Visit& visit, const CitizenLine& citizen,
                      std::vector<FormError> errors) {
  const Words& words = visit.words;
  const InputField why{"why", words.plain("join.why"), "text",
                       "off", visit.value("why"),      words.plain("join.why_hint"),
                       true};
  PageContent content{words.filled("citizen.title", {{"code", short_code(citizen.person)}}) + ": " +
                          words.plain("join.title"),
                      {},
                      errors,
                      errors.empty() ? 403 : 422};
  content.heading = called(words, citizen.person, citizen.signs);
  content.main =
      element("div", {{"class", "citizen"}}, sign_pictures(citizen.signs, list_picture_px)) +
      card("join", words("join.title"),
           paragraph(text(words.filled("join.whose", {{"who", words.listed(citizen.mentors)}}))) +
               paragraph(words("join.explain")) +
               post_form(visit, "/citizens/" + citizen.person.id + "/join",
                         labelled_input(why, errors) + button(words("join.do")))) +
      paragraph(element("a", {{"href", "/citizens"}}, words("join.back")));
  return content;
}

PageContent shared_list_page(const Visit& visit, const std::vector<SharedLine>& lines) {
  const Words& words = visit.words;
  PageContent content{words.plain("shared.title"), paragraph(words("shared.explain")), {}, 200};
  if (lines.empty()) {
    content.main += paragraph(words("shared.none"));
    return content;
  }
  Html list;
  for (const auto& [citizen, as] : lines)
    list += element(
        "li",
        element("span", {{"class", "named"}},
                sign_pictures(citizen.signs, list_picture_px) +
                    element("a", {{"href", "/shared/" + citizen.person.id}},
                            text(called(words, citizen.person, citizen.signs)))) +
            paragraph(text(words.filled("shared.as", {{"as", listed_as(words, as)}})), "muted"));
  content.main += element("div", {{"class", "card"}}, element("ul", {{"class", "plain"}}, list));
  return content;
}

PageContent shared_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  PageContent content{words.filled("citizen.title", {{"code", short_code(view.person)}}) + ": " +
                          words.plain("shared.title"),
                      {},
                      {},
                      200};
  content.heading = called(words, view.person, view.folder.signs);
  content.main =
      element("div", {{"class", "citizen"}}, sign_pictures(view.folder.signs, list_picture_px)) +
      card("talks", words("shared.talks"),
           view.folder.submissions.empty() ? paragraph(words("shared.no_talks"))
                                           : talks_table(words, view)) +
      paragraph(element("a", {{"href", "/shared"}}, words("shared.back")));
  return content;
}

}  // namespace aktiv::casefile
