// What comes next.
#include <algorithm>

#include "dialogue/engine/turn.h"
#include "dialogue/frames/frames.h"

namespace aktiv {

void Turn::go_on() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  switch (s_.view.stage) {
    case Stage::welcome:
      enter(Stage::who);
      return;
    case Stage::about:
      if (frames::about(s_.view.step + 1).is_done)
        enter(Stage::welcome);
      else
        enter(Stage::about, s_.view.step + 1);
      return;
    case Stage::who:
    case Stage::who_second:
      go_on_signing_in();
      return;
    case Stage::lock:
      return;
    case Stage::unfinished:
      if (chosen != "option:go_on_last") s_.view.unfinished.clear();
      enter(Stage::listen);
      return;
    case Stage::listen:
      s_.view.listening = chosen == "option:headset"  ? Listening::headset
                          : chosen == "option:silent" ? Listening::silent
                                                      : Listening::aloud;
      tell(Listen{s_.view.listening});
      open(nullptr);
      return;
    case Stage::consent:
      go_on_consenting();
      return;
    case Stage::practice:
      go_on_practising();
      return;
    case Stage::choose_tool:
      choose_tool();
      return;
    case Stage::tool:
    case Stage::change:
      go_on_in_tool();
      return;
    case Stage::said_back:
      go_on_saying_back();
      return;
    case Stage::consent_end:
      go_on_consenting_at_end();
      return;
    case Stage::goodbye:
      wipe();
      return;
    case Stage::my_answers:
      go_on_in_my_answers();
      return;
  }
}

void Turn::go_on_signing_in() {
  if (s_.view.chosen.empty()) return;
  const PictureId picture(s_.view.chosen[0].value.substr(5));
  std::vector<CitizenSign> found;
  for (const CitizenSign& citizen : s_.citizens) {
    const bool fits = s_.view.stage == Stage::who
                          ? citizen.first == picture
                          : citizen.first == s_.view.citizen->first && citizen.second == picture;
    if (fits) found.push_back(citizen);
  }
  if (found.empty()) return;
  s_.view.citizen = found[0];
  if (found.size() > 1 && s_.view.stage == Stage::who) {
    enter(Stage::who_second);
    return;
  }
  signed_in(found[0]);
}

void Turn::signed_in(const CitizenSign& citizen) {
  s_.view.citizen = citizen;
  s_.view.has_refused_lock = false;
  s_.view.must_wait_for_lock = false;
  enter(citizen.has_lock ? Stage::lock : Stage::listen);
}

// A conversation begins, or goes on where it was.
void Turn::open(const SessionPrepared* prepared) {
  if (!s_.view.unfinished.empty()) {
    std::vector<Event> events;
    Conversation talk;
    for (const std::string& line : s_.view.unfinished) {
      auto event = event_from_json(line);
      if (!event) break;  // storage has told staff; what can be read goes on
      apply_event(talk, *event);
      events.push_back(std::move(*event));
    }
    s_.view.unfinished.clear();
    s_.talk = std::move(talk);
    s_.events = std::move(events);
    s_.language = s_.talk.language;
    tell(TakeUp{s_.talk.id});
    s_.view.reads_aloud = s_.talk.way <= 2;
    s_.view.goes_on_by_itself = s_.talk.way <= 2;
    const bool is_in_tool = !s_.talk.runs.empty() && !s_.talk.runs.back().is_ended;
    s_.view.told = 0;
    enter(is_in_tool ? Stage::tool : Stage::choose_tool);
    return;
  }
  Opened opened;
  opened.id = ConversationId(draws_.uuid());
  opened.is_secret = s_.talk.is_secret;
  if (s_.view.citizen && !opened.is_secret) opened.citizen = s_.view.citizen->id;
  opened.language = s_.language;
  opened.way = prepared != nullptr ? prepared->setup.way : 2;
  opened.layout = prepared != nullptr ? prepared->setup.layout : "left_right";
  opened.keep_stands_first = draws_.coin();
  opened.as_is_stands_first = draws_.coin();
  opened.pressed_by = prepared != nullptr ? prepared->pressed_by : PressedBy::citizen;
  if (prepared != nullptr) opened.present = prepared->present;
  if (prepared != nullptr) opened.started_by = prepared->started_by;
  opened.at_ms = stamped_.at_ms;
  record(std::move(opened));
  if (prepared != nullptr && prepared->starts_at_tool) return;
  enter(Stage::consent);
}

