#include "dialogue/tools/two_pictures/two_pictures.h"

#include <algorithm>
#include <set>

#include "dialogue/insight/paired.h"
#include "dialogue/tools/two_pictures/trials.h"

namespace aktiv {
namespace {

constexpr const char* kPair = "t1_q";
constexpr const char* kSeeOrVisit = "t1_vis";
constexpr const char* kAgain = "f4_again";

int number_of(const Content& content, const ToolRun& run, const char* name) {
  const ToolDefinition* definition = content.tool(run.setup.tool);
  return definition->numbers.at(name);  // checked before anybody met it (Catalogue::check)
}

size_t answered_pairs(const ToolRun& run) {
  return static_cast<size_t>(std::ranges::count_if(
      run.answers, [](const AnswerRecord& a) { return a.question == kPair; }));
}

// Three "Ved ikke" in a row: the person has had enough of choosing today.
bool has_had_enough(const ToolRun& run, int stop_after) {
  int in_a_row = 0;
  for (const AnswerRecord& answer : run.answers)
    in_a_row = answer.question == kPair && answer.choice == Choice::dont_know ? in_a_row + 1 : 0;
  return stop_after > 0 && in_a_row >= stop_after;
}

const AnswerRecord* last_of(const ToolRun& run, std::string_view question) {
  for (auto answer = run.answers.rbegin(); answer != run.answers.rend(); ++answer)
    if (answer->question == question) return &*answer;
  return nullptr;
}

Question intro() {
  return tell_screen("t1_intro");
}

Question ask_pair(const ToolRun& run, size_t at) {
  const PairTrial& trial = run.plan.trials[at];
  Question question;
  question.screen = kPair;
  question.arrangement =
      run.setup.layout == "top_bottom" ? Arrangement::two_stacked : Arrangement::two_across;
  question.options = {card_option(trial.first), card_option(trial.second), none_of_them(),
                      dont_know(), unknown()};
  question.shown = {trial.first, trial.second};
  question.spoken_first = trial.spoken_first;
  question.is_mirror = trial.is_mirror;
  question.goes_on_by_itself = true;
  question.has_next = true;
  question.progress = {static_cast<int>(at), static_cast<int>(run.plan.trials.size())};
  return question;
}

Question show_board(const char* screen, const std::vector<CardRef>& cards) {
  Question question;
  question.screen = screen;
  question.arrangement = Arrangement::board;
  for (const CardRef& card : cards) question.options.push_back(card_option(card, Role::picture));
  question.shown = cards;
  question.has_next = true;
  question.is_private = true;
  return question;
}

Question ask_see_or_visit(const CardRef& card) {
  Question question;
  question.screen = kSeeOrVisit;
  question.is_private = true;
  question.arrangement = Arrangement::summary;
  question.options = {card_option(card, Role::picture), ui_option("see_film"),
                      ui_option("visit_place"), dont_know()};
  question.options[1].id = ElementId("place:se_film");
  question.options[2].id = ElementId("place:besoege");
  question.places = {"se_film", "besoege"};
  question.subject = card;
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

}  // namespace

// What is counted here follows from the method: a definition that says otherwise would only make
// staff believe it.
std::vector<NumberNeed> TwoPictures::numbers(const ToolDefinition&) const {
  std::vector<NumberNeed> needed;
  const auto exactly = [&](const std::string& name, int value) {
    needed.push_back({name, value, value, ""});
  };
  exactly("cards_default", 4);
  exactly("cards_extended", 6);
  exactly("extended_from_way", 2);
  exactly("trials_4", 12);
  exactly("trials_6", 18);
  exactly("mirror_pairs_6", 3);
  exactly("block_4", 6);
  exactly("block_6", 9);
  for (const int counted : {6, 8, 10, 12, 15, 18, 24})
    exactly("side_flag_" + std::to_string(counted), *habit_threshold(counted));
  exactly("mirror6_fine", 5);
  exactly("mirror6_remark", 4);
  exactly("mirror3_fine", 3);
  exactly("mirror3_remark", 2);
  exactly("tie_wins", 1);
  exactly("shown_most", 3);
  needed.push_back({"stop_dont_know", 2, 12, ""});
  needed.push_back({"go_on_ms", 500, 10'000, ""});
  return needed;
}

Plan TwoPictures::draw(const ToolSetup& setup, const Content& content, Draws& draws) const {
  Plan plan;
  plan.cards = setup.cards;
  const size_t wanted = setup.is_extended && setup.way >= 2 ? 6 : 4;
  if (plan.cards.size() >= 6 && setup.way >= 2) {
    plan.cards.resize(6);
  } else if (plan.cards.size() > 4) {
    plan.cards.resize(4);
  } else if (plan.cards.size() < 4) {
    // The rest are drawn from as many themes as there are cards, so that the offer is wide.
    std::vector<Card> deck = content.deck("jobs")->cards;
    draws.shuffle(deck);
    std::set<std::string> themes;
    for (const CardRef& card : plan.cards)
      if (const Card* known = content.card(card)) themes.insert(known->theme);
    for (const Card& card : deck) {
      if (plan.cards.size() >= wanted) break;
      if (themes.insert(card.theme).second) plan.cards.push_back(card.ref);
    }
  }
  plan.trials = balanced_trials(plan.cards, draws);
  return plan;
}

Question TwoPictures::ask(const ToolRun& run, int told, const Content& content) const {
  if (told == 0) return intro();
  const size_t pairs = answered_pairs(run);
  const bool is_asked = pairs >= run.plan.trials.size() ||
                        has_had_enough(run, number_of(content, run, "stop_dont_know"));
  if (!is_asked) return ask_pair(run, pairs);

  // Where the answers put no card before the others, the person sees what they looked at.
  const Findings findings = find(run, content);
  const std::vector<CardRef> most =
      findings.ranking_is_hidden ? std::vector<CardRef>{} : chosen_most(findings);
  if (told == 1)
    return most.empty() ? show_board("t1_slut_all", run.plan.cards) : show_board("t1_slut", most);
  for (const CardRef& card : most) {
    const bool is_answered = std::ranges::any_of(run.answers, [&](const AnswerRecord& answer) {
      return answer.question == kSeeOrVisit && answer.card == card;
    });
    if (!is_answered) return ask_see_or_visit(card);
  }
  Question done;
  done.is_done = true;
  return done;
}

Findings TwoPictures::find(const ToolRun& run, const Content& content) const {
  std::vector<AnswerRecord> pairs;
  for (const AnswerRecord& answer : run.answers)
    if (answer.question == kPair) pairs.push_back(answer);
  Findings findings = find_in_pairs(pairs, run.plan.cards);
  if (has_had_enough(run, number_of(content, run, "stop_dont_know")))
    findings.flags.push_back(Flag::three_dont_know);
  if (pairs.size() < run.plan.trials.size()) findings.flags.push_back(Flag::half_a_set);
  if (const AnswerRecord* wish = last_of(run, kSeeOrVisit); wish && wish->choice == Choice::place)
    findings.wish_way = wish->place;
  return findings;
}

Tool::Said TwoPictures::say_back(const ToolRun& run, const Content& content) const {
  Said said;
  if (const AnswerRecord* changed = last_of(run, kAgain);
      changed && changed->choice == Choice::card) {
    said.cards = {changed->card};
    said.numbers = {changed->number};
    return said;
  }
  said.cards = chosen_most(find(run, content));
  for (const AnswerRecord& answer : run.answers)
    if (std::ranges::find(said.cards, answer.card) != said.cards.end())
      said.numbers.push_back(answer.number);
  return said;
}

Question TwoPictures::ask_again(const ToolRun& run, const Content& content) const {
  Question question;
  question.screen = kAgain;
  question.arrangement = Arrangement::grid;
  for (const CardRef& card : run.plan.cards) question.options.push_back(card_option(card));
  question.options.push_back(none_of_them());
  question.options.push_back(dont_know());
  question.shown = run.plan.cards;
  question.page_size = content.way_limits.at(run.setup.way);
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

}  // namespace aktiv
