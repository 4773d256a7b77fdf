// Who is here, and a conversation begins or goes on where it was.
#include "dialogue/engine/turn.h"

namespace aktiv {

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
  enter(citizen.has_lock ? Stage::lock : Stage::listen);
  go_on_as_wished();
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
    if (s_.view.has_access && !s_.talk.citizen.empty()) tell(FindEarlier{s_.talk.citizen});
    read_as_way(s_.talk.way);
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
  opened.way = 2;
  opened.layout = "left_right";
  opened.keep_stands_first = draws_.coin();
  opened.as_is_stands_first = draws_.coin();
  if (prepared != nullptr) {
    opened.way = prepared->setup.way;
    opened.layout = prepared->setup.layout;
    opened.pressed_by = prepared->pressed_by;
    opened.present = prepared->present;
    opened.started_by = prepared->started_by;
  }
  opened.at_ms = stamped_.at_ms;
  record(std::move(opened));
  if (s_.view.has_access && !s_.talk.citizen.empty()) tell(FindEarlier{s_.talk.citizen});
  if (prepared != nullptr && prepared->starts_at_tool) return;
  enter(Stage::consent);
}

// What somebody left open waits for them; a secret conversation, or one without an answer, leaves
// nothing.
void Turn::leave_what_is_open() {
  if (!s_.talk.id.empty() && !s_.talk.is_finished) {
    if (s_.talk.is_secret || !has_answers())
      tell(ThrowAway{s_.talk.id});
    else
      tell(PutAway{s_.talk.id});
  }
  wipe();
}

void Turn::operator()(const SessionPrepared& fact) {
  open_for_mentor(fact.citizen);
  s_.language = fact.language;
  s_.view.is_led_by_mentor = !fact.starts_at_tool;
  s_.talk.is_secret = fact.citizen.empty();
  s_.view.is_rehearsal = fact.is_rehearsal && fact.citizen.empty();
  s_.view.wants_practice = fact.wants_practice;
  read_as_way(fact.setup.way);
  s_.view.goes_on_by_itself = s_.view.goes_on_by_itself && fact.goes_on_by_itself;
  s_.view.prepared = fact.setup;
  open(&fact);
  if (fact.starts_at_tool) start_tool(fact.setup);
}

// What is this citizen's own may be seen now. Empty: nobody's, a secret conversation.
void Turn::open_for_mentor(const CitizenId& known) {
  leave_what_is_open();
  if (!known.empty()) s_.view.citizen = CitizenSign{known, {}, {}, false};
  for (const CitizenSign& citizen : s_.citizens)
    if (citizen.id == known) s_.view.citizen = citizen;
  s_.view.has_access = true;
}

void Turn::operator()(const TakenUpByMentor& fact) {
  if (fact.events.empty()) {
    leave_what_is_open();
    return;
  }
  open_for_mentor(fact.citizen);
  s_.view.is_led_by_mentor = true;
  s_.view.unfinished = fact.events;
  open(nullptr);
}

void Turn::operator()(const AnswersOpenedByMentor& fact) {
  open_for_mentor(fact.citizen);
  s_.view.kept = fact.kept;
  enter(Stage::my_answers);
}

}  // namespace aktiv
