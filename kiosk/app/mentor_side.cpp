// The mentor's area over the citizen's screen: opened by the mentor's sign, drawn into the same
// glass. The conversation waits behind it unchanged.
#include <SDL.h>

#include "kiosk/app/kiosk_app.h"
#include "kiosk/app/mentor_json.h"

namespace aktiv::app {
namespace {

std::optional<mentor::EditKey> edit_key_of(const SDL_Event& event) {
  if (event.type != SDL_KEYDOWN) return std::nullopt;
  switch (event.key.keysym.sym) {
    case SDLK_BACKSPACE:
      return mentor::EditKey::erase;
    case SDLK_LEFT:
      return mentor::EditKey::left;
    case SDLK_RIGHT:
      return mentor::EditKey::right;
    case SDLK_RETURN:
      return mentor::EditKey::enter;
    case SDLK_ESCAPE:
      return mentor::EditKey::leave;
    default:
      return std::nullopt;  // SDL's keys, not ours: a list that is not closed
  }
}

}  // namespace

void KioskApp::open_mentor_side() {
  control_ =
      std::make_unique<LinkControl>(parts_.link, parts_.store, parts_.kit.content->texts,
                                    staff_language(), [bell = &parts_.bell] { bell->ring(); });
  control_->look_up();
  MentorLoop loop;
  loop.give = [this](Intent intent) { give(std::move(intent)); };
  loop.ongoing = [this]() -> std::optional<mentor::OngoingConversation> {
    if (session_.talk.id.empty() || session_.talk.is_finished) return std::nullopt;
    return mentor::OngoingConversation{session_.talk.citizen, session_.talk.pressed_by,
                                       session_.talk.present};
  };
  loop.take_up = [this](const CitizenId& citizen, std::vector<std::string> events) {
    give(TakenUpByMentor{citizen, std::move(events)});
  };
  loop.print = [this](const std::vector<Submission>& talk, mentor::Done then) {
    auto order = sheet_of(talk, *parts_.kit.engine, session_.citizens);
    if (!order) return then(order.error());
    sheets_->print(std::move(*order), talk.front().citizen, [this, then](Status printed) {
      then(std::move(printed));
      mentor_->desk_changed();
    });
  };
  loop.rehearse = [this](const mentor::RehearsalOrder& order) { rehearse(order); };
  loop.citizens_changed = [this] { keeper_->find_citizens(); };
  loop.left = [this] {
    painter_->forget_screen();
    described_ = {};  // the citizen's screen stands there again, and is described again
    must_paint_all_ = has_news_ = true;
    last_activity_ms_ = steady_ms();
  };
  loop.changed = [this] {
    if (mentor_) mentor_->desk_changed();
  };
  loop.utc_ms = utc_now_ms;
  desk_ =
      std::make_unique<MentorDesk>(parts_.store, *control_, *photos_, *voices_, std::move(loop));
  mentor_ = std::make_unique<mentor::MentorArea>(
      mentor::Surroundings{*desk_, *parts_.kit.content, pictures_->book(), theme_, parts_.kit.share,
                           steady_ms, utc_now_ms, staff_language()},
      window_->display());
}

// A citizen's own switch, where the mentor's page waits for one. The page itself is touched with
// the left button, and left with Escape.
bool KioskApp::feed_switch_to_mentor(const SDL_Event& event) {
  const auto press = input::switch_of(event);
  if (!press || !press->is_down) return false;
  if (press->code == "mouse:left" || press->code == "key:Escape") return false;
  return mentor_->feed_switch(press->code);
}

// True when the event was the mentor's.
bool KioskApp::take_for_mentor(const SDL_Event& event, const std::optional<input::RawInput>& raw) {
  if (!mentor_->is_open()) return false;
  if (feed_switch_to_mentor(event)) return true;
  if (event.type == SDL_TEXTINPUT) mentor_->feed_text(event.text.text);
  if (const auto key = edit_key_of(event)) {
    mentor_->feed(*key);
  } else if (raw) {
    if (const auto* touch = std::get_if<input::RawTouch>(&*raw)) mentor_->feed(*touch);
    if (const auto* pressed = std::get_if<input::RawKey>(&*raw)) mentor_->feed(*pressed);
  }
  return true;
}

void KioskApp::paint_mentor() {
  if (!mentor_->wants_frame()) return;
  mentor_->draw(window_->pixels());
  if (!mentor_->is_open()) return;  // it closed itself while it settled
  const Status shown = window_->show_all();
  is_seen_ = shown.has_value();
  if (!shown) tell_staff(display_words().not_shown(shown.error()));
  ++frames_;
  if (trace_) trace_->note("frame_shown");
  describe_mentor();
  expose_mentor();
}

void KioskApp::describe_mentor() {
  if (description_ == nullptr) return;
  std::string scene;
  append_mentor_scene(scene, mentor_->screen(), mentor_->elements(), window_->display());
  write_description(scene);
}

}  // namespace aktiv::app
