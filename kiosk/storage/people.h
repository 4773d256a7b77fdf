// Who the kiosk knows: citizens by their pictures (no names), mentors by their own sign and PIN,
// the locks of both, and what mentors saw. Everything is sealed; a citizen's under the citizen's
// own key. Synchronous and for one thread; checking a lock takes 0.15 s on purpose (Argon2id), so
// never on the loop.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::storage {

struct Citizen {
  CitizenId id;
  PictureId sign;         // "signs/sunflower"
  PictureId second_sign;  // empty: one picture is enough
  std::string centre;     // empty until enrolled
  bool has_lock = false;  // filled by the store

  bool operator==(const Citizen&) const = default;
};

struct Mentor {
  MentorId id;
  PictureId sign;
  std::string name;
  std::string centre;

  bool operator==(const Mentor&) const = default;
};

// Five tries, then growing waits (lockout.h). While wait_ms > 0 nothing is compared.
struct LockAnswer {
  bool is_open = false;
  int tries_left = 0;
  int64_t wait_ms = 0;

  bool operator==(const LockAnswer&) const = default;
};

// A mentor's observation as bytes, beside the citizen's words, never among them.
struct SealedObservation {
  std::string id;  // UUID
  CitizenId citizen;
  ConversationId conversation;  // empty: about no conversation
  std::string bytes;
  bool is_acknowledged = false;

  bool operator==(const SealedObservation&) const = default;
};

class People {
 public:
  virtual ~People() = default;

  // Refused: a pair of pictures that somebody has already.
  virtual Status add_citizen(const Citizen& citizen) = 0;
  virtual Result<std::vector<Citizen>> citizens() = 0;
  virtual Status change_signs(const CitizenId& id, const PictureId& sign,
                              const PictureId& second) = 0;
  virtual Status change_centre(const CitizenId& id, const std::string& centre) = 0;
  // Everything about the citizen: conversations, outbox, profile, lock, observations, keys.
  virtual Status erase_citizen(const CitizenId& id) = 0;
  // Was this citizen erased here? All that is kept of them is a sum of their pseudonym, so that
  // nobody else's list brings them back.
  virtual Result<bool> was_erased(const CitizenId& id) = 0;

  virtual Status put_profile(const CitizenId& id, const std::string& bytes) = 0;
  virtual Result<std::optional<std::string>> profile(const CitizenId& id) = 0;
  // The citizen's Patient in the case file, resolved once ("Patient/17"), with what else whoever
  // asks must know of it.
  virtual Status put_patient(const CitizenId& id, const std::string& reference) = 0;
  virtual Result<std::optional<std::string>> patient(const CitizenId& id) = 0;

  // When citizen and mentor meet next, as the mentor wrote it; empty: nobody knows.
  virtual Status put_next_meeting(const CitizenId& id, const std::string& words) = 0;
  virtual Result<std::string> next_meeting(const CitizenId& id) = 0;
  // JPEG photos of the citizen's own, each in the place of the drawing of its name: the people and
  // places that they know, and themselves. They never leave the kiosk.
  virtual Status put_photo(const CitizenId& id, const PictureId& in_place_of,
                           const std::string& jpeg) = 0;
  virtual Status remove_photo(const CitizenId& id, const PictureId& in_place_of) = 0;
  virtual Result<std::map<PictureId, std::string>> photos(const CitizenId& id) = 0;

  // The citizen's own lock: two or more pictures in order. Setting it anew forgets earlier waits: a
  // mentor does so when it is forgotten.
  virtual Status set_lock(const CitizenId& id, const std::vector<PictureId>& sequence) = 0;
  virtual Status remove_lock(const CitizenId& id) = 0;
  virtual Result<LockAnswer> check_lock(const CitizenId& id,
                                        const std::vector<PictureId>& sequence) = 0;
  virtual Result<LockAnswer> lock_state(const CitizenId& id) = 0;  // compares nothing

  virtual Status add_mentor(const Mentor& mentor, const std::string& pin) = 0;  // 4–12 digits
  virtual Result<std::vector<Mentor>> mentors() = 0;
  virtual Status set_pin(const MentorId& id, const std::string& pin) = 0;
  virtual Result<LockAnswer> check_pin(const MentorId& id, const std::string& pin) = 0;
  virtual Result<LockAnswer> pin_state(const MentorId& id) = 0;
  virtual Status remove_mentor(const MentorId& id) = 0;

  virtual Status put_observation(const SealedObservation& observation) = 0;
  virtual Result<std::vector<SealedObservation>> observations(const CitizenId& citizen) = 0;
  // Those that may leave: about no conversation, or about one that the citizen kept.
  virtual Result<std::vector<SealedObservation>> observations_waiting() = 0;
  virtual Status mark_observation_acknowledged(const std::string& id) = 0;
};

}  // namespace aktiv::storage
