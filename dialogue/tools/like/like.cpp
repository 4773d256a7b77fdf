#include "dialogue/tools/like/like.h"
#include "dialogue/engine/table.h"

#include <algorithm>

#include "dialogue/insight/sorted.h"

namespace aktiv {
namespace {

constexpr const char* kThemes = "t2_tema";
constexpr const char* kSort = "t2_q";
constexpr const char* kFavourites = "t2_fav";
constexpr const char* kWhy = "t2_hvorfor";
constexpr const char* kAgain = "f4_again";
// Which of the plan's orders is used for what.
enum Order {
  order_themes,
  order_cards,
  order_repeats,
  order_favourites_1,
  order_favourites_2,
  order_favourites_3,
  order_chips,
  order_count
};

int number_of(const Content& content, const ToolRun& run, const char* name) {
  const ToolDefinition* definition = content.tool(run.setup.tool);
  return definition->numbers.at(name);  // checked before anybody met it (Catalogue::check)
}

std::vector<const AnswerRecord*> answers_to(const ToolRun& run, std::string_view question) {
  std::vector<const AnswerRecord*> found;
  for (const AnswerRecord& answer : run.answers)
    if (answer.question == question) found.push_back(&answer);
  return found;
}

bool has_card(const std::vector<CardRef>& cards, const CardRef& card) {
  return std::ranges::find(cards, card) != cards.end();
}

std::vector<CardRef> chosen_in(const ToolRun& run, std::string_view question) {
  std::vector<CardRef> chosen;
  for (const AnswerRecord* answer : answers_to(run, question))
    if (answer->choice == Choice::card) chosen.push_back(answer->card);
  return chosen;
}

// Choosing one at a time ends at the most there may be, or when the person says it is enough.
bool is_enough(const ToolRun& run, std::string_view question, size_t most) {
  const auto answers = answers_to(run, question);
  if (answers.size() >= most) return true;
  return !answers.empty() && answers.back()->choice != Choice::card;
}

std::vector<std::string> scale(const ToolRun& run) {
  if (run.setup.has_two_places) return {"kan_lide", "kan_ikke_lide"};
  return {"kan_lide", "midt", "kan_ikke_lide"};
}

std::vector<std::string> places_on_screen(const ToolRun& run) {
  std::vector<std::string> places = scale(run);
  if (run.plan.scale_direction == "best_right") std::ranges::reverse(places);
  return places;
}

// The cards of this session: the mentor's and the citizen's own choice, or those of the chosen
// themes in drawn order with a well-known card first; other themes fill up to the least number.
std::vector<CardRef> cards_of(const ToolRun& run, const Content& content) {
  const auto most = static_cast<size_t>(number_of(content, run, "cards_most"));
  const auto least = static_cast<size_t>(number_of(content, run, "cards_least"));
  std::vector<CardRef> cards = run.setup.cards;
  if (cards.size() > most) cards.resize(most);
  if (!cards.empty()) return cards;
  std::vector<std::string> themes;
  for (const CardRef& theme : chosen_in(run, kThemes)) themes.push_back(theme.id);
  const auto is_chosen = [&](const CardRef& card) {
    return std::ranges::find(themes, content.card(card)->theme) != themes.end();
  };
  // A deck begins a theme with its best-known card; that one comes first.
  for (const Card& card : content.deck("jobs")->cards) {
    if (!cards.empty() || !is_chosen(card.ref)) continue;
    cards.push_back(card.ref);
  }
  for (const bool wants_chosen : {true, false}) {
    for (const CardRef& card : run.plan.orders[order_cards]) {
      if (cards.size() >= (wants_chosen ? most : least)) break;
      if (is_chosen(card) == wants_chosen && !has_card(cards, card)) cards.push_back(card);
    }
  }
  return cards;
}

// Two cards come again at the end without comment, but never the one that was just put.
std::vector<CardRef> repeats_of(const ToolRun& run, const std::vector<CardRef>& cards,
                                size_t count) {
  std::vector<CardRef> placed;
  for (const AnswerRecord* answer : answers_to(run, kSort))
    if (!answer->is_repeat && answer->choice == Choice::place) placed.push_back(answer->card);
  std::vector<CardRef> repeats;
  for (const CardRef& card : run.plan.orders[order_repeats]) {
    if (repeats.size() == count) break;
    if (has_card(placed, card) && card != cards.back()) repeats.push_back(card);
  }
  return repeats;
}

Question choose_one(const char* screen, const std::vector<CardRef>& order,
                    const std::vector<CardRef>& among, const std::vector<CardRef>& taken,
                    size_t page_size) {
  Question question;
  question.screen = screen;
  question.arrangement = Arrangement::grid;
  for (const CardRef& card : order) {
    if (!has_card(among, card) || has_card(taken, card)) continue;
    question.options.push_back(card_option(card));
    question.shown.push_back(card);
  }
  question.page_size = static_cast<int>(page_size);
  question.goes_on_by_itself = true;
  question.has_next = true;
  return question;
}

Question ask_theme(const ToolRun& run) {
  const auto taken = chosen_in(run, kThemes);
  const auto& order = run.plan.orders[order_themes];
  Question question = choose_one(kThemes, order, order, taken, 5);
  question.may_skip = !taken.empty();
  question.options.push_back(dont_know());
  return question;
}

Question intro() {
  return tell_screen("t2_intro");
}

void lay_tiles(Question& question, const ToolRun& run, const CardRef& except) {
  std::vector<std::pair<CardRef, std::string>> table;
  for (const AnswerRecord* answer : answers_to(run, kSort)) {
    std::erase_if(table, [&](const auto& laid) { return laid.first == answer->card; });
    if (answer->choice == Choice::place) table.emplace_back(answer->card, answer->place);
  }
  for (const auto& [card, place] : table)
    if (card != except) question.options.push_back(tile(card, ElementId("place:" + place)));
}

Question ask_place(const ToolRun& run, const CardRef& card, bool is_repeat, Progress progress) {
  Question question;
  question.screen = kSort;
  question.is_private = true;  // the table shows what was said so far
  question.arrangement = Arrangement::sorting;
  question.options.push_back(card_option(card, Role::movable));
  question.places = places_on_screen(run);
  for (const std::string& place : question.places)
    question.options.push_back(place_option("like3", place));
  lay_tiles(question, run, card);
  question.options.push_back(dont_know());
  question.options.push_back(unknown());
  question.shown = {card};
  question.subject = card;
  question.is_repeat = is_repeat;
  question.goes_on_by_itself = true;
  question.has_next = true;
  question.progress = progress;
  return question;
}

std::vector<CardRef> liked(const Findings& findings) {
  std::vector<CardRef> cards;
  for (const CardFinding& finding : findings.cards)
    if (finding.place == "kan_lide") cards.push_back(finding.card);
  return cards;
}

Question ask_why(const ToolRun& run, const CardRef& favourite, const Content& content) {
  const auto& order = run.plan.orders[order_chips];
  Question question = choose_one(kWhy, order, order, chosen_in(run, kWhy),
                                 static_cast<size_t>(content.way_limits.at(run.setup.way)));
  question.options.push_back(none_of_them());
  question.options.push_back(dont_know());
  question.options.push_back(key_option("key:own_words", "ui.own_words", "ui/words"));
  question.subject = favourite;
  question.may_skip = true;
  return question;
}

Question show_table(const ToolRun& run, const Findings& findings) {
  Question question;
  question.screen = "ui.board";
  question.arrangement = Arrangement::board;
  lay_table(question, findings.cards, places_on_screen(run));
  lay_tiles(question, run, {});
  question.has_next = true;
  question.is_private = true;
  return question;
}

std::vector<CardRef> shuffled_deck(const Content& content, const char* deck, Draws& draws) {
  std::vector<CardRef> order;
  for (const Card& card : content.deck(deck)->cards) order.push_back(card.ref);
  draws.shuffle(order);
  return order;
}

}  // namespace

std::vector<NumberNeed> Like::numbers(const ToolDefinition&) const {
  return {{"cards_least", 2, 36, "cards_most"},
          {"cards_most", 2, 36, ""},
          {"themes", 1, 9, ""},
          {"favourites", 1, 3, ""},  // an order is drawn for each
          {"repeats", 0, 4, ""},
          {"moved_far", 1, 2, ""},  // there are three places
          {"straight_line_least", 2, 36, ""},
          {"go_on_ms", 500, 10'000, ""}};
}

Plan Like::draw(const ToolSetup& setup, const Content& content, Draws& draws) const {
  Plan plan;
  plan.scale_direction = draws.coin() ? "best_left" : "best_right";
  plan.cards = setup.cards;
  for (int order = 0; order < order_count; ++order) {
    const char* deck = order == order_themes ? "themes" : order == order_chips ? "chips" : "jobs";
    plan.orders.push_back(shuffled_deck(content, deck, draws));
    // The mentor may have chosen cards from other decks too; they are drawn into every order.
    if (order == order_themes || order == order_chips) continue;
    for (const CardRef& card : setup.cards)
      if (!has_card(plan.orders.back(), card)) plan.orders.back().push_back(card);
    draws.shuffle(plan.orders.back());
  }
  return plan;
}

Question Like::ask(const ToolRun& run, int told, const Content& content) const {
  const auto themes = static_cast<size_t>(number_of(content, run, "themes"));
  if (run.setup.cards.empty() && !is_enough(run, kThemes, themes)) return ask_theme(run);
  if (told == 0) {
    Question told_now = intro();
    if (run.setup.has_two_places) told_now.screen_words = "t2_intro_two";
    return told_now;
  }

  const std::vector<CardRef> cards = cards_of(run, content);
  const auto sorted = answers_to(run, kSort);
  const auto repeat_count = static_cast<size_t>(number_of(content, run, "repeats"));
  const int total = static_cast<int>(cards.size() + repeat_count);
  const Progress progress{static_cast<int>(sorted.size()), total};
  if (sorted.size() < cards.size()) return ask_place(run, cards[sorted.size()], false, progress);
  const auto repeats = repeats_of(run, cards, repeat_count);
  const size_t repeated = sorted.size() - cards.size();
  if (repeated < repeats.size()) return ask_place(run, repeats[repeated], true, progress);

  const Findings findings = find(run, content);
  const std::vector<CardRef> likes = liked(findings);
  const auto favourites =
      std::min(likes.size(), static_cast<size_t>(number_of(content, run, "favourites")));
  const auto taken = chosen_in(run, kFavourites);
  if (likes.size() > 1 && !is_enough(run, kFavourites, favourites)) {
    Question question =
        choose_one(kFavourites, run.plan.orders[order_favourites_1 + taken.size()], likes, taken,
                   static_cast<size_t>(content.way_limits.at(run.setup.way)));
    if (likes.size() < 4) question.screen_words = "t2_fav_few";
    question.may_skip = !taken.empty();
    question.options.push_back(none_of_them());
    question.options.push_back(dont_know());
    return question;
  }
  if (run.setup.way >= 3 && !taken.empty() && !is_enough(run, kWhy, 2))
    return ask_why(run, taken[0], content);
  if (told <= 1 && !findings.cards.empty()) return show_table(run, findings);
  Question done;
  done.is_done = true;
  return done;
}

Findings Like::find(const ToolRun& run, const Content& content) const {
  SortedRule rule;
  rule.straight_line_least = number_of(content, run, "straight_line_least");
  rule.moved_far = number_of(content, run, "moved_far");
  Findings findings = find_in_places(run.answers, scale(run), kSort, kFavourites, rule);
  const bool has_themes =
      !run.setup.cards.empty() ||
      is_enough(run, kThemes, static_cast<size_t>(number_of(content, run, "themes")));
  if (!has_themes || answers_to(run, kSort).size() < cards_of(run, content).size())
    findings.flags.push_back(Flag::half_a_set);
  return findings;
}

Tool::Said Like::say_back(const ToolRun& run, const Content& content) const {
  Said said;
  const auto changed = answers_to(run, kAgain);
  if (!changed.empty() && changed.back()->choice == Choice::card) {
    said.cards = {changed.back()->card};
    said.numbers = {changed.back()->number};
    return said;
  }
  said.cards = chosen_in(run, kFavourites);
  if (said.cards.empty()) said.cards = liked(find(run, content));
  if (said.cards.size() > 3) said.cards.resize(3);
  for (const AnswerRecord& answer : run.answers)
    if (has_card(said.cards, answer.card)) said.numbers.push_back(answer.number);
  return said;
}

Question Like::ask_again(const ToolRun& run, const Content& content) const {
  std::vector<CardRef> among;
  for (const AnswerRecord* answer : answers_to(run, kSort))
    if (!has_card(among, answer->card)) among.push_back(answer->card);
  Question question = choose_one(kAgain, run.plan.orders[order_favourites_3], among, {},
                                 static_cast<size_t>(content.way_limits.at(run.setup.way)));
  question.options.push_back(none_of_them());
  question.options.push_back(dont_know());
  return question;
}

}  // namespace aktiv
