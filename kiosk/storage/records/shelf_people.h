// The rules about citizens, mentors and observations over a shelf.
#pragma once

#include <set>
#include <string>

#include "kiosk/storage/clock.h"
#include "kiosk/storage/people.h"
#include "kiosk/storage/records/locks.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class ShelfPeople : public People {
 public:
  ShelfPeople(Shelf& shelf, Clock clock) : shelf_(shelf), locks_(shelf, std::move(clock)) {}

  Status add_citizen(const Citizen& citizen) override;
  Result<std::vector<Citizen>> citizens() override;
  Status change_signs(const CitizenId& id, const PictureId& sign, const PictureId& second) override;
  Status change_centre(const CitizenId& id, const std::string& centre) override;
  Status erase_citizen(const CitizenId& id) override;
  Result<bool> was_erased(const CitizenId& id) override;

  Status put_next_meeting(const CitizenId& id, const std::string& words) override;
  Result<std::string> next_meeting(const CitizenId& id) override;
  Status put_photo(const CitizenId& id, const PictureId& in_place_of,
                   const std::string& jpeg) override;
  Status remove_photo(const CitizenId& id, const PictureId& in_place_of) override;
  Result<std::map<PictureId, std::string>> photos(const CitizenId& id) override;
  Status put_profile(const CitizenId& id, const std::string& bytes) override;
  Result<std::optional<std::string>> profile(const CitizenId& id) override;
  Status put_patient(const CitizenId& id, const std::string& reference) override;
  Result<std::optional<std::string>> patient(const CitizenId& id) override;

  Status set_lock(const CitizenId& id, const std::vector<PictureId>& sequence) override;
  Status remove_lock(const CitizenId& id) override;
  Result<LockAnswer> check_lock(const CitizenId& id,
                                const std::vector<PictureId>& sequence) override;
  Result<LockAnswer> lock_state(const CitizenId& id) override;

  Status add_mentor(const Mentor& mentor, const std::string& pin) override;
  Result<std::vector<Mentor>> mentors() override;
  Status set_pin(const MentorId& id, const std::string& pin) override;
  Result<LockAnswer> check_pin(const MentorId& id, const std::string& pin) override;
  Result<LockAnswer> pin_state(const MentorId& id) override;
  Status remove_mentor(const MentorId& id) override;

  Status put_observation(const SealedObservation& observation) override;
  Result<std::vector<SealedObservation>> observations(const CitizenId& citizen) override;
  Result<std::vector<SealedObservation>> observations_waiting() override;
  Status mark_observation_acknowledged(const std::string& id) override;

  // The waits go on where they were when the program ended.
  void anchor_waits() { locks_.anchor_all(); }

 private:
  Row must_find(const CitizenId& id);
  std::set<std::string> erased() const;
  void remember_erased(const CitizenId& id);
  void must_have_free_signs(const Citizen& citizen);
  void change(const CitizenId& id, const std::function<void(Citizen&)>& work);
  Row photo_row(const CitizenId& id, const PictureId& in_place_of);
  void write_note(const CitizenId& id, const char* name, const std::string& bytes);
  void put_note(const CitizenId& id, const char* name, const std::string& bytes);
  std::optional<std::string> note(const CitizenId& id, const char* name);

  Shelf& shelf_;
  Locks locks_;
};

}  // namespace aktiv::storage
