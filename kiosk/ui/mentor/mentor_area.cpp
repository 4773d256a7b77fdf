#include "kiosk/ui/mentor/mentor_area.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <variant>

#include "kiosk/ui/mentor/look.h"
#include "kiosk/ui/mentor/sheet.h"
#include "kiosk/ui/mentor/words.h"
#include "kiosk/ui/mentor/work.h"

namespace aktiv::mentor {
namespace {

struct Typed {
  std::string utf8;
};
using Fed = std::variant<input::RawTouch, input::RawKey, Typed, EditKey>;

}  // namespace

struct MentorArea::Inside {
  Inside(Surroundings surroundings, const Display& glass)
      : at(std::move(surroundings)), display(glass) {}

  Surroundings at;
  Display display;
  Look look;
  std::map<std::pair<MentorId, CitizenId>, std::string> drafts;
  std::map<std::pair<MentorId, SubmissionId>, GoalPlan> plans;

  // While it is open:
  std::unique_ptr<Work> work;
  std::unique_ptr<Sheet> sheet;
  ScreenPtr screen;
  ScreenPtr next;
  bool is_leaving = false;
  std::deque<Fed> fed;
  bool needs_frame = false;
  bool is_unpainted = false;       // settled, and not yet on the glass
  std::optional<uint64_t> finger;  // the one that counts; others are ignored
  Sheet::Finger pointer;
  std::string focused;
  int64_t touched_ms = 0;
  int64_t shown_ms = 0;
  int last_beat_ms = 0;  // when it was shown: the end of a wait is shown too