void Turn::operator()(const SessionPrepared& fact) {
  if (!s_.talk.id.empty() && !s_.talk.is_finished && has_answers() && !s_.talk.is_secret)
    tell(PutAway{s_.talk.id});
  const auto citizens = s_.citizens;
  wipe();
  s_.citizens = citizens;
  s_.language = fact.language;
  s_.view.is_led_by_mentor = !fact.starts_at_tool;
  s_.view.has_access = true;
  for (const CitizenSign& citizen : s_.citizens)
    if (citizen.id == fact.citizen) s_.view.citizen = citizen;
  if (!s_.view.citizen && !fact.citizen.empty())
    s_.view.citizen = CitizenSign{fact.citizen, {}, {}, false};
  s_.talk.is_secret = fact.citizen.empty();
  s_.view.wants_practice = fact.wants_practice;
  s_.view.goes_on_by_itself = fact.goes_on_by_itself && fact.setup.way <= 2;
  s_.view.reads_aloud = fact.setup.way <= 2;
  s_.view.prepared = fact.setup;
  open(&fact);
  if (fact.starts_at_tool) start_tool(fact.setup);
}

void Turn::operator()(const TakenUpByMentor& fact) {
  wipe();
  for (const CitizenSign& citizen : s_.citizens)
    if (citizen.id == fact.citizen) s_.view.citizen = citizen;
  if (!s_.view.citizen) s_.view.citizen = CitizenSign{fact.citizen, {}, {}, false};
  s_.view.is_led_by_mentor = true;
  s_.view.has_access = true;
  s_.view.unfinished = fact.events;
  if (!fact.events.empty()) open(nullptr);
}

void Turn::go_on_consenting() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  // "Ved ikke" is no third outcome: it is told once more, and asked once more.
  if (chosen == "out:dont_know") {
    enter(Stage::consent, 2);
    return;
  }
  if (s_.view.question.screen == "f2_4") record(Decided{chosen == "option:keep", {}});
  s_.view.step += 1;
  if (!frames::consent(s_).is_done) {
    ask();
    return;
  }
  practise_or_choose();
}

void Turn::practise_or_choose() {
  if (s_.view.wants_practice) {
    enter(Stage::practice);
  } else if (s_.view.prepared) {
    start_tool(*s_.view.prepared);
  } else {
    enter(Stage::choose_tool);
  }
}

void Turn::go_on_practising() {
  s_.view.step += 1;
  if (!frames::practice(s_, engine_.content()).is_done) {
    ask();
    return;
  }
  const frames::PracticeOutcome outcome = frames::outcome(s_.view.practice, engine_.content());
  // Nothing of the practice is kept but the way and the layout of this session.
  s_.view.practice = Practice{};
  s_.view.wants_practice = false;
  s_.view.is_limited_to_objects = outcome.is_limited_to_objects;
  s_.view.needs_two_places = outcome.needs_two_places;
  if (outcome.is_limited_to_objects) tell(TellStaff{"staff.f1_objects_first"});
  if (outcome.is_perhaps_side_habit) tell(TellStaff{"staff.f1_side_habit"});
  const int way = s_.view.prepared           ? s_.view.prepared->way
                  : outcome.needs_two_places ? 2  // way 2 with two places offers both tools
                                             : outcome.way;
  if (s_.view.prepared) s_.view.prepared->layout = outcome.layout;
  record(WaySet{way, outcome.layout});
  s_.view.reads_aloud = way <= 2;
  s_.view.goes_on_by_itself = way <= 2;
  practise_or_choose();
}

