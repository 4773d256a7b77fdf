#include "kiosk/storage/records/shelf_outbox.h"

#include <algorithm>
#include <set>

#include "kiosk/storage/records/conversation_row.h"
#include "kiosk/storage/records/observation_row.h"
#include "kiosk/storage/records/trouble.h"

namespace aktiv::storage {
namespace {

bool waits(OutboxState state) {
  return state == OutboxState::pending || state == OutboxState::bytes_built ||
         state == OutboxState::in_flight;
}

// Two lists become one, each in its own order.
std::vector<KeptSubmission> by_time_where_elsewhere(std::vector<KeptSubmission> kept) {
  const auto others = std::ranges::stable_partition(
      kept, [](const auto& one) { return !one.item.is_from_elsewhere; });
  const auto kept_ms = [](const auto& one) { return one.item.kept_ms; };
  std::ranges::stable_sort(others, {}, kept_ms);
  std::vector<KeptSubmission> merged;
  std::merge(std::make_move_iterator(kept.begin()), std::make_move_iterator(others.begin()),
             std::make_move_iterator(others.begin()), std::make_move_iterator(kept.end()),
             std::back_inserter(merged),
             [&](const auto& one, const auto& other) { return kept_ms(one) < kept_ms(other); });
  return merged;
}

}  // namespace

bool ShelfOutbox::is_enrolled() {
  return shelf_.find(Table::settings, "enrolment").has_value();
}

OutboxItem ShelfOutbox::shown(OutboxItem item, bool enrolled) const {
  if (!enrolled && waits(item.state)) item.state = OutboxState::kept_here;
  return item;
}

OutboxEntry ShelfOutbox::must_find(const SubmissionId& id) {
  const auto row = shelf_.find(Table::outbox, id.value);
  if (!row) trouble("no such submission", shelf_.where(), "one that a citizen kept");
  return entry_of(*row);
}

void ShelfOutbox::must_be(const OutboxEntry& entry, std::initializer_list<OutboxState> states) {
  if (std::ranges::find(states, entry.item.state) == states.end())
    trouble("the submission is in another state", shelf_.where(),
            "the order: bytes built, sending, acknowledged or not");
}

Status ShelfOutbox::change(const SubmissionId& id, const Change& work) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      OutboxEntry entry = must_find(id);
      work(entry);
      shelf_.put(Table::outbox, row_of(entry));
    });
  });
}

std::string ShelfOutbox::must_read(Table table, const SubmissionId& id, const char* what) {
  auto row = shelf_.find(table, id.value);
  if (!row) trouble(what, shelf_.where(), "a submission that is kept here");
  return std::move(row->bytes);
}

Result<std::vector<CitizenId>> ShelfOutbox::citizens_waiting() {
  return guarded([&] {
    std::vector<CitizenId> waiting;
    if (!is_enrolled()) return waiting;
    for (const Row& row : shelf_.list(Table::outbox)) {
      const CitizenId citizen(row.owner);
      if (waits(entry_of(row).item.state) && std::ranges::find(waiting, citizen) == waiting.end())
        waiting.push_back(citizen);
    }
    return waiting;
  });
}

Result<std::optional<OutboxItem>> ShelfOutbox::next(const CitizenId& citizen) {
  return guarded([&]() -> std::optional<OutboxItem> {
    if (!is_enrolled()) return std::nullopt;
    for (const Row& row : shelf_.list(Table::outbox, citizen.value))
      if (OutboxItem item = entry_of(row).item; waits(item.state)) return item;
    return std::nullopt;
  });
}

Result<std::string> ShelfOutbox::submission_bytes(const SubmissionId& id) {
  return guarded(
      [&] { return must_read(Table::submissions, id, "the submission is not kept here"); });
}

Result<std::string> ShelfOutbox::request_bytes(const SubmissionId& id) {
  return guarded([&] { return must_read(Table::requests, id, "its request was not built"); });
}

Status ShelfOutbox::put_bytes(const SubmissionId& id, const std::string& request) {
  return change(id, [&](OutboxEntry& entry) {
    if (const auto built = shelf_.find(Table::requests, id.value)) {
      if (built->bytes == request) return;
      trouble("the request was built before, with other bytes", shelf_.where(),
              "the bytes that are sealed: they are built once and never again");
    }
    must_be(entry, {OutboxState::pending});
    const auto submission = shelf_.find(Table::submissions, id.value);
    if (!submission) trouble("the submission is not kept here", shelf_.where(), "one that is");
    shelf_.put(Table::requests,
               {id.value, submission->owner, 0, "request", submission->key, request});
    entry.item.state = OutboxState::bytes_built;
  });
}

Status ShelfOutbox::mark_sending(const SubmissionId& id) {
  return change(id, [&](OutboxEntry& entry) {
    must_be(entry, {OutboxState::bytes_built, OutboxState::in_flight});
    entry.item.state = OutboxState::in_flight;
    entry.item.attempts += 1;
    entry.may_have_left = true;
  });
}

