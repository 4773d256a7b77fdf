#include "kiosk/storage/records/shelf_people.h"

#include <algorithm>
#include <set>

#include "kiosk/storage/keys/sealing.h"
#include "kiosk/storage/records/bytes.h"
#include "kiosk/storage/records/conversation_row.h"
#include "kiosk/storage/records/observation_row.h"
#include "kiosk/storage/records/shelf_sheets.h"

namespace aktiv::storage {
namespace {

constexpr size_t shortest_lock = 2;  // pictures
constexpr size_t shortest_pin = 4;   // digits
constexpr size_t longest_pin = 12;
constexpr const char* photo_note = "photo";
constexpr const char* erased_setting = "erased";
constexpr const char* next_meeting_note = "next_meeting";

Citizen citizen_of(const Row& row) {
  Reader reader(row.bytes);
  Citizen citizen;
  citizen.id = CitizenId(row.id);
  citizen.sign = PictureId(reader.text());
  citizen.second_sign = PictureId(reader.text());
  citizen.centre = reader.text();
  return citizen;
}

std::string bytes_of(const Citizen& citizen) {
  return Writer()
      .text(citizen.sign.value)
      .text(citizen.second_sign.value)
      .text(citizen.centre)
      .take();
}

Mentor mentor_of(const Row& row) {
  Reader reader(row.bytes);
  Mentor mentor;
  mentor.id = MentorId(row.id);
  mentor.sign = PictureId(reader.text());
  mentor.name = reader.text();
  mentor.centre = reader.text();
  return mentor;
}

std::string bytes_of(const Mentor& mentor) {
  return Writer().text(mentor.sign.value).text(mentor.name).text(mentor.centre).take();
}

std::pair<PictureId, std::string> photo_of(const Row& row) {
  Reader reader(row.bytes);
  PictureId in_place_of(reader.text());
  return {std::move(in_place_of), reader.text()};
}

std::string as_secret(const std::vector<PictureId>& sequence) {
  std::string secret;
  for (const PictureId& picture : sequence) secret += picture.value + "\n";
  return secret;
}

void must_be_pin(const std::string& pin) {
  const bool is_digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_digits || pin.size() < shortest_pin || pin.size() > longest_pin)
    trouble("this cannot be a PIN", "mentor", "4 to 12 digits");
}

}  // namespace

Row ShelfPeople::must_find(const CitizenId& id) {
  auto row = shelf_.find(Table::citizens, id.value);
  if (!row) trouble("no such citizen", shelf_.where(), "a citizen whom this kiosk knows");
  return std::move(*row);
}

void ShelfPeople::must_have_free_signs(const Citizen& citizen) {
  if (citizen.sign.empty())
    trouble("a citizen has no picture", shelf_.where(), "a sign-in picture");
  for (const Row& row : shelf_.list(Table::citizens)) {
    const Citizen other = citizen_of(row);
    if (other.id != citizen.id && other.sign == citizen.sign &&
        other.second_sign == citizen.second_sign)
      trouble("somebody has these pictures already", shelf_.where(),
              "another picture, or a second one");
  }
}

Status ShelfPeople::add_citizen(const Citizen& citizen) {
  return guarded([&] {
    if (citizen.id.empty()) trouble("the citizen has no id", shelf_.where(), "a random pseudonym");
    if (shelf_.find(Table::citizens, citizen.id.value))
      trouble("this citizen is here already", shelf_.where(), "a fresh pseudonym");
    must_have_free_signs(citizen);
    Row row{citizen.id.value, "", 0, "citizen", shelf_.fresh_key(), bytes_of(citizen)};
    shelf_.in_transaction([&] {
      row.place = shelf_.last_place(Table::citizens) + 1;
      shelf_.put(Table::citizens, row);
    });
  });
}

Result<std::vector<Citizen>> ShelfPeople::citizens() {
  return guarded([&] {
    std::vector<Citizen> all;
    for (const Row& row : shelf_.list(Table::citizens)) {
      all.push_back(citizen_of(row));
      all.back().has_lock = locks_.has(row.id);
    }
    return all;
  });
}

void ShelfPeople::change(const CitizenId& id, const std::function<void(Citizen&)>& work) {
  shelf_.in_transaction([&] {
    Row row = must_find(id);
    Citizen citizen = citizen_of(row);
    work(citizen);
    must_have_free_signs(citizen);
    row.bytes = bytes_of(citizen);
    shelf_.put(Table::citizens, row);
  });
}

Status ShelfPeople::change_signs(const CitizenId& id, const PictureId& sign,
                                 const PictureId& second) {
  return guarded([&] {
    change(id, [&](Citizen& citizen) {
      citizen.sign = sign;
      citizen.second_sign = second;
    });
  });
}

Status ShelfPeople::change_centre(const CitizenId& id, const std::string& centre) {
  return guarded([&] { change(id, [&](Citizen& citizen) { citizen.centre = centre; }); });
}

