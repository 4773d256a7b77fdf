#include "kiosk/casefile/pages/citizen/citizen_view.h"

#include <algorithm>
#include <array>

#include "dialogue/insight/certainty.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/casefile/pages/danish_time.h"

namespace aktiv::casefile {
namespace {

constexpr int sign_px = 72;

struct TabPlace {
  Tab tab;
  const char* tail;
  const char* key;
};
constexpr std::array tabs = {TabPlace{Tab::overview, "", "tab.overview"},
                             TabPlace{Tab::goals, "/goals", "tab.goals"},
                             TabPlace{Tab::course, "/course", "tab.course"},
                             TabPlace{Tab::offers, "/offers", "tab.offers"},
                             TabPlace{Tab::development, "/development", "tab.development"},
                             TabPlace{Tab::visits, "/visits", "tab.visits"},
                             TabPlace{Tab::people, "/people", "tab.people"},
                             TabPlace{Tab::sessions, "/sessions", "tab.sessions"},
                             TabPlace{Tab::exports, "/exports", "tab.exports"},
                             TabPlace{Tab::person, "/person", "tab.person"}};

bool is_of(const Content& content, const Submission& kept, int tool_number) {
  const ToolDefinition* tool = content.tool(kept.tool);
  return tool != nullptr && tool->number == tool_number;
}

std::string summary(const Words& words, const Folder& folder) {
  if (folder.submissions.empty()) return words.plain("citizen.nothing_yet");
  const auto& newest = folder.submissions.front();
  const auto& oldest = folder.submissions.back();
  const std::string count = std::to_string(folder.submissions.size());
  return words.filled(folder.submissions.size() == 1 ? "citizen.one_answer" : "citizen.answers",
                      {{"count", count},
                       {"since", words.day(oldest.finished_ms)},
                       {"last", words.moment(newest.finished_ms)},
                       {"kiosk", folder.kiosk_of(newest.id)}});
}

Html tab_links(const Words& words, const CitizenView& view, Tab here) {
  Html links;
  for (const TabPlace& place : tabs) {
    const std::string address = view.address(place.tail);
    links += element(
        "li", place.tab == here
                  ? element("a", {{"href", address}, {"aria-current", "page"}}, words(place.key))
                  : element("a", {{"href", address}}, words(place.key)));
  }
  return element("nav", {{"class", "tabs"}, {"aria-label", words.plain("tab.name")}},
                 element("ul", links));
}

std::string key_of(Tab wanted) {
  for (const TabPlace& place : tabs)
    if (place.tab == wanted) return place.key;
  return "";
}

// How sure it is, weighed over the days on which the same talk was held.
Certainty certainty_of(const CitizenView& view, const Submission& said) {
  return certainty_over_days(said.tool, view.folder.submissions, danish_day);
}

}  // namespace

const Submission* CitizenView::newest_of(const Content& content, int tool_number) const {
  for (const auto& kept : folder.submissions)
    if (is_of(content, kept, tool_number)) return &kept;
  return nullptr;
}

std::vector<const Submission*> CitizenView::all_of(const Content& content, int tool_number) const {
  std::vector<const Submission*> all;
  for (const auto& kept : folder.submissions)
    if (is_of(content, kept, tool_number)) all.push_back(&kept);
  return all;
}

PageContent citizen_frame(const Visit& visit, const CitizenView& view, Tab tab, const Html& main,
                          std::vector<FormError> errors) {
  const Words& words = visit.words;
  const int status = errors.empty() ? 200 : 422;
  std::string title = words.filled("citizen.title", {{"code", short_code(view.person)}});
  if (tab != Tab::overview) title += ": " + words.plain(key_of(tab));
  PageContent content{std::move(title), {}, std::move(errors), status};
  content.heading = called(words, view.person, view.folder.signs);
  content.main = element("div", {{"class", "citizen"}},
                         sign_pictures(view.folder.signs, sign_px) +
                             paragraph(text(summary(words, view.folder)), "muted")) +
                 tab_links(words, view, tab) + main;
  return content;
}

Html source_of(const Words& words, const CitizenView& view, const Submission& said) {
  WishSource source{said.id,         said.tool, said.finished_ms, said.is_confirmed,
                    said.pressed_by, {},        Change::unknown,  said.findings.flags};
  const auto newest = std::ranges::find(view.folder.submissions, said.tool, &Submission::tool);
  if (newest != view.folder.submissions.end() && newest->id == said.id)
    source.certainty = certainty_of(view, said);
  return source_line(words, view.session_address(said.id), source);
}

Html poster_picture(const CitizenView& view, const SubmissionId& talk, const std::string& words,
                    int width_px) {
  return void_element("img", {{"class", "poster"},
                              {"src", view.session_address(talk) + "/poster.png"},
                              {"alt", words},
                              {"width", std::to_string(width_px)},
                              {"height", std::to_string(width_px * 9 / 16)},
                              {"loading", "lazy"}});
}

}  // namespace aktiv::casefile