Status ShelfOutbox::mark_acknowledged(const SubmissionId& id, const std::string& receipt) {
  return change(id, [&](OutboxEntry& entry) {
    must_be(entry, {OutboxState::in_flight, OutboxState::acknowledged, OutboxState::withdrawn});
    shelf_.put(Table::receipts, {id.value, entry.item.citizen.value, 0, "receipt", "", receipt});
    shelf_.erase(Table::requests, id.value);
    entry.item.reason.clear();
    entry.item.not_before_ms = 0;
    if (entry.item.state == OutboxState::withdrawn)
      entry.needs_withdrawal = true;
    else
      entry.item.state = OutboxState::acknowledged;
  });
}

Status ShelfOutbox::mark_not_acknowledged(const SubmissionId& id, const std::string& reason,
                                          int64_t not_before_ms) {
  return change(id, [&](OutboxEntry& entry) {
    if (entry.item.state == OutboxState::withdrawn) return;
    must_be(entry, {OutboxState::in_flight, OutboxState::bytes_built, OutboxState::pending});
    if (entry.item.state == OutboxState::in_flight) entry.item.state = OutboxState::bytes_built;
    entry.item.reason = reason;
    entry.item.not_before_ms = not_before_ms;
  });
}

Status ShelfOutbox::mark_quarantined(const SubmissionId& id, const std::string& reason) {
  return change(id, [&](OutboxEntry& entry) {
    if (entry.item.state == OutboxState::withdrawn) return;
    must_be(entry, {OutboxState::in_flight, OutboxState::bytes_built, OutboxState::pending,
                    OutboxState::quarantined});
    entry.item.state = OutboxState::quarantined;
    entry.item.reason = reason;
  });
}

Status ShelfOutbox::release_quarantined(const SubmissionId& id) {
  return change(id, [&](OutboxEntry& entry) {
    must_be(entry, {OutboxState::quarantined});
    const bool is_built = shelf_.find(Table::requests, id.value).has_value();
    entry.item.state = is_built ? OutboxState::bytes_built : OutboxState::pending;
    entry.item.reason.clear();
    entry.item.not_before_ms = 0;
  });
}

Result<std::vector<OutboxItem>> ShelfOutbox::items(const std::optional<CitizenId>& citizen) {
  return guarded([&] {
    const bool enrolled = is_enrolled();
    std::vector<OutboxItem> items;
    for (const Row& row :
         citizen ? shelf_.list(Table::outbox, citizen->value) : shelf_.list(Table::outbox))
      items.push_back(shown(entry_of(row).item, enrolled));
    return items;
  });
}

Result<OutboxCounts> ShelfOutbox::counts() {
  return guarded([&] {
    const bool enrolled = is_enrolled();
    OutboxCounts counts;
    for (const Row& row : shelf_.list(Table::outbox)) {
      switch (shown(entry_of(row).item, enrolled).state) {
        case OutboxState::kept_here:
          counts.kept_here += 1;
          break;
        case OutboxState::pending:
        case OutboxState::bytes_built:
        case OutboxState::in_flight:
          counts.waiting += 1;
          break;
        case OutboxState::acknowledged:
          counts.in_case_file += 1;
          break;
        case OutboxState::quarantined:
          counts.quarantined += 1;
          break;
        case OutboxState::withdrawn:
          counts.withdrawn += 1;
          break;
      }
    }
    return counts;
  });
}

Result<std::vector<KeptSubmission>> ShelfOutbox::list_kept(const CitizenId& citizen) {
  return guarded([&] {
    const bool enrolled = is_enrolled();
    std::vector<KeptSubmission> kept;
    for (const Row& row : shelf_.list(Table::outbox, citizen.value)) {
      OutboxItem item = shown(entry_of(row).item, enrolled);
      if (item.state == OutboxState::withdrawn) continue;
      std::string bytes = must_read(Table::submissions, item.submission, "a submission is missing");
      kept.push_back({std::move(item), std::move(bytes)});
    }
    return by_time_where_elsewhere(std::move(kept));
  });
}

Result<std::optional<OutboxItem>> ShelfOutbox::find(const SubmissionId& id) {
  return guarded([&]() -> std::optional<OutboxItem> {
    const auto row = shelf_.find(Table::outbox, id.value);
    if (!row) return std::nullopt;
    return shown(entry_of(*row).item, is_enrolled());
  });
}

// The conversation in which it was said: another submission of it may have come before.
Row ShelfOutbox::conversation_for(const SaidElsewhere& said) {
  auto there = shelf_.find(Table::conversations, said.conversation.value);
  if (there && there->owner != said.citizen.value)
    trouble("the conversation is somebody else's", shelf_.where(), "the citizen's own");
  Row row = there ? std::move(*there) : Row{};
  if (!there) row.key = shelf_.fresh_key();
  Conversation conversation =
      there ? conversation_of(row)
            : Conversation{said.conversation, said.citizen, ConversationState::finished,
                           said.kept_ms,      said.kept_ms, 0};
  conversation.state = ConversationState::finished;
  write_into(row, conversation);
  return row;
}