Status ShelfPeople::erase_citizen(const CitizenId& id) {
  return guarded([&] {
    shelf_.erase_for_good([&](RowsOfDoomed rows) {
      const Row citizen = must_find(id);
      remember_erased(id);
      for (const Row& conversation : shelf_.list(Table::conversations, id.value)) {
        for (const Table table : of_a_conversation)
          if (rows == RowsOfDoomed::erased) shelf_.erase_owned(table, conversation.id);
        shelf_.doom(conversation.key);
      }
      for (const Table table : {Table::conversations, Table::outbox, Table::receipts, Table::notes,
                                Table::locks, Table::observations})
        shelf_.erase_owned(table, id.value);
      shelf_.erase(Table::citizens, id.value);
      shelf_.doom(citizen.key);
    });
  });
}

std::set<std::string> ShelfPeople::erased() const {
  std::set<std::string> sums;
  const auto row = shelf_.find(Table::settings, erased_setting);
  if (!row) return sums;
  Reader reader(row->bytes);
  for (int64_t left = reader.integer(); left > 0; --left) sums.insert(reader.text());
  return sums;
}

void ShelfPeople::remember_erased(const CitizenId& id) {
  std::set<std::string> sums = erased();
  sums.insert(fingerprint(id.value));
  Writer writer;
  writer.integer(static_cast<int64_t>(sums.size()));
  for (const std::string& sum : sums) writer.text(sum);
  shelf_.put(Table::settings, {erased_setting, "", 0, "setting", "", writer.take()});
}

Result<bool> ShelfPeople::was_erased(const CitizenId& id) {
  return guarded([&] { return erased().contains(fingerprint(id.value)); });
}

void ShelfPeople::put_note(const CitizenId& id, const char* name, const std::string& bytes) {
  shelf_.in_transaction([&] { write_note(id, name, bytes); });
}

void ShelfPeople::write_note(const CitizenId& id, const char* name, const std::string& bytes) {
  const Row citizen = must_find(id);
  shelf_.put(Table::notes, {id.value + "/" + name, id.value, 0, name, citizen.key, bytes});
}

std::optional<std::string> ShelfPeople::note(const CitizenId& id, const char* name) {
  const auto row = shelf_.find(Table::notes, id.value + "/" + name);
  if (!row) return std::nullopt;
  return row->bytes;
}

// Which drawing a photo stands for is sealed with it: the row says only that there is one.
Row ShelfPeople::photo_row(const CitizenId& id, const PictureId& in_place_of) {
  const std::vector<Row> notes = shelf_.list(Table::notes, id.value);
  std::set<std::string> taken;
  for (const Row& row : notes) {
    if (row.kind == photo_note && photo_of(row).first == in_place_of) return row;
    taken.insert(row.id);
  }
  int number = 1;
  const auto named = [&] { return id.value + "/" + photo_note + "/" + std::to_string(number); };
  while (taken.contains(named())) ++number;
  return {named(), id.value, 0, photo_note, "", ""};
}

Status ShelfPeople::put_photo(const CitizenId& id, const PictureId& in_place_of,
                              const std::string& jpeg) {
  return guarded([&] {
    if (in_place_of.empty() || jpeg.empty())
      trouble("a photo without a picture", shelf_.where(), "a drawing's name, and a JPEG");
    shelf_.in_transaction([&] {
      const KeyId key = must_find(id).key;
      Row row = photo_row(id, in_place_of);
      row.key = key;
      row.bytes = Writer().text(in_place_of.value).text(jpeg).take();
      shelf_.put(Table::notes, row);
    });
  });
}

Status ShelfPeople::remove_photo(const CitizenId& id, const PictureId& in_place_of) {
  return guarded([&] {
    shelf_.in_transaction([&] { shelf_.erase(Table::notes, photo_row(id, in_place_of).id); });
  });
}

Result<std::map<PictureId, std::string>> ShelfPeople::photos(const CitizenId& id) {
  return guarded([&] {
    std::map<PictureId, std::string> all;
    for (const Row& row : shelf_.list(Table::notes, id.value))
      if (row.kind == photo_note) all.insert(photo_of(row));
    return all;
  });
}

Status ShelfPeople::put_next_meeting(const CitizenId& id, const std::string& words) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      must_find(id);
      if (note(id, next_meeting_note).value_or("") == words) return;
      write_note(id, next_meeting_note, words);
      drop_sheets_of(shelf_, id.value);  // they name another meeting
    });
  });
}
Result<std::string> ShelfPeople::next_meeting(const CitizenId& id) {
  return guarded([&] { return note(id, next_meeting_note).value_or(std::string()); });
}
Status ShelfPeople::put_profile(const CitizenId& id, const std::string& bytes) {
  return guarded([&] { put_note(id, "profile", bytes); });
}
Result<std::optional<std::string>> ShelfPeople::profile(const CitizenId& id) {
  return guarded([&] { return note(id, "profile"); });
}
Status ShelfPeople::put_patient(const CitizenId& id, const std::string& reference) {
  return guarded([&] { put_note(id, "patient", reference); });
}
Result<std::optional<std::string>> ShelfPeople::patient(const CitizenId& id) {
  return guarded([&] { return note(id, "patient"); });
}

