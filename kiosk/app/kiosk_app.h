// The loop: collect, update, perform, draw; asleep while nothing happens. Owns every part of the
// running kiosk but the store and the sync, which main lends it. Thread: the one that made it.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "dialogue/engine/engine.h"
#include "kiosk/app/commands/kit.h"
#include "kiosk/app/display_words.h"
#include "kiosk/app/keeper.h"
#include "kiosk/app/link_control.h"
#include "kiosk/app/mentor_desk.h"
#include "kiosk/app/outbox/case_file_link.h"
#include "kiosk/app/photo_shop.h"
#include "kiosk/app/run_options.h"
#include "kiosk/app/sheet_office.h"
#include "kiosk/app/trace.h"
#include "kiosk/app/voice_studio.h"
#include "kiosk/app/watchdog.h"
#include "kiosk/assist/assist.h"
#include "kiosk/input/input.h"
#include "kiosk/input/sdl_events.h"
#include "kiosk/input/sdl_switches.h"
#include "kiosk/speech/microphone.h"
#include "kiosk/speech/speaker.h"
#include "kiosk/ui/mentor/mentor_area.h"
#include "kiosk/ui/painter/book_pictures.h"
#include "kiosk/ui/painter/painter.h"
#include "kiosk/ui/window/window.h"

union SDL_Event;

namespace aktiv::app {

// Wakes the loop from any thread; many wakes before it looks are one.
class Bell {
 public:
  Bell();
  void ring();
  void heard() { is_rung_ = false; }
  // The same, because something was sent, or could not be.
  void ring_for_link() {
    has_link_news_ = true;
    ring();
  }
  bool take_link_news() { return has_link_news_.exchange(false); }

 private:
  uint32_t type_ = 0;
  std::atomic<bool> is_rung_ = false;
  std::atomic<bool> has_link_news_ = false;
};

int64_t utc_now_ms();
int64_t steady_ms();  // never goes back

class KioskApp {
 public:
  struct Parts {
    RunOptions options;
    Kit kit;
    storage::StoreThread& store;
    Bell& bell;
    CaseFileLink& link;
    Watchdog& watchdog;
  };

  static Result<std::unique_ptr<KioskApp>> open(Parts parts);
  ~KioskApp();

  // Until the window is closed or the process is asked to end. Answers the exit code.
  int run();

 private:
  explicit KioskApp(Parts parts);
  Status open_glass();
  void open_keeper();

  // loop.cpp
  void wait();
  void drain();
  void pass_time();
  std::optional<int64_t> next_due() const;

  // events.cpp
  void take(const SDL_Event& event);
  void take_window(uint8_t what);
  void take(const input::Gestures& gestures);
  void follow(const input::Gesture& gesture);
  void lay_ink(Scene& scene) const;

  // orders.cpp
  void give(Intent intent);
  void perform(Effect effect);

  // voice.cpp
  void open_voice();
  void open_studio();
  std::vector<std::filesystem::path> laid_packs() const;
  void speak(std::vector<Utterance> utterances, bool is_scene, bool is_for_one_ear = false);
  void take_voice(const speech::Event& event);

  // recording.cpp
  bool perform_recording(const Effect& effect);
  void look_for_microphone();
  void pass_recording(int64_t now);
  void end_recording();

  // rehearsing.cpp
  void rehearse(const mentor::RehearsalOrder& order);
  void pass_rehearsal(int64_t now);
  void end_rehearsal();

  // mentor_side.cpp
  void open_mentor_side();
  bool take_for_mentor(const SDL_Event& event, const std::optional<input::RawInput>& raw);
  bool feed_switch_to_mentor(const SDL_Event& event);
  void paint_mentor();
  void describe_mentor();

  // assisting.cpp
  void open_assist();
  void expose(assist::Tree tree);
  void expose_scene();
  void expose_mentor();
  void take_aids();
  void press_for_mentor(const std::string& name);