Status ShelfOutbox::take_in(const SaidElsewhere& said) {
  return guarded([&] {
    if (said.submission.empty() || said.conversation.empty())
      trouble("the submission has no name", shelf_.where(), "one that a kiosk kept");
    if (!shelf_.find(Table::citizens, said.citizen.value))
      trouble("no such citizen", shelf_.where(), "a citizen whom this kiosk knows");
    const Row conversation = conversation_for(said);
    shelf_.in_transaction([&] {
      if (shelf_.has(Table::outbox, said.submission.value))
        trouble("this submission is known here", shelf_.where(), "one that is not");
      shelf_.put(Table::conversations, conversation);
      shelf_.put(Table::submissions, {said.submission.value, conversation.id, 0, "submission",
                                      conversation.key, said.bytes});
      shelf_.put(Table::receipts,
                 {said.submission.value, said.citizen.value, 0, "receipt", "", said.receipt});
      OutboxEntry entry;
      entry.item = {said.submission,
                    said.conversation,
                    said.citizen,
                    static_cast<uint64_t>(shelf_.last_place(Table::outbox) + 1),
                    OutboxState::acknowledged,
                    0,
                    0,
                    "",
                    said.kept_ms,
                    true};
      entry.may_have_left = true;
      shelf_.put(Table::outbox, row_of(entry));
    });
  });
}

void ShelfOutbox::reseal_under_fresh_key(const std::string& conversation, const KeyId& fresh,
                                         const SubmissionId& without) {
  for (const Table table : {Table::submissions, Table::requests}) {
    for (Row row : shelf_.list(table, conversation)) {
      shelf_.erase(table, row.id);
      if (row.id == without.value) continue;
      row.key = fresh;
      shelf_.put(table, row);
    }
  }
}

Status ShelfOutbox::take_back(const SubmissionId& id) {
  return guarded([&] { shelf_.erase_for_good([&](RowsOfDoomed) { erase_answers(id); }); });
}

Status ShelfOutbox::drop(const SubmissionId& id) {
  return guarded([&] {
    if (!shelf_.has(Table::outbox, id.value)) return;
    shelf_.erase_for_good([&](RowsOfDoomed) {
      erase_answers(id);
      OutboxEntry entry = must_find(id);
      entry.needs_withdrawal = false;
      shelf_.erase(Table::receipts, id.value);
      shelf_.put(Table::outbox, row_of(entry));
    });
  });
}

void ShelfOutbox::erase_answers(const SubmissionId& id) {
  OutboxEntry entry = must_find(id);
  if (entry.item.state == OutboxState::withdrawn) return;
  const auto row = shelf_.find(Table::conversations, entry.item.conversation.value);
  if (!row) trouble("the submission's conversation is missing", shelf_.where(), "a whole store");
  const KeyId fresh = shelf_.fresh_key();
  shelf_.doom(row->key);
  reseal_under_fresh_key(row->id, fresh, id);
  shelf_.erase_owned(Table::events, row->id);
  shelf_.erase_owned(Table::sheets, row->id);
  Conversation conversation = conversation_of(*row);
  conversation.events = 0;
  if (shelf_.list(Table::submissions, row->id).empty()) {
    conversation.state = ConversationState::taken_back;
    erase_observations_about(shelf_, row->owner, row->id);
  }
  Row renewed = *row;
  renewed.key = fresh;
  write_into(renewed, conversation);
  shelf_.put(Table::conversations, renewed);
  entry.item.state = OutboxState::withdrawn;
  entry.item.reason.clear();
  entry.needs_withdrawal = entry.may_have_left;
  shelf_.put(Table::outbox, row_of(entry));
}

Result<std::vector<Withdrawal>> ShelfOutbox::withdrawals() {
  return guarded([&] {
    std::vector<Withdrawal> due;
    if (!is_enrolled()) return due;
    for (const Row& row : shelf_.list(Table::outbox)) {
      const OutboxEntry entry = entry_of(row);
      if (!entry.needs_withdrawal) continue;
      const auto receipt = shelf_.find(Table::receipts, row.id);
      due.push_back({entry.item.submission, entry.item.citizen, receipt ? receipt->bytes : ""});
    }
    return due;
  });
}

Status ShelfOutbox::mark_withdrawal_acknowledged(const SubmissionId& id) {
  return change(id, [&](OutboxEntry& entry) {
    must_be(entry, {OutboxState::withdrawn});
    entry.needs_withdrawal = false;
    shelf_.erase(Table::receipts, id.value);
  });
}

}  // namespace aktiv::storage
