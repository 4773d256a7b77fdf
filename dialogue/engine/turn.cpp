#include "dialogue/engine/turn.h"

#include <algorithm>
#include <utility>

#include "dialogue/frames/frames.h"

namespace aktiv {

Engine::Engine(const Content& content) : content_(content) {}

Session Engine::start(std::string language, int most_a_page) const {
  Session session;
  session.most_a_page = most_a_page;
  session.house_language = language;
  session.language = std::move(language);
  session.view.question = frames::welcome(content_);
  return session;
}

Step Engine::update(Session session, const Stamped& stamped) const {
  Step step{std::move(session), {}};
  Turn turn(*this, stamped, step.session, step.effects);
  std::visit(turn, stamped.intent);
  return step;
}

Scene Engine::describe_in(Session session, const std::string& language) const {
  std::vector<Effect> none;
  const Stamped nobody_touches;
  Turn(*this, nobody_touches, session, none).say_in(language);
  return describe(session);
}

std::optional<Findings> Engine::findings(const Session& session) const {
  if (session.talk.runs.empty()) return std::nullopt;
  const ToolRun& run = session.talk.runs.back();
  return catalogue_.find(run.setup.tool)->find(run, content_);
}

const Tool& Turn::tool() const {
  return *engine_.catalogue().find(s_.talk.runs.back().setup.tool);
}

bool Turn::has_answers() const {
  return std::ranges::any_of(s_.talk.runs, [](const ToolRun& run) { return !run.answers.empty(); });
}

const Option* Turn::option(const ElementId& id) const {
  for (const Option& option : s_.view.question.options)
    if (option.id == id) return &option;
  return nullptr;
}

bool Turn::is_chosen(const ElementId& id) const {
  return std::ranges::find(s_.view.chosen, id) != s_.view.chosen.end();
}

void Turn::record(Event event) {
  apply_event(s_.talk, event);
  ++s_.view.unrecorded;
  s_.events.push_back(event);
  tell(Record{s_.talk.id, s_.talk.citizen, std::move(event)});
}

void Turn::wake(Timer timer, int ms) {
  tell(WakeAfter{timer, ms, ++s_.view.timer_serial});
}

// The session's end leaves nothing of the person on the screen or in memory.
void Turn::wipe() {
  const uint64_t serial = s_.view.serial;
  const uint64_t timer_serial = s_.view.timer_serial;
  const int unrecorded = s_.view.unrecorded;
  s_.talk = Conversation{};
  s_.events.clear();
  s_.view = View{};
  s_.language = s_.house_language;
  s_.view.serial = serial;
  s_.view.timer_serial = timer_serial;
  s_.view.unrecorded = unrecorded;
  tell(WipeSession{});
  ask();
}

// A page carries what the way allows, what the person takes in at once and what the glass can hold,
// whichever is fewest.
int Turn::carried(const Question& question) const {
  const int own = access_of(s_).most_choices.value_or(question.page_size);
  const int wished = question.page_size > 0 ? std::min(question.page_size, own) : 0;
  // What is asked about stands beside the choices and takes the room of half of them.
  const bool is_shared = question.arrangement == Arrangement::grid &&
                         std::ranges::count(question.options, Role::picture, &Option::role) > 0;
  const int most = is_shared && s_.most_a_page < kWholeKeyboard ? std::max(2, s_.most_a_page / 2)
                                                                : s_.most_a_page;
  if (s_.most_a_page <= 0 || choices_of(question) <= most) return wished;
  return wished > 0 ? std::min(wished, most) : most;
}

// In ways 1 and 2 everything is read aloud, and one choice goes on by itself. To whoever does not
// see the screen everything is read in each way.
void Turn::read_as_way(int way) {
  s_.view.goes_on_by_itself = way <= 2;
  s_.view.reads_aloud = way <= 2 || access_of(s_).is_heard.value_or(false);
  go_on_as_wished();
}

// Whoever sits here may want Næste each time, or never.
void Turn::go_on_as_wished() {
  if (const auto own = access_of(s_).goes_on_by_itself) s_.view.goes_on_by_itself = *own;
}

// As this glass carries it. A small one has no room for the keys of own words beside pages and
// outs; the tools' own questions for words are there.
Question Turn::fitted(Question question) const {
  question.page_size = carried(question);
  // One that is gone since the tool began is no fault: the other ways are there.
  if (!s_.has_microphone)
    std::erase_if(question.options,
                  [](const Option& option) { return option.id.value == "own:say"; });
  if (s_.most_a_page > 0 && s_.most_a_page < kWholeKeyboard)
    std::erase_if(question.options, [](const Option& option) {
      return option.id.value == "key:own_words" || option.id.value == "key:own_keys";
    });
  return question;
}

void Turn::show(Question question) {
  s_.view.question = fitted(std::move(question));
  s_.view.chosen = s_.view.question.chosen;
  s_.view.page = 0;
  present();
}

void Turn::say_in(const std::string& language) {
  s_.language = s_.talk.language = language;
  // Letters and days stand in the question itself.
  const auto& options = s_.view.question.options;
  const bool has_words =
      std::ranges::any_of(options, [](const Option& o) { return !o.label.empty(); });
  if (has_words) s_.view.question = fitted(question_of_stage());
}

// What is to be seen now stands in the view; who was listening hears it from the beginning.
void Turn::present() {
  ++s_.view.serial;
  ++s_.view.timer_serial;  // a timer of the former screen is stale
  tell(Hush{});
  if (s_.view.reads_aloud || s_.view.stage != Stage::tool) tell(SpeakScene{});
}

void Turn::ask() {
  Question question = question_of_stage();
  // A tool that was answered to its end, when the power went: nothing is left to ask.
  if (s_.view.stage == Stage::tool && question.is_done)
    end_tool();
  else
    show(std::move(question));
}

// A calm screen over the conversation. What was already chosen below waits for it to go.
void Turn::cover(Overlay overlay) {
  end_recording();  // what was said so far is an answer
  if (s_.view.overlay == Overlay::none)
    s_.view.covered = Covered{s_.view.question, s_.view.chosen, s_.view.page};
  s_.view.overlay = overlay;
  ask();
}

void Turn::uncover() {
  s_.view.overlay = Overlay::none;
  // A recording has ended under the cover: its screen is another by now.
  const bool is_spoken = s_.view.own && s_.view.own->manner == Manner::spoken;
  if (is_spoken) s_.view.covered.reset();
  if (!s_.view.covered) {
    ask();
    return;
  }
  Covered covered = *std::exchange(s_.view.covered, std::nullopt);
  s_.view.question = std::move(covered.question);
  s_.view.chosen = std::move(covered.chosen);
  s_.view.page = covered.page;
  present();
}

// Whoever was here goes with what they may see; the next picture may be somebody else's.
void Turn::forget_who() {
  s_.talk = Conversation{};
  s_.view.citizen.reset();
  s_.view.has_access = false;
  s_.view.unfinished.clear();
  s_.view.kept.clear();
  s_.view.known.clear();
  forget_lock();
}

void Turn::enter(Stage stage, int step) {
  if (stage == Stage::welcome || stage == Stage::who) forget_who();
  const bool is_other_stage = s_.view.stage != stage;
  if (is_other_stage && (stage == Stage::lock || stage == Stage::new_lock)) forget_lock();
  s_.view.covered.reset();
  s_.view.stage = stage;
  s_.view.step = step;
  s_.view.asks_again_calmly = false;
  s_.view.asks_which = false;
  s_.view.date_for.reset();
  s_.view.own.reset();
  ask();
}

Question Turn::question_of_stage() const {
  const Content& content = engine_.content();
  switch (s_.view.overlay) {
    case Overlay::none:
      break;
    case Overlay::pause:
      return frames::pause(s_);
    case Overlay::help:
      return frames::help();
    case Overlay::stop:
      return frames::stop();
    case Overlay::idle:
      return frames::idle();
    case Overlay::fault:
      return frames::fault();
  }
  switch (s_.view.stage) {
    case Stage::welcome:
      return frames::welcome(content);
    case Stage::language:
      return frames::choose_language(content);
    case Stage::who:
      return frames::who(s_, content);
    case Stage::who_second:
      return frames::who_second(s_);
    case Stage::lock:
      return frames::lock(s_, content);
    case Stage::new_lock:
      return frames::new_lock(s_, content);
    case Stage::fitting:
      return frames::fitting(s_, content);
    case Stage::unfinished:
      return frames::unfinished();
    case Stage::listen:
      return frames::listen();
    case Stage::consent:
      return frames::consent(s_);
    case Stage::practice:
      return frames::practice(s_, content);
    case Stage::choose_tool:
      return frames::choose_tool(s_, content, engine_.catalogue());
    case Stage::tool:
      if (s_.view.own) return frames::own_words(s_, content);
      if (s_.view.date_for) return frames::choose_date(s_, content);
      return tool().ask(s_.talk.runs.back(), s_.view.told, content);
    case Stage::change:
      return tool().ask_again(s_.talk.runs.back(), content);
    case Stage::said_back:
      return frames::said_back(s_, tool().say_back(s_.talk.runs.back(), content));
    case Stage::consent_end:
      return frames::consent_end(s_, content, engine_.catalogue());
    case Stage::goodbye:
      return frames::goodbye(s_, content, engine_.catalogue());
    case Stage::my_answers:
      return frames::my_answers(s_, content, engine_.catalogue());
    case Stage::evaluation:
      return frames::evaluation(s_, content);
    case Stage::answers_locked:
      return frames::my_answers_locked();
    case Stage::about:
      return frames::about(s_.view.step, s_, content);
  }
  return {};
}

}  // namespace aktiv
