// Which kiosk is speaking: the Bearer credential that enrolment gave, compared by its hash. Wrong
// credentials are throttled by address, right ones by kiosk. Any thread; the database must outlive
// it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "dialogue/model/result.h"
#include "kiosk/casefile/auth/throttle.h"
#include "kiosk/casefile/http/message.h"
#include "kiosk/casefile/store/database.h"
#include "kiosk/casefile/store/kiosks.h"

namespace aktiv::casefile {

using Clock = std::function<int64_t()>;  // UTC milliseconds

struct DeviceCheck {
  std::optional<Kiosk> kiosk;
  int wait_s = 0;  // > 0: too many requests
};

class DeviceGate {
 public:
  DeviceGate(Database& database, Clock clock);
  Result<DeviceCheck> check(const HttpRequest& request);

 private:
  Database& database_;
  Clock clock_;
  RateLimit refused_;
  RateLimit requests_;
};

}  // namespace aktiv::casefile
