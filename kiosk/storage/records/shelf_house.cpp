#include "kiosk/storage/records/shelf_house.h"

#include "kiosk/storage/records/bytes.h"
#include "kiosk/storage/uuid.h"

namespace aktiv::storage {
namespace {

constexpr const char* enrolment_name = "enrolment";
constexpr const char* device_key_name = "device_key";
constexpr const char* kiosk_name = "kiosk";

std::string bytes_of(const Enrolment& enrolment) {
  return Writer()
      .text(enrolment.server)
      .text(enrolment.spki_sha256)
      .text(enrolment.credential)
      .text(enrolment.centre)
      .text(enrolment.fhir_path)
      .text(enrolment.client)
      .text(enrolment.token_url)
      .text(enrolment.scope)
      .take();
}

Enrolment enrolment_of(const std::string& bytes) {
  Reader reader(bytes);
  Enrolment enrolment;
  enrolment.server = reader.text();
  enrolment.spki_sha256 = reader.text();
  enrolment.credential = reader.text();
  enrolment.centre = reader.text();
  enrolment.fhir_path = reader.text();
  if (reader.is_at_end()) return enrolment;  // from before there were other servers
  enrolment.client = reader.text();
  enrolment.token_url = reader.text();
  enrolment.scope = reader.text();
  return enrolment;
}

}  // namespace

void ShelfHouse::put(const std::string& name, const std::string& value) {
  shelf_.in_transaction([&] { shelf_.put(Table::settings, {name, "", 0, "setting", "", value}); });
}

Result<std::string> ShelfHouse::kiosk_id() {
  return guarded([&] {
    if (const auto row = shelf_.find(Table::settings, kiosk_name)) return row->bytes;
    const std::string id = fresh_uuid();
    put(kiosk_name, id);
    return id;
  });
}

Status ShelfHouse::put_enrolment(const Enrolment& enrolment) {
  return guarded([&] { put(enrolment_name, bytes_of(enrolment)); });
}

Result<std::optional<Enrolment>> ShelfHouse::enrolment() {
  return guarded([&]() -> std::optional<Enrolment> {
    const auto row = shelf_.find(Table::settings, enrolment_name);
    if (!row) return std::nullopt;
    return enrolment_of(row->bytes);
  });
}

Status ShelfHouse::clear_enrolment() {
  return guarded(
      [&] { shelf_.in_transaction([&] { shelf_.erase(Table::settings, enrolment_name); }); });
}

Status ShelfHouse::put_device_key(const std::string& pem) {
  return guarded([&] { put(device_key_name, pem); });
}

Result<std::string> ShelfHouse::device_key() {
  return guarded([&]() -> std::string {
    const auto row = shelf_.find(Table::settings, device_key_name);
    return row ? row->bytes : "";
  });
}

Status ShelfHouse::add_help_call(const HelpCall& call) {
  return guarded([&] {
    shelf_.in_transaction([&] {
      shelf_.put(Table::help_calls, {call.id, "", shelf_.last_place(Table::help_calls) + 1,
                                     "waiting", "", Writer().integer(call.at_ms).take()});
    });
  });
}

Result<std::vector<HelpCall>> ShelfHouse::help_calls_waiting() {
  return guarded([&] {
    std::vector<HelpCall> calls;
    for (const Row& row : shelf_.list(Table::help_calls))
      calls.push_back({row.id, Reader(row.bytes).integer()});
    return calls;
  });
}

Status ShelfHouse::mark_help_call_acknowledged(const std::string& id) {
  return guarded([&] { shelf_.in_transaction([&] { shelf_.erase(Table::help_calls, id); }); });
}

Status ShelfHouse::put_setting(const std::string& name, const std::string& value) {
  return guarded([&] { put("set/" + name, value); });
}

Result<std::optional<std::string>> ShelfHouse::setting(const std::string& name) {
  return guarded([&]() -> std::optional<std::string> {
    const auto row = shelf_.find(Table::settings, "set/" + name);
    if (!row) return std::nullopt;
    return row->bytes;
  });
}

}  // namespace aktiv::storage
