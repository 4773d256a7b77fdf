#include "tests/bench/responders/study.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "dialogue/insight/certainty.h"

namespace aktiv {
namespace {

constexpr int64_t kDayMs = 86'400'000;
constexpr double kNotAsked = -1;

// One day with a responder, and what each card was counted for, in the true order.
struct Day {
  Held held;
  std::vector<double> counted;
  std::vector<size_t> top;  // places in the true order; several where they tie
};

const CardFinding* finding_of(const Findings& findings, const CardRef& card) {
  for (const CardFinding& finding : findings.cards)
    if (finding.card == card) return &finding;
  return nullptr;
}

bool is_sorting(const ToolRun& run) {
  return run.setup.tool == ToolId("kan_lide");
}

// Pairs: wins. Places: the place, and above all others the favourites in their order.
double counted_for(const CardFinding& finding, bool is_sorting) {
  if (!is_sorting) return finding.wins;
  if (finding.favourite > 0) return 10 - finding.favourite;
  return finding.place == "kan_lide" ? 3 : finding.place == "midt" ? 2 : 1;
}

// A difference of one win is a tie (tools.md); one favourite is before another.
std::vector<size_t> top_in(const std::vector<double>& counted, bool is_sorting) {
  const double most = *std::ranges::max_element(counted);
  std::vector<size_t> top;
  for (size_t at = 0; at < counted.size(); ++at)
    if (most - counted[at] <= (is_sorting ? 0 : 1)) top.push_back(at);
  return top;
}

Day day(const Engine& engine, const ToolSetup& setup, const Responder& responder,
        const Wishes& wishes, Seed seed) {
  Day day{held_or_exit(engine, setup, responder, wishes, seed), {}, {}};
  for (const CardRef& card : wishes.order) {
    const CardFinding* finding = finding_of(day.held.findings, card);
    const bool is_answered = finding != nullptr &&
                             (finding->wins > 0 || finding->offered > 0 || !finding->place.empty());
    day.counted.push_back(is_answered ? counted_for(*finding, is_sorting(day.held.run))
                                      : kNotAsked);
  }
  day.top = top_in(day.counted, is_sorting(day.held.run));
  return day;
}

bool has_true_first(const std::vector<size_t>& top) {
  return std::ranges::find(top, size_t{0}) != top.end();
}

// The card once more, as it was shown: the places and the card are all that a responder goes by.
std::string put_again(const AnswerRecord& answer, const Responder& responder, const Wishes& wishes,
                      Draws& draws) {
  Question question;
  question.screen = answer.question;
  question.subject = answer.card;
  for (const std::string& place : answer.places)
    question.options.push_back(place_option("like3", place));
  return next_touch(responder, wishes, {question, {}, 0, true}, draws)->value.substr(6);
}

bool is_marked_after_third(const Held& held, const CardRef& card, const Responder& responder,
                           const Wishes& wishes, Draws& draws) {
  std::vector<std::string> places;
  const AnswerRecord* last = nullptr;
  for (const AnswerRecord& answer : held.run.answers) {
    if (answer.choice != Choice::place || answer.card != card) continue;
    places.push_back(answer.place);
    last = &answer;
  }
  const std::string third = put_again(*last, responder, wishes, draws);
  return std::ranges::find(places, third) == places.end();
}

// The flags as they would be if a card that moved far were shown a third time.
bool is_flagged_after_third(const Held& held, const Responder& responder, const Wishes& wishes,
                            Draws& draws) {
  bool is_still_flagged = false;
  for (const Flag flag : held.findings.flags)
    if (is_flag(flag) && flag != Flag::card_moved_far) is_still_flagged = true;
  for (const CardFinding& finding : held.findings.cards)
    if (finding.is_uncertain && is_marked_after_third(held, finding.card, responder, wishes, draws))
      is_still_flagged = true;
  return is_still_flagged;
}

Submission said(const Day& day, int64_t on_day) {
  Submission said;
  said.tool = day.held.run.setup.tool;
  said.finished_ms = on_day * kDayMs;
  said.findings = day.held.findings;
  return said;
}

bool is_repeated(const Day& first, const Day& second) {
  return certainty_over_days(said(first, 0).tool, {said(first, 0), said(second, 1)},
                             [](int64_t ms) { return ms / kDayMs; }) == Certainty::repeated;
}

// Pairs: both days' wins. Places: how many days each was on top; two days that name two cards tie.
std::vector<size_t> pooled_top(const Day& first, const Day& second) {
  const bool sorting = is_sorting(first.held.run);
  std::vector<double> counted(first.counted.size(), 0);
  for (const Day* day : {&first, &second}) {
    for (size_t at = 0; at < counted.size(); ++at) {
      const bool is_top = std::ranges::find(day->top, at) != day->top.end();
      counted[at] += sorting ? (is_top ? 1 : 0) : std::max(day->counted[at], 0.0);
    }
  }
  return top_in(counted, sorting);
}

bool is_flagged_or_remarked(const Findings& findings) {
  return !findings.flags.empty();
}

void count(Tally& tally, const Day& day) {
  ++tally.seeds;
  for (const Flag flag : day.held.findings.flags) ++tally.raised[flag];
  tally.flagged += is_flagged(day.held.findings);
  tally.or_remark += is_flagged_or_remarked(day.held.findings);
  tally.hidden += day.held.findings.ranking_is_hidden;
  tally.top_right += has_true_first(day.top);
  tally.top_alone += day.top == std::vector<size_t>{0};
  tally.in_favourites += is_sorting(day.held.run) && day.counted[0] > 3;
  std::vector<double> asked = day.counted;
  std::erase(asked, kNotAsked);
  tally.order += tau_b(asked);
  tally.touches += day.held.touches;
}

void count_two(Tally& tally, const Day& first, const Day& second) {
  tally.flagged_on_both += is_flagged(first.held.findings) && is_flagged(second.held.findings);
  tally.or_remark_on_both +=
      is_flagged_or_remarked(first.held.findings) && is_flagged_or_remarked(second.held.findings);
  tally.top_right_pooled += has_true_first(pooled_top(first, second));
  if (!is_repeated(first, second)) return;
  ++tally.repeated;
  tally.repeated_right += has_true_first(first.top) && has_true_first(second.top);
}

}  // namespace

bool is_flag(Flag flag) {
  return flag != Flag::mirror_remark;
}

bool is_flagged(const Findings& findings) {
  return std::ranges::any_of(findings.flags, is_flag);
}

Held held_or_exit(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                  const Wishes& wishes, Seed seed) {
  auto held = hold_tool(engine, setup, responder, wishes, seed);
  if (held) return std::move(*held);
  std::fprintf(stderr, "%s\n", to_text(held.error()).c_str());
  std::exit(2);
}

std::vector<Design> designs() {
  const auto design = [](const char* name, const char* tool, int way, size_t cards) {
    Design made{name, {}, cards};
    made.setup.tool = ToolId(tool);
    made.setup.way = way;
    made.setup.is_extended = cards == 6;
    return made;
  };
  return {design("To billeder, 4 cards, 12 pairs", "to_billeder", 1, 4),
          design("To billeder, 6 cards, 18 pairs", "to_billeder", 2, 6),
          design("Kan lide, 12 cards, three places", "kan_lide", 2, 12)};
}

std::vector<Invented> invented_for(const Design& design) {
  std::vector<Invented> all;
  for (const int percent : {0, 5, 10, 20, 30})
    all.push_back({"steady, noise " + std::to_string(percent) + " %",
                   Kind::steady,
                   {Habit::steady, percent / 100.0}});
  all.push_back({"always right", Kind::habit, {Habit::right}});
  all.push_back({"always left", Kind::habit, {Habit::left}});
  all.push_back({"always last heard", Kind::habit, {Habit::last_heard}});
  all.push_back({"always first heard", Kind::habit, {Habit::first_heard}});
  all.push_back({"always yes", Kind::habit, {Habit::always_yes}});
  all.push_back({"random", Kind::random, {Habit::random}});
  all.push_back({"stops midway", Kind::stops, {Habit::stops_midway}});
  if (design.setup.tool == ToolId("kan_lide"))
    all.push_back({"steady, likes everything", Kind::steady, {Habit::steady}, true});
  return all;
}

Tally study(const Engine& engine, const Design& design, const Invented& invented, int seeds) {
  const Content& content = engine.content();
  Tally tally;
  Wishes wishes = no_wishes(content);
  if (invented.likes_everything) wishes.likes_until = wishes.dislikes_from = 1;
  for (uint64_t seed = 1; seed <= static_cast<uint64_t>(seeds); ++seed) {
    Draws draws(Seed{seed, 32});
    wishes.order = drawn_cards(content, design.cards, draws);
    ToolSetup setup = design.setup;
    setup.cards = wishes.order;
    draws.shuffle(setup.cards);  // the tool knows nothing of the true order
    const Day first = day(engine, setup, invented.responder, wishes, {seed, 1});
    const Day second = day(engine, setup, invented.responder, wishes, {seed, 2});
    count(tally, first);
    count_two(tally, first, second);
    tally.flagged_after_third +=
        is_flagged_after_third(first.held, invented.responder, wishes, draws);
  }
  return tally;
}

std::vector<CardRef> drawn_cards(const Content& content, size_t count, Draws& draws) {
  std::vector<CardRef> cards;
  for (const Card& card : content.deck("jobs")->cards) cards.push_back(card.ref);
  draws.shuffle(cards);
  cards.resize(count);
  return cards;
}

double tau_b(const std::vector<double>& counted) {
  double agreeing = 0;
  double apart = 0;
  double pairs = 0;
  for (size_t better = 0; better < counted.size(); ++better) {
    for (size_t worse = better + 1; worse < counted.size(); ++worse) {
      pairs += 1;
      if (counted[better] == counted[worse]) continue;
      apart += 1;
      agreeing += counted[better] > counted[worse] ? 1 : -1;
    }
  }
  return apart == 0 ? 0 : agreeing / std::sqrt(apart * pairs);
}

}  // namespace aktiv
