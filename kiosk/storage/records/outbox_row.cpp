#include "kiosk/storage/records/outbox_row.h"

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace {

std::string name_of(OutboxState state) {
  switch (state) {
    case OutboxState::kept_here:
    case OutboxState::pending:
      return "pending";
    case OutboxState::bytes_built:
      return "bytes_built";
    case OutboxState::in_flight:
      return "in_flight";
    case OutboxState::acknowledged:
      return "acknowledged";
    case OutboxState::quarantined:
      return "quarantined";
    case OutboxState::withdrawn:
      return "withdrawn";
  }
  return "";
}

OutboxState state_of(const std::string& name) {
  for (const auto state :
       {OutboxState::pending, OutboxState::bytes_built, OutboxState::in_flight,
        OutboxState::acknowledged, OutboxState::quarantined, OutboxState::withdrawn})
    if (name == name_of(state)) return state;
  trouble("an outbox row has an unknown state", "outbox", "a store of this version");
}

}  // namespace

OutboxEntry entry_of(const Row& row) {
  Reader reader(row.bytes);
  OutboxEntry entry;
  OutboxItem& item = entry.item;
  item.submission = SubmissionId(row.id);
  item.citizen = CitizenId(row.owner);
  item.sequence = static_cast<uint64_t>(row.place);
  item.state = state_of(row.kind);
  item.conversation = ConversationId(reader.text());
  item.attempts = static_cast<int>(reader.integer());
  item.not_before_ms = reader.integer();
  item.reason = reader.text();
  item.kept_ms = reader.integer();
  entry.may_have_left = reader.number() != 0;
  entry.needs_withdrawal = reader.number() != 0;
  // Rows from before answers came from other kiosks end here.
  item.is_from_elsewhere = !reader.is_at_end() && reader.number() != 0;
  return entry;
}

Row row_of(const OutboxEntry& entry) {
  const OutboxItem& item = entry.item;
  Row row{item.submission.value,
          item.citizen.value,
          static_cast<int64_t>(item.sequence),
          name_of(item.state),
          "",
          ""};
  row.bytes = Writer()
                  .text(item.conversation.value)
                  .integer(item.attempts)
                  .integer(item.not_before_ms)
                  .text(item.reason)
                  .integer(item.kept_ms)
                  .number(entry.may_have_left)
                  .number(entry.needs_withdrawal)
                  .number(item.is_from_elsewhere)
                  .take();
  return row;
}

}  // namespace aktiv::storage