void Turn::choose_tool() {
  if (s_.view.stage != Stage::choose_tool || (s_.view.chosen.empty() && s_.talk.runs.empty())) {
    if (s_.view.prepared && s_.talk.runs.empty())
      start_tool(*s_.view.prepared);
    else
      enter(Stage::choose_tool);
    return;
  }
  if (s_.view.chosen.empty()) {  // Færdig
    finish();
    return;
  }
  ToolSetup setup;
  const std::string& chosen = s_.view.chosen[0].value;
  // "Ved ikke" what to do: the first that is offered.
  const std::string id =
      chosen.starts_with("tool:") ? chosen : s_.view.question.options[0].id.value;
  setup.tool = ToolId(id.substr(5));
  setup.way = s_.talk.way;
  setup.layout = s_.talk.layout;
  setup.has_two_places = s_.view.needs_two_places;
  // To billeder asks about what was just liked, when something was.
  if (s_.view.suggested && s_.view.suggested->tool == setup.tool)
    setup.cards = s_.view.suggested->cards;
  start_tool(std::move(setup));
}

void Turn::start_tool(ToolSetup setup) {
  const Content& content = engine_.content();
  const ToolDefinition* definition = content.tool(setup.tool);
  const Tool* started = engine_.catalogue().find(setup.tool);
  if (definition == nullptr || started == nullptr) return;
  // The nearest way that this tool has; drive and the mentor's area refuse others before they come
  // here.
  if (std::ranges::find(definition->ways, setup.way) == definition->ways.end())
    setup.way =
        setup.way < definition->ways.front() ? definition->ways.front() : definition->ways.back();
  ToolStarted event;
  event.submission = SubmissionId(draws_.uuid());
  event.definition_version = definition->version;
  event.plan = started->draw(setup, content, draws_);
  event.setup = std::move(setup);
  event.at_ms = stamped_.at_ms;
  record(std::move(event));
  s_.view.told = 0;
  enter(Stage::tool);
}

void Turn::go_on_in_tool() {
  View& view = s_.view;
  if (view.stage == Stage::change) {
    enter(Stage::said_back, 1);
    return;
  }
  const Question& asked = view.question;
  const bool is_told = !asked.is_done && view.chosen.empty() && !asked.may_skip;
  if (is_told) {
    ++view.told;
  } else if (view.chosen.empty()) {  // Færdig: enough of choosing one at a time
    AnswerRecord enough;
    enough.number = static_cast<int>(run().answers.size()) + 1;
    enough.question = asked.screen;
    enough.shown = asked.shown;
    enough.choice = Choice::skipped;
    enough.at_ms = stamped_.at_ms;
    record(Answered{std::move(enough)});
  } else if (!view.asks_which && view.chosen[0].value == "out:unknown" && asked.shown.size() == 2) {
    view.asks_which = true;
    show(frames::which(asked));
    return;
  }
  view.asks_which = false;
  Question next = tool().ask(run(), view.told, engine_.content());
  if (next.is_done)
    end_tool();
  else
    show(std::move(next));
}

void Turn::end_tool() {
  const Content& content = engine_.content();
  record(ToolEnded{stamped_.at_ms});
  const Findings findings = tool().find(run(), content);
  std::vector<CardRef> again;
  for (const CardFinding& card : findings.cards)
    if (card.favourite > 0 || card.place == "kan_lide") again.push_back(card.card);
  // All in one column, or several that are liked: To billeder tells them apart, four at a time.
  const bool is_one_column =
      std::ranges::find(findings.flags, Flag::same_throughout) != findings.flags.end();
  if (is_one_column && again.empty())
    for (const CardFinding& card : findings.cards) again.push_back(card.card);
  if (again.size() > 4) again.resize(4);
  if (!again.empty()) {
    ToolSetup suggested;
    suggested.tool = ToolId("to_billeder");
    suggested.cards = std::move(again);
    s_.view.suggested = std::move(suggested);
  }
  if (tool().say_back(run(), content).cards.empty())
    after_tool();
  else
    enter(Stage::said_back);
}

