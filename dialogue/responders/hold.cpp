#include "dialogue/responders/hold.h"

#include <utility>

namespace aktiv {
namespace {

constexpr int kMostTouches = 500;
constexpr int64_t kTouchMs = 2000;

Seed seed_from(Draws& draws) {
  const uint64_t high = draws.next();
  return {high, draws.next()};
}

class Holding {
 public:
  Holding(const Engine& engine, Seed seed)
      : engine_(engine), chance_(seed), of_responder_(seed_from(chance_)) {
    session_ = engine.start("da");
  }

  void begin(const ToolSetup& setup) {
    SessionPrepared prepared;
    prepared.setup = setup;
    prepared.starts_at_tool = true;
    give(std::move(prepared));
  }

  bool is_in_tool() const { return session_.view.stage == Stage::tool; }

  void go_on(const Responder& responder, const Wishes& wishes) {
    const View& view = session_.view;
    const auto touch = next_touch(
        responder, wishes, Shown{view.question, view.chosen, view.page, view.goes_on_by_itself},
        of_responder_);
    if (!touch) {
      give(TimePassed{Timer::go_on, go_on_serial_});
      return;
    }
    ++touches_;
    give(Chosen{view.question.screen + "#" + std::to_string(view.serial), *touch});
  }

  int touches() const { return touches_; }

  Held held() const { return {session_.talk.runs.back(), *engine_.findings(session_), touches_}; }

 private:
  void give(Intent intent) {
    now_ms_ += kTouchMs;
    Step step = engine_.update(std::move(session_),
                               Stamped{std::move(intent), now_ms_, seed_from(chance_)});
    session_ = std::move(step.session);
    for (const Effect& effect : step.effects)
      if (const auto* wake = std::get_if<WakeAfter>(&effect)) go_on_serial_ = wake->serial;
  }

  const Engine& engine_;
  Draws chance_;        // of the tool
  Draws of_responder_;  // apart, so that what is drawn for one never tells of the other
  Session session_;
  uint64_t go_on_serial_ = 0;
  int64_t now_ms_ = 0;
  int touches_ = 0;
};

}  // namespace

Result<Held> hold_tool(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                       const Wishes& wishes, Seed seed) {
  Holding talk(engine, seed);
  talk.begin(setup);
  if (!talk.is_in_tool()) return Fault{"the tool did not begin", setup.tool.value, "a known tool"};
  while (talk.is_in_tool()) {
    if (talk.touches() >= kMostTouches)
      return Fault{"the tool did not end", setup.tool.value, "an end within 500 touches"};
    talk.go_on(responder, wishes);
  }
  return talk.held();
}

}  // namespace aktiv
