// One session: how the screen was used, the screens, and every answer in the order in which it was
// given.
#include "kiosk/casefile/pages/citizens_page.h"
#include "kiosk/casefile/pages/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int answer_px = 40;

Html shown_cards(const Words& words, const AnswerRecord& answer) {
  Html list;
  for (const auto& shown : answer.shown)
    list += element("li", card_with_name(words, shown, answer_px));
  return list.empty() ? Html() : element("ul", {{"class", "cards"}}, list);
}

// A place of a list has its label there; the way to go on (film or visit) has its own words.
std::string place_words(const Words& words, const std::string& place) {
  if (place == "se_film" || place == "besoege") return words.plain("wish.way." + place);
  return words.label("like3." + place);
}

Html chosen(const Words& words, const AnswerRecord& answer) {
  switch (answer.choice) {
    case Choice::card:
      return card_with_name(words, answer.card, answer_px);
    case Choice::place: {
      const Html place = text(place_words(words, answer.place));
      if (answer.card.empty()) return place;
      return card_with_name(words, answer.card, answer_px) + markup(" → ") + place;
    }
    case Choice::none:
      return words("choice.none");
    case Choice::dont_know:
      return words("choice.dont_know");
    case Choice::unknown:
      return answer.card.empty() ? words("choice.unknown")
                                 : words("choice.unknown") + markup(": ") +
                                       card_with_name(words, answer.card, answer_px);
    case Choice::skipped:
      return words("choice.skipped");
    case Choice::both:
      return words("choice.both");
    case Choice::words:
      return element("q", text(answer.own.text));
    case Choice::date:
      return text(answer.date);
  }
  return {};
}

Html remarks(const Words& words, const AnswerRecord& answer) {
  Html list;
  if (answer.is_mirror) list += element("li", words("answer.mirror"));
  if (answer.is_repeat) list += element("li", words("answer.repeat"));
  if (answer.moved > 1) list += element("li", words("answer.moved"));
  if (!answer.is_confirmed) list += element("li", words("answer.not_said_back"));
  return list.empty() ? Html() : element("ul", {{"class", "plain"}}, list);
}

std::string question_words(const Words& words, const std::string& screen) {
  const auto& texts = words.content().texts;
  const auto* shown = texts.find(words.language(), screen + ".shown");
  if (!shown) return screen;
  if (shown->find('{') == std::string::npos) return *shown;
  // The card is the question; what was asked about it is heard after its own words.
  const auto* spoken = texts.find(words.language(), screen + ".spoken");
  const size_t asked = spoken ? spoken->rfind("} ") : std::string::npos;
  return asked == std::string::npos ? screen : spoken->substr(asked + 2);
}

Html answer_row(const Words& words, const AnswerRecord& answer) {
  return element("tr", {{"data-answer", std::to_string(answer.number)}},
                 element("th", {{"scope", "row"}}, text(std::to_string(answer.number))) +
                     element("td", text(question_words(words, answer.question))) +
                     element("td", shown_cards(words, answer)) +
                     element("td", chosen(words, answer)) + element("td", remarks(words, answer)));
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

Html facts(const Words& words, const KeptSubmission& kept) {
  const Submission& said = kept.submission;
  return element(
      "dl", fact(words("sessions.when"), words.time(said.finished_ms)) +
                fact(words("sessions.way"), words("way." + std::to_string(said.way))) +
                fact(words("sessions.kiosk"), text(kept.kiosk_name)) + started_by(words, said) +
                fact(words("session.pressed"), text(pressed_words(words, said.pressed_by))) +
                fact(words("session.present"), text(present_words(words, said.present))) +
                fact(words("sessions.confirmed"), words(said.is_confirmed ? "yes" : "no")) +
                fact(words("sessions.shared"), text(readers_words(words, said.readers))));
}

}  // namespace

PageContent session_page(const Visit& visit, const CitizenLine& citizen, const KeptSubmission& kept,
                         const Html& screens) {
  const Words& words = visit.words;
  const Submission& said = kept.submission;
  Html rows;
  for (const auto& answer : said.answers) rows += answer_row(words, answer);
  Html head;
  for (const char* key :
       {"answer.number", "answer.question", "answer.shown", "answer.chosen", "answer.remarks"})
    head += element("th", {{"scope", "col"}}, words(key));
  PageContent content{words.filled("session.title", {{"tool", words.tool(said.tool)},
                                                     {"when", words.moment(said.finished_ms)}}),
                      {},
                      {},
                      200};
  content.main = paragraph(element(
                     "a", {{"href", "/citizens/" + citizen.person.id}},
                     text(words.filled("session.back",
                                       {{"who", called(words, citizen.person, citizen.signs)}})))) +
                 card("facts", words("session.facts"),
                      facts(words, kept) + flag_list(words, said.findings.flags)) +
                 screens +
                 card("answers", words("session.answers"),
                      wide("answers", element("table", {{"data-submission", said.id.value}},
                                              element("caption", words("session.caption")) +
                                                  element("thead", element("tr", head)) +
                                                  element("tbody", rows))));
  return content;
}

}  // namespace aktiv::casefile
