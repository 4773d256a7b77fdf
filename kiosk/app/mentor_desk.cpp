#include "kiosk/app/mentor_desk.h"

#include <algorithm>

#include "dialogue/model/submission_json.h"
#include "kiosk/storage/uuid.h"

namespace aktiv::app {
namespace {

using mentor::LockAnswer;
using storage::Store;

LockAnswer shown(const storage::LockAnswer& answer) {
  return {answer.is_open, answer.tries_left, answer.wait_ms};
}

mentor::Whereabouts whereabouts_of(storage::OutboxState state, bool is_paused) {
  using storage::OutboxState;
  switch (state) {
    case OutboxState::kept_here:
      return mentor::Whereabouts::kept_here;
    case OutboxState::pending:
    case OutboxState::bytes_built:
    case OutboxState::in_flight:
      return is_paused ? mentor::Whereabouts::paused : mentor::Whereabouts::waiting;
    case OutboxState::acknowledged:
      return mentor::Whereabouts::in_case_file;
    case OutboxState::quarantined:
      return mentor::Whereabouts::quarantined;
    case OutboxState::withdrawn:
      break;  // nothing of it is left, so it is never listed
  }
  return mentor::Whereabouts::kept_here;
}

// What lies sealed, as values; what cannot be read comes as faults beside it.
template <class T>
struct Read {
  std::vector<T> values;
  std::vector<Fault> faults;

