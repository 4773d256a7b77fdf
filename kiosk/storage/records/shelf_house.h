// The house's rules over a shelf.
#pragma once

#include "kiosk/storage/house.h"
#include "kiosk/storage/records/shelf.h"

namespace aktiv::storage {

class ShelfHouse : public House {
 public:
  explicit ShelfHouse(Shelf& shelf) : shelf_(shelf) {}

  Result<std::string> kiosk_id() override;
  Status put_enrolment(const Enrolment& enrolment) override;
  Result<std::optional<Enrolment>> enrolment() override;
  Status clear_enrolment() override;
  Status put_device_key(const std::string& pem) override;
  Result<std::string> device_key() override;
  Status add_help_call(const HelpCall& call) override;
  Result<std::vector<HelpCall>> help_calls_waiting() override;
  Status mark_help_call_acknowledged(const std::string& id) override;
  Status put_setting(const std::string& name, const std::string& value) override;
  Result<std::optional<std::string>> setting(const std::string& name) override;

 private:
  void put(const std::string& name, const std::string& value);

  Shelf& shelf_;
};

}  // namespace aktiv::storage
