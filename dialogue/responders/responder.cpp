#include "dialogue/responders/responder.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace aktiv {
namespace {

constexpr uint64_t kNoiseSteps = 1'000'000;

using Elements = std::vector<ElementId>;

Elements all_choices(const Question& question) {
  Elements places;
  Elements choices;
  for (const Option& option : question.options) {
    if (!option.is_enabled) continue;
    if (option.role == Role::place) places.push_back(option.id);
    if (option.role == Role::choice) choices.push_back(option.id);
  }
  return places.empty() ? choices : places;
}

bool has_pages(const Question& question) {
  return question.page_size > 0 && choices_of(question) > question.page_size;
}

Elements on_page(const Shown& shown) {
  Elements all = all_choices(shown.question);
  if (!has_pages(shown.question)) return all;
  const auto size = static_cast<size_t>(shown.question.page_size);
  const size_t from = std::min(all.size(), static_cast<size_t>(shown.page) * size);
  const size_t to = std::min(all.size(), from + size);
  return {all.begin() + static_cast<long>(from), all.begin() + static_cast<long>(to)};
}

CardRef card_of(const ElementId& id) {
  if (!id.value.starts_with("card:")) return {};
  return CardRef::parse(std::string_view(id.value).substr(5));
}

bool is_in(const Elements& elements, const ElementId& id) {
  return std::ranges::find(elements, id) != elements.end();
}

// What no wish names is taken by its name: the same one, wherever it stands.
ElementId most_wished(const Wishes& wishes, const Elements& choices) {
  return *std::ranges::min_element(choices, [&](const ElementId& a, const ElementId& b) {
    return std::tuple(place_in_order(wishes, card_of(a)), a) <
           std::tuple(place_in_order(wishes, card_of(b)), b);
  });
}

ElementId steadily(const Wishes& wishes, const Question& question) {
  const Elements choices = all_choices(question);
  const auto known = wishes.known.find(question.screen);
  if (known != wishes.known.end()) return known->second;
  const Elements scale = scale_of(wishes, question);
  if (scale.empty()) return most_wished(wishes, choices);
  const double part = part_of_order(wishes, question.subject);
  return scale[nearest_offered(wishes, part, whole_scale(wishes, question), scale)];
}

// Of a pair that is named aloud, who was heard first and who last.
ElementId heard(const Shown& shown, bool first) {
  const Elements choices = on_page(shown);
  const Question& question = shown.question;
  if (question.shown.size() != 2 || question.spoken_first.empty())
    return first ? choices.front() : choices.back();
  const CardRef& last =
      question.shown[0] == question.spoken_first ? question.shown[1] : question.shown[0];
  return first ? question.spoken_first.element() : last.element();
}

ElementId any_of(const Elements& choices, Draws& draws) {
  return choices[draws.below(choices.size())];
}

bool is_drawn_by_noise(const Responder& responder, Draws& draws) {
  if (responder.noise <= 0) return false;
  return static_cast<double>(draws.below(kNoiseSteps)) <
         responder.noise * static_cast<double>(kNoiseSteps);
}

ElementId meant(const Responder& responder, const Wishes& wishes, const Shown& shown,
                Draws& draws) {
  switch (responder.habit) {
    case Habit::steady:
    case Habit::stops_midway:
      return steadily(wishes, shown.question);
    case Habit::right:
      return on_page(shown).back();
    case Habit::left:
      return on_page(shown).front();
    case Habit::last_heard:
      return heard(shown, false);
    case Habit::first_heard:
      return heard(shown, true);
    case Habit::always_yes: {
      const Elements scale = scale_of(wishes, shown.question);
      return scale.empty() ? on_page(shown).front() : scale.front();
    }
    case Habit::random:
      return any_of(on_page(shown), draws);
  }
  return on_page(shown).front();
}

// What is wished may lie on another page.
ElementId reached(const Shown& shown, const ElementId& wanted) {
  const Elements choices = all_choices(shown.question);
  const bool is_elsewhere = is_in(choices, wanted) && !is_in(on_page(shown), wanted);
  return is_elsewhere ? ElementId("page:next") : wanted;
}

// Several may be chosen: how many this responder takes.
size_t wanted_of_several(const Responder& responder, const Wishes& wishes, const Question& question,
                         Draws& draws) {
  const Elements choices = all_choices(question);
  const size_t most = std::min(choices.size(), static_cast<size_t>(question.most));
  switch (responder.habit) {
    case Habit::steady:
    case Habit::stops_midway:
      return std::min(most, static_cast<size_t>(std::ranges::count_if(choices, [&](const auto& id) {
                        return part_of_order(wishes, card_of(id)) < wishes.likes_until;
                      })));
    case Habit::right:
    case Habit::left:
    case Habit::last_heard:
    case Habit::first_heard:
      return std::min(most, size_t{1});
    case Habit::always_yes:
      return most;
    case Habit::random:
      return draws.below(most + 1);
  }
  return most;
}

std::optional<ElementId> one_of_several(const Responder& responder, const Wishes& wishes,
                                        const Shown& shown, Draws& draws) {
  if (shown.chosen.size() >= wanted_of_several(responder, wishes, shown.question, draws))
    return ElementId("next");
  // Touching what is chosen already would take it away again.
  Question left = shown.question;
  std::erase_if(left.options, [&](const Option& o) { return is_in(shown.chosen, o.id); });
  Elements here = on_page(shown);
  std::erase_if(here, [&](const ElementId& id) { return is_in(shown.chosen, id); });
  if (here.empty()) return ElementId("page:next");
  if (is_drawn_by_noise(responder, draws)) return any_of(here, draws);
  switch (responder.habit) {
    case Habit::steady:
    case Habit::stops_midway:
      return reached(shown, most_wished(wishes, all_choices(left)));
    case Habit::right:
    case Habit::last_heard:
      return here.back();
    case Habit::left:
    case Habit::first_heard:
    case Habit::always_yes:
      return here.front();
    case Habit::random:
      return any_of(here, draws);
  }
  return ElementId("next");
}

bool is_offered(const Question& question, std::string_view id) {
  return std::ranges::any_of(question.options,
                             [&](const Option& option) { return option.id.value == id; });
}

// The frames' own screens: what goes on there.
std::optional<ElementId> going_on(const Responder& responder, const Question& question) {
  static constexpr std::array kGoOn = {
      "option:keep",      "option:like_this", "option:none_of_these", "option:share_no",
      "option:more_time", "option:help_done", "option:aloud",         "option:begin_anew",
      "option:let_stay",  "option:go_on"};
  const std::string& screen = question.screen;
  const bool is_frame =
      screen.starts_with("ui.") || screen.starts_with("f2_") || screen.starts_with("f4_");
  if (!is_frame) return std::nullopt;
  if (responder.habit == Habit::stops_midway && is_offered(question, "option:stop_today"))
    return ElementId("option:stop_today");
  for (const char* id : kGoOn)
    if (is_offered(question, id)) return ElementId(id);
  return std::nullopt;
}

bool is_midway(const Progress& progress) {
  return progress.total > 0 && progress.done * 2 >= progress.total;
}

}  // namespace

std::optional<ElementId> next_touch(const Responder& responder, const Wishes& wishes,
                                    const Shown& shown, Draws& draws) {
  const Question& question = shown.question;
  const auto on = going_on(responder, question);
  const bool is_of_tool = !on && question.progress.total > 0 && !question.is_read_alone &&
                          !question.screen.starts_with("practice.");
  if (responder.habit == Habit::stops_midway && is_of_tool && is_midway(question.progress))
    return ElementId("fixed:stop");
  if (shown.chosen.empty() && on) return on;
  if (question.asks_words) return ElementId("next");  // nobody invented has words of their own
  if (question.most > 1 && !on) return one_of_several(responder, wishes, shown, draws);
  if (!shown.chosen.empty()) {
    if (question.goes_on_by_itself && shown.goes_on_by_itself) return std::nullopt;
    return ElementId("next");
  }
  const Elements here = on_page(shown);
  if (here.empty()) return ElementId("next");
  if (is_drawn_by_noise(responder, draws)) return any_of(here, draws);
  return reached(shown, meant(responder, wishes, shown, draws));
}

}  // namespace aktiv
