// The mentor's area: who are you, PIN, the centre's citizens, a citizen, start a conversation, case
// file, about. Owns ImGui's context and its pictures while it is open, and gives them back when it
// closes. Draws only into the surface it is given, and only when something changed. Closes itself
// after two minutes without a touch. Errors: a Fault when the fonts cannot be read. Thread: the
// loop's. Times in milliseconds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/content/content.h"
#include "kiosk/input/raw.h"
#include "kiosk/ui/mentor/desk.h"
#include "kiosk/ui/mentor/element.h"
#include "kiosk/ui/pictures/pictures.h"
#include "kiosk/ui/theme/theme.h"

struct SDL_Surface;

namespace aktiv::mentor {

// Everything outlives the area.
struct Surroundings {
  Desk& desk;
  const Content& content;
  const ui::PictureBook& pictures;
  ui::Theme theme;
  std::filesystem::path share;        // fonts/ and theme/mentor.toml
  std::function<int64_t()> clock_ms;  // never goes back; the same as the touches'
  std::function<int64_t()> utc_ms;
  std::string language = "da";
};

enum class EditKey { erase, left, right, enter, leave };

class MentorArea {
 public:
  MentorArea(Surroundings surroundings, const Display& display);
  ~MentorArea();
  MentorArea(const MentorArea&) = delete;
  MentorArea& operator=(const MentorArea&) = delete;

  Status open();
  void close();  // says Desk::leave
  bool is_open() const;
  void resize(const Display& display);

  void feed(const input::RawTouch& touch);
  // From keys that one feels: forward and back walk over what can be pressed, choose and enter
  // press it, left and right walk too unless a field is written in, leave goes back.
  void feed(const input::RawKey& key);
  void feed_text(std::string_view utf8);
  void feed(EditKey key);
  // A citizen's own switch ("pad:a"); true where a screen waited for one.
  bool feed_switch(const std::string& code);
  void desk_changed();  // something the desk tells without being asked has changed

  bool wants_frame() const;
  // All events in order, one ImGui frame each, without drawing. draw() does it first.
  void settle();
  void draw(SDL_Surface* backbuffer);
  // When to call settle() though nobody touched: a wait counts down, the area closes itself.
  std::optional<int> due_ms() const;

  std::vector<MentorElement> elements() const;
  std::string screen() const;  // "who", "pin", "home" …

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace aktiv::mentor
