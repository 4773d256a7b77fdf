// Mentors and their PINs, citizens and their locks.
#include "kiosk/app/citizen_signs.h"
#include "kiosk/app/enrolled_centre.h"
#include "kiosk/app/mentor_desk_ask.h"
#include "kiosk/storage/uuid.h"

namespace aktiv::app {
namespace {

using storage::Store;

using mentor::LockAnswer;

LockAnswer shown(const storage::LockAnswer& answer) {
  return {answer.is_open, answer.tries_left, answer.wait_ms};
}

std::string centre_or_none(Store& store) {
  const auto centre = centre_of(store);
  return centre ? *centre : std::string();
}

}  // namespace

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
            store.people().add_mentor({id, made.sign, made.name, centre_or_none(store)}, made.pin);
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
        const std::string centre = centre_or_none(store);
        std::vector<CitizenSign> signs;
        std::vector<Fault> told_already;  // by the keeper, who reads them all
        for (const auto& one : *known)
          if (one.centre.empty() || centre.empty() || one.centre == centre)
            signs.push_back(sign_of(store, one, told_already));
        return signs;
      },
      std::move(then));
}

void MentorDesk::set_access(const CitizenId& id, const AccessProfile& access, mentor::Done then) {
  order([id, access](Store& store) { return store.people().put_profile(id, to_json(access)); },
        after([this] { loop_.citizens_changed(); }, std::move(then)));
}

void MentorDesk::create_citizen(const PictureId& first, const PictureId& second,
                                mentor::Then<CitizenId> then) {
  // Taken pictures are no fault for staff's messages: the screen itself says so.
  store_.ask<CitizenId>(
      [first, second](Store& store) -> Result<CitizenId> {
        const CitizenId id(storage::fresh_uuid());
        const Status added = store.people().add_citizen({id, first, second, centre_or_none(store)});
        if (!added) return added.error();
        return id;
      },
      [this, then = std::move(then)](Result<CitizenId> made) {
        if (made) loop_.citizens_changed();
        then(std::move(made));
      });
}

void MentorDesk::remove_lock(const CitizenId& id, mentor::Done then) {
  order([id](Store& store) { return store.people().remove_lock(id); },
        after([this] { loop_.citizens_changed(); }, std::move(then)));
}

void MentorDesk::next_meeting(const CitizenId& id, mentor::Then<std::string> then) {
  ask<std::string>([id](Store& store) { return store.people().next_meeting(id); }, std::move(then));
}

void MentorDesk::set_next_meeting(const CitizenId& id, const std::string& words,
                                  mentor::Done then) {
  order([id, words](Store& store) { return store.people().put_next_meeting(id, words); },
        std::move(then));
}

void MentorDesk::erase_citizen(const CitizenId& id, mentor::Done then) {
  // What is being said by this citizen must not be written after the erasing.
  const auto talk = loop_.ongoing();
  if (talk && talk->citizen == id) loop_.give(LeftByMentor{});
  order([id](Store& store) { return store.people().erase_citizen(id); },
        after([this] { loop_.citizens_changed(); }, std::move(then)));
}

}  // namespace aktiv::app
