#include "dialogue/engine/walk.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "dialogue/engine/poster.h"

namespace aktiv {
namespace {

// A second tool after the first leads on differently; a third one as the second.
constexpr size_t kToolsApart = 2;
constexpr int64_t kNow = 1'800'000'000'000;

// A screen looks the same when this is the same: which question, how it stands, how many of each.
std::string look_of(const Scene& scene) {
  std::map<int, int> roles;
  int selected = 0;
  std::string tiles;
  for (const Element& element : scene.elements) {
    if (element.look == Look::tile) continue;
    roles[static_cast<int>(element.role)] += 1;
    selected += element.is_selected && element.role != Role::key;
    if (element.role == Role::next) tiles += element.is_enabled ? 'e' : 'd';
  }
  std::string look =
      scene.id + '|' + std::to_string(static_cast<int>(scene.arrangement)) + '|' + tiles;
  for (const auto& [role, count] : roles)
    look += std::to_string(role) + ':' + std::to_string(count) + ' ';
  return look + (selected > 0 ? "+" : "");
}

std::string name_of(const Scene& scene, std::set<std::string>& taken) {
  std::string name = scene.id;
  for (const Element& element : scene.elements) {
    const bool is_chosen = element.is_selected && element.role != Role::key;
    if (is_chosen && !name.ends_with("-chosen")) name += "-chosen";
  }
  for (int again = 2; !taken.insert(name).second; ++again) {
    const size_t cut = name.rfind('~');
    name = name.substr(0, cut) + "~" + std::to_string(again);
  }
  return name;
}

class Walk {
 public:
  Walk(const Engine& engine, const WalkSettings& settings) : engine_(engine), settings_(settings) {}

  std::vector<ReachedScreen> all() {
    begin();
    size_t steps = 0;
    while (!waiting_.empty() && ++steps < settings_.most_steps &&
           reached_.size() < settings_.most_screens) {
      const auto [session, scene] = std::move(waiting_.front());
      waiting_.pop_front();
      go_from(session, scene);
    }
    return std::move(reached_);
  }

 private:
  void begin() {
    Session start = engine_.start(settings_.language, settings_.most_a_page);
    start.has_microphone = true;
    const Scene first = engine_.describe(start);
    arrive(start, first);
    std::vector<CitizenSign> citizens;
    int number = 0;
    for (const Card& card : engine_.content().deck("signs")->cards)
      citizens.push_back({CitizenId("c" + std::to_string(number++)),
                          PictureId(card.ref.text()),
                          {},
                          number % 2 == 1});
    citizens.push_back({CitizenId("twin"), citizens[1].first, citizens[2].first, false});
    citizens[1].second = citizens[3].first;
    for (CitizenSign& citizen : citizens) citizen.access = settings_.access;
    give(start, first, CitizensKnown{citizens});
    for (int way = 2; way <= 4; ++way)
      give(start, first, EvaluationOpened{way, settings_.language});
    // What a mentor can prepare: each tool in each way, two places, six cards, top to bottom.
    for (const ToolDefinition& tool : engine_.content().tools) {
      if (engine_.catalogue().find(tool.id) == nullptr) continue;
      for (int way : tool.ways) {
        for (const bool is_other : {false, true}) {
          SessionPrepared prepared;
          prepared.citizen = CitizenId("c0");
          prepared.language = settings_.language;
          prepared.setup.tool = tool.id;
          prepared.setup.way = way;
          prepared.setup.layout = is_other ? "top_bottom" : "left_right";
          prepared.setup.has_two_places = is_other;
          prepared.setup.is_extended = is_other && way >= 2;
          prepared.starts_at_tool = true;
          give(start, first, prepared);
        }
      }
    }
  }

  void arrive(const Session& session, const Scene& scene) {
    // The same look behind another way of using the screen, or after other answers, leads on
    // differently.
    std::string state = look_of(scene);
    const bool is_new_look = seen_.insert(state).second;
    if (is_new_look) reached_.push_back({name_of(scene, taken_), scene, session});
    const auto& runs = session.talk.runs;
    // After the tool it is only asked about whether something was said.
    size_t answers = runs.empty() ? 0 : runs.back().answers.size();
    if (session.view.stage != Stage::tool) answers = std::min(answers, size_t{1});
    state += '/' + std::to_string(session.talk.way) + (session.talk.is_secret ? "s" : "") +
             (runs.empty() ? "" : runs.back().setup.tool.value) +
             std::to_string(std::min(runs.size(), kToolsApart)) + ':' + std::to_string(answers) +
             ':' + std::to_string(static_cast<int>(session.view.stage)) +
             (!runs.empty() && runs.back().is_said_back ? "b" : "") +
             (session.view.has_access ? "a" : "") + (session.view.prepared ? "p" : "") +
             session.talk.layout + (!runs.empty() && runs.back().setup.has_two_places ? "2" : "") +
             std::to_string(session.citizens.size()) + '.' +
             std::to_string(session.view.pressed.size());
    const auto& citizen = session.view.citizen;
    if (runs.empty() && citizen && citizen->has_lock) state += 'l';
    if (const auto& now = session.view.evaluating)
      state += 'e' + std::to_string(now->said.way) + '.' + std::to_string(session.view.step);
    if (!visited_.insert(state).second) return;
    waiting_.emplace_back(session, scene);
    if (session.view.evaluating) name_somebody(session, scene);
  }

