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
  Holding(const Engine& engine, Seed seed, const Sitting& sitting)
      : engine_(engine),
        chance_(seed),
        of_responder_(seed_from(chance_)),
        now_ms_(sitting.began_ms) {
    session_ = engine.start(sitting.language);
  }

  void begin(const ToolSetup& setup, const Sitting& sitting) {
    SessionPrepared prepared;
    prepared.citizen = sitting.citizen;
    prepared.setup = setup;
    prepared.language = sitting.language;
    prepared.present = sitting.present;
    prepared.started_by = sitting.started_by;
    prepared.starts_at_tool = true;
    give(std::move(prepared));
  }

  bool is_in_tool() const { return session_.view.stage == Stage::tool; }
  bool is_at_goodbye() const { return session_.view.stage == Stage::goodbye; }

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
  std::vector<Submission> kept() const {
    if (session_.talk.decision != Decision::keep) return {};
    return submissions_of(session_.talk, session_.events, engine_.catalogue(), engine_.content());
  }

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
  int64_t now_ms_;
  int touches_ = 0;
};

Fault not_begun(const ToolSetup& setup) {
  return {"the tool did not begin", setup.tool.value, "a known tool"};
}

Fault without_end(const ToolSetup& setup) {
  return {"the tool did not end", setup.tool.value,
          "an end within " + std::to_string(kMostTouches) + " touches"};
}

}  // namespace

Result<Held> hold_tool(const Engine& engine, const ToolSetup& setup, const Responder& responder,
                       const Wishes& wishes, Seed seed) {
  Holding talk(engine, seed, {});
  talk.begin(setup, {});
  if (!talk.is_in_tool()) return not_begun(setup);
  while (talk.is_in_tool()) {
    if (talk.touches() >= kMostTouches) return without_end(setup);
    talk.go_on(responder, wishes);
  }
  return talk.held();
}

Result<Submission> hold_and_keep(const Engine& engine, const ToolSetup& setup,
                                 const Responder& responder, const Wishes& wishes, Seed seed,
                                 const Sitting& sitting) {
  Holding talk(engine, seed, sitting);
  talk.begin(setup, sitting);
  if (!talk.is_in_tool()) return not_begun(setup);
  while (!talk.is_at_goodbye()) {
    if (talk.touches() >= kMostTouches) return without_end(setup);
    talk.go_on(responder, wishes);
  }
  auto kept = talk.kept();
  if (kept.size() != 1)
    return Fault{"the answers were not kept", setup.tool.value, "one tool, answered and kept"};
  kept.front().conversation = sitting.conversation;
  return std::move(kept.front());
}

}  // namespace aktiv
