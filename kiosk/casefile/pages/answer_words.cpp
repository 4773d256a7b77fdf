#include "kiosk/casefile/pages/answer_words.h"

#include <algorithm>
#include <limits>

#include "dialogue/content/phrases.h"
#include "dialogue/model/strokes.h"
#include "kiosk/casefile/pages/citizen/wish_cards.h"
#include "kiosk/sync/fhir/drawing.h"
#include "kiosk/sync/fhir/places.h"

namespace aktiv::casefile {
namespace {

constexpr int ms_a_second = 1000;

std::string place_key(const Content& content, const std::string& language, const std::string& place,
                      const std::vector<std::string>& offered) {
  return fhir::key_of_place(place, offered, [&](std::string_view name) -> std::string {
    const auto* found = content.texts.find(language, std::string(name));
    return found ? *found : std::string();
  });
}

// A day as people here write it; what is no day stands as it came.
std::string day_words(const Words& words, const std::string& date) {
  if (date.size() != 10) return date;
  const std::string month = words.plain("month." + date.substr(5, 2));
  const size_t day = date[8] == '0' ? 9 : 8;
  return words.filled(
      "time.day",
      {{"day", date.substr(day, 10 - day)}, {"month", month}, {"year", date.substr(0, 4)}});
}

Html drawn(const Words& words, const std::string& drawing) {
  const auto path = fhir::drawn_path(drawing);
  if (!path) return paragraph(words("own.drawing_unreadable"));
  const std::string side = std::to_string(kDrawingSide);
  return element("svg",
                 {{"class", "drawn"},
                  {"role", "img"},
                  {"viewBox", "0 0 " + side + " " + side},
                  {"aria-label", words.plain("own.drawing")}},
                 element("path", {{"d", *path}}, {}));
}

std::string seconds(int ms) {
  return std::to_string((ms + ms_a_second - 1) / ms_a_second);
}

const char* whose_hand(const OwnWords& own) {
  if (own.text.empty() && !own.drawing.empty()) return "own.by_citizen_drawn";
  if (own.text.empty()) return "own.by_citizen_said";
  return own.written_by == WrittenBy::mentor ? "own.by_mentor_long" : "own.by_citizen_long";
}

Html placed(const Words& words, const AnswerRecord& answer, int picture_px) {
  const Html place = text(place_words(words, answer.place, answer.places));
  if (answer.card.empty()) return place;
  return card_with_name(words, answer.card, picture_px) + markup(" → ") + place;
}

// Own words and days may be about a card; then it stands before them.
Html about(const Words& words, const AnswerRecord& answer, int picture_px, const Html& said) {
  if (answer.card.empty()) return said;
  return card_with_name(words, answer.card, picture_px) + markup(" → ") + said;
}

}  // namespace

std::string question_words(const Words& words, const std::string& screen) {
  const auto& texts = words.content().texts;
  const auto* shown = texts.find(words.language(), screen + ".shown");
  if (!shown) return screen;
  if (shown->find('{') == std::string::npos) return *shown;
  // The card is the question; what was asked about it is heard after its own words.
  const auto* spoken = texts.find(words.language(), screen + ".spoken");
  const size_t asked = spoken ? spoken->rfind("} ") : std::string::npos;
  const std::string rest = asked == std::string::npos ? "" : spoken->substr(asked + 2);
  // Each card has a question of its own.
  return rest.empty() || rest.find('{') != std::string::npos ? words.plain("said.each_card") : rest;
}

std::string asked_words(const Words& words, const AnswerRecord& answer) {
  const auto* shown = words.content().texts.find(words.language(), answer.question + ".shown");
  if (shown == nullptr || answer.suggestion.empty()) return question_words(words, answer.question);
  return fill(*shown, {{"suggestion", answer.suggestion.words}}, words.language());
}

// A place of a list has its label there; the way to go on (film or visit) has its own words.
std::string place_words(const Words& words, const std::string& place,
                        const std::vector<std::string>& offered) {
  if (place == "se_film" || place == "besoege") return words.plain("wish.way." + place);
  const std::string key = place_key(words.content(), words.language(), place, offered);
  return key.empty() ? place : words.content().texts.get(words.language(), key);
}

std::string place_picture(const Content& content, const std::string& language,
                          const std::string& place, const std::vector<std::string>& offered) {
  const std::string key = place_key(content, language, place, offered);
  const CardRef ref{key.substr(0, key.find('.')), place};
  return content.card(ref) == nullptr ? "" : ref.text();
}

long place_rank(const Content& content, const std::string& language, const std::string& place,
                const std::vector<std::string>& offered) {
  const std::string key = place_key(content, language, place, offered);
  const Deck* deck = content.deck(key.substr(0, key.find('.')));
  if (deck == nullptr) return std::numeric_limits<long>::max();
  const auto found =
      std::ranges::find_if(deck->cards, [&](const Card& card) { return card.ref.id == place; });
  return found - deck->cards.begin();
}

Html own_words(const Words& words, const OwnWords& own) {
  Html said;
  if (!own.text.empty()) said += element("q", {{"class", "own"}, {"dir", "auto"}}, text(own.text));
  if (!own.drawing.empty()) said += drawn(words, own.drawing);
  if (!own.clip.empty())
    said += element("span", text(words.filled("own.clip", {{"seconds", seconds(own.clip_ms)}})));
  if (said.empty()) return said;
  return said + element("span", {{"class", "muted hand"}}, words(whose_hand(own)));
}

Html chosen_words(const Words& words, const AnswerRecord& answer, int picture_px) {
  switch (answer.choice) {
    case Choice::card:
      return card_with_name(words, answer.card, picture_px);
    case Choice::place:
      return placed(words, answer, picture_px);
    case Choice::none:
      return words("choice.none");
    case Choice::dont_know:
      return about(words, answer, picture_px, words("choice.dont_know"));
    case Choice::unknown:
      return answer.card.empty() ? words("choice.unknown")
                                 : words("choice.unknown") + markup(": ") +
                                       card_with_name(words, answer.card, picture_px);
    case Choice::skipped:
      return about(words, answer, picture_px, words("choice.skipped"));
    case Choice::both:
      return words("choice.both");
    case Choice::words:
      return about(words, answer, picture_px, own_words(words, answer.own));
    case Choice::date:
      return about(words, answer, picture_px, text(day_words(words, answer.date)));
  }
  return {};
}

}  // namespace aktiv::casefile
