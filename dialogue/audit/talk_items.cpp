#include "dialogue/audit/talk_items.h"

#include <algorithm>

namespace aktiv::audit {
namespace {

constexpr int kWarningMs = 20'000;  // WCAG 2.2.1

template <class Wanted>
const Wanted* find_effect(const Step& step) {
  for (const Effect& effect : step.effects)
    if (const auto* found = std::get_if<Wanted>(&effect)) return found;
  return nullptr;
}

size_t answers(const Session& session) {
  size_t count = 0;
  for (const ToolRun& run : session.talk.runs) count += run.answers.size();
  return count;
}

std::ptrdiff_t count_of(const Scene& scene, Role role) {
  return std::ranges::count(scene.elements, role, &Element::role);
}

// Cards that are there to be seen, not chosen, are what was answered; the one that is asked about
// is no answer until it was chosen.
bool shows_answers(const Session& session, const Scene& scene) {
  const CardRef& subject = session.view.question.subject;
  const auto was_chosen = [&](const AnswerRecord& answer) {
    return answer.choice == Choice::card && answer.card == subject;
  };
  const auto& runs = session.talk.runs;
  const bool is_new = runs.empty() || std::ranges::none_of(runs.back().answers, was_chosen);
  return std::ranges::any_of(scene.elements, [&](const Element& element) {
    const bool is_subject = !subject.empty() && element.id == subject.element();
    return element.role == Role::picture && element.id.value.starts_with("card:") &&
           !(is_subject && is_new);
  });
}

// Own words that are not said yet, a day that is not chosen: there is nothing to undo.
bool says_nothing_yet(const View& view) {
  return (view.own && view.own->number == 0) || (view.date_for && view.chosen.empty());
}

bool is_asking(const Scene& scene) {
  return count_of(scene, Role::choice) + count_of(scene, Role::place) > 0;
}

// A step in the making.
class Check {
 public:
  Check(Report& report, const Engine& engine, const Moment& moment)
      : report_(report), engine_(engine), m_(moment), name_(moment.shown.id) {}

  void all() {
    if (const auto* chosen = std::get_if<Chosen>(&m_.stamped.intent)) check_choice(*chosen);
    if (std::holds_alternative<BecameIdle>(m_.stamped.intent)) check_warning();
    if (const auto* passed = std::get_if<TimePassed>(&m_.stamped.intent)) check_time_out(*passed);
    check_sounds();
    if (find_effect<Keep>(m_.step) != nullptr) check_keeping();
    if (find_effect<WipeSession>(m_.step) != nullptr) check_leaving();
    check_screen_after();
  }

 private:
  void expect(int item, bool is_held, const char* seen) {
    report_.expect(item, is_held, name_, [&] { return std::string(seen); });
  }

  void check_choice(const Chosen& chosen) {
    const Element* element = m_.shown.find(chosen.element);
    if (element == nullptr) return;
    if (element->is_sealed)
      expect(34, find_effect<SpeakElement>(m_.step) == nullptr, "the touched picture is said");
    if (element->role == Role::place) check_drag(chosen);
    if (find_effect<PlayClip>(m_.step) != nullptr)
      expect(32, m_.then.find(chosen.element) != nullptr, "a voice, and nothing that can be lit");
    check_page(*element);
    const bool is_in_tool = m_.before.view.stage == Stage::tool &&
                            m_.before.view.overlay == Overlay::none && !m_.before.view.asks_which &&
                            !says_nothing_yet(m_.before.view);
    if (is_in_tool && chosen.element.value == "fixed:back" && !m_.before.talk.runs.empty() &&
        !m_.before.talk.runs.back().answers.empty())
      expect(42, answers(m_.step.session) + 1 == answers(m_.before), "nothing was undone");
    if (chosen.element.value == "option:more_time")
      expect(46,
             m_.step.session.view.overlay == Overlay::none &&
                 m_.step.session.view.stage == m_.before.view.stage &&
                 answers(m_.step.session) == answers(m_.before),
             "more time does not go on where it was");
  }

  void check_drag(const Chosen& chosen) {
    const auto moved = std::ranges::find(m_.shown.elements, Role::movable, &Element::role);
    if (moved == m_.shown.elements.end()) return;
    Stamped dragged = m_.stamped;
    dragged.intent = Dropped{m_.shown.screen, moved->id, chosen.element};
    const Step step = engine_.update(m_.before, dragged);
    expect(13,
           engine_.describe(step.session) == m_.then &&
               step.session.events.size() == m_.step.session.events.size(),
           "a drag does something else than a tap");
  }

  // What was on the page is what is logged.
  void check_page(const Element& touched) {
    const Record* record = find_effect<Record>(m_.step);
    const auto* said = record == nullptr ? nullptr : std::get_if<Answered>(&record->event);
    if (said == nullptr || touched.role != Role::choice) return;
    const bool is_there = std::ranges::all_of(said->answer.shown, [&](const CardRef& card) {
      return m_.shown.find(card.element()) != nullptr;
    });
    expect(37, is_there, "the log has cards that were not on the page");
  }

