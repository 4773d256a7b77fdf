// The journal's rules over a shelf.
#pragma once

#include <unordered_set>

#include "kiosk/storage/clock.h"
#include "kiosk/storage/journal.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class ShelfJournal : public Journal {
 public:
  ShelfJournal(Shelf& shelf, Clock clock) : shelf_(shelf), clock_(std::move(clock)) {}

  Status start(const ConversationId& id, const std::optional<CitizenId>& citizen) override;
  Status append(std::span<const Event> events) override;
  Result<std::optional<Conversation>> find(const ConversationId& id) override;
  Result<std::vector<KeptEvent>> load_events(const ConversationId& id) override;
  Status leave_unfinished(const ConversationId& id) override;
  Status take_up_again(const ConversationId& id) override;
  Result<std::vector<Conversation>> unfinished(const CitizenId& citizen) override;
  Result<bool> is_in_a_talk(const CitizenId& citizen) override;
  Status finish(const ConversationId& id, std::span<const Event> last_events,
                std::span<const NewSubmission> submissions) override;
  Status throw_away(const ConversationId& id) override;
  Result<int> purge_unfinished(int days) override;

  // A conversation that was open when the program ended is unfinished now.
  void close_open_ones();

 private:
  Row must_find(const ConversationId& id);
  void add_events(Row& conversation, std::span<const Event> events);
  void change_events(const std::function<void()>& work);
  void know(const std::string& conversation);
  bool is_kept_already(const Event& event);
  void put_submission(const Row& conversation, const NewSubmission& submission, int64_t sequence);
  void move(const ConversationId& id, ConversationState from, ConversationState to);
  void erase_rows_of(const Row& conversation, RowsOfDoomed rows);
  bool clock_is_believed();

  // The ids of the events of the conversation that was appended to last.
  struct Known {
    std::string conversation;
    std::unordered_set<std::string> events;
  };

  Shelf& shelf_;
  Clock clock_;
  Known known_;
};

}  // namespace aktiv::storage
