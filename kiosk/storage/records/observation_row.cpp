#include "kiosk/storage/records/observation_row.h"

#include "kiosk/storage/records/bytes.h"

namespace aktiv::storage {
namespace {
constexpr const char* acknowledged = "acknowledged";
constexpr const char* waiting = "waiting";
}  // namespace

SealedObservation observation_of(const Row& row) {
  Reader reader(row.bytes);
  SealedObservation observation;
  observation.id = row.id;
  observation.citizen = CitizenId(row.owner);
  observation.conversation = ConversationId(reader.text());
  observation.bytes = reader.text();
  observation.is_acknowledged = row.kind == acknowledged;
  return observation;
}

Row row_of(const SealedObservation& observation, const KeyId& citizen_key) {
  return {observation.id,
          observation.citizen.value,
          0,
          observation.is_acknowledged ? acknowledged : waiting,
          citizen_key,
          Writer().text(observation.conversation.value).text(observation.bytes).take()};
}

void erase_observations_about(Shelf& shelf, const std::string& citizen,
                              const std::string& conversation) {
  if (citizen.empty()) return;
  for (const Row& row : shelf.list(Table::observations, citizen))
    if (observation_of(row).conversation.value == conversation)
      shelf.erase(Table::observations, row.id);
}

}  // namespace aktiv::storage