  void take(Result<T> value) {
    if (value)
      values.push_back(std::move(*value));
    else
      faults.push_back(value.error());
  }
};

std::string centre_of(Store& store) {
  auto enrolment = store.house().enrolment();
  return enrolment && *enrolment ? (*enrolment)->centre : std::string();
}

}  // namespace

MentorDesk::MentorDesk(storage::StoreThread& store, SyncControl& sync, MentorLoop loop)
    : store_(store), sync_(sync), loop_(std::move(loop)) {}

void MentorDesk::tell(const std::string& key, const std::string& detail) {
  const bool is_known = std::any_of(messages_.begin(), messages_.end(), [&](const auto& known) {
    return known.key == key && known.detail == detail;
  });
  if (is_known) return;
  messages_.push_back({std::to_string(++told_), key, detail, loop_.utc_ms()});
  loop_.changed();
}

void MentorDesk::dismiss(const std::string& message_id) {
  std::erase_if(messages_, [&](const auto& message) { return message.id == message_id; });
}

template <class T>
void MentorDesk::ask(std::function<Result<T>(Store&)> work, mentor::Then<T> then) {
  store_.ask<T>(std::move(work), [this, then = std::move(then)](Result<T> result) {
    if (!result) tell(result.error());
    then(std::move(result));
  });
}

void MentorDesk::order(std::function<Status(Store&)> work, mentor::Done then) {
  ask<bool>(
      [work = std::move(work)](Store& store) -> Result<bool> {
        const Status done = work(store);
        if (!done) return done.error();
        return true;
      },
      [then = std::move(then)](Result<bool> done) {
        then(done ? Status() : Status(done.error()));
      });
}

void MentorDesk::mentors(mentor::Then<std::vector<mentor::MentorSign>> then) {
  ask<std::vector<mentor::MentorSign>>(
      [](Store& store) -> Result<std::vector<mentor::MentorSign>> {
        auto known = store.people().mentors();
        if (!known) return known.error();
        std::vector<mentor::MentorSign> signs;
        for (const auto& one : *known) signs.push_back({one.id, one.sign, one.name});
        return signs;
      },
      std::move(then));
}

void MentorDesk::add_mentor(const mentor::NewMentor& made, mentor::Then<MentorId> then) {
  ask<MentorId>(
      [made](Store& store) -> Result<MentorId> {
        const MentorId id(storage::fresh_uuid());
        const Status added =
            store.people().add_mentor({id, made.sign, made.name, centre_of(store)}, made.pin);
        if (!added) return added.error();
        return id;
      },
      std::move(then));
}

void MentorDesk::check_pin(const MentorId& id, const std::string& pin,
                           mentor::Then<LockAnswer> then) {
  ask<LockAnswer>(
      [id, pin](Store& store) -> Result<LockAnswer> {
        auto answer = store.people().check_pin(id, pin);
        if (!answer) return answer.error();
        return shown(*answer);
      },
      std::move(then));
}

void MentorDesk::pin_state(const MentorId& id, mentor::Then<LockAnswer> then) {
  ask<LockAnswer>(
      [id](Store& store) -> Result<LockAnswer> {
        auto answer = store.people().pin_state(id);
        if (!answer) return answer.error();
        return shown(*answer);
      },
      std::move(then));
}

void MentorDesk::set_pin(const MentorId& id, const std::string& pin, mentor::Done then) {
  order([id, pin](Store& store) { return store.people().set_pin(id, pin); }, std::move(then));
}

void MentorDesk::citizens(mentor::Then<std::vector<CitizenSign>> then) {
  ask<std::vector<CitizenSign>>(
      [](Store& store) -> Result<std::vector<CitizenSign>> {
        auto known = store.people().citizens();
        if (!known) return known.error();
        const std::string centre = centre_of(store);
        std::vector<CitizenSign> signs;
        for (const auto& one : *known)
          if (one.centre.empty() || centre.empty() || one.centre == centre)
            signs.push_back({one.id, one.sign, one.second_sign, one.has_lock});
        return signs;
      },
      std::move(then));
}

void MentorDesk::create_citizen(const PictureId& first, const PictureId& second,
                                mentor::Then<CitizenId> then) {
  // Taken pictures are no fault for staff's messages: the screen itself says so.
  store_.ask<CitizenId>(
      [first, second](Store& store) -> Result<CitizenId> {
        const CitizenId id(storage::fresh_uuid());
        const Status added = store.people().add_citizen({id, first, second, centre_of(store)});
        if (!added) return added.error();
        return id;
      },
      [this, then = std::move(then)](Result<CitizenId> made) {
        if (made) loop_.citizens_changed();
        then(std::move(made));
      });
}

void MentorDesk::set_lock(const CitizenId& id, const std::vector<PictureId>& sequence,
                          mentor::Done then) {
  order([id, sequence](Store& store) { return store.people().set_lock(id, sequence); },
        [this, then = std::move(then)](Status done) {
          if (done) loop_.citizens_changed();
          then(std::move(done));
        });
}

void MentorDesk::remove_lock(const CitizenId& id, mentor::Done then) {
  order([id](Store& store) { return store.people().remove_lock(id); },
        [this, then = std::move(then)](Status done) {
          if (done) loop_.citizens_changed();
          then(std::move(done));
        });
}

void MentorDesk::erase_citizen(const CitizenId& id, mentor::Done then) {
  // What is being said by this citizen must not be written after the erasing.
  const auto talk = loop_.ongoing();
  if (talk && talk->citizen == id) loop_.give(LeftByMentor{});
  order([id](Store& store) { return store.people().erase_citizen(id); },
        [this, then = std::move(then)](Status done) {
          if (done) loop_.citizens_changed();
          then(std::move(done));
        });
}

void MentorDesk::submissions(const CitizenId& id,
                             mentor::Then<std::vector<mentor::SavedSubmission>> then) {
  using Found = Read<mentor::SavedSubmission>;
  const bool is_paused = sync_.state().link == mentor::Link::paused;
  store_.ask<Found>(
      [id, is_paused](Store& store) -> Result<Found> {
        auto kept = store.outbox().list_kept(id);
        if (!kept) return kept.error();
        Found found;
        for (const auto& one : *kept) {
          auto said = submission_from_json(one.bytes);
          if (!said) {
            found.faults.push_back(said.error());
            continue;
          }
          found.values.push_back(
              {std::move(*said), whereabouts_of(one.item.state, is_paused), one.item.reason});
        }
        std::reverse(found.values.begin(), found.values.end());  // newest first; order of sequence
        return found;
      },
      [this, then = std::move(then)](Result<Found> found) {
        if (!found) {
          tell(found.error());
          return then(found.error());
        }
        for (const auto& fault : found->faults) tell(fault);
        then(std::move(found->values));
      });
}

void MentorDesk::unfinished(const CitizenId& id,
                            mentor::Then<std::vector<mentor::UnfinishedConversation>> then) {
  ask<std::vector<mentor::UnfinishedConversation>>(
      [id](Store& store) -> Result<std::vector<mentor::UnfinishedConversation>> {
        auto left = store.journal().unfinished(id);
        if (!left) return left.error();
        std::vector<mentor::UnfinishedConversation> talks;
        for (const auto& one : *left) talks.push_back({one.id, one.started_ms, one.touched_ms});
        return talks;
      },
      std::move(then));
}

void MentorDesk::observations(const CitizenId& id, mentor::Then<std::vector<Observation>> then) {
  using Found = Read<Observation>;
  store_.ask<Found>(
      [id](Store& store) -> Result<Found> {
        auto sealed = store.people().observations(id);
        if (!sealed) return sealed.error();
        Found found;
        for (const auto& one : *sealed) found.take(observation_from_json(one.bytes));
        return found;
      },
      [this, then = std::move(then)](Result<Found> found) {
        if (!found) {
          tell(found.error());
          return then(found.error());
        }
        for (const auto& fault : found->faults) tell(fault);
        then(std::move(found->values));
      });
}

void MentorDesk::save_observation(const Observation& observation, mentor::Done then) {
  Observation seen = observation;
  seen.id = storage::fresh_uuid();
  seen.at_ms = loop_.utc_ms();
  order(
      [seen](Store& store) {
        return store.people().put_observation(
            {seen.id, seen.citizen, seen.conversation, to_json(seen)});
      },
      [this, then = std::move(then)](Status done) {
        if (done) sync_.wake();
        then(std::move(done));
      });
}

void MentorDesk::sync_view(mentor::Then<mentor::SyncView> then) {
  const LinkState link = sync_.state();
  ask<mentor::SyncView>(
      [link](Store& store) -> Result<mentor::SyncView> {
        auto counts = store.outbox().counts();
        if (!counts) return counts.error();
        return mentor::SyncView{link.link,       link.server,          link.centre,
                                link.why,        link.next_try_ms,     counts->kept_here,
                                counts->waiting, counts->in_case_file, counts->quarantined};
      },
      std::move(then));
}

void MentorDesk::send_again(const SubmissionId& id, mentor::Done then) {
  order([id](Store& store) { return store.outbox().release_quarantined(id); },
        [this, then = std::move(then)](Status done) {
          if (done) sync_.wake();
          then(std::move(done));
        });
}

void MentorDesk::enrol(const std::string& address, const std::string& code, mentor::Done then) {
  sync_.enrol(address, code, std::move(then));
}

void MentorDesk::unenrol(mentor::Done then) {
  sync_.unenrol(std::move(then));
}

void MentorDesk::change_hands(PressedBy pressed_by, const std::vector<Present>& present) {
  loop_.give(PressedByChanged{pressed_by, present});
}

void MentorDesk::take_up(const CitizenId& citizen, const ConversationId& conversation) {
  using Lines = std::vector<std::string>;
  ask<Lines>(
      [conversation](Store& store) -> Result<Lines> {
        auto events = store.journal().load_events(conversation);
        if (!events) return events.error();
        Lines lines;
        for (auto& kept : *events) lines.push_back(std::move(kept.event.payload));
        return lines;
      },
      [this, citizen](Result<Lines> lines) {
        if (lines) loop_.take_up(citizen, std::move(*lines));
      });
}

}  // namespace aktiv::app
