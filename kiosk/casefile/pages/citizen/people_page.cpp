// Who is near, who may come to meetings, and who may see what: as the citizen chose it.
#include "kiosk/casefile/pages/answer_words.h"
#include "kiosk/casefile/pages/citizen/circle_card.h"
#include "kiosk/casefile/pages/citizen/citizen_view.h"
#include "kiosk/casefile/pages/citizen/record_list.h"
#include "kiosk/casefile/pages/citizen/said_cards.h"
#include "kiosk/casefile/pages/citizen/talk_items.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"

namespace aktiv::casefile {
namespace {

constexpr int person_px = 48;
constexpr int photo_px = 160;

Html near_card(const Words& words, const CitizenView& view, const Submission& said) {
  std::vector<SaidToQuestion> near = said_to_questions(said);
  std::erase_if(near, [](const SaidToQuestion& one) { return one.question == "t7_moede"; });
  return card("near", words("people.near"),
              (view.has_people_poster
                   ? poster_picture(view, said.id, words.plain("poster.alt_people"), poster_width)
                   : Html()) +
                  element("ul", {{"class", "plain"}}, question_items(words, near)) +
                  source_of(words, view, said));
}

Html meeting_card(const Words& words, const CitizenView& view, const Submission& said) {
  const auto wanted = cards_chosen(said, "t7_moede");
  Html content;
  if (!wanted.empty()) {
    content = card_list(words, wanted, person_px);
  } else {
    std::vector<SaidToQuestion> asked = said_to_questions(said);
    std::erase_if(asked, [](const SaidToQuestion& one) { return one.question != "t7_moede"; });
    content = asked.empty() ? paragraph(words("people.not_asked"))
                            : element("ul", {{"class", "plain"}}, question_items(words, asked));
  }
  return card("meetings", words("people.meetings"), content + source_of(words, view, said));
}

// Talk by talk, as it was said when the talk was kept: nobody else than citizen and mentor where
// nothing was chosen.
Html shared_card(const Words& words, const CitizenView& view) {
  Html rows;
  for (const Submission& said : view.folder.submissions) {
    if (said.readers.empty()) continue;
    rows += element("tr", element("th", {{"scope", "row"}},
                                  element("a", {{"href", view.session_address(said.id)}},
                                          text(words.tool(said.tool)))) +
                              element("td", text(words.day(said.finished_ms))) +
                              element("td", text(readers_words(words, said.readers))));
  }
  if (rows.empty())
    return card("shared", words("people.shared"), paragraph(words("people.not_shared")));
  Html head;
  for (const char* key : {"sessions.tool", "sessions.when", "people.may_see"})
    head += element("th", {{"scope", "col"}}, words(key));
  return card("shared", words("people.shared"),
              wide("shared", element("table", element("caption", words("people.shared_caption")) +
                                                  element("thead", element("tr", head)) +
                                                  element("tbody", rows))));
}

Html photo_card(const Visit& visit, const CitizenView& view) {
  const Words& words = visit.words;
  const Html shown = void_element("img", {{"class", "portrait"},
                                          {"src", view.address("/photo.jpg")},
                                          {"alt", words.plain("photo.alt")},
                                          {"width", std::to_string(photo_px)},
                                          {"height", std::to_string(photo_px)}});
  const Html away =
      post_form(visit, view.address("/photo"),
                hidden_input("take_away", "yes") + button(words("photo.take_away"), "quiet"));
  return card("photo-card", words("photo.title"),
              paragraph(words("photo.explain"), "muted") +
                  (view.has_photo ? shown + away : paragraph(words("photo.none"))) +
                  file_form(visit, view.address("/photo"),
                            {"photo", "image/jpeg,image/png", words("photo.file"),
                             words("photo.file_hint")},
                            words("photo.do")));
}

}  // namespace

PageContent people_page(const Visit& visit, const CitizenView& view,
                        std::vector<FormError> errors) {
  const Words& words = visit.words;
  const Submission* newest = view.newest_of(words.content(), people_tool);
  Html main;
  if (newest == nullptr)
    main = card("near", words("people.near"), paragraph(words("people.none")));
  else
    main = element("div", {{"class", "columns"}},
                   near_card(words, view, *newest) + meeting_card(words, view, *newest));
  return citizen_frame(
      visit, view, Tab::people,
      main + circle_card(visit, view) + shared_card(words, view) +
          element("div", {{"class", "columns"}},
                  record_card(words, view, "day_centre_sees", "") + photo_card(visit, view)),
      std::move(errors));
}

}  // namespace aktiv::casefile
