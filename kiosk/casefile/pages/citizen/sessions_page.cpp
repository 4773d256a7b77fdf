// Years of talks, looked through by words, tool and days; twenty-five on a page.
#include <algorithm>
#include <map>
#include <utility>

#include "kiosk/casefile/endpoint/instant.h"
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/danish_time.h"
#include "kiosk/casefile/wishes/sought.h"

namespace aktiv::casefile {
namespace {

constexpr size_t talks_a_page = 25;
constexpr size_t most_where = 4;

struct Search {
  Wanted wanted;
  std::string from;  // as it was written
  std::string to;
  size_t page = 1;
  std::vector<FormError> errors;
};

std::string asked(const Visit& visit, const char* name) {
  return field(visit.request.query, name).value_or("");
}

std::optional<int64_t> day_in(const Visit& visit, const std::string& written, const char* id,
                              std::vector<FormError>& errors) {
  if (written.empty()) return std::nullopt;
  const auto ms = parse_day(written);
  if (!ms) {
    errors.push_back({id, visit.words.plain("search.no_day")});
    return std::nullopt;
  }
  return danish_day(*ms);
}

Search search_of(const Visit& visit) {
  Search search;
  search.wanted.words = asked(visit, "words");
  search.wanted.tool = asked(visit, "tool");
  search.from = asked(visit, "from");
  search.to = asked(visit, "to");
  search.wanted.from = day_in(visit, search.from, "from", search.errors);
  search.wanted.to = day_in(visit, search.to, "to", search.errors);
  search.wanted.is_said_back = asked(visit, "said_back") == "yes";
  search.wanted.has_flag = asked(visit, "flag") == "yes";
  search.page = static_cast<size_t>(std::max<int64_t>(number_in(asked(visit, "page"), 1), 1));
  return search;
}

// Everything in a talk that has a name here, and every word of the citizen's own. Names stand in
// talk after talk: each is looked up once.
class TalkTexts {
 public:
  TalkTexts(const Words& words, const Folder& folder) : words_(words), folder_(folder) {}

  std::vector<std::string_view> of(const Submission& said) {
    std::vector<std::string_view> texts = {tool(said.tool), folder_.kiosk_of(said.id)};
    for (const AnswerRecord& answer : said.answers) {
      if (!answer.card.empty()) texts.push_back(card(answer.card));
      if (answer.choice == Choice::place) texts.push_back(place(answer));
      if (!answer.own.text.empty()) texts.push_back(answer.own.text);
    }
    return texts;
  }

 private:
  const std::string& tool(const ToolId& id) {
    return once(tools_, id, [&] { return words_.tool(id); });
  }
  const std::string& card(const CardRef& ref) {
    return once(cards_, ref, [&] { return words_.card(ref); });
  }
  const std::string& place(const AnswerRecord& answer) {
    return once(places_, std::pair(answer.place, answer.places),
                [&] { return place_words(words_, answer.place, answer.places); });
  }
  template <class Key, class Make>
  static const std::string& once(std::map<Key, std::string>& known, const Key& key, Make make) {
    const auto found = known.find(key);
    return found != known.end() ? found->second : known.emplace(key, make()).first->second;
  }

  const Words& words_;
  const Folder& folder_;
  std::map<ToolId, std::string> tools_;
  std::map<CardRef, std::string> cards_;
  std::map<std::pair<std::string, std::vector<std::string>>, std::string> places_;
};

std::string address_of(const CitizenView& view, const Search& search, size_t page) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty())
      query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encode(value);
  };
  add("words", search.wanted.words);
  add("tool", search.wanted.tool);
  add("from", search.from);
  add("to", search.to);
  if (search.wanted.is_said_back) add("said_back", "yes");
  if (search.wanted.has_flag) add("flag", "yes");
  if (page > 1) add("page", std::to_string(page));
  return view.address("/sessions") + query;
}

Html search_form(const Visit& visit, const CitizenView& view, const Search& search) {
  const Words& words = visit.words;
  std::vector<Option> tools = {{"", words.plain("search.any_tool")}};
  for (const ToolDefinition& tool : words.content().tools)
    if (!view.all_of(words.content(), tool.number).empty())
      tools.push_back({tool.id.value, words.tool(tool.id)});
  return element(
      "form",
      {{"method", "get"},
       {"action", view.address("/sessions")},
       {"class", "search"},
       {"role", "search"},
       {"aria-label", words.plain("search.title")}},
      labelled_input({"words", words.plain("search.words"), "search", "off", search.wanted.words,
                      words.plain("search.words_hint"), false},
                     search.errors) +
          element(
              "div", {{"class", "row"}},
              labelled_select("tool", words.plain("sessions.tool"), tools, "", search.wanted.tool) +
                  labelled_input(
                      {"from", words.plain("search.from"), "date", "off", search.from, "", false},
                      search.errors) +
                  labelled_input(
                      {"to", words.plain("search.to"), "date", "off", search.to, "", false},
                      search.errors)) +
          element(
              "div", {{"class", "row"}},
              tick_box("said_back", "said_back", "yes", words("search.said_back"),
                       search.wanted.is_said_back) +
                  tick_box("flag", "flag", "yes", words("search.flag"), search.wanted.has_flag)) +
          button(words("search.do")));
}

