// What the screens of the mentor's area share while one mentor is at work, and what a screen is.
// Thread: the loop's. A screen's callbacks do nothing once the screen is gone.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/ui/mentor/mentor_area.h"
#include "kiosk/ui/mentor/sheet.h"

namespace aktiv::mentor {

class Screen;
using ScreenPtr = std::unique_ptr<Screen>;

struct Work {
  Surroundings& at;
  const Display& display;
  std::function<void(ScreenPtr)> go;  // after this frame
  std::function<void()> changed;      // asks for a frame
  std::function<void()> leave;        // closes the area

  std::string language;
  std::optional<MentorSign> mentor;    // signed in
  std::optional<CitizenSign> citizen;  // in hand
  SyncView sync;
  std::string note;  // what was just done, shown once on the next screen
  // Observations begun and not yet saved, by mentor and citizen: no time-out discards them.
  std::map<std::pair<MentorId, CitizenId>, std::string>* drafts = nullptr;
  std::map<std::pair<MentorId, SubmissionId>, GoalPlan>* plans = nullptr;  // likewise, by goal

  Desk& desk() { return at.desk; }
  const Content& content() const { return at.content; }
  const std::string& say(std::string_view key) const { return content().texts.get(language, key); }
  std::string say(std::string_view key,
                  const std::vector<std::pair<std::string, std::string>>& values) const;
  std::string label(const CardRef& card) const;
  std::string label(const PictureId& sign) const;  // "signs/sunflower" -> "Solsikke"
  std::string label(const CitizenSign& citizen) const;
  CitizenId in_hand() const { return citizen ? citizen->id : CitizenId(); }
  std::vector<Pill> pills() const;
  void look_at_sync();

  std::shared_ptr<bool> here = std::make_shared<bool>(true);
};

class Screen {
 public:
  explicit Screen(Work& shared) : work(shared) {}
  virtual ~Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  virtual std::string name() const = 0;
  virtual void show(Sheet& sheet) = 0;
  virtual void type(std::string_view) {}
  virtual void edit(EditKey) {}
  virtual bool writes() const { return false; }  // in a field with a caret, now
  // Something passes on this screen that is shown so often (a wait: each second); 0: nothing does.
  virtual int beat_ms() const { return 0; }
  virtual void desk_changed() {}
  // A hand on the glass, before it presses anything here.
  virtual void touched(const input::RawTouch&) {}
  // A citizen's own switch is waited for: what is pressed is that, and nothing else.
  virtual bool listens_for_switch() const { return false; }
  virtual void take_switch(const std::string&) {}

 protected:
  // Wraps an answer so that it reaches this screen only while it stands.
  template <class T, class F>
  std::function<void(T)> here(F then) {
    return [alive = std::weak_ptr<bool>(alive_), changed = work.changed, then](T answer) {
      if (alive.expired()) return;
      then(std::move(answer));
      changed();
    };
  }
  Action back_to_citizen() const;
  // Handles what every screen has; true when this screen shows no more in this frame.
  bool left(const std::string& pressed);

  Work& work;

 private:
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

ScreenPtr who_screen(Work& work);
ScreenPtr first_mentor_screen(Work& work, bool is_first);
ScreenPtr pin_screen(Work& work, const MentorSign& mentor);
ScreenPtr new_pin_screen(Work& work);
ScreenPtr home_screen(Work& work);
ScreenPtr new_citizen_screen(Work& work);
ScreenPtr citizen_screen(Work& work);
ScreenPtr observation_screen(Work& work, const ConversationId& conversation);
ScreenPtr person_screen(Work& work);
ScreenPtr access_screen(Work& work);
ScreenPtr try_out_screen(Work& work);
ScreenPtr next_meeting_screen(Work& work);
ScreenPtr goals_screen(Work& work);
ScreenPtr lock_screen(Work& work);
ScreenPtr erase_screen(Work& work);
ScreenPtr start_screen(Work& work);
ScreenPtr evaluation_screen(Work& work);
ScreenPtr practice_screen(Work& work);
// Photos in place of drawings: of the citizen in hand, or the day centre's own where nobody is.
ScreenPtr photos_screen(Work& work);
ScreenPtr photo_screen(Work& work, const PictureId& drawing, const std::string& label);
ScreenPtr stick_screen(Work& work, const PictureId& drawing, const std::string& label);
ScreenPtr sync_screen(Work& work);
ScreenPtr about_screen(Work& work);

}  // namespace aktiv::mentor
