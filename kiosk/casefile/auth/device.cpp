#include "kiosk/casefile/auth/device.h"

#include "kiosk/casefile/auth/secret.h"

namespace aktiv::casefile {
namespace {

constexpr int64_t minute_ms = 60'000;
constexpr int most_refused_a_minute = 20;     // wrong credentials from one address
constexpr int most_requests_a_minute = 1200;  // one kiosk that sends a day's backlog stays below it

}  // namespace

DeviceGate::DeviceGate(Database& database, Clock clock)
    : database_(database),
      clock_(std::move(clock)),
      refused_(most_refused_a_minute, minute_ms),
      requests_(most_requests_a_minute, minute_ms) {}

Result<DeviceCheck> DeviceGate::check(const HttpRequest& request) {
  static const std::string scheme = "Bearer ";
  const std::string header = request.header("authorization");
  const int64_t now_ms = clock_();
  DeviceCheck check;
  if (header.rfind(scheme, 0) == 0) {
    const auto found = database_.read([&](Connection& db) -> Result<std::optional<Kiosk>> {
      return kiosk_with_credential(db, secret_hash(header.substr(scheme.size())));
    });
    if (!found) return found.error();
    check.kiosk = *found;
  }
  if (!check.kiosk) {
    check.wait_s = refused_.count_and_wait_s(request.remote, now_ms);
    return check;
  }
  check.wait_s = requests_.count_and_wait_s(check.kiosk->id, now_ms);
  if (now_ms - check.kiosk->seen_ms < minute_ms) return check;
  const auto noted = database_.write([&](Connection& db) -> Status {
    note_kiosk_seen(db, check.kiosk->id, now_ms);
    return {};
  });
  if (!noted) return noted.error();
  return check;
}

}  // namespace aktiv::casefile
