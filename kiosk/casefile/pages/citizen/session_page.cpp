// One session: how the screen was used, the screens, and every answer in the order in which it was
// given.
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/corrections_card.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int answer_px = 40;

Html shown_cards(const Words& words, const AnswerRecord& answer) {
  Html list;
  for (const auto& shown : answer.shown)
    list += element("li", card_with_name(words, shown, answer_px));
  return list.empty() ? Html() : element("ul", {{"class", "cards"}}, list);
}

Html remarks(const Words& words, const AnswerRecord& answer) {
  Html list;
  if (answer.is_mirror) list += element("li", words("answer.mirror"));
  if (answer.is_repeat) list += element("li", words("answer.repeat"));
  if (answer.moved > 1) list += element("li", words("answer.moved"));
  if (!answer.is_confirmed) list += element("li", words("answer.not_said_back"));
  return list.empty() ? Html() : element("ul", {{"class", "plain"}}, list);
}

// Going on after several were chosen is recorded too: it is no question that was passed by.
bool is_no_more(const std::vector<AnswerRecord>& answers, size_t at) {
  const AnswerRecord& answer = answers[at];
  return at > 0 && answer.choice == Choice::skipped && answer.card.empty() &&
         answers[at - 1].question == answer.question && answers[at - 1].choice == Choice::card;
}

Html answer_row(const Words& words, const std::vector<AnswerRecord>& answers, size_t at) {
  const AnswerRecord& answer = answers[at];
  return element(
      "tr", {{"data-answer", std::to_string(answer.number)}},
      element("th", {{"scope", "row"}}, text(std::to_string(answer.number))) +
          element("td", text(asked_words(words, answer))) +
          element("td", shown_cards(words, answer)) +
          element("td", is_no_more(answers, at) ? words("choice.no_more")
                                                : chosen_words(words, answer, answer_px)) +
          element("td", remarks(words, answer)));
}

Html fact(const Html& name, const Html& value) {
  return element("dt", name) + element("dd", value);
}

// The mentor is known here by a random id only; its beginning tells one mentor from another.
Html started_by(const Words& words, const Submission& said) {
  if (said.started_by.empty()) return {};
  constexpr size_t enough = 8;
  return fact(words("session.started_by"),
              element("span", {{"title", said.started_by.value}},
                      text(words.filled("session.mentor",
                                        {{"id", said.started_by.value.substr(0, enough)}}))));
}

Html facts(const Words& words, const CitizenView& view, const Submission& said) {
  return element(
      "dl", fact(words("sessions.when"), words.time(said.finished_ms)) +
                fact(words("sessions.way"), words("way." + std::to_string(said.way))) +
                fact(words("sessions.kiosk"), text(view.folder.kiosk_of(said.id))) +
                started_by(words, said) +
                fact(words("session.pressed"), text(pressed_words(words, said.pressed_by))) +
                fact(words("session.present"), text(present_words(words, said.present))) +
                fact(words("sessions.confirmed"), words(said.is_confirmed ? "yes" : "no")) +
                (view.is_shared()
                     ? Html()
                     : fact(words("sessions.shared"), text(readers_words(words, said.readers)))));
}

// What the citizen saw at the end and took home; and what else was said in the same conversation.
Html papers_card(const Words& words, const CitizenView& view, const Submission& shown,
                 bool has_poster) {
  const std::string address = view.session_address(shown.id);
  Html content;
  if (has_poster)
    content += poster_picture(view, shown.id,
                              words.filled("poster.alt", {{"tool", words.tool(shown.tool)}}),
                              large_poster_width);
  content += paragraph(element("a", {{"href", address + "/sheet.pdf"}}, words("sheet.open"))) +
             paragraph(words("sheet.about"), "muted");
  Html others;
  for (const Submission& said : view.folder.submissions) {
    if (said.conversation != shown.conversation || said.id == shown.id) continue;
    others += element(
        "li", element("a", {{"href", view.session_address(said.id)}}, text(words.tool(said.tool))));
  }
  if (!others.empty())
    content += element("h3", words("session.same_conversation")) +
               element("ul", {{"class", "plain"}}, others);
  return card("papers", words("sheet.title"), content);
}

}  // namespace

PageContent session_page(const Visit& visit, const CitizenView& view, const Submission& said,
                         const SessionParts& parts) {
  const Words& words = visit.words;
  Html rows;
  for (size_t at = 0; at < said.answers.size(); ++at) rows += answer_row(words, said.answers, at);
  Html head;
  for (const char* key :
       {"answer.number", "answer.question", "answer.shown", "answer.chosen", "answer.remarks"})
    head += element("th", {{"scope", "col"}}, words(key));
  PageContent content{words.filled("session.title", {{"tool", words.tool(said.tool)},
                                                     {"when", words.moment(said.finished_ms)}}),
                      {},
                      {},
                      200};
  content.main =
      paragraph(element("a", {{"href", view.address()}},
                        text(words.filled("session.back", {{"who", called(words, view.person,
                                                                          view.folder.signs)}})))) +
      card("facts", words("session.facts"),
           facts(words, view, said) + flag_list(words, said.findings.flags)) +
      (view.is_shared() ? Html() : corrections_of_talk(words, view, said.id)) +
      papers_card(words, view, said, parts.has_poster) + parts.screens +
      card("answers", words("session.answers"),
           wide("answers",
                element("table", {{"data-submission", said.id.value}},
                        element("caption", words("session.caption")) +
                            element("thead", element("tr", head)) + element("tbody", rows))));
  return content;
}

}  // namespace aktiv::casefile
