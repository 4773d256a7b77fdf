#include "kiosk/casefile/pages/citizens_page.h"

#include "dialogue/content/phrases.h"

namespace aktiv::casefile {
namespace {

constexpr int list_picture_px = 48;
constexpr int due_picture_px = 32;
constexpr int64_t coming_ms = 7LL * 86'400'000;

// Those that are due, or come within a week; the words say which, not a colour.
Html follow_ups_card(const Words& words, const FollowUps& follow_ups) {
  const std::string today = words.iso_day(follow_ups.now_ms);
  const std::string within = words.iso_day(follow_ups.now_ms + coming_ms);
  Html list;
  for (const auto& [citizen, day] : follow_ups.due) {
    if (day > within) continue;
    const char* key = day < today    ? "follow_up.overdue"
                      : day == today ? "follow_up.today"
                                     : "follow_up.coming";
    list += element("li", sign_pictures(citizen.signs, due_picture_px) +
                              element("a", {{"href", "/citizens/" + citizen.person.id + "/goals"}},
                                      text(called(words, citizen.person, citizen.signs))) +
                              text(": " + words.filled(key, {{"day", words.iso_day_words(day)}})));
  }
  if (list.empty()) return {};
  return card("due", words("follow_up.due"), element("ul", {{"class", "plain due"}}, list));
}

Html citizen_row(const Words& words, const CitizenLine& line) {
  const std::string name = called(words, line.person, line.signs);
  return element("tr",
                 element("td", {{"class", "sign"}}, sign_pictures(line.signs, list_picture_px)) +
                     element("th", {{"scope", "row"}},
                             element("a", {{"href", "/citizens/" + line.person.id}}, text(name))) +
                     element("td", text(short_code(line.person))) +
                     element("td", line.mentors.empty() ? words("citizens.no_mentor")
                                                        : text(words.listed(line.mentors))));
}

Html citizens_table(const Words& words, const std::vector<CitizenLine>& citizens, bool is_open,
                    const std::string& caption) {
  Html rows;
  for (const auto& line : citizens)
    if (line.is_open == is_open) rows += citizen_row(words, line);
  if (rows.empty()) return {};
  Html head;
  for (const char* key : {"citizens.sign", "citizens.name", "citizens.code", "citizens.mentor"})
    head += element("th", {{"scope", "col"}}, words(key));
  const std::string id = is_open ? "own" : "others";
  return element("div", {{"class", "card"}},
                 wide(id, element("table", element("caption", {{"id", id}}, text(caption)) +
                                               element("thead", element("tr", head)) +
                                               element("tbody", rows))));
}

}  // namespace

std::string short_code(const Person& person) {
  return person.id.substr(0, 8);
}

std::string called(const Words& words, const Person& person, const Signs& signs) {
  if (!person.name.empty()) return person.name;
  if (!signs.empty()) {
    std::vector<std::string> names;
    for (const auto& sign : signs) names.push_back(words.card(CardRef::parse(sign)));
    return words.listed(names);
  }
  return words.filled("citizen.without_name", {{"code", short_code(person)}});
}

Html sign_pictures(const Signs& signs, int size_px) {
  Html pictures;
  for (const auto& sign : signs) pictures += picture(sign, size_px);
  return pictures;
}

Html help_card(const Visit& visit, const std::vector<HelpMark>& help) {
  if (help.empty()) return {};
  const Words& words = visit.words;
  Html list;
  for (const auto& mark : help)
    list += element(
        "li",
        text(mark.kiosk_name + ": ") + words.time(mark.at_ms) + markup(" ") +
            post_form(visit, "/help-marks/" + mark.id + "/dismiss",
                      button(text(words.filled("help.dismiss", {{"kiosk", mark.kiosk_name}})))));
  return element("section", {{"class", "card help"}, {"aria-labelledby", "help"}},
                 element("h2", {{"id", "help"}}, words("help.title")) +
                     element("ul", {{"class", "plain"}}, list));
}

PageContent citizens_page(const Visit& visit, const std::vector<CitizenLine>& citizens,
                          const std::vector<HelpMark>& help, const FollowUps& follow_ups) {
  const Words& words = visit.words;
  PageContent content{words.plain("citizens.title"),
                      help_card(visit, help) + follow_ups_card(words, follow_ups),
                      {},
                      200};
  if (citizens.empty()) {
    content.main += paragraph(words("citizens.none"));
    return content;
  }
  content.main +=
      citizens_table(words, citizens, true,
                     words.filled("citizens.caption", {{"centre", visit.centre_name}})) +
      citizens_table(words, citizens, false, words.plain("citizens.others"));
  return content;
}

PageContent merge_page(const Visit& visit, const CitizenLine& stays, const CitizenLine& joins) {
  const Words& words = visit.words;
  const std::string a = called(words, stays.person, stays.signs);
  const std::string b = called(words, joins.person, joins.signs);
  const Html hidden = hidden_input("other", joins.person.id) + hidden_input("sure", "yes");
  PageContent content{
      words.filled("merge.title", {{"code", short_code(stays.person)}}), {}, {}, 200};
  content.main =
      paragraph(text(words.filled("merge.explain", {{"a", a}, {"b", b}}))) +
      post_form(visit, "/citizens/" + stays.person.id + "/merge",
                hidden + button(words("merge.do"))) +
      paragraph(element("a", {{"href", "/citizens/" + stays.person.id}}, words("merge.not")));
  return content;
}

}  // namespace aktiv::casefile