  // Whoever writes a name is asked about it; nobody writes one by trying every key once.
  void name_somebody(Session session, Scene scene) {
    if (!session.view.own) return;
    for (const char* key : {"letter:a", "letter:space", "letter:shift", "letter:B", "next"}) {
      const Stamped stamped{Chosen{scene.screen, ElementId(key)}, kNow, Seed{5, ++chance_}};
      Step step = engine_.update(session, stamped);
      Scene then = engine_.describe(step.session);
      if (settings_.on_step) settings_.on_step({session, scene, stamped, step, then});
      session = std::move(step.session);
      scene = std::move(then);
    }
    arrive(session, scene);
  }

  void give(const Session& session, const Scene& shown, Intent intent) {
    const Stamped stamped{std::move(intent), kNow, Seed{5, ++chance_}};
    const Step step = engine_.update(session, stamped);
    const Scene then = engine_.describe(step.session);
    if (settings_.on_step) settings_.on_step({session, shown, stamped, step, then});
    for (const Effect& effect : step.effects) answer(step.session, then, effect);
    arrive(step.session, then);
  }

  // As many words as staff may put to a citizen.
  static Observation longest_change() {
    Observation told;
    told.suggestions = {
        {{"change-1", "Du kan komme til værkstedet mandag og onsdag formiddag sammen med Mette"}}};
    return told;
  }

  // The machine's answers, as they may come.
  void answer(const Session& session, const Scene& scene, const Effect& effect) {
    if (const auto* lock = std::get_if<CheckLock>(&effect)) {
      give(session, scene, LockRefused{lock->citizen, false});
      give(session, scene, LockRefused{lock->citizen, true});
      give(session, scene, LockOpened{lock->citizen});
    } else if (const auto* new_lock = std::get_if<SetLock>(&effect)) {
      give(session, scene, LockSet{new_lock->citizen});
    } else if (const auto* unfinished = std::get_if<FindUnfinished>(&effect)) {
      give(session, scene, UnfinishedFound{unfinished->citizen, {}});
      give(session, scene, UnfinishedFound{unfinished->citizen, unfinished_});
    } else if (const auto* kept = std::get_if<FindKept>(&effect)) {
      give(session, scene, KeptFound{kept->citizen, {}});
      give(session, scene, KeptFound{kept->citizen, kept_});
    } else if (const auto* earlier = std::get_if<FindEarlier>(&effect)) {
      give(session, scene, EarlierFound{earlier->citizen, kept_, {longest_change()}});
    } else if (std::holds_alternative<StartRecording>(effect)) {
      give(session, scene, LevelHeard{0.6});
      give(session, scene, RecordingFailed{});
    } else if (std::holds_alternative<StopRecording>(effect)) {
      give(session, scene, Spoken{"T2dnUw==", 4200});
    } else if (const auto* wake = std::get_if<WakeAfter>(&effect)) {
      give(session, scene, TimePassed{wake->timer, wake->serial});
    } else if (const auto* keep = std::get_if<Keep>(&effect)) {
      if (kept_.empty()) kept_ = keep->submissions;
      give(session, scene, Kept{});
      give(session, scene, NewLockWanted{CitizenId("c0")});
      give(session, scene, FittingWanted{CitizenId("c0")});
      give(session, scene, AnswersOpenedByMentor{CitizenId("c0"), kept_});
      for (const Submission& submission : keep->submissions)
        if (poster_of(submission, engine_.catalogue(), engine_.content()) &&
            posters_.insert(submission.tool.value).second)
          give(session, scene, AnswersOpenedByMentor{CitizenId("c0"), {submission}});
    } else if (const auto* sheet = std::get_if<PrintSheet>(&effect)) {
      give(session, scene, SheetPrinted{sheet->conversation, false});
      give(session, scene, SheetPrinted{sheet->conversation, true});
    } else if (const auto* back = std::get_if<TakeBack>(&effect)) {
      give(session, scene, TakenBack{back->submission});
    } else if (std::holds_alternative<PutAway>(effect) && unfinished_.empty()) {
      for (const Event& event : session.events) unfinished_.push_back(to_json(event));
    }
  }

  // From each screen: the first two of each kind of thing, all keys and fixed buttons, a failing
  // disk, and nobody there.
  void go_from(const Session& session, const Scene& scene) {
    std::map<Role, int> tried;
    for (const Element& element : scene.elements) {
      if (element.order == 0) continue;
      const bool is_many = element.role == Role::choice || element.role == Role::place;
      const int most = is_many ? (scene.arrangement == Arrangement::tell ? 1 : 3) : 20;
      if (tried[element.role]++ >= most) continue;
      give(session, scene, Chosen{scene.screen, element.id});
    }
    give(session, scene, BecameIdle{});
    if (!failed_) {
      failed_ = true;
      give(session, scene, RecordFailed{});
    }
  }

  const Engine& engine_;
  const WalkSettings& settings_;
  std::deque<std::pair<Session, Scene>> waiting_;
  std::set<std::string> seen_;
  std::set<std::string> visited_;
  std::set<std::string> taken_;
  std::vector<ReachedScreen> reached_;
  std::vector<std::string> unfinished_;
  std::vector<Submission> kept_;
  std::set<std::string> posters_;  // tools whose answers were opened
  uint64_t chance_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<ReachedScreen> walk(const Engine& engine, const WalkSettings& settings) {
  return Walk(engine, settings).all();
}

}  // namespace aktiv
