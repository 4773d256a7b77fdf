// The answers, append-only: conversations and their events, in order of sequence and never of time.
// Synchronous and for one thread: StoreThread (store_thread.h) is how the loop reaches it.
// Fails: disk full, folder read-only, row damaged or sealed with another key; each keeps what was
// there and is reported with the path and what staff can do. No Fault holds what a citizen said.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialogue/model/ids.h"
#include "dialogue/model/result.h"

namespace aktiv::storage {

// One event, opaque to storage; sealed before it reaches the disk.
struct Event {
  EventId id;
  ConversationId conversation;
  std::string kind;  // the event's own short name; stored readable, so never what was said
  int64_t at_ms = 0;
  std::string payload;

  bool operator==(const Event&) const = default;
};

struct KeptEvent {
  uint64_t sequence = 0;  // 1, 2, 3 … without a gap within its conversation
  Event event;

  bool operator==(const KeptEvent&) const = default;
};

// What was thrown away has no state: nothing of it is left (find() says nullopt).
enum class ConversationState {
  open,        // being held now
  unfinished,  // left, or cut off by a crash: may be taken up by its citizen for 30 days
  finished,    // "Gem dem": its submissions lie in the outbox
  taken_back,  // every submission of it was taken back; its events are erased
};

struct Conversation {
  ConversationId id;
  std::optional<CitizenId> citizen;  // nullopt: "Jeg vil være hemmelig"
  ConversationState state = ConversationState::open;
  int64_t started_ms = 0;
  int64_t touched_ms = 0;
  uint64_t events = 0;

  bool operator==(const Conversation&) const = default;
};

// One finished tool, as bytes, to be sealed and put into the outbox.
struct NewSubmission {
  SubmissionId id;
  std::string bytes;
};

class Journal {
 public:
  virtual ~Journal() = default;

  // Without a citizen the conversation is secret: kept in this process's memory under a one-time
  // key, never on the disk, whatever store this is.
  virtual Status start(const ConversationId& id, const std::optional<CitizenId>& citizen) = 0;

  // All or none, in the order given; committed and synced when it returns. The same event again is
  // no second event.
  virtual Status append(std::span<const Event> events) = 0;

  virtual Result<std::optional<Conversation>> find(const ConversationId& id) = 0;
  virtual Result<std::vector<KeptEvent>> load_events(const ConversationId& id) = 0;

  virtual Status leave_unfinished(const ConversationId& id) = 0;
  virtual Status take_up_again(const ConversationId& id) = 0;
  virtual Result<std::vector<Conversation>> unfinished(const CitizenId& citizen) = 0;
  // Whether a conversation of theirs is being held now.
  virtual Result<bool> is_in_a_talk(const CitizenId& citizen) = 0;

  // The end of F2, "Gem dem": last events, state finished and the outbox rows in one transaction.
  // A secret conversation has no submissions.
  virtual Status finish(const ConversationId& id, std::span<const Event> last_events,
                        std::span<const NewSubmission> submissions) = 0;

  // "Smid dem væk": key destroyed, rows deleted, key file rewrapped; on a full disk too, where rows
  // that nobody can read any more may lie until there is room. Refused once finished: what is in
  // the outbox is taken back (outbox.h).
  virtual Status throw_away(const ConversationId& id) = 0;

  // Erases what was left unfinished for longer than `days`; returns how many. A clock that has just
  // leapt ahead by more than a week is believed a day later, so that it erases nobody's
  // conversation.
  virtual Result<int> purge_unfinished(int days = 30) = 0;
};

}  // namespace aktiv::storage