void Turn::go_on_saying_back() {
  if (s_.view.step < 2) {
    enter(Stage::said_back, s_.view.step + 1);
    return;
  }
  if (s_.view.chosen[0].value == "option:change_it") {
    enter(Stage::change);
    return;
  }
  record(SaidBack{tool().say_back(run(), engine_.content()).numbers, true});
  after_tool();
}

void Turn::after_tool() {
  if (s_.view.prepared)
    finish();
  else
    enter(Stage::choose_tool);
}

void Turn::finish() {
  if (!has_answers())
    throw_away();
  else
    enter(Stage::consent_end);
}

// "Stop" always works. Nothing is sent; F2 is asked about what was done so far.
void Turn::stop_here() {
  if (s_.talk.id.empty()) {
    wipe();
    return;
  }
  if (s_.view.stage == Stage::consent_end && s_.talk.is_secret) {
    throw_away();
    return;
  }
  if (s_.view.stage == Stage::consent_end) {
    tell(PutAway{s_.talk.id});
    wipe();
    return;
  }
  if (!s_.talk.runs.empty() && !s_.talk.runs.back().is_ended) record(ToolEnded{stamped_.at_ms});
  finish();
}

void Turn::go_on_consenting_at_end() {
  View& view = s_.view;
  if (s_.talk.is_secret) {
    throw_away();
    return;
  }
  const std::string chosen = view.chosen.empty() ? "" : view.chosen[0].value;
  if (view.step == 0 && chosen == "out:dont_know") {
    show(tell_screen("f2_3"));  // told once more; then asked once more
    return;
  }
  if (view.step == 0 && view.question.screen == "f2_3") {
    ask();
  } else if (view.step == 0 && chosen == "option:throw_away") {
    if (view.asks_again_calmly) {
      throw_away();
      return;
    }
    view.asks_again_calmly = true;
    ask();
  } else if (view.step == 0) {
    view.keeps = true;
    enter(Stage::consent_end, 1);
  } else if (view.step == 1 && !view.asks_again_calmly) {
    view.readers.clear();
    for (const ElementId& id : view.chosen)
      if (id.value.starts_with("card:people/")) view.readers.push_back(id.value.substr(12));
    view.asks_again_calmly = !view.readers.empty();
    if (view.asks_again_calmly)
      ask();
    else
      enter(Stage::consent_end, 2);
  } else if (view.step == 1) {
    if (chosen == "option:share_no") view.readers.clear();
    enter(Stage::consent_end, 2);
  } else {
    decide();
  }
}

void Turn::decide() {
  const std::vector<Event> last = {Decided{true, s_.view.readers}, Finished{stamped_.at_ms}};
  for (const Event& event : last) {
    apply_event(s_.talk, event);
    s_.events.push_back(event);
  }
  tell(Keep{s_.talk.id, last,
            submissions_of(s_.talk, s_.events, engine_.catalogue(), engine_.content())});
  enter(Stage::goodbye);
}

void Turn::throw_away() {
  apply_event(s_.talk, Decided{false, {}});
  apply_event(s_.talk, Finished{stamped_.at_ms});
  tell(ThrowAway{s_.talk.id});
  for (ToolRun& thrown : s_.talk.runs) thrown.answers.clear();
  s_.events.clear();
  enter(Stage::goodbye);
}

void Turn::go_on_in_my_answers() {
  const std::string chosen = s_.view.chosen.empty() ? "" : s_.view.chosen[0].value;
  if (!s_.view.asks_again_calmly) {
    enter(Stage::choose_tool);
    return;
  }
  s_.view.asks_again_calmly = false;
  if (chosen == "option:take_back" && s_.view.kept_at < s_.view.kept.size())
    tell(TakeBack{s_.view.kept[s_.view.kept_at].id});
  ask();
}

}  // namespace aktiv