  bool touches() const {
    const auto* chosen = std::get_if<Chosen>(&m_.stamped.intent);
    return chosen != nullptr && m_.shown.find(chosen->element) != nullptr;
  }

  // Whoever does not hear it sees it: what is touched looks pressed, something changes, or what is
  // said is there to be lit.
  void check_sounds() {
    if (find_effect<Play>(m_.step) != nullptr)
      expect(32, m_.then != m_.shown || touches(), "a sound, and nothing to see");
    // The walk presses letters of other pages too.
    const auto* said = find_effect<SpeakElement>(m_.step);
    if (said != nullptr && touches())
      report_.expect(32, m_.then.find(said->element) != nullptr, name_,
                     [&] { return "“" + said->element.value + "” is said and not on the screen"; });
  }

  void check_warning() {
    if (m_.before.view.overlay == Overlay::idle || m_.before.talk.is_finished) return;
    const bool is_warned = m_.step.session.view.overlay == Overlay::idle;
    if (!is_warned) {  // nothing to lose, or a calm screen that stays
      expect(45, answers(m_.step.session) == answers(m_.before), "an answer went away");
      return;
    }
    const WakeAfter* wake = find_effect<WakeAfter>(m_.step);
    expect(46,
           wake != nullptr && wake->ms >= kWarningMs &&
               m_.then.find(ElementId("option:more_time")) != nullptr,
           "less than 20 s, or no more time");
    expect(45, answers(m_.step.session) == answers(m_.before), "an answer went away");
  }

  void check_time_out(const TimePassed& passed) {
    if (passed.timer != Timer::idle_end || m_.before.view.overlay != Overlay::idle) return;
    if (find_effect<WipeSession>(m_.step) == nullptr) return;
    const bool has_answers = answers(m_.before) > 0 && !m_.before.talk.is_secret;
    if (has_answers && !m_.before.talk.is_finished)
      expect(45,
             find_effect<PutAway>(m_.step) != nullptr && find_effect<ThrowAway>(m_.step) == nullptr,
             "a time-out did not keep the conversation");
  }

  void check_keeping() {
    expect(43, m_.before.view.stage == Stage::consent_end, "kept without being asked");
  }

  void check_leaving() {
    // A mentor who prepares or takes up a conversation, or opens somebody's answers, wipes the one
    // before it, and goes on.
    const Session& left = m_.step.session;
    const Intent& fact = m_.stamped.intent;
    const bool is_opened_by_mentor = std::holds_alternative<SessionPrepared>(fact) ||
                                     std::holds_alternative<AnswersOpenedByMentor>(fact) ||
                                     std::holds_alternative<NewLockWanted>(fact) ||
                                     std::holds_alternative<FittingWanted>(fact);
    if (left.view.is_led_by_mentor || is_opened_by_mentor) return;
    expect(49,
           left.talk == Conversation{} && left.events.empty() && !left.view.citizen &&
               left.view.kept.empty() && left.view.unfinished.empty(),
           "something of the person stays in memory");
  }

  void check_screen_after() {
    const View& view = m_.step.session.view;
    const std::string then = m_.then.id;
    if (view.stage == Stage::welcome && view.overlay == Overlay::none) {
      Scene first = engine_.describe(engine_.start(m_.step.session.language));
      first.screen = m_.then.screen;
      report_.expect(50, first == m_.then, then, [] { return "differs from the first screen"; });
      if (find_effect<WipeSession>(m_.step) != nullptr)
        report_.expect(49, first == m_.then, then, [] { return "differs from the first screen"; });
    }
    if (view.stage == Stage::my_answers || view.stage == Stage::unfinished)
      report_.expect(51, view.has_access, then, [] { return "opened without lock or mentor"; });
    if (view.overlay != Overlay::none) return;
    if (shows_answers(m_.step.session, m_.then))
      report_.expect(33, m_.then.is_private, then, [] { return "is not marked private"; });
    if (view.stage != Stage::tool) return;
    const Question& asked = view.question;
    const auto choices = count_of(m_.then, Role::choice);
    const auto most = engine_.content().way_limits.at(m_.step.session.talk.runs.back().setup.way);
    report_.expect(36, choices <= most || choices <= 3, then, [&] {
      return std::to_string(choices) + " choices in a way of " + std::to_string(most);
    });
    if (asked.shown.size() > static_cast<size_t>(most) && choices > 0)
      report_.expect(37, m_.then.find(ElementId("page:next")) != nullptr, then,
                     [] { return "no next page"; });
    // While somebody speaks nothing is asked: the one choice ends the recording.
    const bool is_recording = view.own && view.own->is_recording;
    if (is_asking(m_.then) && !is_recording)
      // "Which one?" comes after Kender det ikke; "both" is there.
      report_.expect(
          44,
          count_of(m_.then, Role::out) > 0 || asked.may_skip || asked.most > 1 || view.asks_which,
          then, [] { return "no way to say that one does not know"; });
  }

  Report& report_;
  const Engine& engine_;
  const Moment& m_;
  std::string name_;
};

}  // namespace

void check_step(Report& report, const Engine& engine, const Moment& moment) {
  Check(report, engine, moment).all();
}

}  // namespace aktiv::audit
