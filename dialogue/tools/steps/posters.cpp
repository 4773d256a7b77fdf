#include "dialogue/tools/steps/posters.h"

#include <algorithm>
#include <map>

#include "dialogue/tools/steps/cards.h"

namespace aktiv::steps {
namespace {

constexpr size_t kHeld = 3;      // cards in a hand
constexpr size_t kStandOut = 2;  // on a sheet
constexpr size_t kOnALine = 8;   // the latest visits

using Cards = std::vector<CardRef>;

Question nothing() {
  Question question;
  question.is_done = true;
  return question;
}

Question begin(const StepDefinition& step, Arrangement arrangement) {
  Question question;
  question.screen = step.screen;
  question.arrangement = arrangement;
  question.has_next = true;
  question.is_private = true;
  return question;
}

Option picture_of(const CardRef& card) {
  return card_option(card, Role::picture);
}

Option named_picture(const std::string& id, const std::string& words, const std::string& picture) {
  Option option;
  option.id = ElementId("picture:" + id);
  option.role = Role::picture;
  option.words = words;
  option.picture = PictureId(picture);
  return option;
}

// What was answered about a card, small, inside it. Its id is its own: the same face may stand at
// several cards.
Option answer_tile(const ElementId& inside, const CardRef& answer) {
  Option option = tile(answer, inside);
  option.id = ElementId("at:" + inside.value + ":" + answer.text());
  return option;
}

Option own_text(const std::string& id, const OwnWords& own) {
  Option option;
  option.id = ElementId("text:" + id);
  option.role = own.drawing.empty() ? Role::text : Role::picture;
  option.text = own.text;
  option.drawing = own.drawing;
  if (!own.clip.empty()) {
    option.role = Role::picture;
    option.words = "ui.own_clip";
    option.picture = PictureId("ui/microphone");
  }
  return option;
}

// The place that each card was given at a step; the last answer counts.
std::map<CardRef, std::string> places_at(const Ground& ground, const std::string& screen) {
  std::map<CardRef, std::string> places;
  for (const AnswerRecord* answer : answers_to(ground.run, screen))
    if (answer->choice == Choice::place) places[answer->card] = answer->place;
  return places;
}

Cards cards_at(const Ground& ground, const CardSource& source) {
  return source.empty() ? Cards{} : cards_of(source, ground.tool, ground.run, ground.content);
}

// The most important one first: it stands in the middle.
Question hand(const Ground& ground, const StepDefinition& step) {
  Cards cards = cards_at(ground, step.cards);
  if (cards.empty()) return nothing();
  for (const CardRef& first : cards_at(ground, step.first)) {
    const auto found = std::ranges::find(cards, first);
    if (found != cards.end()) std::rotate(cards.begin(), found, found + 1);
  }
  // More that are all alike than a hand holds lie side by side.
  const bool fits = cards.size() <= kHeld;
  Question question = begin(step, fits ? Arrangement::hand : Arrangement::board);
  for (const CardRef& card : cards) question.options.push_back(picture_of(card));
  if (fits) question.options.push_back(named_picture("hand", "", "posters/hand"));
  question.shown = cards;
  return question;
}

Question sheet(const Ground& ground, const StepDefinition& step) {
  const Cards cards = cards_at(ground, step.cards);
  if (cards.empty()) return nothing();
  // Before anything stood out all are alike: a source that came to nothing falls back on decks, and
  // those are not an answer.
  Cards first;
  for (const CardRef& card : cards_at(ground, step.first))
    if (has_card(cards, card) && first.size() < kStandOut) first.push_back(card);
  Question question = begin(step, Arrangement::sheet);
  for (const CardRef& card : first) {
    question.options.push_back(picture_of(card));
    question.options.back().look = Look::primary;
  }
  for (const CardRef& card : cards)
    if (!has_card(first, card)) question.options.push_back(picture_of(card));
  question.shown = first.empty() ? cards : first;
  return question;
}

// Fields side by side with what lies in them; what is not a field here is not shown.
Question wall(const Ground& ground, const StepDefinition& step) {
  const StepDefinition& asked = *step_of(ground.tool, step.cards.placed_in);
  const auto places = places_at(ground, asked.screen);
  Question question = begin(step, Arrangement::board);
  for (const CardRef& card : cards_at(ground, step.first))
    if (places.contains(card)) question.options.push_back(picture_of(card));
  for (const std::string& place : step.cards.in_places) {
    Option field = place_option(places_deck(asked, ground.run.setup), place);
    field.role = Role::picture;
    question.options.push_back(field);
  }
  bool has_tiles = false;
  for (const auto& [card, place] : places) {
    if (std::ranges::find(step.cards.in_places, place) == step.cards.in_places.end()) continue;
    question.options.push_back(tile(card, ElementId("place:" + place)));
    has_tiles = true;
  }
  return has_tiles ? question : nothing();
}

Question wheel(const Ground& ground, const StepDefinition& step) {
  const StepDefinition& asked = *step_of(ground.tool, step.cards.placed_in);
  const auto places = places_at(ground, asked.screen);
  if (places.empty()) return nothing();
  const Cards talk = cards_at(ground, step.first);
  const bool has_talk = !step.first.chosen_in.empty() &&
                        !answers_to(ground.run, step.first.chosen_in.front()).empty();
  Question question = begin(step, Arrangement::wheel);
  Cards slices;
  for (const AnswerRecord* answer : answers_to(ground.run, asked.screen))
    if (!answer->card.empty() && !has_card(slices, answer->card)) slices.push_back(answer->card);
  for (const CardRef& card : slices) {
    question.options.push_back(picture_of(card));
    question.options.back().is_selected = has_talk && has_card(talk, card);
  }
  for (const auto& [card, place] : places)
    question.options.push_back(
        answer_tile(card.element(), {places_deck(asked, ground.run.setup), place}));
  question.shown = slices;
  return question;
}

Question rings(const Ground& ground, const StepDefinition& step) {
  const StepDefinition& asked = *step_of(ground.tool, step.cards.placed_in);
  const auto places = places_at(ground, asked.screen);
  if (places.empty()) return nothing();
  Question question = begin(step, Arrangement::rings);
  for (const std::string& place : places_of(asked, ground.run.setup, ground.content)) {
    Option ring = place_option(places_deck(asked, ground.run.setup), place);
    ring.role = Role::picture;
    question.options.push_back(ring);
  }
  question.options.push_back(named_picture("middle", "ui.me", "ui/person"));
  for (const auto& [card, place] : places)
    question.options.push_back(tile(card, ElementId("place:" + place)));
  return question;
}

// "Mine besøg": each place with the face it was given then, and today's last.
Question line(const Ground& ground, const StepDefinition& step) {
  const StepDefinition& asked = *step_of(ground.tool, step.cards.placed_in);
  const std::string& deck = places_deck(asked, ground.run.setup);
  std::vector<Earlier> visits;
  for (const Earlier& earlier : ground.run.setup.earlier)
    if (earlier.what == "visit") visits.push_back(earlier);
  for (const auto& [card, place] : places_at(ground, asked.screen)) {
    Earlier today;
    today.card = card;
    today.place = place;
    visits.push_back(today);
  }
  if (visits.empty()) return nothing();
  if (visits.size() > kOnALine) visits.erase(visits.begin(), visits.end() - kOnALine);
  Question question = begin(step, Arrangement::line);
  for (size_t i = 0; i < visits.size(); ++i) {
    Option visit = named_picture("", "ui.a_visit", "ui/visit_place");
    if (!visits[i].card.empty()) visit = picture_of(visits[i].card);
    visit.id = ElementId("visit:" + std::to_string(i));
    visit.picture_card = visits[i].card;
    question.options.push_back(visit);
    if (visits[i].place.empty()) continue;
    // A face of the scale in use: "godt" stands in both.
    question.options.push_back(answer_tile(visit.id, {deck, visits[i].place}));
  }
  return question;
}

void add_own_words(Question& question, const ToolRun& run) {
  int number = 0;
  for (const AnswerRecord& answer : run.answers)
    if (answer.choice == Choice::words && !answer.own.empty())
      question.options.push_back(own_text(std::to_string(++number), answer.own));
}

Question dream(const Ground& ground, const StepDefinition& step) {
  Question question = begin(step, Arrangement::dream);
  for (const AnswerRecord& answer : ground.run.answers) {
    if (answer.choice != Choice::card) continue;
    const bool is_best =
        std::ranges::find(step.first.chosen_in, answer.question) != step.first.chosen_in.end();
    Option picture = picture_of(answer.card);
    if (is_best) picture.look = Look::primary;
    const bool is_there =
        std::ranges::find(question.options, picture.id, &Option::id) != question.options.end();
    if (!is_there) question.options.push_back(picture);
  }
  add_own_words(question, ground.run);
  if (question.options.empty()) return nothing();
  // Earlier dreams are kept and can be looked at.
  int number = 0;
  for (const Earlier& earlier : ground.run.setup.earlier) {
    if (earlier.what != "dream" || earlier.card.empty()) continue;
    Option old = tile(earlier.card, {});
    old.id = ElementId("earlier:" + std::to_string(++number));
    old.picture_card = earlier.card;
    question.options.push_back(old);
  }
  return question;
}

std::string result_of(const Ground& ground, const CardRef& card) {
  for (const AnswerRecord& answer : ground.run.answers)
    if (answer.card == card && answer.choice == Choice::place) {
      for (const StepDefinition& step : ground.tool.steps)
        if (step.screen == answer.question && step.places == "result") return answer.place;
    }
  for (const Earlier& earlier : ground.run.setup.earlier)
    if (earlier.what == "step" && earlier.card == card) return earlier.place;
  return {};
}

void add_goal(Question& question, const Ground& ground, const StepDefinition& step) {
  Option goal = named_picture("goal", "ui.my_goal", "ui/dream_bubble");
  const Cards cards = cards_at(ground, step.first);
  // A source that came to nothing falls back on decks; those are not a goal.
  const bool is_said =
      !step.first.earlier.empty() ||
      std::ranges::any_of(step.first.chosen_in, [&](const std::string& screen) {
        return std::ranges::any_of(answers_to(ground.run, screen), [](const AnswerRecord* answer) {
          return answer->choice == Choice::card;
        });
      });
  if (is_said && !cards.empty()) {
    goal.words = cards.front().list + "." + cards.front().id;
    goal.picture = PictureId(cards.front().text());
    goal.picture_card = cards.front();
  }
  for (const std::string& screen : step.first.chosen_in)
    for (const AnswerRecord* answer : answers_to(ground.run, screen))
      if (answer->choice == Choice::words) goal.text = answer->own.text;
  question.options.push_back(goal);
}

Question stairs(const Ground& ground, const StepDefinition& step) {
  const bool is_said = !step.cards.earlier.empty() ||
                       std::ranges::any_of(step.cards.chosen_in, [&](const std::string& screen) {
                         return !answers_to(ground.run, screen).empty();
                       });
  const Cards cards = is_said ? cards_at(ground, step.cards) : Cards{};
  if (cards.empty()) return nothing();
  Question question =
      begin(step, ground.run.setup.has_path ? Arrangement::path : Arrangement::stairs);
  bool has_next_step = false;
  for (const CardRef& card : cards) {
    const std::string result = result_of(ground, card);
    question.options.push_back(picture_of(card));
    question.options.back().is_selected = !has_next_step && result != "naaet";
    has_next_step = has_next_step || result != "naaet";
    for (const AnswerRecord& answer : ground.run.answers) {
      const StepDefinition* asked = step_of(ground.tool, answer.question);
      if (asked == nullptr || answer.card != card || answer.choice != Choice::place) continue;
      question.options.push_back(
          answer_tile(card.element(), place_card(*asked, ground.run.setup, answer.place)));
    }
  }
  add_goal(question, ground, step);
  if (has_next_step)
    question.options.push_back(named_picture("here", "ui.you_are_here", "ui/person"));
  question.shown = cards;
  return question;
}

}  // namespace

Question poster(const Ground& ground, const StepDefinition& step) {
  if (step.arrangement == "hand") return hand(ground, step);
  if (step.arrangement == "sheet") return sheet(ground, step);
  if (step.arrangement == "wall") return wall(ground, step);
  if (step.arrangement == "wheel") return wheel(ground, step);
  if (step.arrangement == "rings") return rings(ground, step);
  if (step.arrangement == "line") return line(ground, step);
  if (step.arrangement == "dream") return dream(ground, step);
  if (step.arrangement == "stairs") return stairs(ground, step);
  return nothing();
}

}  // namespace aktiv::steps