  // shown_photos.cpp
  Status open_photos();
  void take_photos_of(const CitizenId& whose);
  void follow_photos();
  void lay_own_photos(ui::OwnPhotos own);
  void draw_pictures_again();

  // shown_access.cpp
  void follow_access();
  void use_access();
  void use_voice();
  void use_palette();
  bool take_switch(const SDL_Event& event);
  void name_scanned();
  void name_focused();
  uint64_t begin_speech();
  Display house_display() const;

  // shown.cpp
  void refresh();
  void paint();
  void describe_shown();
  void write_description(const std::string& scene);
  void describe_ring();
  void write_line(const std::string& line);
  void draw_all_again();
  void note_shown();

  void tell_staff(const Fault& fault);
  DisplayWords display_words() const;
  std::string staff_language() const {
    return parts_.kit.content->texts.staff_language(parts_.options.language);
  }

  Parts parts_;
  std::unique_ptr<Trace> trace_;
  std::FILE* description_ = nullptr;
  std::unique_ptr<ui::Window> window_;
  std::shared_ptr<const ui::Typeface> typeface_;
  TextMeasure measure_;
  std::unique_ptr<ui::BookPictures> pictures_;
  std::unique_ptr<ui::Painter> painter_;
  std::unique_ptr<speech::Speaker> speaker_;
  std::unique_ptr<speech::Microphone> microphone_;  // none where nobody listens (--sound null)
  std::unique_ptr<Keeper> keeper_;
  ui::Theme theme_;
  std::unique_ptr<LinkControl> control_;
  std::unique_ptr<MentorDesk> desk_;
  std::unique_ptr<SheetOffice> sheets_;
  std::unique_ptr<PhotoShop> photos_;
  std::unique_ptr<VoiceStudio> voices_;
  std::unique_ptr<mentor::MentorArea> mentor_;
  std::unique_ptr<assist::Assist> assist_;
  assist::State assist_state_ = assist::State::starting;
  bool is_to_expose_ = true;  // something that aids are told of has changed
  std::string announced_;     // the screen whose words they heard
  input::Input input_;
  input::SwitchBoxes boxes_;
  std::string palette_;   // the theme that is shown
  AccessProfile access_;  // in force: of the citizen who sits here
  speech::Settings house_voice_;
  CitizenId photos_of_;  // whose own photos stand for the drawings; empty: nobody's
  bool has_own_photos_ = false;

  Session session_;
  Scene scene_;
  Stroke ink_;  // under the finger now; empty = none
  Scene described_;
  Layout layout_;
  ui::UiState state_;
  Draws chance_;
  std::deque<Intent> waiting_;
  bool is_updating_ = false;
  bool has_news_ = true;  // the session may show something else
  bool must_paint_all_ = true;
  bool is_exposed_ = false;  // what was painted before may never have been seen
  bool was_first_shown_ = false;
  bool was_first_noted_ = false;  // in the trace
  bool is_seen_ = true;           // what was drawn last reached the glass
  bool has_looks_to_prepare_ = false;
  bool is_running_ = true;
  bool has_begun_link_ = false;  // after the first screen, so that nobody waits for a network
  uint64_t speech_token_ = 0;
  uint64_t scene_token_ = 0;
  ElementId spoken_element_;
  ElementId touched_;  // chosen last: a voice that follows is its own
  speech::Route route_ = speech::Route::aloud;
  struct Rehearsal {
    Responder responder;
    Wishes wishes;
    Draws draws;
    int64_t due_ms = 0;
  };
  std::optional<Rehearsal> rehearsal_;
  std::optional<int64_t> level_due_ms_;  // while something is recorded
  std::optional<int64_t> timer_due_ms_;
  WakeAfter timer_{};
  int64_t last_activity_ms_ = 0;
  uint64_t frames_ = 0;
  bool has_pressed_to_note_ = false;
  bool has_choice_to_note_ = false;
  std::vector<Fault> for_staff_;
};

}  // namespace aktiv::app
