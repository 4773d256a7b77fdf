// One step of the dialogue in the making: the session before it becomes the session after it, and
// the effects gather. Lives for one update(). Thread: the loop's.
#pragma once

#include <string_view>
#include <vector>

#include "dialogue/engine/engine.h"

namespace aktiv {

class Turn {
 public:
  Turn(const Engine& engine, const Stamped& stamped, Session& session, std::vector<Effect>& effects)
      : engine_(engine), stamped_(stamped), s_(session), effects_(effects), draws_(stamped.seed) {}

  void say_in(const std::string& language);  // what is asked, and nothing else, anew

  // Facts, each in turn.
  void operator()(const Chosen& fact);
  void operator()(const Dropped& fact);
  void operator()(const Drawn& fact);
  void operator()(const MicrophoneKnown& fact);
  void operator()(const LevelHeard& fact);
  void operator()(const Spoken& fact);
  void operator()(const RecordingFailed& fact);
  void operator()(const TimePassed& fact);
  void operator()(const GlassKnown& fact);
  void operator()(const CitizensKnown& fact);
  void operator()(const LockOpened& fact);
  void operator()(const LockRefused& fact);
  void operator()(const NewLockWanted& fact);
  void operator()(const LockSet& fact);
  void operator()(const FittingWanted& fact);
  void operator()(const UnfinishedFound& fact);
  void operator()(const KeptFound& fact);
  void operator()(const EarlierFound& fact);
  void operator()(const TakenBack& fact);
  void operator()(const SheetPrinted& fact);
  void operator()(const SessionPrepared& fact);
  void operator()(const TakenUpByMentor& fact);
  void operator()(const AnswersOpenedByMentor& fact);
  void operator()(const EvaluationOpened& fact);
  void operator()(const PressedByChanged& fact);
  void operator()(const Recorded& fact);
  void operator()(const Kept& fact);
  void operator()(const RecordFailed& fact);
  void operator()(const OrderFailed& fact);
  void operator()(const BecameIdle& fact);
  void operator()(const LeftByMentor& fact);
  void operator()(const LanguageChosen& fact);

 private:
  // Facts stand in facts.cpp, signing_in.cpp and new_lock.cpp.

  // turn.cpp: what is on the screen
  void ask();  // the present stage's question, as a new screen
  Question fitted(Question question) const;
  void show(Question question);
  void present();
  void cover(Overlay overlay);
  void uncover();
  int carried(const Question& question) const;
  void read_as_way(int way);
  void go_on_as_wished();
  void forget_who();
  void enter(Stage stage, int step = 0);
  Question question_of_stage() const;
  const Option* option(const ElementId& id) const;
  bool is_chosen(const ElementId& id) const;
  void tell(Effect effect) { effects_.push_back(std::move(effect)); }
  void record(Event event);
  void wake(Timer timer, int ms);
  void wipe();

  // choose.cpp: what was touched
  void choose(const Option& option);
  int go_on_ms();
  void choose_one(const Option& option);
  void choose_several(const Option& option);
  void answer(const Option& option);
  void answer_which(const Option& option);
  void press_key(std::string_view id);
  void press_calm(std::string_view id);
  void turn_page();
  bool can_go_on() const;
  AnswerRecord answer_from(const Option& option) const;
  bool is_answering() const;
  void pick_date();
  size_t answers_here() const;
  void answer_several(const Option& option);

  // own_words.cpp: what the citizen says with words of their own
  void begin_own_words(std::string_view manner);
  void press_own_key(std::string_view id);
  void type(std::string key);
  void show_again();
  void show_other_keys();
  void keep_own_words();
  void stop_own_words();
  bool go_on_with_own_words();
  bool go_back_from_own_words();

  // speaking.cpp: what the citizen says into the microphone
  bool press_recorder(std::string_view id);
  void record_voice();
  void end_recording();
  void hear_own_voice();

  // go_on.cpp: what comes next
  void go_on();
  void go_on_consenting();
  void go_on_practising();
  void go_on_in_my_answers();
  void back_to_conversation();
  void practise_or_choose();

  // signing_in.cpp: who is here
  void go_on_signing_in();
  void signed_in(const CitizenSign& citizen);
  void open(const SessionPrepared* prepared);
  void leave_what_is_open();
  void open_for_mentor(const CitizenId& citizen);

  // new_lock.cpp: the citizen's own lock, pressed and made
  void press_lock(std::string_view id);
  void forget_lock();

  // fitting.cpp: how the citizen wants the kiosk
  void fit(const Option& touched);

  // in_tool.cpp: a tool from its choice to F4
  void choose_tool();
  void start_tool(ToolSetup setup);
  void go_on_in_tool();
  void end_tool();
  void go_on_saying_back();
  void after_tool();

  // evaluating.cpp: the anonymous evaluation
  void enter_evaluation(int step);
  void go_on_evaluating();
  void go_back_evaluating();
  void answer_evaluation(const Option& option);
  int degree_value(std::string_view place) const;
  void keep_evaluation_words();
  void hand_in();
  void forget_evaluation();
  void stop_evaluating();

  // ending.cpp: kept or thrown away
  void finish();
  void stop_here();
  void go_on_consenting_at_end();
  void decide();
  void throw_away();
  void print_sheet();

  // go_back.cpp: undo
  void go_back();
  void go_back_in_tool();
  void undo_last();

  const Tool& tool() const;
  ToolRun& run() { return s_.talk.runs.back(); }
  bool is_talking() const { return !s_.talk.id.empty(); }
  bool has_answers() const;

  const Engine& engine_;
  const Stamped& stamped_;
  Session& s_;
  std::vector<Effect>& effects_;
  Draws draws_;
};

}  // namespace aktiv
