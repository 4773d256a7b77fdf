#include "kiosk/storage/records/shelf_journal.h"

#include <algorithm>

#include "kiosk/storage/records/bytes.h"
#include "kiosk/storage/records/clock_trust.h"
#include "kiosk/storage/records/conversation_row.h"
#include "kiosk/storage/records/observation_row.h"
#include "kiosk/storage/records/outbox_row.h"

namespace aktiv::storage {
namespace {

constexpr int64_t day_ms = 24LL * 60 * 60 * 1000;

Event event_of(const Row& row) {
  Reader reader(row.bytes);
  Event event{EventId(row.id), ConversationId(row.owner), row.kind, 0, ""};
  event.at_ms = reader.integer();
  event.payload = reader.text();
  return event;
}

Row row_of(const Event& event, int64_t sequence, const KeyId& key) {
  return {event.id.value,
          event.conversation.value,
          sequence,
          event.kind,
          key,
          Writer().integer(event.at_ms).text(event.payload).take()};
}

void must_be_named(const std::string& id, const char* what) {
  if (id.empty()) trouble(std::string(what) + " has no id", "storage", "an id made by the caller");
}

}  // namespace

Row ShelfJournal::must_find(const ConversationId& id) {
  auto row = shelf_.find(Table::conversations, id.value);
  if (!row)
    trouble("no such conversation", shelf_.where(), "one that was started and not thrown away");
  return std::move(*row);
}

Status ShelfJournal::start(const ConversationId& id, const std::optional<CitizenId>& citizen) {
  return guarded([&] {
    must_be_named(id.value, "the conversation");
    if (citizen && !shelf_.find(Table::citizens, citizen->value))
      trouble("no such citizen", shelf_.where(), "a citizen whom this kiosk knows");
    if (shelf_.find(Table::conversations, id.value))
      trouble("this conversation was started before", shelf_.where(), "a fresh id");
    Row row;
    row.key = shelf_.fresh_key();
    const int64_t now = clock_().wall_ms;
    write_into(row, {id, citizen, ConversationState::open, now, now, 0});
    shelf_.in_transaction([&] { shelf_.put(Table::conversations, row); });
  });
}

// A transaction on events; where it does not come through, nothing is known of them any more.
void ShelfJournal::change_events(const std::function<void()>& work) {
  try {
    shelf_.in_transaction(work);
  } catch (...) {
    known_ = {};
    throw;
  }
}

void ShelfJournal::know(const std::string& conversation) {
  if (known_.conversation == conversation) return;
  known_ = {conversation, {}};
  for (const Row& row : shelf_.list(Table::events, conversation)) known_.events.insert(row.id);
}

bool ShelfJournal::is_kept_already(const Event& event) {
  if (!known_.events.contains(event.id.value)) return false;
  const auto kept = shelf_.find_owned(Table::events, event.conversation.value, event.id.value);
  if (!kept) return false;
  if (event_of(*kept) == event) return true;
  trouble("another event has this id already", shelf_.where(), "a fresh id for every event");
}

void ShelfJournal::add_events(Row& row, std::span<const Event> events) {
  Conversation conversation = conversation_of(row);
  if (conversation.state == ConversationState::finished ||
      conversation.state == ConversationState::taken_back)
    trouble("this conversation is finished", shelf_.where(), "a conversation that is open");
  know(row.id);
  for (const Event& event : events) {
    must_be_named(event.id.value, "the event");
    if (is_kept_already(event)) continue;
    known_.events.insert(event.id.value);
    conversation.events += 1;
    shelf_.put(Table::events, row_of(event, static_cast<int64_t>(conversation.events), row.key));
  }
  conversation.touched_ms = clock_().wall_ms;
  write_into(row, conversation);
  shelf_.put(Table::conversations, row);
}

Status ShelfJournal::append(std::span<const Event> events) {
  return guarded([&] {
    change_events([&] {
      while (!events.empty()) {
        const ConversationId& id = events.front().conversation;
        const auto other = std::ranges::find_if(
            events, [&](const Event& event) { return event.conversation != id; });
        const auto same = static_cast<size_t>(other - events.begin());
        Row row = must_find(id);
        add_events(row, events.first(same));
        events = events.subspan(same);
      }
    });
  });
}

Result<std::optional<Conversation>> ShelfJournal::find(const ConversationId& id) {
  return guarded([&]() -> std::optional<Conversation> {
    const auto row = shelf_.find(Table::conversations, id.value);
    if (!row) return std::nullopt;
    return conversation_of(*row);
  });
}

Result<std::vector<KeptEvent>> ShelfJournal::load_events(const ConversationId& id) {
  return guarded([&] {
    const Conversation conversation = conversation_of(must_find(id));
    std::vector<KeptEvent> events;
    for (const Row& row : shelf_.list(Table::events, id.value)) {
      if (row.place != static_cast<int64_t>(events.size()) + 1)
        trouble("an event of a conversation is missing", shelf_.where(),
                "copy the folder aside and restore a backup; nothing was changed");
      events.push_back({static_cast<uint64_t>(row.place), event_of(row)});
    }
    if (events.size() != conversation.events)
      trouble("events of a conversation are missing", shelf_.where(),
              "copy the folder aside and restore a backup; nothing was changed");
    return events;
  });
}

void ShelfJournal::move(const ConversationId& id, ConversationState from, ConversationState to) {
  shelf_.in_transaction([&] {
    Row row = must_find(id);
    Conversation conversation = conversation_of(row);
    if (conversation.state == to) return;
    if (conversation.state != from)
      trouble("the conversation is " + name_of(conversation.state), shelf_.where(),
              "a conversation that is " + name_of(from));
    conversation.state = to;
    write_into(row, conversation);
    shelf_.put(Table::conversations, row);
  });
}

Status ShelfJournal::leave_unfinished(const ConversationId& id) {
  return guarded([&] { move(id, ConversationState::open, ConversationState::unfinished); });
}

Status ShelfJournal::take_up_again(const ConversationId& id) {
  return guarded([&] { move(id, ConversationState::unfinished, ConversationState::open); });
}

void ShelfJournal::close_open_ones() {
  for (const Row& row : shelf_.list(Table::conversations))
    if (row.kind == name_of(ConversationState::open))
      move(ConversationId(row.id), ConversationState::open, ConversationState::unfinished);
}

Result<std::vector<Conversation>> ShelfJournal::unfinished(const CitizenId& citizen) {
  return guarded([&] {
    std::vector<Conversation> left;
    if (citizen.empty()) return left;
    for (const Row& row : shelf_.list(Table::conversations, citizen.value))
      if (row.kind == name_of(ConversationState::unfinished)) left.push_back(conversation_of(row));
    std::ranges::sort(left, {}, &Conversation::started_ms);
    return left;
  });
}

Result<bool> ShelfJournal::is_in_a_talk(const CitizenId& citizen) {
  return guarded([&] {
    if (citizen.empty()) return false;
    return std::ranges::any_of(
        shelf_.list(Table::conversations, citizen.value),
        [](const Row& row) { return row.kind == name_of(ConversationState::open); });
  });
}

void ShelfJournal::put_submission(const Row& conversation, const NewSubmission& submission,
                                  int64_t sequence) {
  must_be_named(submission.id.value, "the submission");
  if (conversation.owner.empty())
    trouble("a secret conversation has no outbox", shelf_.where(), "no submissions");
  if (shelf_.find(Table::outbox, submission.id.value))
    trouble("this submission was kept before", shelf_.where(), "a fresh id");
  shelf_.put(Table::submissions, {submission.id.value, conversation.id, 0, "submission",
                                  conversation.key, submission.bytes});
  OutboxEntry entry;
  entry.item.submission = submission.id;
  entry.item.conversation = ConversationId(conversation.id);
  entry.item.citizen = CitizenId(conversation.owner);
  entry.item.sequence = static_cast<uint64_t>(sequence);
  entry.item.state = OutboxState::pending;
  entry.item.kept_ms = clock_().wall_ms;
  shelf_.put(Table::outbox, row_of(entry));
}

Status ShelfJournal::finish(const ConversationId& id, std::span<const Event> last_events,
                            std::span<const NewSubmission> submissions) {
  return guarded([&] {
    change_events([&] {
      Row row = must_find(id);
      for (const Event& event : last_events)
        if (event.conversation != id)
          trouble("an event of another conversation", shelf_.where(), "events of this one");
      add_events(row, last_events);
      int64_t sequence = shelf_.last_place(Table::outbox);
      for (const auto& submission : submissions) put_submission(row, submission, ++sequence);
      Conversation conversation = conversation_of(row);
      conversation.state = ConversationState::finished;
      write_into(row, conversation);
      shelf_.put(Table::conversations, row);
    });
  });
}

void ShelfJournal::erase_rows_of(const Row& conversation, RowsOfDoomed rows) {
  known_ = {};
  if (rows == RowsOfDoomed::erased) shelf_.erase_owned(Table::events, conversation.id);
  erase_observations_about(shelf_, conversation.owner, conversation.id);
  shelf_.erase(Table::conversations, conversation.id);
  shelf_.doom(conversation.key);
}

Status ShelfJournal::throw_away(const ConversationId& id) {
  return guarded([&] {
    shelf_.erase_for_good([&](RowsOfDoomed rows) {
      const Row row = must_find(id);
      const auto state = conversation_of(row).state;
      const bool is_secret = row.owner.empty();
      if (!is_secret &&
          (state == ConversationState::finished || state == ConversationState::taken_back))
        trouble("the conversation is kept", shelf_.where(), "taking its submissions back instead");
      erase_rows_of(row, rows);
    });
  });
}

bool ShelfJournal::clock_is_believed() {
  bool is_believed = true;
  shelf_.in_transaction([&] {
    const auto row = shelf_.find(Table::settings, "clock_trust");
    const ClockTrust before = row ? clock_trust_of(row->bytes) : ClockTrust{};
    const auto [after, believed] = look_at_clock(before, clock_().wall_ms);
    is_believed = believed;
    shelf_.put(Table::settings, {"clock_trust", "", 0, "setting", "", bytes_of(after)});
  });
  return is_believed;
}

Result<int> ShelfJournal::purge_unfinished(int days) {
  return guarded([&] {
    if (!clock_is_believed()) return 0;
    const int64_t limit = clock_().wall_ms - days * day_ms;
    int purged = 0;
    shelf_.erase_for_good([&](RowsOfDoomed rows) {
      purged = 0;
      for (const Row& row : shelf_.list(Table::conversations)) {
        const Conversation conversation = conversation_of(row);
        if (conversation.state != ConversationState::unfinished || conversation.touched_ms >= limit)
          continue;
        erase_rows_of(row, rows);
        ++purged;
      }
    });
    return purged;
  });
}

}  // namespace aktiv::storage