  void begin();
  void frame(bool chooses_focused = false);
  void take(const Fed& event);
  void touch(const input::RawTouch& touch);
  void key(const input::RawKey& key);
  void move_focus(int step);
  void shut();
  void use(std::unique_ptr<Sheet> made);
  void tell_idle();
  void choose(const std::string& name);
  void type(std::string_view utf8);
  void edit(EditKey key);
  int64_t idle_left() const { return look.idle_ms - (at.clock_ms() - touched_ms); }
  int beat_ms() const {
    const int own = screen->beat_ms();
    if (idle_left() > look.idle_warning_ms) return own;
    return own > 0 ? std::min(own, 1000) : 1000;
  }
  // At which it is to be drawn again; 0: at none.
  int next_beat_ms() const { return beat_ms() > 0 ? beat_ms() : last_beat_ms; }
};

void MentorArea::Inside::begin() {
  work.reset(new Work{.at = at,
                      .display = display,
                      .go =
                          [this](ScreenPtr to) {
                            next = std::move(to);
                            needs_frame = true;
                          },
                      .changed = [this] { needs_frame = true; },
                      .leave = [this] { is_leaving = true; },
                      .language = at.language,
                      .mentor = {},
                      .citizen = {},
                      .sync = {},
                      .note = {},
                      .drafts = &drafts,
                      .plans = &plans});
  touched_ms = at.clock_ms();
  work->look_at_sync();
  screen = who_screen(*work);
  needs_frame = true;
}

void MentorArea::Inside::use(std::unique_ptr<Sheet> made) {
  sheet = std::move(made);
  sheet->set_say([this](std::string_view key) { return work->say(key); });
}

void MentorArea::Inside::shut() {
  next.reset();
  screen.reset();
  work.reset();
  sheet.reset();
  fed.clear();
  finger.reset();
  pointer = {};
  focused.clear();
  is_leaving = false;
  needs_frame = is_unpainted = false;
  last_beat_ms = 0;
  at.desk.leave();
}

void MentorArea::Inside::tell_idle() {
  if (idle_left() > look.idle_warning_ms) return;
  const auto wait = wait_words(at.content.texts, work->language, std::max<int64_t>(0, idle_left()));
  sheet->announce(
      {work->say("staff.idle", {{"wait", wait}}), work->say("staff.idle.short", {{"wait", wait}})});
}

void MentorArea::Inside::frame(bool chooses_focused) {
  sheet->begin_frame(pointer, focused, chooses_focused);
  tell_idle();
  screen->show(*sheet);
  sheet->end_frame();
  if (next) {
    screen = std::move(next);
    sheet->begin_screen();
    focused.clear();
    needs_frame = true;
  }
}

void MentorArea::Inside::touch(const input::RawTouch& touch) {
  using input::Phase;
  screen->touched(touch);
  if (touch.phase == Phase::down && !finger) finger = touch.finger;
  if (finger != touch.finger) return;
  focused.clear();
  const bool is_cancelled = touch.phase == Phase::cancel;
  pointer.x_px = is_cancelled ? -1 : touch.x_px;
  pointer.y_px = is_cancelled ? -1 : touch.y_px;
  pointer.is_on = touch.phase == Phase::down || touch.phase == Phase::move;
  frame();
  if (pointer.is_on) return;
  finger.reset();
  pointer = {};
}

void MentorArea::Inside::move_focus(int step) {
  std::vector<std::string> names;
  for (const auto& element : sheet->elements())
    if (element.is_target() && element.is_enabled) names.push_back(element.name);
  if (names.empty()) return;
  const auto found = std::find(names.begin(), names.end(), focused);
  const auto count = static_cast<int>(names.size());
  const int now =
      found == names.end() ? (step > 0 ? -1 : 0) : static_cast<int>(found - names.begin());
  focused = names[static_cast<size_t>((now + step + count) % count)];
}

void MentorArea::Inside::key(const input::RawKey& key) {
  if (!key.is_down || key.is_repeat) return;
  switch (key.key) {
    case input::Key::forward:
      move_focus(1);
      return frame();
    case input::Key::back:
      move_focus(-1);
      return frame();
    case input::Key::choose:
      return choose(focused);
    case input::Key::other:
      return;
  }
}

void MentorArea::Inside::choose(const std::string& name) {
  if (name.empty()) return;
  focused = name;
  frame(true);
}

// The space that pressed what the focus stands on is not written as well.
void MentorArea::Inside::type(std::string_view utf8) {
  if (utf8 == " " && !focused.empty()) return;
  focused.clear();
  screen->type(utf8);
}

void MentorArea::Inside::edit(EditKey key) {
  switch (key) {
    case EditKey::leave:
      return choose(std::string(sheet->way_back()));
    case EditKey::enter:
      return focused.empty() ? screen->edit(key) : choose(focused);
    case EditKey::left:
    case EditKey::right:
      if (screen->writes()) return screen->edit(key);
      move_focus(key == EditKey::right ? 1 : -1);
      return frame();
    case EditKey::erase:
      return screen->edit(key);
  }
}

void MentorArea::Inside::take(const Fed& event) {
  if (const auto* raw = std::get_if<input::RawTouch>(&event)) return touch(*raw);
  if (const auto* raw = std::get_if<input::RawKey>(&event)) return key(*raw);
  if (const auto* typed = std::get_if<Typed>(&event)) return type(typed->utf8);
  edit(std::get<EditKey>(event));
}

MentorArea::MentorArea(Surroundings surroundings, const Display& display)
    : inside_(std::make_unique<Inside>(std::move(surroundings), display)) {}
MentorArea::~MentorArea() = default;

Status MentorArea::open() {
  if (is_open()) return {};
  auto look = read_look(inside_->at.share, inside_->at.theme);
  if (!look) return look.error();
  inside_->look = *look;
  auto sheet = Sheet::open(inside_->at.share, *look, inside_->display, inside_->at.pictures);
  if (!sheet) return sheet.error();
  inside_->use(std::move(*sheet));
  inside_->begin();
  return {};
}

void MentorArea::close() {
  if (is_open()) inside_->shut();
}

bool MentorArea::is_open() const {
  return inside_->work != nullptr;
}

void MentorArea::resize(const Display& display) {
  inside_->display = display;
  if (!is_open()) return;
  auto sheet = Sheet::open(inside_->at.share, inside_->look, display, inside_->at.pictures);
  if (!sheet) return inside_->shut();
  inside_->use(std::move(*sheet));
  inside_->needs_frame = true;
}

void MentorArea::feed(const input::RawTouch& touch) {
  if (!is_open()) return;
  inside_->touched_ms = inside_->at.clock_ms();
  inside_->fed.emplace_back(touch);
}

void MentorArea::feed(const input::RawKey& key) {
  if (!is_open()) return;
  inside_->touched_ms = inside_->at.clock_ms();
  inside_->fed.emplace_back(key);
}

void MentorArea::feed_text(std::string_view utf8) {
  if (!is_open()) return;
  inside_->touched_ms = inside_->at.clock_ms();
  inside_->fed.emplace_back(Typed{std::string(utf8)});
}

void MentorArea::feed(EditKey key) {
  if (!is_open()) return;
  inside_->touched_ms = inside_->at.clock_ms();
  inside_->fed.emplace_back(key);
}

bool MentorArea::feed_switch(const std::string& code) {
  if (!is_open() || !inside_->screen->listens_for_switch()) return false;
  inside_->touched_ms = inside_->at.clock_ms();
  inside_->screen->take_switch(code);
  inside_->needs_frame = true;
  return true;
}

void MentorArea::desk_changed() {
  if (!is_open()) return;
  inside_->work->look_at_sync();
  inside_->screen->desk_changed();
  inside_->needs_frame = true;
}

bool MentorArea::wants_frame() const {
  if (!is_open()) return false;
  const Inside& in = *inside_;
  if (in.needs_frame || in.is_unpainted || in.is_leaving) return true;
  if (!in.fed.empty() || in.idle_left() <= 0) return true;
  const int beat = in.next_beat_ms();
  return beat > 0 && in.at.clock_ms() / beat != in.shown_ms / beat;
}

void MentorArea::settle() {
  if (!is_open()) return;
  Inside& in = *inside_;
  if (in.idle_left() <= 0) return in.shut();
  if (!wants_frame()) return;
  while (!in.fed.empty() && !in.is_leaving) {
    const Fed event = std::move(in.fed.front());
    in.fed.pop_front();
    in.take(event);
  }
  in.is_unpainted = true;
  // A press may change what stands here, and that is known one frame later.
  for (int i = 0; i < 2 && !in.is_leaving; ++i) {
    in.needs_frame = false;
    in.frame();
  }
  for (int i = 0; i < 8 && in.needs_frame && !in.is_leaving; ++i) {
    in.needs_frame = false;
    in.frame();
  }
  in.shown_ms = in.at.clock_ms();
  in.last_beat_ms = in.is_leaving ? 0 : in.beat_ms();
  if (in.is_leaving) in.shut();
}

void MentorArea::draw(SDL_Surface* backbuffer) {
  settle();
  if (!is_open()) return;
  inside_->is_unpainted = false;
  if (!inside_->sheet->paint(backbuffer)) inside_->shut();
}

std::optional<int> MentorArea::due_ms() const {
  if (!is_open()) return std::nullopt;
  if (wants_frame()) return 0;
  const Inside& in = *inside_;
  if (const int beat = in.next_beat_ms(); beat > 0)
    return static_cast<int>(beat - in.at.clock_ms() % beat);
  return static_cast<int>(in.idle_left() - in.look.idle_warning_ms);
}

std::vector<MentorElement> MentorArea::elements() const {
  return is_open() ? inside_->sheet->elements() : std::vector<MentorElement>{};
}

std::string MentorArea::screen() const {
  return is_open() ? inside_->screen->name() : "";
}

}  // namespace aktiv::mentor
