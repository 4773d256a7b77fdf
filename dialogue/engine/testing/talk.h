// One person at the screen, for the stories: touches what stands there, and time passes only when
// it is said to. The content is the built-in one.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/engine/engine.h"

namespace aktiv {

// Read once (built_in_test.cpp).
const Content& built_in();

// One person at the screen. Time passes only when it is said to.
class Talk {
 public:
  // most_a_page: what the glass carries; 0 = everything.
  explicit Talk(int most_a_page = 0)
      : engine_(built_in()), session_(engine_.start("da", most_a_page)) {}

  Talk& with_citizens() {
    return give(CitizensKnown{{{CitizenId("c-1"), PictureId("signs/sunflower"), {}, true},
                               {CitizenId("c-2"), PictureId("signs/boat"), {}, false}}});
  }
  Talk& prepared(const char* tool, int way, std::vector<CardRef> cards = {}) {
    SessionPrepared fact;
    fact.citizen = CitizenId("c-1");
    fact.setup.tool = ToolId(tool);
    fact.setup.way = way;
    fact.setup.cards = std::move(cards);
    fact.starts_at_tool = true;
    return give(fact);
  }
  // Nobody's: it leaves nothing.
  Talk& secret() {
    SessionPrepared fact;
    fact.setup.tool = ToolId("to_billeder");
    fact.setup.way = 1;
    fact.starts_at_tool = true;
    return give(fact);
  }
  // The disk has everything that was said.
  Talk& recorded() {
    while (session_.view.unrecorded > 0) give(Recorded{});
    return *this;
  }
  template <class Fact>
  Talk& give(Fact fact) {
    Step step = engine_.update(std::move(session_), Stamped{fact, now_ms_, Seed{7, ++chance_}});
    session_ = std::move(step.session);
    for (Effect& effect : step.effects) perform(std::move(effect));
    return *this;
  }
  Talk& touch(const std::string& element) {
    return give(Chosen{scene().screen, ElementId(element)});
  }
  Talk& next() { return touch("next"); }
  Talk& wait(int ms) {
    now_ms_ += ms;
    if (timer_.ms > 0 && ms >= timer_.ms) {
      const WakeAfter due = std::exchange(timer_, WakeAfter{});
      give(TimePassed{due.timer, due.serial});
    }
    return *this;
  }

  Scene scene() const { return engine_.describe(session_); }
  std::string id() const { return scene().id; }
  const Session& session() const { return session_; }
  Findings findings() const { return *engine_.findings(session_); }

  // Goes through the pairs with a rule over the question, until something else is asked.
  void answer_pairs(const std::function<std::string(const Question&)>& rule) {
    while (id() == "t1_q") {
      touch(rule(session_.view.question));
      next();
    }
  }

  std::vector<std::string> journal;
  std::vector<Effect> effects;
  const Engine& engine() const { return engine_; }

 private:
  void perform(Effect effect) {
    if (const auto* record = std::get_if<Record>(&effect))
      journal.push_back(to_json(record->event));
    if (const auto* wake = std::get_if<WakeAfter>(&effect)) timer_ = *wake;
    effects.push_back(std::move(effect));
  }

  Engine engine_;
  Session session_;
  int64_t now_ms_ = 1'800'000'000'000;
  uint64_t chance_ = 0;
  WakeAfter timer_{};
};

inline std::string right_side(const Question& question) {
  return question.options[1].id.value;
}
inline std::string first_by_alphabet(const Question& question) {
  return std::min(question.shown[0], question.shown[1]).element().value;
}

template <class Wanted>
const Wanted* find_effect(const std::vector<Effect>& effects) {
  for (const Effect& effect : effects)
    if (const auto* found = std::get_if<Wanted>(&effect)) return found;
  return nullptr;
}

}  // namespace aktiv