Html where_cell(const std::vector<std::string_view>& where) {
  Html list;
  for (size_t i = 0; i < std::min(where.size(), most_where); ++i)
    list += element("li", text(where[i]));
  return element("td", list.empty() ? Html() : element("ul", {{"class", "plain"}}, list));
}

Html session_row(const Words& words, const CitizenView& view, const Found& found, bool has_where) {
  const Submission& said = *found.said;
  const auto cell = [](const Html& content) { return element("td", content); };
  return element(
      "tr", {{"data-submission", said.id.value}},
      element(
          "th", {{"scope", "row"}},
          element("a", {{"href", view.session_address(said.id)}}, words.time(said.finished_ms))) +
          cell(text(words.tool(said.tool))) + (has_where ? where_cell(found.where) : Html()) +
          cell(text(words.plain("way." + std::to_string(said.way)))) +
          cell(text(view.folder.kiosk_of(said.id))) +
          cell(words(said.is_confirmed ? "confirmed.yes" : "confirmed.no")) +
          cell(text(readers_words(words, said.readers))));
}

Html table_of(const Words& words, const CitizenView& view, const std::vector<Found>& found,
              const Search& search) {
  const bool has_where = !search.wanted.words.empty();
  const size_t first = (search.page - 1) * talks_a_page;
  const size_t last = std::min(found.size(), first + talks_a_page);
  Html rows;
  for (size_t i = first; i < last; ++i) rows += session_row(words, view, found[i], has_where);
  Html head;
  for (const char* key : {"sessions.when", "sessions.tool", "search.where", "sessions.way",
                          "sessions.kiosk", "sessions.confirmed", "sessions.shared"})
    if (has_where || std::string_view(key) != "search.where")
      head += element("th", {{"scope", "col"}}, words(key));
  return wide("sessions",
              element("table", element("caption", words("sessions.caption")) +
                                   element("thead", element("tr", head)) + element("tbody", rows)));
}

Html page_links(const Words& words, const CitizenView& view, const Search& search, size_t pages) {
  if (pages < 2) return {};
  Html links;
  if (search.page > 1)
    links +=
        element("a", {{"href", address_of(view, search, search.page - 1)}}, words("search.newer")) +
        markup(" ");
  links += text(words.filled(
      "search.page", {{"page", std::to_string(search.page)}, {"pages", std::to_string(pages)}}));
  if (search.page < pages)
    links += markup(" ") + element("a", {{"href", address_of(view, search, search.page + 1)}},
                                   words("search.older"));
  return element("nav", {{"class", "pages"}, {"aria-label", words.plain("search.pages")}},
                 paragraph(links));
}

Html found_words(const Words& words, const Search& search, size_t count) {
  if (search.wanted.empty()) return {};
  const std::string key = count == 0   ? "search.found_none"
                          : count == 1 ? "search.found_one"
                                       : "search.found";
  return element("p", {{"role", "status"}},
                 text(words.filled(key, {{"count", std::to_string(count)}})));
}

Html kept_apart(const Words& words, const Folder& folder) {
  Html lines;
  for (const int64_t at_ms : folder.taken_back_ms)
    lines += paragraph(text(words.filled("sessions.taken_back", {{"day", words.day(at_ms)}})));
  if (folder.unreadable > 0)
    lines += paragraph(
        text(words.filled("sessions.unreadable", {{"count", std::to_string(folder.unreadable)}})));
  return lines;
}

}  // namespace

PageContent sessions_page(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  Search search = search_of(visit);
  TalkTexts texts(words, view.folder);
  const auto found = sought(
      view.folder.submissions, search.wanted,
      [&](const Submission& said) { return texts.of(said); }, danish_day);
  const size_t pages = (found.size() + talks_a_page - 1) / talks_a_page;
  search.page = std::min(search.page, std::max<size_t>(pages, 1));
  Html content;
  if (view.folder.submissions.empty())
    content = paragraph(words("sessions.none"));
  else
    content = search_form(visit, view, search) + found_words(words, search, found.size()) +
              (found.empty() ? Html() : table_of(words, view, found, search)) +
              page_links(words, view, search, pages);
  return citizen_frame(
      visit, view, Tab::sessions,
      card("sessions", words("sessions.title"), content + kept_apart(words, view.folder)),
      search.errors);
}

}  // namespace aktiv::casefile