Status ShelfPeople::set_lock(const CitizenId& id, const std::vector<PictureId>& sequence) {
  return guarded([&] {
    if (sequence.size() < shortest_lock)
      trouble("the lock is too short", shelf_.where(), "two pictures or more");
    std::string secret = as_secret(sequence);
    shelf_.in_transaction([&] { locks_.set(id.value, must_find(id).key, secret); });
    wipe(secret);
  });
}

Status ShelfPeople::remove_lock(const CitizenId& id) {
  return guarded([&] { shelf_.in_transaction([&] { locks_.remove(must_find(id).id); }); });
}

Result<LockAnswer> ShelfPeople::check_lock(const CitizenId& id,
                                           const std::vector<PictureId>& sequence) {
  return guarded([&] {
    std::string secret = as_secret(sequence);
    const LockAnswer answer = locks_.check(id.value, secret);
    wipe(secret);
    return answer;
  });
}

Result<LockAnswer> ShelfPeople::lock_state(const CitizenId& id) {
  return guarded([&] { return locks_.state(id.value); });
}

Status ShelfPeople::add_mentor(const Mentor& mentor, const std::string& pin) {
  return guarded([&] {
    must_be_pin(pin);
    if (mentor.id.empty() || mentor.sign.empty())
      trouble("the mentor has no id or no sign", shelf_.where(), "both");
    shelf_.in_transaction([&] {
      if (shelf_.find(Table::mentors, mentor.id.value))
        trouble("this mentor is here already", shelf_.where(), "a fresh id");
      for (const Row& row : shelf_.list(Table::mentors))
        if (mentor_of(row).sign == mentor.sign)
          trouble("another mentor has this sign", shelf_.where(), "another picture");
      shelf_.put(Table::mentors, {mentor.id.value, "", shelf_.last_place(Table::mentors) + 1,
                                  "mentor", "", bytes_of(mentor)});
      locks_.set(mentor.id.value, "", pin);
    });
  });
}

Result<std::vector<Mentor>> ShelfPeople::mentors() {
  return guarded([&] {
    std::vector<Mentor> all;
    for (const Row& row : shelf_.list(Table::mentors)) all.push_back(mentor_of(row));
    return all;
  });
}

Status ShelfPeople::set_pin(const MentorId& id, const std::string& pin) {
  return guarded([&] {
    must_be_pin(pin);
    shelf_.in_transaction([&] {
      if (!shelf_.find(Table::mentors, id.value))
        trouble("no such mentor", shelf_.where(), "a mentor of this kiosk");
      locks_.set(id.value, "", pin);
    });
  });
}

Result<LockAnswer> ShelfPeople::check_pin(const MentorId& id, const std::string& pin) {
  return guarded([&] { return locks_.check(id.value, pin); });
}

Result<LockAnswer> ShelfPeople::pin_state(const MentorId& id) {
  return guarded([&] { return locks_.state(id.value); });
}

Status ShelfPeople::remove_mentor(const MentorId& id) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      shelf_.erase(Table::mentors, id.value);
      locks_.remove(id.value);
    });
  });
}

Status ShelfPeople::put_observation(const SealedObservation& observation) {
  return guarded([&] {
    if (observation.id.empty()) trouble("the observation has no id", shelf_.where(), "a UUID");
    shelf_.in_transaction([&] {
      Row row = row_of(observation, must_find(observation.citizen).key);
      row.place = shelf_.last_place(Table::observations) + 1;
      shelf_.put(Table::observations, row);
    });
  });
}

Result<std::vector<SealedObservation>> ShelfPeople::observations(const CitizenId& citizen) {
  return guarded([&] {
    std::vector<SealedObservation> all;
    for (const Row& row : shelf_.list(Table::observations, citizen.value))
      all.push_back(observation_of(row));
    return all;
  });
}

Result<std::vector<SealedObservation>> ShelfPeople::observations_waiting() {
  return guarded([&] {
    std::vector<SealedObservation> waiting;
    for (const Row& row : shelf_.list(Table::observations)) {
      SealedObservation seen = observation_of(row);
      if (seen.is_acknowledged) continue;
      if (!seen.conversation.empty()) {
        const auto conversation = shelf_.find(Table::conversations, seen.conversation.value);
        if (!conversation || conversation->kind != name_of(ConversationState::finished)) continue;
      }
      waiting.push_back(std::move(seen));
    }
    return waiting;
  });
}

Status ShelfPeople::mark_observation_acknowledged(const std::string& id) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      const auto row = shelf_.find(Table::observations, id);
      if (!row) return;
      SealedObservation seen = observation_of(*row);
      seen.is_acknowledged = true;
      Row marked = row_of(seen, row->key);
      marked.place = row->place;
      shelf_.put(Table::observations, marked);
    });
  });
}

}  // namespace aktiv::storage
