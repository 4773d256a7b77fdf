#include "dialogue/tools/steps/questions.h"

#include <algorithm>

#include "dialogue/tools/earlier.h"
#include "dialogue/tools/steps/cards.h"

namespace aktiv::steps {
namespace {

constexpr int kDatesFrom = 4;  // way

Option out_of(const std::string& id) {
  if (id == "none") return none_of_them();
  if (id == "dont_know") return dont_know();
  if (id == "unknown") return unknown();
  if (id == "skip") return out_option("skip", "spring");
  if (id == "words") return key_option("key:own_words", "ui.own_words", "ui/words");
  Option both;
  both.id = ElementId("out:both");
  both.role = Role::out;
  both.words = "ui.both_fine";
  both.picture = PictureId("ui/both");
  return both;
}

void add_outs(Question& question, const StepDefinition& step) {
  for (const std::string& out : step.outs) {
    question.options.push_back(out_of(out));
    if (out != "none" || step.none_words.empty()) continue;
    question.options.back().words = step.none_words;
    question.options.back().picture = PictureId("ui/" + step.none_words.substr(3));
  }
}

// As many at once as the way allows, or fewer where the step wishes.
int page_of(const Ground& ground, const StepDefinition& step) {
  const int most = ground.content.way_limits.at(ground.run.setup.way);
  return step.page > 0 ? std::min(step.page, most) : most;
}

// A step that the mentor suggests says so, on the screen and aloud, and stands where it stood.
Option step_option(const Ground& ground, const CardRef& card) {
  Option option = card_option(card);
  option.is_suggested = std::ranges::any_of(ground.run.setup.earlier, [&](const Earlier& one) {
    return one.what == suggested_step && one.card == card;
  });
  return option;
}

Arrangement two_of(const Ground& ground) {
  return ground.run.setup.layout == "top_bottom" ? Arrangement::two_stacked
                                                 : Arrangement::two_across;
}

Question begin(const Ground& ground, const StepDefinition& step) {
  Question question;
  question.screen = step.screen;
  const auto& earlier = ground.run.setup.earlier;
  const bool is_known = std::ranges::any_of(earlier, [&](const Earlier& said) {
    return said.what == step.cards.earlier && !said.card.empty();
  });
  if (!step.words_without.empty() && !is_known) question.screen_words = step.words_without;
  question.has_next = true;
  question.goes_on_by_itself = true;
  return question;
}

std::vector<std::string> on_screen(const Ground& ground, const StepDefinition& step,
                                   bool is_turned) {
  std::vector<std::string> places = places_of(step, ground.run.setup, ground.content);
  if (step.order == "shuffled") {
    std::vector<std::string> drawn;
    for (const CardRef& place : drawn_order(ground.tool, step, 1, ground.run))
      if (std::ranges::find(places, place.id) != places.end()) drawn.push_back(place.id);
    places = std::move(drawn);
  }
  const bool is_reversed = step.order == "scale" && ground.run.plan.scale_direction == "best_right";
  if (is_reversed != is_turned) std::ranges::reverse(places);
  return places;
}

// What already lies on the table.
void lay_tiles(Question& question, const Ground& ground, const StepDefinition& step,
               const CardRef& except) {
  std::vector<std::pair<CardRef, std::string>> table;
  for (const AnswerRecord* answer : answers_to(ground.run, step.screen)) {
    std::erase_if(table, [&](const auto& laid) { return laid.first == answer->card; });
    if (answer->choice == Choice::place) table.emplace_back(answer->card, answer->place);
  }
  for (const auto& [card, place] : table)
    if (card != except) question.options.push_back(tile(card, ElementId("place:" + place)));
}

// A place that stands as a card to choose: "place:<id>".
Option place_choice(const std::string& deck, const std::string& id) {
  Option option = place_option(deck, id);
  option.role = Role::choice;
  return option;
}

void lay_places(Question& question, const Ground& ground, const StepDefinition& step,
                const CardRef& about) {
  const std::string& deck = places_deck(step, ground.run.setup);
  const bool is_sorting = step.arrangement == "sorting";
  const bool is_scale = step.arrangement == "scale";
  if (!about.empty())
    question.options.push_back(card_option(about, is_sorting ? Role::movable : Role::picture));
  for (const std::string& place : question.places)
    question.options.push_back(is_sorting || is_scale ? place_option(deck, place)
                                                      : place_choice(deck, place));
  question.arrangement = is_sorting                  ? Arrangement::sorting
                         : is_scale                  ? Arrangement::scale
                         : step.arrangement == "two" ? two_of(ground)
                                                     : Arrangement::grid;
  if (is_sorting) lay_tiles(question, ground, step, about);
  if (step.arrangement == "grid") question.page_size = page_of(ground, step);
  question.is_private = is_sorting;  // the table shows what was said so far
}

}  // namespace

Question ask_pair(const Ground& ground, const StepDefinition& step, size_t at) {
  const PairTrial& trial = ground.run.plan.trials[at];
  Question question = begin(ground, step);
  question.arrangement = two_of(ground);
  question.options = {card_option(trial.first), card_option(trial.second)};
  add_outs(question, step);
  question.shown = {trial.first, trial.second};
  question.spoken_first = trial.spoken_first;
  question.is_mirror = trial.is_mirror;
  question.progress = {static_cast<int>(at), static_cast<int>(ground.run.plan.trials.size())};
  return question;
}

Question ask_place(const Ground& ground, const StepDefinition& step, const Placing& placing) {
  Question question = begin(ground, step);
  question.places = on_screen(ground, step, placing.is_turned);
  lay_places(question, ground, step, placing.about);
  if (!step.besides.empty()) {
    Option besides = place_option(step.besides.list, step.besides.id);
    besides.role = Role::out;
    question.options.push_back(besides);
    question.places.push_back(step.besides.id);
  }
  add_outs(question, step);
  if (step.has_dates && ground.run.setup.way >= kDatesFrom)
    question.options.push_back(key_option("key:date", "ui.choose_date", "ui/calendar"));
  question.subject = placing.about;
  if (!placing.about.empty()) question.shown = {placing.about};
  // What is asked about was said by the person, before or on another screen.
  const CardSource& source = step.cards;
  const bool is_own = !source.chosen_in.empty() || !source.placed_in.empty() ||
                      !source.earlier.empty() || !step.follows.empty();
  question.is_private = question.is_private || (is_own && !placing.about.empty());
  question.is_mirror = placing.is_turned;
  question.is_repeat = !step.checks.empty();
  question.may_skip = step.stop_after > 0 && placing.at >= step.stop_after;
  if (placing.of > 1) question.progress = {placing.at, placing.of};
  return question;
}

Question ask_suggestion(const Ground& ground, const StepDefinition& step, const Earlier& change) {
  Question question = ask_place(ground, step, {});
  question.suggestion = {change.id, change.words};
  question.is_private = true;
  return question;
}

Question ask_one(const Ground& ground, const StepDefinition& step,
                 const std::vector<CardRef>& among, const std::vector<CardRef>& taken) {
  Question question = begin(ground, step);
  std::vector<CardRef> order = in_drawn_order(ground.tool, step, taken.size(), ground.run, among);
  if (step.is_by_value)
    std::ranges::stable_sort(order, {},
                             [&](const CardRef& card) { return ground.content.card(card)->value; });
  for (const CardRef& card : order) {
    if (has_card(taken, card)) continue;
    question.options.push_back(step_option(ground, card));
    question.shown.push_back(card);
  }
  question.arrangement = question.shown.size() == 2 ? two_of(ground) : Arrangement::grid;
  question.page_size = page_of(ground, step);
  question.may_skip = !taken.empty();
  add_outs(question, step);
  return question;
}

Question ask_several(const Ground& ground, const StepDefinition& step,
                     const std::vector<CardRef>& among, const std::vector<CardRef>& taken) {
  Question question = begin(ground, step);
  question.goes_on_by_itself = false;
  question.shown = in_drawn_order(ground.tool, step, 0, ground.run, among);
  for (const CardRef& card : question.shown) question.options.push_back(step_option(ground, card));
  for (const CardRef& card : taken) question.chosen.push_back(card.element());
  question.arrangement = Arrangement::grid;
  question.page_size = page_of(ground, step);
  question.most = step.most;
  question.may_skip = true;
  add_outs(question, step);
  return question;
}

Question ask_words(const Ground& ground, const StepDefinition& step, const CardRef& about) {
  Question question = begin(ground, step);
  question.goes_on_by_itself = false;
  question.arrangement = Arrangement::grid;
  question.options = own_manners(ground.run.setup.has_microphone);
  add_outs(question, step);
  question.subject = about;
  if (!about.empty()) question.shown = {about};
  question.page_size = page_of(ground, step);
  question.asks_words = true;
  question.may_skip = true;
  return question;
}

}  // namespace aktiv::steps
